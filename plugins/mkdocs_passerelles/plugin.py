"""The MkDocs plugin: hands the knowledge base to MkDocs, or to its drop-in fork ProperDocs."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files, get_files

from mkdocs_passerelles.host import (
    configure,
    frame_of,
    links_of,
    only_files,
    report,
    root_of,
    surviving,
    write,
)
from passerelles import pipeline
from passerelles.pages import Frame

log = get_plugin_logger(__name__)


class PasserellesConfig(Config):
    """The options of the plugin."""

    root = config_options.Optional(config_options.Dir(exists=True))
    """Where the folders of records are; by default, the folder of `mkdocs.yml`."""
    apercus = config_options.Type(bool, default=True)
    """Whether each page gets a preview picture, which links to it show where they are shared."""


class PasserellesPlugin(BasePlugin[PasserellesConfig]):
    """Publishes the knowledge base.

    MkDocs reads its configuration, prints its theme once and copies what stands beside the pages;
    no page of ours passes through its hands. Hooks, in the order in which it calls them:

    - `on_config` reads the base and writes all its pages, before MkDocs cleans the site's folder:
      an error leaves the published site as it was. Theme and watched folders are set here because
      MkDocs copies them right after.
    - `on_files` leaves MkDocs nothing but the files that it is to copy.
    - `on_env` prints the theme's page, the frame of all of ours.
    - `on_post_build` puts our pages and files among those that MkDocs has copied.
    - `on_serve` lets the last good site stay up when a record is broken while one writes.
    """

    site: pipeline.Site
    """The site of this build."""
    frame: Frame
    """What stands around its pages."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the base and write the site, unless an error stands."""
        root = root_of(config, self.config.root)
        links = links_of(config, root, previews=self.config.apercus)
        reading = pipeline.read(root)
        report(log, reading, links)
        if not reading.publishable:
            message = "Rien n’a été publié : corrigez d’abord les erreurs ci-dessus."
            raise PluginError(message)
        self.site = pipeline.publish(reading.library, links)
        only_files(get_files(config), self.site, config, root)  # refuses before MkDocs cleans
        return configure(config, root)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take our pages, and what the theme would publish, away from MkDocs."""
        return only_files(files, self.site, config, root_of(config, self.config.root))

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Print the theme's page."""
        self.frame = frame_of(config, env)
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write our pages and files."""
        write(self.site, self.frame, Path(config.site_dir))

    def on_serve(self, server: LiveReloadServer, **_: object) -> LiveReloadServer:
        """Keep serving the last good site when a build fails."""
        server.builder = surviving(server.builder, log)
        return server
