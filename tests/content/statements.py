"""What the records and the pages state, piece by piece, each with the documents that it cites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from passerelles.library import Library
from passerelles.library.trust import paragraphs
from passerelles.records import (
    Choice,
    Citation,
    Date,
    Entry,
    HandwrittenPage,
    Kind,
    Model,
    Reference,
    Session,
    Source,
    Territory,
)
from passerelles.text import french_date, rich
from passerelles.text.blocks import CitationMention

NOT_OURS = frozenset(
    {"url", "link", "links", "file", "country", "language", "licence", "currency"}
    | {"siren", "insee", "departements", "region", "coordinates"}
    | {"sheet", "former_ids"}
)
"""Attributes that no document of the base is asked about: addresses, official codes, the sheet."""
NAMES = frozenset(
    {"name", "term", "forms", "organiser", "funder", "publisher", "authors", "place", "speakers"}
)
"""Attributes that hold names and functions, which are repeated as they are."""
TITLED = (Session, Source, Territory)
"""What has a title that it was given elsewhere."""
LONG_NAME = 4
"""So many words make a name that would count as copied; a short one hides nothing."""
OF_THE_SITE = frozenset({"a-propos", "contribuer", "mentions-legales"})
"""Pages on the site itself: only what they cite rests on a document."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A piece of text, a number or a date, and the documents on which it rests."""

    file: str
    where: str
    """Attributes and places in lists, from the record down."""
    words: str
    sources: tuple[Citation, ...]
    """What is cited on the spot, else the documents of the record; nothing on the site itself."""
    name: bool = False
    """Whether it is a name or a title."""
    date: bool = False
    """Whether it is a date in a field of its own, written in French."""


def statements(library: Library) -> Iterator[Statement]:
    """Everything that the base states."""
    for entry in library.entries.values():
        if isinstance(entry.value, HandwrittenPage):
            yield from _of_page(entry, entry.value)
        elif entry.value is not None:
            itself = (Citation(entry.id),) if entry.kind is Kind.SOURCE else ()
            sources = itself or getattr(entry.value, "sources", ())
            yield from _of_model(entry.value, Statement(entry.file, "", "", sources))


def names(library: Library) -> frozenset[str]:
    """The long names that texts repeat: of actors, territories, documents, sessions, concepts."""
    found = {library.name(key) for key in library.entries if key.kind is not Kind.CASE}
    for case in library.cases.values():
        found |= {actor.name for actor in case.actors}
    for concept in library.concepts.values():
        found |= set(concept.forms)
    bare = {name.partition(" (")[0] for name in found}
    return frozenset(name for name in found | bare if len(name.split()) >= LONG_NAME)


def _of_page(entry: Entry, page: HandwrittenPage) -> Iterator[Statement]:
    cited = (each for each in page.body.mentions if isinstance(each, CitationMention))
    documents = dict.fromkeys(Citation(each.source) for each in cited)
    every = () if entry.id in OF_THE_SITE else tuple(documents)
    yield Statement(entry.file, "titre", page.name, every, name=True)
    yield from _of_text(page.body, Statement(entry.file, "texte", "", every))


def _of_model(model: Model, here: Statement) -> Iterator[Statement]:
    own = tuple(_cited_in(model)) if "source" in type(model).model_fields else ()
    for attribute in type(model).model_fields:
        if attribute not in NOT_OURS | {"source", "sources"}:
            inside = replace(
                here,
                where=f"{here.where}.{attribute}".strip("."),
                name=attribute in NAMES or (attribute == "title" and type(model) in TITLED),
            )
            for each in _of_value(getattr(model, attribute), inside):
                yield replace(each, sources=own) if own else each


def _cited_in(item: Model) -> Iterator[Citation]:
    """What an item of a list cites: its source, and what stands in its text."""
    own = getattr(item, "source", None)
    if isinstance(own, Citation):
        yield own
    for attribute in type(item).model_fields:
        text = getattr(item, attribute)
        if isinstance(text, rich.RichText):
            for paragraph in paragraphs(text):
                yield from paragraph.citations


def _of_value(value: object, here: Statement) -> Iterator[Statement]:
    match value:
        case Model():
            yield from _of_model(value, here)
        case Reference() | Citation():
            return
        case tuple():
            for number, item in enumerate(value):
                yield from _of_value(item, replace(here, where=f"{here.where}[{number}]"))
        case rich.RichText():
            yield from _of_text(value, here)
        case Date():
            yield replace(here, words=french_date(value.text), date=True)
        case str() if not isinstance(value, Choice):
            yield replace(here, words=value)
        case int() | float() | Decimal():
            yield replace(here, words=str(value).replace(".", ","))


def _of_text(text: rich.RichText, here: Statement) -> Iterator[Statement]:
    for number, paragraph in enumerate(paragraphs(text)):
        where = f"{here.where}[{number}]"
        sources = paragraph.citations or here.sources
        yield replace(here, where=where, words=paragraph.words, sources=sources)
