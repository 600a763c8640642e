"""The line of a file that a problem speaks of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from passerelles.problems.place import Place
from passerelles.problems.shown import shown, width

LONGEST = 120
BEFORE = 40
"""Characters shown of a long line, and of them before the stretch."""


def line_at(place: Place, lines: Mapping[str, Sequence[str]]) -> str | None:
    """The line exactly as it is written, or None where the file has no such line."""
    of_file = lines.get(place.file, ())
    return of_file[place.line - 1] if 0 < place.line <= len(of_file) else None


def excerpt(place: Place, lines: Mapping[str, Sequence[str]]) -> str:
    """The numbered line with carets under the stretch; empty where there is no such line.

    Of a long line only the surroundings of the stretch are shown.
    """
    line = line_at(place, lines)
    if line is None:
        return ""
    column = min(place.column - 1, len(line))
    start = max(0, column - BEFORE) if len(line) > LONGEST else 0
    end = start + LONGEST if len(line) > LONGEST else len(line)
    before = "…" * bool(start) + shown(line[start:column])
    stretch = shown(line[column : min(column + max(place.length, 1), end)])
    after = shown(line[column + len(stretch) : end]) + "…" * (end < len(line))
    number = str(place.line)
    carets = "^" * max(1, width(stretch))
    return (
        f"{number} | {before}{stretch}{after}\n{' ' * len(number)} | {' ' * width(before)}{carets}"
    )
