"""The lists of records, made for scanning: groups with counts, an alphabet, a map, pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Key, Library
from passerelles.pages.cards import card
from passerelles.pages.contexts import CardGroup, Group, IndexEntry, Letter, ListPage, MapView
from passerelles.pages.grouping import (
    GroupName,
    Groups,
    alphabetical,
    by_document_type,
    by_region,
    by_region_of_case,
    by_scheme,
    by_year,
    initial,
)
from passerelles.pages.maps import map_of
from passerelles.pages.page import Page, finish
from passerelles.pages.paging import Part, beginnings, cut, numbered, pager
from passerelles.pages.writer import Writer
from passerelles.records import Kind
from passerelles.text import count

ALPHABET_FROM = 12
"""A list with fewer records is read faster than an alphabet."""
INITIAL = "lettre"
OTHERS = "0-9"
"""Under which sign names stand that begin with no letter."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: what it is called, how it is grouped, how many records one of its pages holds."""

    title: str
    lead: str
    noun: tuple[str, str]
    groups: Callable[[Library], Groups]
    size: int


LISTINGS: Mapping[Kind, Listing] = {
    Kind.CASE: Listing(
        "Cas",
        "Des coopérations entre villes et campagnes, décrites et sourcées.",
        ("cas", "cas"),
        by_region_of_case,
        60,
    ),
    Kind.CONCEPT: Listing(
        "Glossaire",
        "Les mots de la coopération entre villes et campagnes, expliqués.",
        ("concept", "concepts"),
        by_scheme,
        600,
    ),
    Kind.TERRITORY: Listing(
        "Territoires",
        "Les territoires qui coopèrent, et leurs cas.",
        ("territoire", "territoires"),
        by_region,
        80,
    ),
    Kind.SOURCE: Listing(
        "Sources",
        "Les documents sur lesquels reposent les fiches, avec tout ce qui s’appuie sur eux.",
        ("source", "sources"),
        by_document_type,
        40,
    ),
    Kind.SESSION: Listing(
        "Sessions",
        "Des journées de formation et d’échanges, avec les fiches à y remettre.",
        ("session", "sessions"),
        by_year,
        100,
    ),
}
"""Every list. The glossary does not grow with the cases: it fits on one page."""


def list_pages(library: Library, links: Addresses) -> Iterator[Page]:
    """Write the list of each kind of record, in as many pages as it needs."""
    for kind, listing in LISTINGS.items():
        parts = cut(listing.groups(library), listing.size)
        for part in parts:
            address = addresses.of_page(addresses.LISTS[kind], part.number)
            writer = Writer(library, links, address)
            title = numbered(listing.title, part)
            above = ((listing.title, addresses.LISTS[kind]),) if part.number > 1 else ()
            yield finish(
                writer,
                _context(writer, kind, parts, part),
                title=title,
                description=f"{listing.lead[:-1]} ({title.lower()})." if above else listing.lead,
                trail=above,
            )


def _context(
    writer: Writer, kind: Kind, parts: Sequence[Part[GroupName, Key]], part: Part[GroupName, Key]
) -> ListPage:
    listing, base = LISTINGS[kind], addresses.LISTS[kind]
    keys = [key for each in parts for listed in each.groups.values() for key in listed]
    whole = part.total == 1 and len(keys) >= ALPHABET_FROM
    return ListPage(
        title=numbered(listing.title, part),
        lead=listing.lead,
        count=count(len(keys), *listing.noun),
        map=_map(writer, part) if kind is Kind.TERRITORY else None,
        index=tuple(_index(writer, base, parts)),
        groups=tuple(
            CardGroup(anchor, name, tuple(card(writer, key) for key in listed))
            for (anchor, name), listed in part.groups.items()
        ),
        letters=tuple(_letters(writer.library, keys)) if whole else (),
        alphabet=tuple(_alphabet(writer, keys)) if whole else (),
        pager=pager(writer, base, part.number, part.total),
    )


def _map(writer: Writer, part: Part[GroupName, Key]) -> MapView | None:
    """Where the territories of this page are."""
    names = (key.id for listed in part.groups.values() for key in listed)
    return map_of(writer, names, "Carte des territoires de cette page")


def _index(
    writer: Writer, base: str, parts: Sequence[Part[GroupName, Key]]
) -> Iterator[IndexEntry]:
    """The ways to the groups, on whichever page each begins; none where there is only one."""
    begins = beginnings(parts)
    numbers = {group: sum(len(part.groups.get(group, ())) for part in parts) for group in begins}
    for group in sorted(begins, key=[each for part in parts for each in part.groups].index):
        anchor, name = group
        address = addresses.of_page(base, begins[group])
        away = anchor if address != writer.here else ""
        href = writer.link(addresses.of_section(address, anchor))
        if len(begins) > 1:
            yield IndexEntry(name, href, numbers[group], away)


def _letters(library: Library, keys: Sequence[Key]) -> Iterator[Letter]:
    """Every letter, with the way to the names that begin with it, if there are any."""
    used = {initial(library.name(key)) for key in keys}
    for letter in ascii_uppercase:
        yield Letter(letter, addresses.within(_anchor(letter)) if letter in used else "")


def _alphabet(writer: Writer, keys: Sequence[Key]) -> Iterator[Group]:
    """The names of all records from A to Z."""
    found: dict[str, list[Key]] = {}
    for key in alphabetical(writer.library, keys):
        found.setdefault(initial(writer.library.name(key)) or OTHERS, []).append(key)
    for letter, listed in found.items():
        yield Group(letter, tuple(writer.anchor(key) for key in listed), _anchor(letter))


def _anchor(letter: str) -> str:
    return f"{INITIAL}-{letter.lower()}"
