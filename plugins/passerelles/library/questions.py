"""What a page may ask a library, and by what one knows that the answer is still the same.

A question is a few words: `name cas tera`, `field cas tera title`, `to source rtes-2020`. Its mark
is short, made of the answer, and differs where the answer differs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from passerelles.keeping import hash_of
from passerelles.library.kinship import Trait
from passerelles.library.library import Library
from passerelles.library.links import Key, Link
from passerelles.library.terms import forms_of
from passerelles.records import Concept, Entry, Kind, Session, Source

Mark = str | bytes
AUDIT, ENTRY, FIELD = "audit", "entry", "field"
POINTING, ROWS, TRAITS = "pointing", "rows", "traits"
OWN = frozenset({"brief", ENTRY, "holds", "name"})
"""What a record, being as it was, answers as it did."""
LINKED = ("cases_of", "keys", "members", "narrower", "parent", "related", "resolve", "to")
FROM: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(LINKED, (POINTING,)),
    "kin": (TRAITS,),
    "near": (POINTING, ROWS),
}
"""What an answer follows from: where all these are answered as they were, so is the question."""
ROOTS = tuple(dict.fromkeys(chain.from_iterable(FROM.values())))
"""What every build asks, so that the next need not look at all that follows from it."""


@dataclass(frozen=True, slots=True)
class Question:
    """A sort of question: how a library answers, and how an answer is marked."""

    answer: Callable[..., Any]
    """Takes the library, then what is asked about: a record's key, or a text."""
    mark: Callable[[Library, Any], Mark]


def _text(_: Library, answer: object) -> Mark:
    return str(answer)


def _shown(_: Library, answer: object) -> Mark:
    """Values that show all that they are."""
    return hash_of(repr(answer))


def _joined(_: Library, answer: Iterable[str]) -> Mark:
    return hash_of(*answer)


def _all_pointing(_: Library, answer: Mapping[Key, Entry]) -> Mark:
    return hash_of(b"".join(entry.pointing for entry in answer.values()))


def _pointing(library: Library, answer: Iterable[Link]) -> Mark:
    """Links are what their records mention: as many, from the same mentions, are the same.

    Where in a file they stand makes no difference: no page tells.
    """
    traces = [library.entries[link.source].pointing for link in answer]
    return hash_of(b"".join(traces))


def _having(_: Library, answer: Mapping[str, Iterable[Trait]]) -> Mark:
    lines = (f"{name} {each.field} {each.value}" for name, has in answer.items() for each in has)
    return hash_of("\n".join(lines))


def _standing(_: Library, answer: Mapping[Key, Entry]) -> Mark:
    """By what records are put in order: their names and dates, the schemes of concepts."""
    values = [entry.value for entry in answer.values()]
    schemes = [str(value.scheme) for value in values if isinstance(value, Concept)]
    dates = [value.date.text for value in values if isinstance(value, Source | Session)]
    return hash_of("\n".join(value.name for value in values if value), *schemes, *dates)


def _read(library: Library, answer: Iterable[Key]) -> Mark:
    return hash_of(*(library.entries[key].trace for key in answer))


def _of_kind(library: Library, kind: str) -> tuple[str, ...]:
    return tuple(key.id for key in library.entries if key.kind == kind)


def _in(name: str) -> Callable[..., Any]:
    """What a library holds under an identifier in one of its mappings; nothing is an answer too."""

    def answer(library: Library, identifier: str) -> Any:
        found: Mapping[str, Any] = getattr(library, name)
        return found.get(identifier)

    return answer


QUESTIONS: Mapping[str, Question] = {
    "all": Question(lambda library: library.entries, _read),
    AUDIT: Question(lambda library: library.audit, _shown),
    "brief": Question(lambda library, name: library.briefs[name.id], _text),
    "cases_of": Question(lambda library, key: library.cases_of(key), _joined),
    ENTRY: Question(lambda _, key: (key,), _read),
    "holds": Question(lambda library, key: key in library.entries, _text),
    "keys": Question(_of_kind, _joined),
    "kin": Question(lambda library, name: library.kin[name], _shown),
    "members": Question(_in("members"), _shown),
    "name": Question(lambda library, key: library.name(key), _text),
    "narrower": Question(_in("narrower"), _shown),
    "near": Question(lambda library, key: library.neighbours.get(key), _shown),
    "parent": Question(lambda library, name: library.parent_page(name), _text),
    "related": Question(_in("related"), _shown),
    "resolve": Question(lambda library, target: library.resolve(target), _shown),
    "terms": Question(lambda library: tuple(forms_of(library.entries.values())), _shown),
    POINTING: Question(lambda library: library.entries, _all_pointing),
    ROWS: Question(lambda library: library.entries, _standing),
    TRAITS: Question(lambda library: library.kin.traits, _having),
    "to": Question(lambda library, key: library.to(key), _pointing),
}
"""Every sort of question but `field`, which only a look at both records can answer."""


KEYED = frozenset({"brief", "cases_of", "entry", "holds", "name", "near", "to"})
"""The sorts that are asked about a record of any kind."""


KINDS = {kind.value: kind for kind in Kind}


def words_of(sort: str, about: Key | str | None = None) -> str:
    """A question in words."""
    if isinstance(about, Key):
        return f"{sort} {about.kind.value} {about.id}"
    return sort if about is None else f"{sort} {about}"


def key_of(kind: str, identifier: str) -> Key:
    """The record that two words of a question mean."""
    return Key(KINDS[kind], identifier)


def mark_of(library: Library, question: str) -> Mark | None:
    """The mark of what a library answers now; None where it cannot."""
    sort, *words = question.split(" ")
    about = [key_of(*words)] if sort in KEYED else words
    try:
        return QUESTIONS[sort].mark(library, QUESTIONS[sort].answer(library, *about))
    except (KeyError, StopIteration):  # of a record that is gone
        return None
