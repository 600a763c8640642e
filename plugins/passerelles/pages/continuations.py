"""The pages on which that of a record goes on: what uses it, or rests on it, and has no room there.

With a small base there are none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Key, Library
from passerelles.pages.contexts import Anchor, Card, CardGroup, Claimant, ListPage
from passerelles.pages.overflow import SHOWN, rest
from passerelles.pages.page import Page, finish
from passerelles.pages.paging import cut, pager
from passerelles.pages.shared import uses
from passerelles.pages.source import PER_PAGE as CLAIMANTS
from passerelles.pages.source import claimants_by_place
from passerelles.pages.writer import Writer
from passerelles.records import Kind

LEAD = "La suite de ce qui se rapporte à cette fiche."
PLURALS = {Kind.CONCEPT: "glossaire", Kind.TERRITORY: "territoires", Kind.SOURCE: "sources"}
"""The part of the site in which the pages of a kind stand."""


def continued(library: Library) -> Iterator[Key]:
    """The records whose pages may need to go on."""
    named = {Kind.CONCEPT: library.concepts, Kind.TERRITORY: library.territories}
    for key in (Key(kind, name) for kind, names in named.items() for name in names):
        if len(library.to(key)) + len(library.cases_of(key)) > SHOWN:
            yield key
    for name in library.sources:
        key = Key(Kind.SOURCE, name)
        if len(library.to(key)) > CLAIMANTS:
            yield key


def continuation_pages(library: Library, links: Addresses, key: Key) -> Iterator[Page]:
    """Write the second and later pages of a record."""
    if key.kind is Kind.SOURCE:
        return _of_claims(library, links, key)
    return _of_uses(library, links, key)


def _of_uses(library: Library, links: Addresses, key: Key) -> Iterator[Page]:
    number, total = 2, 2
    while number <= total:
        writer = _writer(library, links, key, number)
        groups = uses(writer, key)
        parts = rest(groups)
        total = len(parts) + 1
        titles = {group.key: group.title for group in groups}
        listed = parts[number - 2].groups.items()
        cards = (
            CardGroup(name, titles[name], tuple(Card(anchor, "") for anchor in anchors))
            for name, anchors in listed
        )
        if listed:
            yield _page(writer, key, number, total, tuple(cards))
        number += 1


def _of_claims(library: Library, links: Addresses, key: Key) -> Iterator[Page]:
    number, total = 2, 2
    while number <= total:
        writer = _writer(library, links, key, number)
        parts = cut(claimants_by_place(writer, key), CLAIMANTS)
        total = len(parts)
        if number > total:  # many claims, few who make them
            return
        cards = (
            CardGroup(f"passage-{rank}", where, tuple(_cards(claimants)))
            for rank, (where, claimants) in enumerate(parts[number - 1].groups.items(), start=1)
        )
        yield _page(writer, key, number, total, tuple(cards))
        number += 1


def _cards(claimants: Iterable[Claimant]) -> Iterator[Card]:
    for claimant in claimants:
        for claim in claimant.claims:
            name = Anchor(claimant.record.name, claim.section.href)
            yield Card(name, claim.text, (claim.section.name,))
        if not claimant.claims:
            yield Card(claimant.record, "")


def _writer(library: Library, links: Addresses, key: Key, number: int) -> Writer:
    home = addresses.of_record(key.kind, key.id)
    return Writer(library, links, addresses.of_page(home, number), key)


def _page(writer: Writer, key: Key, number: int, total: int, groups: tuple[CardGroup, ...]) -> Page:
    home, name = addresses.of_record(key.kind, key.id), writer.library.name(key)
    title = f"{name}, page {number} sur {total}"
    context = ListPage(
        title=title, lead=LEAD, groups=groups, number="", pager=pager(writer, home, number, total)
    )
    list_name = PLURALS[key.kind]
    trail = (addresses.PARTS[list_name], (name, home))
    description = f"{LEAD[:-1]} : {title}."
    return finish(writer, context, description=description, trail=trail)
