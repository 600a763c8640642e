"""What the browser draws of a document that was found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Key, Library, crossings_of
from passerelles.records import Case, Concept, HandwrittenPage, Session, Source, Territory
from passerelles.text import count, french_date, rich, shortened, typeset

LONGEST: Final = 160


def cards(library: Library, links: Addresses, keys: tuple[Key, ...]) -> Iterator[dict[str, Any]]:
    """One card for each document: `id`, `path` from the root of the site, `title`, `text`."""
    for key in keys:
        path = links.link(addresses.of_record(key.kind, key.id), addresses.HOME)
        name = typeset(library.name(key))
        record = library[key]
        text = record.summary if isinstance(record, Case) else _text(library, key)
        card = {"id": key.id, "path": path, "title": name, "text": typeset(text)}
        yield card | (told(library, key.id) if isinstance(record, Case) else {})


def _text(library: Library, key: Key) -> str:
    """What tells a document apart from the others of its kind, in a line."""
    record = library[key]
    match record:
        case Concept():
            return shortened(library.briefs[key.id], LONGEST)
        case Territory():
            return f"{record.type.label}, {count(len(library.cases_of(key)), 'cas', 'cas')}"
        case Source():
            return f"{record.publisher}, {french_date(record.date.text)}"
        case Session():
            place = f", {record.place}" if record.place else ""
            return f"{french_date(record.date.text)}{place}"
        case HandwrittenPage():
            return shortened(rich.to_text(record.body), LONGEST)
    raise TypeError(record)


def told(library: Library, name: str) -> dict[str, Any]:
    """Of a case also its banks (name, role, what that is called), who brings what to whom, when."""
    case = library.cases[name]
    return {
        "banks": [
            [
                typeset(library.territories[str(each)].title),
                *((each.role.value, each.role.label) if each.role else ("", "")),
            ]
            for each in case.territories
        ],
        "gives": typeset(_exchange(library, name)),
        "more": max(0, len(case.exchanges) - 1),
        "when": case.period,
    }


def _exchange(library: Library, name: str) -> str:
    """The exchange that says most: one between territories, or the first."""
    all_of_it = tuple(crossings_of(library, name))
    between = (each for each in all_of_it if each.between_territories)
    told = next(between, next(iter(all_of_it), None))
    return told.told if told else ""
