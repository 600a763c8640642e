"""How the lists group their records, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from passerelles.library import Key, Library
from passerelles.records import Kind, Scheme, SourceType, official
from passerelles.text import fold

SEVERAL, UNSAID, ABROAD = "Plusieurs régions", "Région non précisée", "Hors de France"
"""Where a record is that no one French region holds."""
LAST = (SEVERAL, UNSAID, ABROAD)

GroupName: TypeAlias = tuple[str, str]
"""The anchor and the title of a group."""
Groups: TypeAlias = Mapping[GroupName, Sequence[Key]]
"""The records of each group, in the order of the page."""


def alphabetical(library: Library, keys: Iterable[Key]) -> list[Key]:
    """Records by their names, accents and capitals aside."""
    return sorted(keys, key=lambda key: (fold(library.name(key)), key.id))


def initial(name: str) -> str:
    """The letter under which a name stands in an alphabet; none where it begins with no letter."""
    first = fold(name)[:1].upper()
    return first if first.isascii() and first.isalpha() else ""


def by_region_of_case(library: Library) -> Groups:
    """Cases by the region of the first of their territories that has one."""
    found: dict[GroupName, list[Key]] = {}
    for key in _all(library, Kind.CASE, library.cases):
        territories = [library.territories[str(each)] for each in library.cases[key.id].territories]
        regions = (each.region for each in territories if each.region)
        abroad = all(each.abroad for each in territories)
        region = _region(next(regions, None)) or (ABROAD if abroad else SEVERAL)
        found.setdefault(_named(region), []).append(key)
    return _regions_in_order(found)


def by_region(library: Library) -> Groups:
    """Territories by their region."""
    found: dict[GroupName, list[Key]] = {}
    for key in _all(library, Kind.TERRITORY, library.territories):
        territory = library.territories[key.id]
        elsewhere = ABROAD if territory.abroad else UNSAID
        found.setdefault(_named(_region(territory.region) or elsewhere), []).append(key)
    return _regions_in_order(found)


def by_scheme(library: Library) -> Groups:
    """Concepts by the parts of the glossary, in the order of the model."""
    found: dict[GroupName, list[Key]] = {(each.value, each.label): [] for each in Scheme}
    for key in _all(library, Kind.CONCEPT, library.concepts):
        scheme = library.concepts[key.id].scheme
        found[scheme.value, scheme.label].append(key)
    return {name: keys for name, keys in found.items() if keys}


def by_document_type(library: Library) -> Groups:
    """Documents by their type, in the order of the model."""
    found: dict[GroupName, list[Key]] = {_typed(each): [] for each in SourceType}
    for key in _all(library, Kind.SOURCE, library.sources):
        found[_typed(library.sources[key.id].type)].append(key)
    return {name: keys for name, keys in found.items() if keys}


def by_year(library: Library) -> Groups:
    """Sessions by year, the newest first."""
    found: dict[GroupName, list[Key]] = {}
    newest_first = sorted(
        library.sessions.items(), key=lambda each: each[1].date.text, reverse=True
    )
    for name, session in newest_first:
        year = str(session.date.year)
        found.setdefault((f"annee-{year}", year), []).append(Key(Kind.SESSION, name))
    return found


def _all(library: Library, kind: Kind, names: Iterable[str]) -> list[Key]:
    return alphabetical(library, (Key(kind, name) for name in names))


def _typed(kind: SourceType) -> GroupName:
    return f"type-{kind.value}", f"{kind.label.capitalize()}s"


def _region(code: str | None) -> str | None:
    return official.name_of_region(code) if code else None


def _regions_in_order(found: Mapping[GroupName, list[Key]]) -> Groups:
    def order(group: tuple[GroupName, list[Key]]) -> tuple[int, str]:
        (_, name), _ = group
        return (LAST.index(name) + 1 if name in LAST else 0), fold(name)

    return dict(sorted(found.items(), key=order))


def _named(region: str) -> GroupName:
    words = "".join(char if char.isalnum() else " " for char in fold(region)).split()
    return "-".join(words), region
