"""The command line: `passerelles check`."""

from __future__ import annotations

import gc
import os
import re
import sys
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from passerelles import pipeline
from passerelles.addresses import Addresses
from passerelles.problems.reports import REPORTS, github
from passerelles.progress import progress
from passerelles.records import Kind
from passerelles.text import typeset

HEADINGS = {"Commands": "Commandes"}
MISUSES = (
    (r"No such option:? '?([^' ]+?)'?\.?(?: .*)?", "L’option « {} » n’existe pas."),
    (r"No such command '(.+?)'\..*", "La commande « {} » n’existe pas."),
    (r"Missing command\.", "Il manque une commande."),
    (r"Got unexpected extra arguments? \((.+)\)", "Il y a quelque chose de trop : « {} »."),
    (r"Option '(.+)' requires an argument\.", "L’option « {} » attend une valeur."),
    (r"Option '(.+)' does not take a value\.", "L’option « {} » n’attend pas de valeur."),
    (r"Invalid value for .*: '(.*)' is not one of (.+)\.", "« {} » n’est pas parmi {}."),
    (r"Invalid value for .*: Directory '(.*)' does not exist\.", "Le dossier « {} » n’existe pas."),
    (r"Invalid value for .*: Directory '(.*)' is a file\.", "« {} » n’est pas un dossier."),
)
"""What click says when a command is misused, and how one says it in French."""


class FrenchHelp(click.HelpFormatter):
    """Writes the help of a command with French titles."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how the command is called."""
        super().write_usage(prog, args, prefix or typeset("Usage : "))

    def write_heading(self, heading: str) -> None:
        """Write the title of a part."""
        self.write(typeset(f"{HEADINGS.get(heading, heading)} :\n"))


class FrenchContext(click.Context):
    """Gives each command its French help."""

    formatter_class = FrenchHelp


class FrenchCommand(click.Command):
    """A command that says in French what click says by itself."""

    context_class = FrenchContext

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give the option that shows the help."""
        option = super().get_help_option(ctx)
        if option:
            option.help = "Affiche cette aide."
        return option


class FrenchGroup(FrenchCommand, click.Group):
    """Commands that say in French how they were misused, always in UTF-8."""

    command_class = FrenchCommand

    def main(self, *args: Any, **options: Any) -> Any:
        """Run the command that the arguments name."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(encoding="utf-8")
        try:
            return super().main(*args, **(options | {"standalone_mode": False}))
        except click.UsageError as error:
            help_command = f"{error.ctx.command_path if error.ctx else 'passerelles'} --help"
            message = f"{_in_french(error.format_message())}\nPour voir l’aide : {help_command}"
            click.echo(typeset(message), err=True)
            sys.exit(error.exit_code)
        except click.Abort:
            click.echo("Interrompu.", err=True)
            sys.exit(1)


def _in_french(message: str) -> str:
    for pattern, french in MISUSES:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return french.format(*found.groups())
    return message


@click.group(cls=FrenchGroup, subcommand_metavar="COMMANDE [ARGUMENTS]…", no_args_is_help=False)
def main() -> None:
    """Passerelles : contrôler et compléter la base de connaissances."""


@main.command()
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    metavar="DIR",
    help="Le dossier qui contient cases, glossary, territories, sources et sessions.",
)
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
    if not any((root / kind.folder).is_dir() for kind in Kind if kind is not Kind.PAGE):
        folders = ", ".join(kind.folder for kind in Kind if kind is not Kind.PAGE)
        message = f"« {root} » ne contient aucun dossier de fiches ({folders})."
        raise click.UsageError(message)
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


def _site_url(root: Path) -> str:
    """Where the site is published, as its MkDocs configuration says; empty where none says it."""
    config = root / "mkdocs.yml"
    text = config.read_text("utf-8") if config.is_file() else ""
    found = re.search(r"^site_url:\s*(\S+?)/?\s*$", text, re.MULTILINE)
    return f"{found.group(1)}/" if found else ""
