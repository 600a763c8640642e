"""What the browser draws of a document that was found."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten
from typing import Any, Final

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Key, Library
from passerelles.records import Case, Concept, HandwrittenPage, Session, Source, Territory
from passerelles.text import count, french_date, period, rich, typeset

LONGEST: Final = 160


def cards(library: Library, links: Addresses, keys: tuple[Key, ...]) -> Iterator[dict[str, Any]]:
    """One card for each document: `id`, `path` from the root of the site, `title`, `text`."""
    for key in keys:
        path = links.link(addresses.of_record(key.kind, key.id), addresses.HOME)
        name = typeset(library.name(key))
        record = library[key]
        text = record.summary if isinstance(record, Case) else _text(library, key)
        card = {"id": key.id, "path": path, "title": name, "text": typeset(text)}
        yield card | (_case(library, record) if isinstance(record, Case) else {})


def _text(library: Library, key: Key) -> str:
    """What tells a document apart from the others of its kind, in a line."""
    record = library[key]
    match record:
        case Concept():
            return shorten(library.briefs[key.id], LONGEST, placeholder="…")
        case Territory():
            return f"{record.type.label}, {count(len(library.cases_of(key)), 'cas', 'cas')}"
        case Source():
            return f"{record.publisher}, {french_date(record.date.text)}"
        case Session():
            place = f", {record.place}" if record.place else ""
            return f"{french_date(record.date.text)}{place}"
        case HandwrittenPage():
            return shorten(rich.to_text(record.body), LONGEST, placeholder="…")
    raise TypeError(record)


def _case(library: Library, case: Case) -> dict[str, Any]:
    """Of a case also its banks (name and role), who brings what to whom, and when."""
    start, end = case.start, case.end
    return {
        "banks": [
            [typeset(library.territories[str(each)].title), each.role.value if each.role else ""]
            for each in case.territories
        ],
        "gives": typeset(_exchange(library, case)),
        "more": max(0, len(case.exchanges) - 1),
        "when": period(start.text if start else None, end.text if end else None),
    }


def _exchange(library: Library, case: Case) -> str:
    """The exchange that says most: one between territories, or the first."""
    names = {str(actor.key): actor.name for actor in case.actors if actor.key}
    banks = {str(each): library.territories[str(each)].title for each in case.territories}
    between = (each for each in case.exchanges if {each.giver.id, each.receiver.id} <= set(banks))
    exchange = next(between, next(iter(case.exchanges), None))
    if exchange is None:
        return ""
    names |= banks
    parties = f"{names[exchange.giver.id]} → {names[exchange.receiver.id]}"
    return f"{parties} : {exchange.brings}"
