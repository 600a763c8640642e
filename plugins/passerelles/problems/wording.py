"""The French wording of problems, read from the catalogue."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Formatter

from passerelles.problems.problem import Problem, Severity
from passerelles.problems.shown import short, shown

COPIED = {"bloc", "ligne", "element", "parmi", "cles", "choix", "chemin", "propose"}
"""Facts that an advice gives whole."""
LONGEST = 2000
"""Characters of a line that is still shown corrected."""


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
    return catalogue()[problem.code].message.format_map(_facts(problem))


def hint(problem: Problem, line: str | None) -> str:
    """What to do and, where the mend is known, the corrected line to paste below it.

    `line` is the line of the file at the problem's place, or None where there is none. An advice
    that ends with a colon announces a line: it is used only where there is one to show.
    """
    mended = _mended(problem, line)
    known = _facts(problem)
    advice = next(
        text.format_map(known)
        for text in catalogue()[problem.code].advice
        if _placeholders(text) <= known.keys() and (mended or not text.endswith(":"))
    )
    return f"{advice}\n{mended}" if mended and advice.endswith(":") else advice


def _mended(problem: Problem, line: str | None) -> str | None:
    """The corrected line, unless it is unknown, empty or too long for anybody to paste."""
    if problem.fix is None or line is None or len(line) > LONGEST:
        return None
    start = problem.place.column - 1
    mended = f"{line[:start]}{problem.fix}{line[start + problem.place.length :]}".rstrip()
    return shown(mended) or None


def _facts(problem: Problem) -> Mapping[str, str]:
    """What the wording fills in: as it stands if it is to be copied, else shortened."""
    return {
        name: value if name in COPIED else short(value) for name, value in problem.facts.items()
    }


def _placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}
