"""All that knows MkDocs: the plugin and the theme's overrides."""
