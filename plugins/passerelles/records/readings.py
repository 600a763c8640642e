"""Readings of files: those that have not changed since the last build are not read again."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from passerelles.keeping import NOWHERE, Store, hash_of
from passerelles.problems import Problem
from passerelles.processes import share_out
from passerelles.progress import Tell, to_nobody
from passerelles.records.entry import Entry
from passerelles.records.files import SourceText
from passerelles.records.handwritten import load_page
from passerelles.records.kinds import Kind
from passerelles.records.loading import load

PACK = "fiches"
"""The name of what is kept."""

FILES = 16
"""How many files are read in one go."""

File = tuple[Kind, SourceText]
Reading = tuple[Entry, tuple[Problem, ...]]
"""A record as far as it could be read, and what is wrong with it."""


class Readings:
    """What reading each file gave, by the hash of its kind, its name and its text.

    It may outlive a build: what the last one has read it then has at hand.
    """

    def __init__(self, store: Store = NOWHERE) -> None:
        self.store = store
        self._alive: Mapping[bytes, Reading] = {}
        self._past: Mapping[bytes, bytes] = {}

    def read(self, files: Sequence[File], tell: Tell = to_nobody) -> Sequence[Reading]:
        """Read every file of a base, but those that have been read."""
        if self.store.folder is None:
            read: list[Reading] = []
            share_out(_parts(_read_all, files), read.extend, tell)
            return read
        traces = [hash_of(kind.value, text.file, text.text) for kind, text in files]
        named = dict(zip(traces, files, strict=True))
        packed: dict[bytes, bytes] = self.store.load(PACK) or {}
        known = packed.keys() | self._alive.keys()
        new = [(trace, file) for trace, file in named.items() if trace not in known]
        anew: list[tuple[bytes, bytes]] = []
        share_out(_parts(_read_anew, new), anew.extend, tell)
        packed |= anew
        self._past = {trace: packed.pop(trace) for trace in packed.keys() - named.keys()}
        if new or self._past:
            self.store.save(PACK, packed)
        self._alive = {trace: self._alive.get(trace) or _unpacked(packed[trace]) for trace in named}
        return [self._alive[trace] for trace in traces]

    def earlier(self, trace: bytes) -> Entry | None:
        """What a file was in the last build, by its hash."""
        if trace in self._past:
            return _unpacked(self._past[trace])[0]
        return self._alive[trace][0] if trace in self._alive else None


P = TypeVar("P")
R = TypeVar("R")


def _parts(do: Callable[[Sequence[P]], R], things: Sequence[P]) -> Sequence[Callable[[], R]]:
    """What is to be done with some things, as tasks."""
    starts = range(0, len(things), FILES)
    return [partial(do, things[start : start + FILES]) for start in starts]


def _packed(value: object) -> bytes:
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def _unpacked(packed: bytes) -> Reading:
    reading: Reading = pickle.loads(packed)  # noqa: S301 - see keeping.py
    return reading


def _read_anew(files: Sequence[tuple[bytes, File]]) -> list[tuple[bytes, bytes]]:
    """Read some files and pack what it gives.

    Read again from its pack, a record lies close together, and not among all that reading leaves;
    of a text a copy is read, which takes the lines into which it is cut along.
    """
    read = ((trace, _read(kind, replace(text))) for trace, (kind, text) in files)
    return [(trace, _packed(_traced(trace, *reading))) for trace, reading in read]


def _traced(trace: bytes, entry: Entry, problems: tuple[Problem, ...]) -> Reading:
    mentions = [(mention.value, mention.path) for mention in entry.mentions]
    pointing = hash_of(entry.file, _packed(mentions))
    return replace(entry, trace=trace, pointing=pointing), problems


def _read_all(files: Sequence[File]) -> list[Reading]:
    return [_read(*file) for file in files]


def _read(kind: Kind, text: SourceText) -> Reading:
    return load_page(text) if kind is Kind.PAGE else load(kind, text)
