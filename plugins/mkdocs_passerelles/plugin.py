"""The MkDocs plugin: hands the knowledge base to MkDocs, or to its drop-in fork ProperDocs."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.pages import Page

from mkdocs_passerelles.host import (
    configure,
    links_of,
    meta_of,
    report,
    root_of,
    surviving,
    uri_of,
    with_generated,
)
from passerelles import pages, pipeline

log = get_plugin_logger(__name__)


class PasserellesConfig(Config):
    """The options of the plugin."""

    root = config_options.Optional(config_options.Dir(exists=True))
    """Where the folders of records are; by default, the folder of `mkdocs.yml`."""


class PasserellesPlugin(BasePlugin[PasserellesConfig]):
    """Publishes the knowledge base.

    Hooks, in the order in which MkDocs calls them:

    - `on_config` reads the base and writes all its pages, before MkDocs cleans the site's folder:
      an error leaves the published site as it was. Theme and watched folders are set here because
      MkDocs copies them right after.
    - `on_files` adds the pages and files; later MkDocs takes no new ones.
    - `on_page_markdown` gives a page its title and keeps Python-Markdown from running on it.
    - `on_page_content` gives a page its body.
    - `on_env` gives the theme's 404 page its body.
    - `on_serve` lets the last good site stay up when a record is broken while one writes.
    """

    site: pipeline.Site
    """The site of this build."""
    pages: Mapping[str, pages.Page]
    """Its pages, by the Markdown files that MkDocs is told they come from."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the base and write the site, unless an error stands."""
        root = root_of(config, self.config.root)
        links = links_of(config, root)
        reading = pipeline.read(root)
        report(log, reading, links)
        if not reading.publishable:
            message = "Rien n’a été publié : corrigez d’abord les erreurs ci-dessus."
            raise PluginError(message)
        self.site = pipeline.publish(reading.library, links)
        self.pages = {uri_of(page): page for page in self.site.pages}
        with_generated(get_files(config), self.site, config, root)  # refuses before MkDocs cleans
        return configure(config, root)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add every page and file of the site."""
        return with_generated(files, self.site, config, root_of(config, self.config.root))

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Give one of our pages its title, and Python-Markdown nothing to do."""
        written = self.pages.get(page.file.src_uri)
        if written is None:
            return markdown
        page.meta = meta_of(written)
        return ""

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Give one of our pages its body."""
        written = self.pages.get(page.file.src_uri)
        return written.main if written else html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the theme's 404 page its body."""
        env.globals["passerelles_missing"] = meta_of(self.site.missing)
        return env

    def on_serve(self, server: LiveReloadServer, **_: object) -> LiveReloadServer:
        """Keep serving the last good site when a build fails."""
        server.builder = surviving(server.builder, log)
        return server
