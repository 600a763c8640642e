"""One numbering of everything that can be found, and the text of each by how much it says.

Cases come first, so that an ordinal below the number of cases is a case, in facets and in
postings alike; within a kind the order is that of the titles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import Any, Final

from passerelles.library import Key, Library
from passerelles.records import (
    Case,
    Choice,
    Citation,
    Concept,
    Date,
    HandwrittenPage,
    Kind,
    Model,
    Reference,
    Territory,
    official,
)
from passerelles.text import fold, rich


class Field(IntEnum):
    """Where a word stands, from what says most of a document to what says least."""

    TITLE = 0
    FORMS = 1
    SUMMARY = 2
    SECTION = 3
    REST = 4


FIELDS: Final[Mapping[Kind, Mapping[str, Field]]] = {
    Kind.CASE: {
        "titre": Field.TITLE,
        "resume": Field.SUMMARY,
        "defis": Field.SECTION,
        "gouvernance": Field.SECTION,
        "objectifs": Field.SECTION,
        "echanges": Field.SECTION,
        "leviers": Field.SECTION,
        "freins": Field.SECTION,
        "enseignements": Field.SECTION,
        "transfert": Field.SECTION,
    },
    Kind.CONCEPT: {"terme": Field.TITLE, "formes": Field.FORMS, "definition": Field.SUMMARY},
    Kind.TERRITORY: {"nom": Field.TITLE},
    Kind.SOURCE: {"titre": Field.TITLE, "editeur": Field.FORMS, "auteurs": Field.FORMS},
    Kind.SESSION: {"titre": Field.TITLE, "lieu": Field.FORMS, "objectifs": Field.SUMMARY},
}
"""What each YAML key holds; any other holds the rest."""

SILENT: Final = frozenset({"url", "lien", "fichier", "cle", "devise", "langue", "type", "nature"})
"""Keys whose values nobody looks for."""


@dataclass(frozen=True, slots=True)
class Document:
    """A record or a hand-written page, and its words."""

    key: Key
    texts: tuple[str, ...]
    """One text for each field."""


def numbered(library: Library) -> tuple[Key, ...]:
    """Every document, in the order of their ordinals."""
    rank = {kind: place for place, kind in enumerate(Kind)}
    return tuple(
        sorted(library.entries, key=lambda key: (rank[key.kind], fold(library.name(key)), key.id))
    )


def document(library: Library, key: Key) -> Document:
    """Gather the words of a document."""
    record = library[key]
    texts: list[list[str]] = [[] for _ in Field]
    if isinstance(record, HandwrittenPage):
        texts[Field.TITLE].append(record.name)
        texts[Field.SECTION].append(rich.to_text(record.body))
    else:
        for name, alias in _telling(record.__class__):
            field = FIELDS[key.kind].get(alias, Field.REST)
            _gather(texts, library, getattr(record, name), field)
    if isinstance(record, Territory):
        texts[Field.FORMS].extend(_places(record))
    texts[Field.REST].append(key.kind.label)
    return Document(key, tuple("\n".join(dict.fromkeys(each)) for each in texts))


def _gather(texts: list[list[str]], library: Library, value: Any, field: Field) -> None:
    """Add the words of a value, and those by which the records that it names are known.

    Whether something is a model takes Pydantic longest to say: that is asked last.
    """
    if not value:
        return
    match value:
        case Reference():
            texts[Field.FORMS].extend(_names(library, value))
        case Citation():
            pass
        case Choice():
            texts[Field.REST].append(value.label)
        case str():
            texts[field].append(value)
        case rich.RichText():
            texts[field].append(rich.to_text(value))
        case Date():
            texts[Field.REST].append(str(value.year))
        case tuple() | Model():
            for each in _within(value):
                _gather(texts, library, each, field)


def _within(value: tuple[Any, ...] | Model) -> Iterator[Any]:
    """What stands in a list or in a mapping."""
    if isinstance(value, tuple):
        yield from value
        return
    for name, _ in _telling(type(value)):
        yield getattr(value, name)


@cache
def _telling(model: type[Model]) -> tuple[tuple[str, str], ...]:
    """The attributes in which there is something to look for, with their YAML keys."""
    return tuple((name, key) for name, key in model.english().items() if key not in SILENT)


def _names(library: Library, reference: Reference) -> Iterator[str]:
    """What one may call the record that a reference means."""
    kind = next(kind for kind in reference.kinds if Key(kind, reference.id) in library.entries)
    record = library[Key(kind, reference.id)]
    if isinstance(record, Case):
        return
    yield record.name
    if isinstance(record, Concept):
        yield from record.forms
    if isinstance(record, Territory):
        yield from _places(record)


def _places(territory: Territory) -> Iterator[str]:
    """The département and the region in which a territory lies, by their names."""
    for code in territory.departements:
        yield str(official.name_of_departement(code))
    if territory.region:
        yield str(official.name_of_region(territory.region))
