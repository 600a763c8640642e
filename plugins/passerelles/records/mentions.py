"""What a value of a record points at: another record, or a place in a document.

There are tens of thousands in a large base, read again from what is kept: named tuples, and classes
without slots, are what `pickle` makes quickest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from passerelles.problems import Place
from passerelles.records.kinds import Kind
from passerelles.records.tree import Path
from passerelles.records.vocabulary import Scheme


class Reference(NamedTuple):
    """An identifier, and what the field that holds it expects to find under it."""

    id: str
    kinds: tuple[Kind, ...]
    """The kinds of record that will do; several where a text or a session may link to any."""
    scheme: Scheme | None = None
    """Of a concept: the scheme it must belong to."""

    def __str__(self) -> str:
        return self.id


class Citation(NamedTuple):
    """A document and where in it: `cap-rural-2019 § 3.2`."""

    source: str
    where: str | None = None

    def __str__(self) -> str:
        return f"{self.source} {self.where}" if self.where else self.source


@dataclass(frozen=True)
class Former:
    """An identifier that the record had before."""

    id: str

    def __str__(self) -> str:
        return self.id


@dataclass(frozen=True)
class Party:
    """In an exchange, a territory of the case or the key of one of its actors."""

    id: str

    def __str__(self) -> str:
        return self.id


@dataclass(frozen=True)
class ActorKey:
    """The name under which the exchanges of a case speak of one of its actors."""

    id: str

    def __str__(self) -> str:
        return self.id


class Mention(NamedTuple):
    """A value that points somewhere, and where it stands itself."""

    value: Reference | Citation | Former | Party | ActorKey
    path: Path
    """From the record down to the value."""
    place: Place

    @property
    def field(self) -> str:
        """The YAML key of the record under which the value stands."""
        return str(self.path[0])
