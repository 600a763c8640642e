"""The command line: `passerelles check`, `passerelles adresses`."""

from __future__ import annotations

import gc
import os
import re
import sys
from datetime import date
from pathlib import Path

import click

from passerelles import pipeline
from passerelles.addresses import Addresses
from passerelles.french_click import FrenchGroup
from passerelles.problems.reports import REPORTS, github
from passerelles.progress import progress
from passerelles.records import LEDGER, Kind
from passerelles.text import count, typeset

root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    metavar="DIR",
    help="Le dossier qui contient cases, glossary, territories, sources et sessions.",
)


@click.group(cls=FrenchGroup, subcommand_metavar="COMMANDE [ARGUMENTS]…", no_args_is_help=False)
def main() -> None:
    """Passerelles : contrôler et compléter la base de connaissances."""


@main.command()
@root_option
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(REPORTS)),
    default="texte",
    help="La forme du compte rendu.",
)
def check(root: Path, form: str) -> None:
    """Dire tout ce qui ne va pas dans les fiches.

    Le code de sortie est 0 s’il n’y a pas d’erreur (des avertissements peuvent rester), 1 s’il y
    en a, 2 si la commande elle-même est mal employée.
    """
    _expect_a_base(root)
    gc.disable()  # a short run keeps all that it reads: the collector took half of its time
    with progress("Lecture des fiches") as tell:
        reading = pipeline.read(root, date.today(), tell)  # noqa: DTZ011 - the day where the editor is
    help_url = Addresses(site=_site_url(root)).message
    click.echo(REPORTS[form](reading.problems, reading.lines, help_url))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if form == "github" and summary:
        with Path(summary).open("a", encoding="utf-8") as stream:
            stream.write(github.summary(reading.problems, reading.lines, help_url))
    sys.exit(0 if reading.publishable else 1)


@main.command()
@root_option
def adresses(root: Path) -> None:
    """Ajouter à adresses.txt les adresses nouvelles du site.

    Celles qui y sont y restent : « check » dit lesquelles ne mènent plus nulle part.
    """
    _expect_a_base(root)
    reading = pipeline.read(root)
    if not reading.publishable:
        click.echo("Rien n’a été ajouté : corrigez d’abord ce que dit « passerelles check ».")
        sys.exit(1)
    before, after = reading.lines.get(LEDGER, ()), pipeline.ledger(reading)
    (root / LEDGER).write_bytes(after.encode())
    new = set(after.splitlines()).difference(before)
    click.echo(typeset(f"{count(len(new), 'ligne')} de plus dans {LEDGER}."))


def _expect_a_base(root: Path) -> None:
    if not any((root / kind.folder).is_dir() for kind in Kind if kind is not Kind.PAGE):
        folders = ", ".join(kind.folder for kind in Kind if kind is not Kind.PAGE)
        message = f"« {root} » ne contient aucun dossier de fiches ({folders})."
        raise click.UsageError(message)


def _site_url(root: Path) -> str:
    """Where the site is published, as its MkDocs configuration says; empty where none says it."""
    config = root / "mkdocs.yml"
    text = config.read_text("utf-8") if config.is_file() else ""
    found = re.search(r"^site_url:\s*(\S+?)/?\s*$", text, re.MULTILINE)
    return f"{found.group(1)}/" if found else ""
