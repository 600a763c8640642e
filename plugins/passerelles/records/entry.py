"""A file of the base as far as it could be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from passerelles.problems import Place
from passerelles.records.kinds import Kind
from passerelles.records.mentions import Mention
from passerelles.records.models import RecordModel
from passerelles.records.tree import Path
from passerelles.text import rich


@dataclass(frozen=True, slots=True)
class HandwrittenPage:
    """A page that somebody wrote: a title, then text."""

    name: str
    """Its title: the heading of first level with which it begins."""
    body: rich.RichText
    """What comes after the title."""


@dataclass(frozen=True)
class Entry:
    """A record or a hand-written page, whether or not it is valid."""

    kind: Kind
    id: str
    file: str
    value: RecordModel | HandwrittenPage | None = None
    """None where something is wrong with it."""
    mentions: tuple[Mention, ...] = ()
    """What its values point at, in the order of the file; known even where `value` is not."""
    keys: tuple[str, ...] = ()
    """The keys of the record, in the order of the file."""
    places: Mapping[Path, Place] = field(default_factory=dict)
    """Where those values stand that only a look at other records, or at the day, can refuse."""
    trace: bytes = b""
    """The hash of all that it was read from; nothing where no results are kept."""
    pointing: bytes = b""
    """The same, of its file and its mentions alone: what points at what, and from which value."""

    @property
    def start(self) -> Place:
        """The top of the file."""
        return Place(self.file)

    def place(self, *path: str | int) -> Place:
        """Where a value stands; the top of the file for those whose place is not kept."""
        return self.places.get(path, self.start)
