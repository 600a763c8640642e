"""What stands before and after each record: every record has its place in one row.

One rule for each kind. Cases stand with those that share a theme: the first of a case's themes
that others have too; concepts with those of their scheme, territories with all others, all three in
alphabetical order; documents and sessions by date; a hand-written page with those below the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from passerelles.library.links import Key
from passerelles.records import Kind, Scheme
from passerelles.text import fold

if TYPE_CHECKING:
    from passerelles.library.library import Library


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The records before and after one in its row, and what those of the row have in common."""

    shared: Key | Scheme | None
    """A theme, the page above, a scheme; None where a row holds all records of a kind."""
    before: Key | None
    after: Key | None


def neighbours(library: Library) -> Mapping[Key, Neighbours]:
    """The neighbours of each record that has any; each row is put in order once."""
    by_name = sorted(library.entries, key=lambda key: (fold(library.name(key)), key.id))
    rank = {key: place for place, key in enumerate(by_name)}
    found: dict[Key, Neighbours] = {}
    for shared, row in _rows(library, rank):
        for key, near in _in_row(shared, row):
            found.setdefault(key, near)
    found.update(_of_cases(library, rank))
    return found


Rank = Mapping[Key, int]
"""The place of each record among all of them, by name."""


def _of_cases(library: Library, rank: Rank) -> Iterator[tuple[Key, Neighbours]]:
    by_theme = {theme: dict(_in_row(theme, row)) for theme, row in _themes(library, rank)}
    for name, case in library.cases.items():
        key = Key(Kind.CASE, name)
        rows = (by_theme[Key(Kind.CONCEPT, theme.id)] for theme in case.themes)
        row = next((row for row in rows if key in row), None)
        if row:
            yield key, row[key]


def _rows(library: Library, rank: Rank) -> Iterator[tuple[Key | Scheme | None, Sequence[Key]]]:
    for scheme in Scheme:
        names = (name for name, each in library.concepts.items() if each.scheme is scheme)
        yield scheme, _by_name(rank, Kind.CONCEPT, names)
    yield None, _by_name(rank, Kind.TERRITORY, library.territories)
    sources, sessions = library.sources, library.sessions
    by_date = sorted(sources, key=lambda name: (sources[name].date.text, name))
    yield None, [Key(Kind.SOURCE, name) for name in by_date]
    by_date = sorted(sessions, key=lambda name: (sessions[name].date.text, name))
    yield None, [Key(Kind.SESSION, name) for name in by_date]
    below: dict[str, list[str]] = {}
    for name in library.pages:
        if above := library.parent_page(name):
            below.setdefault(above, []).append(name)
    for above, names_below in below.items():
        yield Key(Kind.PAGE, above), _by_name(rank, Kind.PAGE, names_below)


def _themes(library: Library, rank: Rank) -> Iterator[tuple[Key, Sequence[Key]]]:
    themes = {theme.id for case in library.cases.values() for theme in case.themes}
    for theme in sorted(themes):
        key = Key(Kind.CONCEPT, theme)
        yield key, _by_name(rank, Kind.CASE, library.cases_of(key))


def _by_name(rank: Rank, kind: Kind, names: Iterable[str]) -> Sequence[Key]:
    return sorted((Key(kind, name) for name in names), key=rank.__getitem__)


def _in_row(shared: Key | Scheme | None, row: Sequence[Key]) -> Iterator[tuple[Key, Neighbours]]:
    """Each record of a row with its neighbours; nothing where it stands alone."""
    if len(row) < 2:  # noqa: PLR2004 - two make a row
        return
    befores, afters = [None, *row[:-1]], [*row[1:], None]
    for key, before, after in zip(row, befores, afters, strict=True):
        yield key, Neighbours(shared, before, after)
