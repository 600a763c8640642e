"""The line of a file that a problem speaks of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from passerelles.problems.place import Place


def line_at(place: Place, lines: Mapping[str, Sequence[str]]) -> str | None:
    """The line exactly as it is written, or None where the file has no such line."""
    of_file = lines.get(place.file, ())
    return of_file[place.line - 1] if 0 < place.line <= len(of_file) else None


def excerpt(place: Place, lines: Mapping[str, Sequence[str]]) -> str:
    """The numbered line with carets under the stretch; empty where there is no such line.

    Characters that a terminal would obey rather than show, tabs among them, are shown as `·`, so
    that the carets stand where they should.
    """
    line = line_at(place, lines)
    if line is None:
        return ""
    shown = "".join(char if char.isprintable() else "·" for char in line)
    number = str(place.line)
    carets = "^" * max(1, min(place.length, len(line) - place.column + 1))
    return f"{number} | {shown}\n{' ' * len(number)} | {' ' * (place.column - 1)}{carets}"
