"""The French wording of problems, read from the catalogue."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Formatter

from passerelles.problems.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Entry:
    """What the catalogue says of one code; every text is French, with `{fact}` to fill in."""

    code: str
    severity: Severity
    title: str
    """A noun phrase, the heading of the help page."""
    message: str
    """What is wrong, in one line."""
    advice: tuple[str, ...]
    """What to do: the first of them whose facts are all known is used."""
    explanation: str
    """One or two paragraphs for somebody who has never seen YAML."""
    wrong: str
    """An example that gives this problem."""
    right: str
    """The same example, mended."""
    example: str
    """What the example is: a kind of record (`cas`, `concept`, …), or `fichier` for a file name."""


@cache
def catalogue() -> Mapping[str, Entry]:
    """Every entry by its code, in the order of the catalogue's files."""
    folder = files(__package__) / "catalogue"
    entries: dict[str, Entry] = {}
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        for code, text in tomllib.loads(file.read_text("utf-8")).items():
            entries[code] = Entry(
                code=code,
                severity=Severity(text.get("gravite", Severity.ERROR)),
                title=text["titre"],
                message=text["message"],
                advice=tuple(text["aide"]),
                explanation=text["explication"].strip(),
                wrong=text["faux"].strip("\n"),
                right=text["juste"].strip("\n"),
                example=text.get("exemple", "cas"),
            )
    return entries


def severity(problem: Problem) -> Severity:
    """Whether the problem is an error or a warning."""
    return catalogue()[problem.code].severity


def message(problem: Problem) -> str:
    """What is wrong, in one French line."""
    return catalogue()[problem.code].message.format_map(problem.facts)


def hint(problem: Problem, line: str | None) -> str:
    """What to do and, where the mend is known, the corrected line to paste below it.

    `line` is the line of the file at the problem's place, or None where there is none.
    """
    advice = next(
        text.format_map(problem.facts)
        for text in catalogue()[problem.code].advice
        if _placeholders(text) <= problem.facts.keys()
    )
    if problem.fix is None:
        return advice
    start = problem.place.column - 1
    line = line or ""
    return f"{advice}\n{line[:start]}{problem.fix}{line[start + problem.place.length :]}".rstrip()


def _placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}
