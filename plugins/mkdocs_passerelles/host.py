"""What the plugin's hooks have in common with MkDocs' own terms."""

from __future__ import annotations

import os
from collections.abc import Callable
from logging import ERROR, WARNING, LoggerAdapter
from pathlib import Path
from typing import Any
from urllib.parse import quote

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.pages import Page
from passerelles.pipeline import Reading, Site
from passerelles.problems import Severity, severity
from passerelles.problems.reports import texte
from passerelles.records import Kind

OVERRIDES = Path(__file__).parent / "overrides"
LEVELS = {Severity.ERROR: ERROR, Severity.WARNING: WARNING}


def links_of(config: MkDocsConfig, root: Path) -> Addresses:
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
    )


def root_of(config: MkDocsConfig, root: str | None) -> Path:
    """The folder that holds the folders of records."""
    return Path(root or Path(config.config_file_path).parent).resolve()


def configure(config: MkDocsConfig, root: Path) -> MkDocsConfig:
    """Put our overrides, style and scripts in place, and watch the records."""
    config.theme.dirs.insert(0, str(OVERRIDES))
    config.theme.update({"language": "fr", "favicon": addresses.LOGO, "font": False})
    config.extra_css.append(addresses.STYLE)
    folders = (root / kind.folder for kind in Kind)
    config.watch.extend(str(folder) for folder in folders if folder.is_dir())
    return config


def report(log: LoggerAdapter[Any], reading: Reading, links: Addresses) -> None:
    """Tell every problem to MkDocs' log, where `--strict` counts them.

    MkDocs folds what it logs to the width of the terminal, which would tear excerpts and carets
    apart: they are printed beside it.
    """
    for problem in reading.problems:
        first, _, rest = texte.block(problem, reading.lines, links.message).partition("\n")
        log.log(LEVELS[severity(problem)], "%s", first)
        click.echo(f"{rest}\n", err=True)


def surviving(build: Callable[[], None], log: LoggerAdapter[Any]) -> Callable[[], None]:
    """A build that fails without taking the site down: MkDocs would let every request wait."""

    def survive() -> None:
        try:
            build()
        except (Abort, BuildError) as error:
            log.error("%s La dernière version correcte reste en ligne.", error)  # noqa: TRY400 - the trace helps nobody here

    return survive


def meta_of(page: Page) -> dict[str, Any]:
    """What the theme's template prints besides the body."""
    return {
        "title": page.title,
        "description": page.description,
        "header": page.header,
        "main": page.main,
        "footer": page.footer,
        "scripts": page.scripts,
        "moved_to": page.moved_to,
    }


def uri_of(page: Page) -> str:
    """The Markdown file that MkDocs is told a page comes from."""
    return f"{page.address}index.md"


def with_generated(files: Files, site: Site, config: MkDocsConfig, root: Path) -> Files:
    """MkDocs' files with those of the site among them.

    A hand-written page gives way to the page that was made from it, and a README is for whoever
    reads the folder; any other file at the place of a page would be lost without a word, and is
    refused.
    """
    written = {root / page.file for page in site.pages if page.file}
    written.add(root / Kind.PAGE.folder / "README.md")
    for file in list(files.documentation_pages()):
        if file.abs_src_path and Path(file.abs_src_path).resolve() in written:
            files.remove(file)
    taken = {file.dest_uri: file.src_uri for file in files}
    contents = {uri_of(page): "" for page in site.pages} | dict(site.files)
    for uri, content in contents.items():
        file = File.generated(config, uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
        if other := taken.get(file.dest_uri):
            message = f"« {other} » prend la place d’une page du site : renommez ce fichier de"
            raise PluginError(f"{message} {config.docs_dir}.")
        files.append(file)
    return files
