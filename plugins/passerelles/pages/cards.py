"""A record in a few words, for lists."""

from __future__ import annotations

from passerelles.library import Key
from passerelles.pages.contexts import Card
from passerelles.pages.writer import Writer
from passerelles.records import Case, Concept, HandwrittenPage, Session, Source, Territory
from passerelles.text import count, french_date, opening, rich, shortened

LONGEST = 160


def row(writer: Writer, key: Key) -> Card:
    """A card in a long list: of what is told at length, the first sentences."""
    whole = card(writer, key)
    return whole._replace(summary=opening(whole.summary, LONGEST))


def card(writer: Writer, key: Key) -> Card:
    """What tells a record apart from the others of its kind."""
    record = writer.library[key]
    name = writer.anchor(key)
    match record:
        case Case():
            banks = (writer.library.territories[str(each)].title for each in record.territories)
            when = record.period
            return Card(name, record.summary, (", ".join(banks), *((when,) if when else ())))
        case Concept():
            return Card(name, opening(writer.library.briefs[key.id], LONGEST), record.forms)
        case Territory():
            cases = len(writer.library.cases_of(key))
            return Card(name, "", (record.type.label, count(cases, "cas", "cas")))
        case Source():
            citing = {link.source for link in writer.library.to(key)}
            cited = f"cité dans {count(len(citing), 'page')} du site"
            return Card(name, "", (record.publisher, french_date(record.date.text), cited))
        case Session():
            place = (record.place,) if record.place else ()
            return Card(name, "", (french_date(record.date.text), *place))
        case HandwrittenPage():
            return Card(name, shortened(rich.to_text(record.body), LONGEST))
    raise TypeError(record)
