"""What the plugin's hooks have in common with MkDocs' own terms."""

from __future__ import annotations

import os
from collections.abc import Callable
from logging import ERROR, INFO, WARNING, LoggerAdapter
from pathlib import Path
from typing import Any
from urllib.parse import quote

import click
from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import DUE
from passerelles.pages import HOLES, Frame
from passerelles.pipeline import Reading, Site
from passerelles.problems import Severity, severity
from passerelles.problems.reports import texte
from passerelles.records import LEDGER, Kind

OVERRIDES = Path(__file__).parent / "overrides"
LEVELS = {Severity.ERROR: ERROR, Severity.WARNING: WARNING}


def links_of(config: MkDocsConfig, root: Path, *, previews: bool) -> Addresses:
    """How the configured site writes its links, and where its records are edited."""
    home = root_of(config, None)
    edit = config.edit_uri or ""
    for folder in (Path(config.docs_dir).name, "docs"):
        edit = edit.removesuffix(f"{folder}/").removesuffix(folder)
    inside = quote(Path(os.path.relpath(root, home)).as_posix())
    base = f"{(config.repo_url or '').rstrip('/')}/{edit.strip('/')}".rstrip("/")
    return Addresses(
        site=f"{config.site_url.rstrip('/')}/" if config.site_url else "",
        source=f"{base}/{'' if inside == '.' else inside + '/'}" if config.repo_url else "",
        directories=config.use_directory_urls,
        previews=previews and config.use_directory_urls,  # nobody shares a page of a copy on disk
    )


def root_of(config: MkDocsConfig, root: str | None) -> Path:
    """The folder that holds the folders of records."""
    return Path(root or Path(config.config_file_path).parent).resolve()


def configure(config: MkDocsConfig, root: Path) -> MkDocsConfig:
    """Put our overrides, style and scripts in place, and watch the records."""
    config.theme.dirs.insert(0, str(OVERRIDES))
    config.theme.update({"language": "fr", "favicon": addresses.LOGO, "font": False})
    config.theme.static_templates -= {addresses.MISSING, addresses.SITEMAP}  # ours are written
    config.extra_css.append(addresses.STYLE)
    folders = (root / kind.folder for kind in Kind)
    config.watch.extend(str(folder) for folder in folders if folder.is_dir())
    if (root / LEDGER).is_file():
        config.watch.append(str(root / LEDGER))
    return config


def report(log: LoggerAdapter[Any], reading: Reading, links: Addresses) -> None:
    """Tell every problem to MkDocs' log, where `--strict` counts them, but not what is due.

    MkDocs folds what it logs to the width of the terminal, which would tear excerpts and carets
    apart: they are printed beside it.
    """
    for problem in reading.problems:
        first, _, rest = texte.block(problem, reading.lines, links.message).partition("\n")
        log.log(INFO if problem.code in DUE else LEVELS[severity(problem)], "%s", first)
        click.echo(f"{rest}\n", err=True)


def surviving(build: Callable[[], None], log: LoggerAdapter[Any]) -> Callable[[], None]:
    """A build that fails without taking the site down: MkDocs would let every request wait."""

    def survive() -> None:
        try:
            build()
        except (Abort, BuildError) as error:
            log.error("%s La dernière version correcte reste en ligne.", error)  # noqa: TRY400 - the trace helps nobody here

    return survive


def only_files(files: Files, site: Site, config: MkDocsConfig, root: Path) -> Files:
    """What is left to MkDocs: pictures and other files beside the pages.

    The hand-written pages are ours already, a README is for whoever reads the folder, and no page
    uses what the theme would publish. What else would be lost without a word is refused.
    """
    pages = root / Kind.PAGE.folder
    ours = {root / leaf.file for leaf in site.leaves if leaf.file} | {pages / "README.md"}
    themes = set(config.theme.dirs) - {config.theme.custom_dir}
    for file in list(files):
        if file.is_documentation_page():
            if file.inclusion.is_included() and Path(file.abs_src_path or "").resolve() not in ours:
                message = f"« {file.src_uri} » n’est pas publié : les pages écrites à la main sont"
                raise PluginError(f"{message} celles de {pages}.")
            files.remove(file)
        elif file.src_dir in themes:
            files.remove(file)
        elif site.holds(file.dest_uri):
            message = f"« {file.src_uri} » prend la place d’une page du site : renommez ce fichier"
            raise PluginError(f"{message} de {config.docs_dir}.")
    return files


def frame_of(config: MkDocsConfig, env: Environment) -> Frame:
    """The theme's page, with holes for what is ours."""
    context = get_context(Navigation([], []), Files([]), config, base_url=HOLES["base"])
    return Frame.cut(env.get_template("main.html").render({**context, "holes": HOLES}))
