"""From a finished site to the folder that MkDocs publishes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from logging import Logger, LoggerAdapter
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import CountHandler

from mkdocs_passerelles.staging import Staging
from passerelles.pages import Frame
from passerelles.pipeline import Site
from passerelles.processes import share_out
from passerelles.progress import progress


def begin(config: MkDocsConfig, spare: Path) -> Staging:
    """Let MkDocs fill a new folder beside that of the site."""
    with _told(config.site_dir):
        staging = Staging.beside(Path(config.site_dir), spare)
    config.site_dir = str(staging.folder)
    return staging


def write(site: Site, frame: Frame, staging: Staging) -> None:
    """Write every page and file of a site into a new folder."""
    with _told(staging.folder):
        staging.refill()
        tasks = [partial(site.write, part, staging) for part in site.parts(frame)]
        with progress("Écriture des pages") as tell:
            share_out(tasks, site.hear, tell)
        staging.prune(site.holds)
        site.keep()


def finish(
    staging: Staging, config: MkDocsConfig, log: LoggerAdapter[Any], *, lasting: bool
) -> None:
    """Publish the new site; not where MkDocs, being strict, is about to fail for a warning."""
    config.site_dir = str(staging.site)
    if config.strict and _warned(log.logger):
        staging.discard()
        return
    with _told(staging.site):
        staging.publish(lasting=lasting)
    log.info("Le site est dans %s", staging.site)


@contextmanager
def _told(folder: str | Path) -> Iterator[None]:
    """Tell what the disk refuses, without a trace that helps nobody."""
    try:
        yield
    except OSError as error:
        message = f"Impossible d’écrire dans {folder} ({error.strerror})."
        raise PluginError(f"{message} Le site publié n’a pas changé.") from error


def _warned(logger: Logger | None) -> bool:
    """Whether MkDocs has counted warnings so far; it counts where its loggers meet."""
    while logger:
        if any(isinstance(each, CountHandler) and each.get_counts() for each in logger.handlers):
            return True
        logger = logger.parent
    return False
