"""Makes click speak French: its help, and what it says of a command that is misused."""

from __future__ import annotations

import re
import sys
from io import TextIOWrapper
from typing import Any

import click

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
