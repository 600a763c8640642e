"""The MkDocs plugin: hands the knowledge base to MkDocs, or to its drop-in fork ProperDocs."""

from __future__ import annotations

import atexit
import gc
from datetime import date

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.utils import get_build_date

from mkdocs_passerelles.host import (
    configure,
    frame_of,
    links_of,
    only_files,
    report,
    root_of,
    surviving,
)
from mkdocs_passerelles.publishing import begin, finish, write
from mkdocs_passerelles.staging import Staging
from passerelles import pipeline
from passerelles.progress import progress

log = get_plugin_logger(__name__)

CACHE = ".cache/passerelles"
"""Where results are kept, beside `mkdocs.yml`."""
ALLOCATIONS = 100_000
"""After so many, waste is looked for; Python's 700 is for programs that keep less than we do."""


class PasserellesConfig(Config):
    """The options of the plugin."""

    root = config_options.Optional(config_options.Dir(exists=True))
    """Where the folders of records are; by default, the folder of `mkdocs.yml`."""
    apercus = config_options.Type(bool, default=True)
    """Whether each page gets a preview picture, which links to it show where they are shared."""


class PasserellesPlugin(BasePlugin[PasserellesConfig]):
    """Publishes the knowledge base.

    MkDocs reads its configuration, prints its theme once and copies what stands beside the pages;
    no page of ours passes through its hands. What it calls the site's folder is a new one beside
    it, which takes the place of the old one at one stroke: whatever stops a build, the published
    site stays whole. Hooks, in the order in which MkDocs calls them:

    - `on_startup` learns whether one builds or serves; having it, a plugin lives on between builds.
    - `on_config` reads the base and makes all its pages; if no error stands, a folder for them is
      begun. Theme and watched folders are set here because MkDocs copies them right after.
    - `on_files` leaves MkDocs nothing but the files that it is to copy.
    - `on_env` prints the theme's page, and writes our pages in it and our files.
    - `on_post_build` publishes the folder, after all other plugins: only they may still change it.
    - `on_build_error` gives it up.
    - `on_serve` lets `mkdocs serve` go on when a record is broken while one writes.
    """

    site: pipeline.Site
    """The site of this build."""
    staging: Staging | None = None
    """Where it is written, until it is published."""
    kept: pipeline.Kept | None = None
    """What was made before; `mkdocs serve` keeps it in memory, too."""

    lasting: bool = True
    """Whether what is published outlives the command; `mkdocs serve` shows it and forgets it."""

    def on_startup(self, *, command: str, **_: object) -> None:
        """Live on from one build of `mkdocs serve` to the next."""
        self.lasting = command != "serve"
        atexit.register(gc.freeze)  # a program that ends leaves its memory to the system

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the base and make the site, unless an error stands."""
        gc.set_threshold(ALLOCATIONS)
        root = root_of(config, self.config.root)
        cache = root_of(config, None) / CACHE
        self.kept = self.kept or pipeline.Kept(cache)
        links = links_of(config, root, previews=self.config.apercus)
        with progress("Lecture des fiches") as tell:
            today = date.fromisoformat(get_build_date())
            reading = pipeline.read(root, today, tell, self.kept)
        report(log, reading, links)
        if not reading.publishable:
            message = "Rien n’a été publié : corrigez d’abord les erreurs ci-dessus."
            raise PluginError(message)
        self.site = pipeline.publish(reading.library, links, self.kept)
        self.staging = begin(config, cache / "site")
        return configure(config, root)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take our pages, and what the theme would publish, away from MkDocs."""
        return only_files(files, self.site, config, root_of(config, self.config.root))

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Write our pages and files."""
        if self.staging:
            write(self.site, frame_of(config, env), self.staging)
        return env

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the new site in the place of the old one."""
        if self.staging:
            finish(self.staging, config, log, lasting=self.lasting)
            self.staging = None

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the old site as it is."""
        if self.staging:
            self.staging.discard()

    def on_serve(self, server: LiveReloadServer, **_: object) -> LiveReloadServer:
        """Keep serving the last good site when a build fails."""
        server.builder = surviving(server.builder, log)
        return server
