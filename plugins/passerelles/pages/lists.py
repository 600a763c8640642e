"""The lists of records, made for scanning: groups with counts, an alphabet, a map, pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Key, Library
from passerelles.pages.alphabet import Alphabet, alphabet_of, letters, names
from passerelles.pages.cards import row
from passerelles.pages.contexts import CardGroup, IndexEntry, ListPage, MapView
from passerelles.pages.grouping import (
    GroupName,
    Groups,
    by_document_type,
    by_region,
    by_region_of_case,
    by_scheme,
    by_year,
)
from passerelles.pages.maps import map_of
from passerelles.pages.page import Page, finish
from passerelles.pages.paging import Part, beginnings, cut, numbered, pager
from passerelles.pages.writer import Writer
from passerelles.records import Kind
from passerelles.text import count


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: what it is called, how it is grouped, how many records one of its pages holds."""

    title: str
    lead: str
    noun: tuple[str, str]
    groups: Callable[[Library], Groups]
    size: int
    short_names: bool = False


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
        short_names=True,
    ),
    Kind.TERRITORY: Listing(
        "Territoires",
        "Les territoires qui coopèrent, et leurs cas.",
        ("territoire", "territoires"),
        by_region,
        80,
        short_names=True,
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


def list_pages(kind: Kind, library: Library, links: Addresses) -> Iterator[Page]:
    """Write the list of a kind of record, in as many pages as it needs."""
    listing, base = LISTINGS[kind], addresses.LISTS[kind]
    parts = cut(listing.groups(library), listing.size)
    keys = [key for part in parts for listed in part.groups.values() for key in listed]
    alphabet = alphabet_of(library, base, keys, apart=len(parts) > 1)
    for part in parts:
        writer = Writer(library, links, addresses.of_page(base, part.number))
        context = _context(writer, kind, parts, part, alphabet)
        yield _finished(writer, kind, context)
    if alphabet and alphabet.home != base:
        for named in alphabet.parts:
            writer = Writer(library, links, addresses.of_page(alphabet.home, named.number))
            yield _finished(writer, kind, _named(writer, kind, alphabet, named))


def _finished(writer: Writer, kind: Kind, context: ListPage) -> Page:
    """The page of a list; those after its first say which they are."""
    listing, base = LISTINGS[kind], addresses.LISTS[kind]
    first = writer.here == base
    return finish(
        writer,
        context,
        description=listing.lead if first else f"{listing.lead[:-1]} ({context.title.lower()}).",
        trail=() if first else ((listing.title, base),),
    )


def _context(
    writer: Writer,
    kind: Kind,
    parts: Sequence[Part[GroupName, Key]],
    part: Part[GroupName, Key],
    alphabet: Alphabet | None,
) -> ListPage:
    listing, base = LISTINGS[kind], addresses.LISTS[kind]
    here = alphabet.parts if alphabet and alphabet.home == base else ()
    number = sum(len(listed) for each in parts for listed in each.groups.values())
    return ListPage(
        title=numbered(listing.title, part),
        lead=listing.lead,
        number=count(number, *listing.noun),
        map=_map(writer, part) if kind is Kind.TERRITORY else None,
        entries=tuple(_index(writer, base, parts)),
        groups=tuple(
            CardGroup(anchor, name, tuple(row(writer, key) for key in listed))
            for (anchor, name), listed in part.groups.items()
        ),
        letters=tuple(letters(writer, alphabet)) if alphabet else (),
        alphabet=tuple(group for each in here for group in names(writer, each)),
        short_names=listing.short_names,
        pager=pager(writer, base, part.number, part.total),
    )


def _named(writer: Writer, kind: Kind, alphabet: Alphabet, part: Part[str, Key]) -> ListPage:
    """A page of the names of a list that takes several pages."""
    listing = LISTINGS[kind]
    return ListPage(
        title=numbered(f"{listing.title} de A à Z", part),
        lead=listing.lead,
        number="",
        groups=(),
        letters=tuple(letters(writer, alphabet)),
        alphabet=tuple(names(writer, part)),
        short_names=listing.short_names,
        pager=pager(writer, alphabet.home, part.number, part.total),
    )


def _map(writer: Writer, part: Part[GroupName, Key]) -> MapView | None:
    """Where the territories of this page are."""
    listed = (key.id for keys in part.groups.values() for key in keys)
    return map_of(writer, listed, "Carte des territoires de cette page")


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
