"""The page of a document: every claim that rests on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Key, Library
from passerelles.pages.claims import claim_text
from passerelles.pages.contexts import Anchor, Claim, Claimant, Item, Passage, Row, SourcePage
from passerelles.pages.labels import LABELS, label
from passerelles.pages.neighbours import beside
from passerelles.pages.page import Page, finish
from passerelles.pages.paging import cut, pager
from passerelles.pages.writer import Writer
from passerelles.records import Kind, Source
from passerelles.text import count, fold, french_date

LABEL = LABELS[Kind.SOURCE]
WHOLE = "Le document dans son ensemble"
SHORT = 12
"""Up to this many claims, none is folded away."""
PER_PAGE = 400
"""How many records that cite the document stand on one page, each under a place with its claims."""


def source_page(library: Library, links: Addresses, name: str) -> Page:
    """Write the page of a document."""
    key, source = Key(Kind.SOURCE, name), library.sources[name]
    file = library.entries[key].file
    writer = Writer(library, links, addresses.of_record(key.kind, key.id), key)
    parts = cut(claimants_by_place(writer, key), PER_PAGE)
    claims = sum(_size(listed) for part in parts for listed in part.groups.values())
    context = SourcePage(
        title=source.title,
        facts=tuple(_facts(source)),
        online=Item("Lire le document", (), writer.elsewhere(source.url), source.url)
        if source.url
        else None,
        note=writer.rich(source.note),
        passages=tuple(
            Passage(where, count(_size(listed), "affirmation"), listed)
            for where, listed in parts[0].groups.items()
        ),
        number=count(claims, "affirmation"),
        short=claims <= SHORT,
        pager=pager(writer, writer.here, 1, len(parts)),
        notes=writer.written_notes(),
        beside=beside(writer, key),
        edit=links.edit(file),
    )
    description = (
        f"{source.title}, {source.publisher}, {french_date(source.date.text)} : "
        f"{count(claims, 'affirmation')} de cette base."
    )
    trail = (("Sources", addresses.SOURCES),)
    return finish(writer, context, description=description, trail=trail, file=file)


def _facts(source: Source) -> Iterator[Row]:
    yield Row("editeur", LABEL["editeur"], text=source.publisher)
    yield Row("date", LABEL["date"], text=french_date(source.date.text))
    yield Row("type", LABEL["type"], text=source.type.label)
    if source.authors:
        yield Row("auteurs", LABEL["auteurs"], text=", ".join(source.authors))
    if source.pages:
        yield Row("pages", LABEL["pages"], text=str(source.pages))
    if source.language and source.language != "fr":
        yield Row("langue", LABEL["langue"], text=source.language)
    if source.licence:
        yield Row("licence", LABEL["licence"], text=source.licence)


def claimants_by_place(writer: Writer, key: Key) -> Mapping[str, Sequence[Claimant]]:
    """Who cites each place and what it says there, each claim once, in the order of the places."""
    found: dict[str, dict[Key, dict[Claim, None]]] = {}
    for link in writer.library.to(key):
        claims = found.setdefault(link.where or "", {}).setdefault(link.source, {})
        if link.field != "sources":
            section = link.field if link.source.kind is Kind.CASE else ""
            anchor = writer.anchor(link.source, section)
            named = Anchor(label(link.source.kind, link.field), anchor.href)
            claims[Claim(named, claim_text(writer.library[link.source], link))] = None
    return {
        where or WHOLE: tuple(
            Claimant(writer.anchor(record), tuple(claims))
            for record, claims in found[where].items()
        )
        for where in sorted(found, key=_reading_order)
    }


def _size(claimants: Iterable[Claimant]) -> int:
    """How many claims there are; a record that names the document as a whole makes one."""
    return sum(max(1, len(each.claims)) for each in claimants)


def _reading_order(where: str) -> list[str | int]:
    """Numbers count as such: « § 2 » comes before « § 10 »."""
    parts = re.split(r"([0-9]{1,9})", where)
    return [int(part) if rank % 2 else fold(part) for rank, part in enumerate(parts)]
