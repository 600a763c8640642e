"""The lists of records, made for scanning: grouped, with what tells each record apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Key, Library
from passerelles.pages.cards import card
from passerelles.pages.contexts import CardGroup, ListPage
from passerelles.pages.page import Page, finish
from passerelles.pages.writer import Writer
from passerelles.records import Kind, Scheme, official
from passerelles.text import count, fold

FRANCE = "FR"
ELSEWHERE = ("Plusieurs régions", "Hors de France")
"""Where a case is that no one French region holds: in France, or not."""

Groups = Mapping[tuple[str, str], list[Key]]
"""The records of each group, by its anchor and its title, in the order of the page."""


def list_pages(library: Library, links: Addresses) -> Iterator[Page]:
    """Write the list of each kind of record."""
    lists: dict[Kind, tuple[str, str, str, Callable[[Library], Groups]]] = {
        Kind.CASE: (
            "Cas",
            "Des coopérations entre villes et campagnes, décrites et sourcées.",
            "cas",
            _by_region,
        ),
        Kind.CONCEPT: (
            "Glossaire",
            "Les mots de la coopération entre villes et campagnes, expliqués.",
            "concepts",
            _by_scheme,
        ),
        Kind.TERRITORY: (
            "Territoires",
            "Les territoires qui coopèrent, et leurs cas.",
            "territoires",
            _by_type,
        ),
        Kind.SOURCE: (
            "Sources",
            "Les documents sur lesquels reposent les fiches, avec tout ce qui s’appuie sur eux.",
            "sources",
            _by_publisher,
        ),
        Kind.SESSION: (
            "Sessions",
            "Des journées de formation et d’échanges, avec les fiches à y remettre.",
            "sessions",
            _by_year,
        ),
    }
    for kind, (title, lead, noun, grouped) in lists.items():
        writer = Writer(library, links, addresses.LISTS[kind])
        groups = grouped(library)
        number = sum(len(keys) for keys in groups.values())
        context = ListPage(
            title=title,
            lead=lead,
            groups=tuple(
                CardGroup(key, name, tuple(card(writer, each) for each in keys))
                for (key, name), keys in groups.items()
            ),
            count=count(number, noun.removesuffix("s") if noun != "cas" else noun, noun),
        )
        yield finish(writer, context, description=lead)


def _sorted(library: Library, kind: Kind, names: Mapping[str, object]) -> list[Key]:
    keys = [Key(kind, name) for name in names]
    return sorted(keys, key=lambda key: (fold(library.name(key)), key.id))


def _by_region(library: Library) -> Groups:
    """Cases by the region of the first of their territories that has one."""
    groups: dict[tuple[str, str], list[Key]] = {}
    for key in _sorted(library, Kind.CASE, library.cases):
        region = _region(library, key.id)
        groups.setdefault((_anchor(region), region), []).append(key)
    return dict(sorted(groups.items(), key=lambda group: (group[0][1] in ELSEWHERE, group[0])))


def _region(library: Library, case: str) -> str:
    territories = [library.territories[str(each)] for each in library.cases[case].territories]
    for territory in territories:
        if territory.region:
            return str(official.name_of_region(territory.region))
    abroad = all(territory.country != FRANCE for territory in territories)
    return ELSEWHERE[abroad]


def _by_scheme(library: Library) -> Groups:
    groups: dict[tuple[str, str], list[Key]] = {(each.value, each.label): [] for each in Scheme}
    for key in _sorted(library, Kind.CONCEPT, library.concepts):
        scheme = library.concepts[key.id].scheme
        groups[scheme.value, scheme.label].append(key)
    return {name: keys for name, keys in groups.items() if keys}


def _by_type(library: Library) -> Groups:
    groups: dict[tuple[str, str], list[Key]] = {}
    for key in _sorted(library, Kind.TERRITORY, library.territories):
        kind = library.territories[key.id].type
        groups.setdefault((kind.value, kind.label.capitalize()), []).append(key)
    return dict(sorted(groups.items(), key=lambda group: fold(group[0][1])))


def _by_publisher(library: Library) -> Groups:
    groups: dict[tuple[str, str], list[Key]] = {}
    names: dict[str, str] = {}
    for key in _sorted(library, Kind.SOURCE, library.sources):
        publisher = library.sources[key.id].publisher
        anchor = _anchor(publisher)
        name = names.setdefault(anchor, publisher)  # « Cap rural » is « Cap Rural »
        groups.setdefault((f"editeur-{anchor}", name), []).append(key)
    return dict(sorted(groups.items(), key=lambda group: fold(group[0][1])))


def _by_year(library: Library) -> Groups:
    groups: dict[tuple[str, str], list[Key]] = {}
    newest_first = sorted(
        library.sessions.items(), key=lambda each: each[1].date.text, reverse=True
    )
    for name, session in newest_first:
        year = str(session.date.year)
        groups.setdefault((f"annee-{year}", year), []).append(Key(Kind.SESSION, name))
    return groups


def _anchor(text: str) -> str:
    return "-".join("".join(char if char.isalnum() else " " for char in fold(text)).split())
