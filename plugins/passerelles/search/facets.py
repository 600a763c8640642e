"""The facets, as data: to add one is to add one entry to FACETS.

Values are those of the YAML files. Inside a facet the choices are joined by « or », between facets
by « and »; a case has a concept when it names it or a narrower one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from passerelles.library import Key, Library
from passerelles.records import Case, Choice, Flux, Kind, SheetState, Status, official


@dataclass(frozen=True, slots=True)
class Value:
    """Something that one may choose in a facet."""

    label: str
    broader: tuple[str, ...] = ()
    """The values directly above it; whatever has this one has them too."""
    key: Key | None = None
    """The record whose page lists the cases that have it, where there is one."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One respect in which cases differ."""

    name: str
    """How it is called in addresses: the singular of its YAML key."""
    label: str
    of_case: Callable[[Library, Case], Iterable[str]]
    """The values that a case names."""
    values: Callable[[Library], Mapping[str, Value]]
    """All values that there are, whether or not a case has them."""
    ordered: bool = False
    """Whether its values have an order of their own, as years do."""


def _concepts(name: str, label: str, attribute: str) -> Facet:
    """The concepts of a scheme, which bears the name of the facet."""

    def values(library: Library) -> Mapping[str, Value]:
        return {
            identifier: Value(
                concept.term,
                tuple(str(above) for above in concept.broader),
                Key(Kind.CONCEPT, identifier),
            )
            for identifier, concept in library.concepts.items()
            if concept.scheme.value == name
        }

    read = attrgetter(attribute)
    return Facet(name, label, lambda _, case: map(str, read(case)), values)


def _choices(
    name: str, label: str, read: Callable[[Case], Iterable[str]], of: type[Choice]
) -> Facet:
    """The values of a closed list."""
    labels = {str(choice): Value(choice.label[:1].upper() + choice.label[1:]) for choice in of}
    return Facet(name, label, lambda _, case: read(case), lambda _: labels)


def _territories(library: Library) -> Mapping[str, Value]:
    """The territories that cases name."""
    named = {str(each) for case in library.cases.values() for each in case.territories}
    return {
        name: Value(territory.title, key=Key(Kind.TERRITORY, name))
        for name, territory in library.territories.items()
        if name in named
    }


def _regions_of(library: Library, case: Case) -> Iterable[str]:
    found = (library.territories[str(each)].region for each in case.territories)
    return [region for region in found if region]


def _regions(library: Library) -> Mapping[str, Value]:
    codes = {territory.region for territory in library.territories.values()}
    return {code: Value(str(official.name_of_region(code))) for code in codes if code}


def _years(library: Library) -> Mapping[str, Value]:
    years = {case.start.year for case in library.cases.values() if case.start}
    return {str(year): Value(str(year)) for year in sorted(years)}


FACETS: Final = (
    _concepts("thematique", "Thématique", "themes"),
    _choices("flux", "Ce qui s’échange", lambda case: [str(e.flux) for e in case.exchanges], Flux),
    Facet("region", "Région", _regions_of, _regions),
    Facet(
        "territoire",
        "Territoire",
        lambda _, case: [str(each) for each in case.territories],
        _territories,
    ),
    _concepts("dispositif", "Dispositif", "frameworks"),
    _concepts("structure", "Structure", "structures"),
    _choices("statut", "Statut", lambda case: [str(case.status)], Status),
    Facet(
        "annee",
        "Année de début",
        lambda _, case: [str(case.start.year)] if case.start else [],
        _years,
        ordered=True,
    ),
    _concepts("levier", "Levier", "levers"),
    _concepts("frein", "Frein", "brakes"),
    _concepts("notion", "Notion", "notions"),
    _concepts("outil", "Outil", "tools"),
    _choices(
        "etat_fiche",
        "État de la fiche",
        lambda case: [str(case.sheet.state)] if case.sheet else [],
        SheetState,
    ),
)
"""Every facet, in the order in which they are shown."""
