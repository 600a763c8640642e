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

    It may outlive a build: what it has once read or unpacked it then has at hand.
    """

    def __init__(self, store: Store = NOWHERE) -> None:
        self.store = store
        self._packed: dict[bytes, bytes] = store.load(PACK) or {}
        self._past: Mapping[bytes, bytes] = {}
        self._alive: dict[bytes, Reading] = {}
        self._saved = frozenset(self._packed)

    def read(self, files: Sequence[File], tell: Tell = to_nobody) -> Sequence[Reading]:
        """Read every file of a base, but those that have been read."""
        if self.store.folder is None:
            read: list[Reading] = []
            share_out(_parts(_read_all, files), read.extend, tell)
            return read
        traces = [hash_of(kind.value, text.file, text.text) for kind, text in files]
        named = dict(zip(traces, files, strict=True))
        new = [(trace, file) for trace, file in named.items() if self._known(trace) is None]
        share_out(_parts(self._read_anew, new), self._learn, tell)
        found = [(trace, self._known(trace)) for trace in traces]
        self._finish(traces)
        return [reading for _, reading in found if reading]

    def _read_anew(self, files: Sequence[tuple[bytes, File]]) -> list[tuple[bytes, bytes]]:
        """Read some files, maybe in a process apart, and pack what it gives."""
        packed = []
        for trace, file in files:
            entry, problems = _read(*file)
            mentions = [(mention.value, mention.path) for mention in entry.mentions]
            pointing = hash_of(entry.file, _packed(mentions))
            self._alive[trace] = replace(entry, trace=trace, pointing=pointing), problems
            packed.append((trace, _packed(self._alive[trace])))
        return packed

    def _learn(self, packed: Sequence[tuple[bytes, bytes]]) -> None:
        """Take over what was read in one go."""
        self._packed.update(packed)

    def _finish(self, used: Sequence[bytes]) -> None:
        """Keep what has been used, and nothing else."""
        known = {**self._past, **self._packed}
        packed = {trace: known[trace] for trace in used}
        if packed.keys() != self._saved:
            self.store.save(PACK, packed)
        self._past, self._packed, self._saved = self._packed, packed, frozenset(packed)
        self._alive = {trace: self._alive[trace] for trace in used}

    def earlier(self, trace: bytes) -> Entry | None:
        """What a file was in the last build, by its hash."""
        found = self._known(trace)
        return found[0] if found else None

    def _known(self, trace: bytes) -> Reading | None:
        found = self._alive.get(trace)
        if found is None and (packed := self._packed.get(trace) or self._past.get(trace)):
            found = self._alive[trace] = pickle.loads(packed)  # noqa: S301 - see keeping.py
        return found


P = TypeVar("P")
R = TypeVar("R")


def _parts(do: Callable[[Sequence[P]], R], things: Sequence[P]) -> Sequence[Callable[[], R]]:
    """What is to be done with some things, as tasks."""
    starts = range(0, len(things), FILES)
    return [partial(do, things[start : start + FILES]) for start in starts]


def _packed(value: object) -> bytes:
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def _read_all(files: Sequence[File]) -> list[Reading]:
    return [_read(*file) for file in files]


def _read(kind: Kind, text: SourceText) -> Reading:
    return load_page(text) if kind is Kind.PAGE else load(kind, text)
