"""A library that remembers what it was asked, so that one knows what a page was made of.

It is right by construction: whatever a library answers comes from its records, its links and its
audit, and asking for one of these is noted. What is noted more finely below only spares work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar, cast

from passerelles.library.kinship import Kinship
from passerelles.library.library import Library
from passerelles.library.links import Key, Link
from passerelles.library.neighbours import Neighbours
from passerelles.library.questions import ENTRY, FIELD, QUESTIONS, Mark, words_of
from passerelles.records import (
    Audit,
    Case,
    Concept,
    Entry,
    HandwrittenPage,
    Kind,
    RecordModel,
    Session,
    Source,
    Territory,
)
from passerelles.text import Terms

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Answers:
    """What a library has answered so far, to all of its witnesses."""

    library: Library
    marks: dict[str, Mark] = field(default_factory=dict)
    """Of each question asked."""
    given: dict[Any, tuple[str, Any]] = field(default_factory=dict)
    """Each question in words, with its answer, by its sort and by what it is about."""

    def give(self, sort: str, about: Key | str | None) -> tuple[str, Any]:
        """A question in words, and its answer."""
        found = self.given.get((sort, about))
        if found is None:
            answer = QUESTIONS[sort].answer(self.library, *(() if about is None else (about,)))
            question = words_of(sort, about)
            self.marks[question] = QUESTIONS[sort].mark(self.library, answer)
            found = self.given[sort, about] = question, answer
        return found


class Witness(Library):
    """Answers as its library does, and notes what it was asked."""

    def __init__(self, answers: Answers) -> None:
        self.__dict__.update(answers=answers, library=answers.library, asked=set())

    answers: Answers
    library: Library
    asked: set[str]

    def ask(self, sort: str, about: Key | str | None = None) -> Any:
        """Ask a question of `QUESTIONS`."""
        question, answer = self.answers.give(sort, about)
        self.asked.add(question)
        return answer

    @property
    def entries(self) -> Mapping[Key, Entry]:
        return _Entries(self)

    @property
    def links(self) -> tuple[Link, ...]:
        self.ask("all")
        return self.library.links

    @property
    def audit(self) -> Audit | None:
        found: Audit | None = self.ask("audit")
        return found

    def __getitem__(self, key: Key) -> RecordModel | HandwrittenPage:
        self.ask("holds", key)
        return cast("RecordModel", _Watched(self.library[key], self.asked, words_of(FIELD, key)))

    def name(self, key: Key) -> str:
        return str(self.ask("name", key))

    def resolve(self, target: str) -> Key:
        key: Key = self.ask("resolve", target)
        return key

    def to(self, key: Key) -> tuple[Link, ...]:
        links: tuple[Link, ...] = self.ask("to", key)
        return links

    def cases_of(self, key: Key) -> tuple[str, ...]:
        cases: tuple[str, ...] = self.ask("cases_of", key)
        return cases

    def parent_page(self, name: str) -> str | None:
        parent: str | None = self.ask("parent", name)
        return parent

    @property
    def cases(self) -> Mapping[str, Case]:
        return _Records(self, Kind.CASE)

    @property
    def concepts(self) -> Mapping[str, Concept]:
        return _Records(self, Kind.CONCEPT)

    @property
    def territories(self) -> Mapping[str, Territory]:
        return _Records(self, Kind.TERRITORY)

    @property
    def sources(self) -> Mapping[str, Source]:
        return _Records(self, Kind.SOURCE)

    @property
    def sessions(self) -> Mapping[str, Session]:
        return _Records(self, Kind.SESSION)

    @property
    def pages(self) -> Mapping[str, HandwrittenPage]:
        return _Records(self, Kind.PAGE)

    @property
    def narrower(self) -> Mapping[str, tuple[str, ...]]:
        return _Asked(partial(self.ask, "narrower"), self._everything("narrower"))

    @property
    def members(self) -> Mapping[str, tuple[str, ...]]:
        return _Asked(partial(self.ask, "members"), self._everything("members"))

    @property
    def related(self) -> Mapping[str, tuple[str, ...]]:
        return _Asked(partial(self.ask, "related"), self._everything("related"))

    @property
    def kin(self) -> Kinship:
        found = _Asked(partial(self.ask, "kin"), self._everything("kin"))
        return cast("Kinship", found)

    @property
    def neighbours(self) -> Mapping[Key, Neighbours]:
        return _Asked(partial(self.ask, "near"), self._everything("neighbours"))

    @property
    def briefs(self) -> Mapping[str, str]:
        return _Asked(self._brief, self._everything("briefs"))

    @property
    def terms(self) -> Terms:
        self.ask("terms")
        return self.library.terms

    def _brief(self, name: str) -> Any:
        return self.ask("brief", Key(Kind.CONCEPT, name))

    def _everything(self, name: str) -> Callable[[], Mapping[Any, Any]]:
        def whole() -> Mapping[Any, Any]:
            self.ask("all")
            found: Mapping[Any, Any] = getattr(self.library, name)
            return found

        return whole


@dataclass(frozen=True, slots=True, eq=False)
class _Asked(Mapping[Any, Any]):
    """A mapping of a library, asked for one thing at a time, or for all of it."""

    one: Callable[[Any], Any]
    """Gives what stands under a key; None where nothing does."""
    whole: Callable[[], Mapping[Any, Any]]

    def __getitem__(self, key: Any) -> Any:
        found = self.one(key)
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[Any]:
        return iter(self.whole())

    def __len__(self) -> int:
        return len(self.whole())


@dataclass(frozen=True, slots=True, eq=False)
class _Entries(Mapping[Key, Entry]):
    witness: Witness

    def __getitem__(self, key: Key) -> Entry:
        if key not in self:
            raise KeyError(key)
        self.witness.ask("entry", key)
        return self.witness.library.entries[key]

    def __contains__(self, key: object) -> bool:
        return isinstance(key, Key) and bool(self.witness.ask("holds", key))

    def __iter__(self) -> Iterator[Key]:
        for kind in Kind:
            self.witness.ask("keys", kind.value)
        return iter(self.witness.library.entries)

    def __len__(self) -> int:
        return sum(1 for _ in self)


@dataclass(frozen=True, slots=True, eq=False)
class _Records(Mapping[str, Any]):
    """The records of a kind."""

    witness: Witness
    kind: Kind

    def __getitem__(self, name: str) -> Any:
        key = Key(self.kind, name)
        if name not in self:
            raise KeyError(name)
        return self.witness[key]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and bool(self.witness.ask("holds", Key(self.kind, name)))

    def __iter__(self) -> Iterator[str]:
        return iter(self.witness.ask("keys", self.kind.value))

    def __len__(self) -> int:
        return len(self.witness.ask("keys", self.kind.value))


class _Watched:
    """A record, each of whose attributes is asked for by itself."""

    __slots__ = ("_asked", "_question", "_record")

    def __init__(self, record: object, asked: set[str], question: str) -> None:
        self._record = record
        self._asked = asked
        self._question = question

    __class__ = property(lambda self: type(self._record))  # for isinstance and match

    def __getattr__(self, name: str) -> Any:
        self._asked.add(f"{self._question} {name}")
        return getattr(self._record, name)

    def __eq__(self, other: object) -> bool:
        return bool(self._whole() == other)

    def __hash__(self) -> int:
        return hash(self._whole())

    def __repr__(self) -> str:
        return repr(self._whole())

    def _whole(self) -> object:
        self._asked.add(self._question.replace(FIELD, ENTRY, 1))
        return self._record
