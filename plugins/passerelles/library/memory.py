"""What a build remembers of the last: results, each with the questions that it came from.

A result stands as long as every question that was asked to make it is still answered alike. These
are the *verifying traces* of A. Mokhov, N. Mitchell and S. Peyton Jones, « Build systems à la
carte: Theory and practice », Journal of Functional Programming 30, 2020, § 4.2.2. Nobody declares
what depends on what, so that nothing can be forgotten.
"""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias, TypeVar

from passerelles.library.library import Library
from passerelles.library.questions import (
    ENTRY,
    FIELD,
    FROM,
    OWN,
    ROOTS,
    Mark,
    key_of,
    mark_of,
    words_of,
)
from passerelles.library.witness import Answers, Witness
from passerelles.records import Entry

Earlier = Callable[[bytes], Entry | None]
"""Gives what a file was, by its hash, where that is still known."""
Made = tuple[str, tuple[str, ...], bytes] | tuple[str, None, None]
"""A result: its name, the questions that it came from, and itself, packed; None where all is as
before."""
Told = tuple[list[Made], dict[str, Mark]]
"""Results, and the marks of the answers that they came from."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What a build writes down for the next."""

    questions: list[str] = field(default_factory=list)
    marks: list[Mark | None] = field(default_factory=list)
    """Of each answer; None for a field, which is compared itself."""
    traces: Mapping[str, bytes] = field(default_factory=dict)
    """The hash of each record's file, by the question for all of it."""
    results: Mapping[str, tuple[bytes, bytes]] = field(default_factory=dict)
    """The numbers of the questions that each came from, and what `marshal` has made of it.

    As bytes they take a third of the memory, and only those that are asked for are unpacked.
    """

    @property
    def fields(self) -> tuple[Any, ...]:
        """What makes it again, for `marshal`."""
        return self.questions, self.marks, self.traces, self.results


T = TypeVar("T")
Making: TypeAlias = Callable[[Library], T]


class Maker(Protocol):
    """Makes what is made of a library."""

    def made(self, name: str, make: Making[T]) -> T:
        """A result of what a library answers; `marshal` can write it, its name is its own."""


@dataclass(frozen=True, slots=True)
class Anew:
    """Makes everything anew."""

    library: Library

    def made(self, name: str, make: Making[T]) -> T:  # noqa: ARG002 - nothing is looked up by it
        """Make a result."""
        return make(self.library)


class Memory:
    """The results of the last build that still hold, and those of this one."""

    def __init__(self, library: Library, saved: Saved, earlier: Earlier) -> None:
        self.answers = Answers(library)
        self._before = saved
        self._traces = {words_of(ENTRY, key): entry.trace for key, entry in library.entries.items()}
        self._roots = {question: mark_of(library, question) for question in ROOTS}
        self._changed = frozenset(self._see_what_changed(earlier))
        self._fresh: list[Made] = []
        self._now: dict[str, tuple[bytes, bytes]] = {}
        self._questions = saved.questions[:]
        self._marks = saved.marks[:]
        self._number = {question: number for number, question in enumerate(saved.questions)}

    def recall(self, name: str) -> Any:
        """The result of the last build, if it still holds; None where there is none."""
        found = self._before.results.get(name)
        if found is None or not self._changed.isdisjoint(_numbers(found[0])):
            return None
        return self.before(name)

    def before(self, name: str) -> Any:
        """The result of the last build, whether or not it still holds; None where there is none."""
        found = self._before.results.get(name)
        return marshal.loads(found[1]) if found else None  # noqa: S302 - see keeping.py

    def made(self, name: str, make: Making[T]) -> T:
        """Recall a result, or make it and keep it."""
        known: T | None = self.recall(name)
        if known is not None:
            self.keep_again(name)
            return known
        witness = self.witness()
        result = make(witness)
        self.keep(name, result, witness.asked)
        return result

    def witness(self) -> Witness:
        """A library for making one result."""
        return Witness(self.answers)

    def keep(self, name: str, result: Any, asked: Collection[str]) -> None:
        """Keep a result, with what was asked to make it."""
        self._fresh.append((name, tuple(asked), marshal.dumps(result)))

    def keep_again(self, name: str) -> None:
        """Keep a result that was recalled."""
        self._fresh.append((name, None, None))

    def told(self) -> Told:
        """What has been kept since this was last asked: for the memory of another process."""
        fresh, self._fresh = self._fresh, []
        marks = self.answers.marks
        asked = {question for _, questions, _ in fresh for question in questions or ()}
        return fresh, {question: marks[question] for question in asked if question in marks}

    def hear(self, told: Told) -> None:
        """Take over what the memory of another process has kept."""
        made, marks = told
        for question, mark in marks.items():
            self._marks[self._numbered(question)] = mark
        for name, asked, result in made:
            if asked is None or result is None:
                self._now[name] = self._before.results[name]
            else:
                self._now[name] = _packed(map(self._numbered, asked)), result

    def saved(self) -> Saved:
        """What is to be written down for the next build: what this one has kept."""
        self.hear(self.told())
        for question, mark in self._roots.items():
            self._marks[self._numbered(question)] = mark
        saved = Saved(self._questions, self._marks, self._traces, self._now)
        more = len(self._questions) > len(self._before.questions)
        return _without_waste(saved) if more else saved

    def _numbered(self, question: str) -> int:
        """The number of a question, a new one if it has none."""
        number = self._number.setdefault(question, len(self._questions))
        if number == len(self._questions):
            self._questions.append(question)
            self._marks.append(None)
        return number

    def _see_what_changed(self, earlier: Earlier) -> Iterator[int]:
        """The numbers of the questions that are not answered as before."""
        library, before = self.answers.library, self._before.traces
        touched = {
            name.partition(" ")[2]
            for name in before.keys() | self._traces.keys()
            if before.get(name) != self._traces.get(name)
        }
        marks = dict(zip(self._before.questions, self._before.marks, strict=True))
        alike = {root for root, mark in self._roots.items() if marks.get(root) == mark}
        known = alike | {sort for sort, roots in FROM.items() if alike.issuperset(roots)}
        for number, (question, mark) in enumerate(marks.items()):
            sort, _, about = question.partition(" ")
            if sort == FIELD:
                record, _, name = about.rpartition(" ")
                same = record not in touched or self._same_field(record, name, earlier)
            elif sort in OWN:
                same = about not in touched or mark_of(library, question) == mark
            elif sort in known:
                same = True
            else:
                same = mark_of(library, question) == mark
            if not same:
                yield number

    def _same_field(self, record: str, name: str, earlier: Earlier) -> bool:
        """Whether a field of a record is as it was; it is not where the old record is unknown."""
        trace = self._before.traces.get(f"{ENTRY} {record}")
        before = earlier(trace) if trace else None
        now = self.answers.library.entries.get(key_of(*record.split(" ")))
        if before is None or before.value is None or now is None:
            return False
        one, other = getattr(before.value, name), getattr(now.value, name)
        return bool(one == other) and repr(one) == repr(other)  # 1 and 1.0 are equal


def _packed(numbers: Iterator[int]) -> bytes:
    return array("I", numbers).tobytes()


def _numbers(packed: bytes) -> array[int]:
    numbers = array("I")
    numbers.frombytes(packed)
    return numbers


def _without_waste(saved: Saved) -> Saved:
    """Leave out the questions that nobody asks any more, once they are the half.

    This takes a look at every result: it is for when there are more questions than before.
    """
    used = {number for number, question in enumerate(saved.questions) if question in ROOTS}
    for packed, _ in saved.results.values():
        used.update(_numbers(packed))
    if len(used) * 2 > len(saved.questions):
        return saved
    kept = sorted(used)
    number = {old: new for new, old in enumerate(kept)}
    return Saved(
        [saved.questions[old] for old in kept],
        [saved.marks[old] for old in kept],
        saved.traces,
        {
            name: (_packed(number[old] for old in _numbers(packed)), result)
            for name, (packed, result) in saved.results.items()
        },
    )
