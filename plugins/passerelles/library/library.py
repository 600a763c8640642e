"""All records together, and what follows from their links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from passerelles.addresses import PARTS
from passerelles.library.kinship import Kinship
from passerelles.library.links import Key, Link
from passerelles.library.neighbours import Neighbours, neighbours
from passerelles.library.terms import forms_of
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
from passerelles.text import Terms, rich

R = TypeVar("R", Case, Concept, Territory, Source, Session, HandwrittenPage)


@dataclass(frozen=True)
class Library:
    """Every valid record, and every link between them; what is derived is computed once."""

    entries: Mapping[Key, Entry]
    """In the order of the files."""
    links: tuple[Link, ...]
    audit: Audit | None = None
    """What is known of the site's accessibility; None where nothing is written down."""

    def __getitem__(self, key: Key) -> RecordModel | HandwrittenPage:
        value = self.entries[key].value
        if value is None:
            raise KeyError(key)
        return value

    def name(self, key: Key) -> str:
        """What a record is called, or a part of the site."""
        if key.kind is Kind.PAGE and key not in self.entries:
            return PARTS[key.id][0]
        return self[key].name

    def resolve(self, target: str) -> Key:
        """The record that a link in a text means: `tera`, or `cas:tera` where kinds share it."""
        prefix, _, name = target.rpartition(":")
        part = Key(Kind.PAGE, name)
        if prefix == Kind.PAGE and name in PARTS and part not in self.entries:
            return part
        return next(
            key
            for kind in Kind
            if (key := Key(kind, name)) in self.entries and prefix in {"", kind}
        )

    @cached_property
    def cases(self) -> Mapping[str, Case]:
        """Every case by its identifier."""
        return self._of(Kind.CASE, Case)

    @cached_property
    def concepts(self) -> Mapping[str, Concept]:
        """Every concept by its identifier."""
        return self._of(Kind.CONCEPT, Concept)

    @cached_property
    def territories(self) -> Mapping[str, Territory]:
        """Every territory by its identifier."""
        return self._of(Kind.TERRITORY, Territory)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Every document by its identifier."""
        return self._of(Kind.SOURCE, Source)

    @cached_property
    def sessions(self) -> Mapping[str, Session]:
        """Every session by its identifier."""
        return self._of(Kind.SESSION, Session)

    @cached_property
    def pages(self) -> Mapping[str, HandwrittenPage]:
        """Every hand-written page by its identifier."""
        return self._of(Kind.PAGE, HandwrittenPage)

    @cached_property
    def uppermost(self) -> tuple[tuple[Key, HandwrittenPage], ...]:
        """The hand-written pages that stand below no other, with their keys."""
        return tuple(
            (Key(Kind.PAGE, name), page)
            for name, page in self.pages.items()
            if not self.parent_page(name)
        )

    def parent_page(self, name: str) -> str | None:
        """The hand-written page above another: the longest whose name the other's continues."""
        above = (page for page in self.pages if name.startswith(f"{page}-"))
        return max(above, key=len, default=None)

    def _of(self, kind: Kind, model: type[R]) -> Mapping[str, R]:
        return {
            key.id: entry.value
            for key, entry in self.entries.items()
            if key.kind is kind and isinstance(entry.value, model)
        }

    @cached_property
    def backlinks(self) -> Mapping[Key, tuple[Link, ...]]:
        """The links that lead to each record, ordered by where they come from."""
        found: defaultdict[Key, list[Link]] = defaultdict(list)
        for link in self.links:
            found[link.target].append(link)
        return {key: tuple(sorted(links)) for key, links in found.items()}

    def to(self, key: Key) -> tuple[Link, ...]:
        """The links that lead to a record."""
        return self.backlinks.get(key, ())

    @cached_property
    def narrower(self) -> Mapping[str, tuple[str, ...]]:
        """The concepts directly below each concept, in alphabetical order."""
        return self._below("plus_large")

    @cached_property
    def members(self) -> Mapping[str, tuple[str, ...]]:
        """The territories that say they are part of each territory, in alphabetical order."""
        return self._below("membre_de")

    @cached_property
    def related(self) -> Mapping[str, tuple[str, ...]]:
        """The concepts near to each concept: being near goes both ways."""
        found: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for link in self.links:
            if link.field == "associes":
                found[link.source.id][link.target.id] = None
        for link in self.links:
            if link.field == "associes":
                found[link.target.id][link.source.id] = None
        return {name: tuple(near) for name, near in found.items()}

    def _below(self, field: str) -> Mapping[str, tuple[str, ...]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for link in self.links:
            if link.field == field:
                found[link.target.id].add(link.source.id)
        return {name: tuple(sorted(below)) for name, below in found.items()}

    def with_narrower(self, concept: str) -> tuple[str, ...]:
        """A concept and all that are below it, each once, from the broadest down."""
        return _down(concept, self.narrower)

    def with_members(self, territory: str) -> tuple[str, ...]:
        """A territory and all that are part of it, each once."""
        return _down(territory, self.members)

    @cached_property
    def _cases_naming(self) -> Mapping[Key, frozenset[str]]:
        found: defaultdict[Key, set[str]] = defaultdict(set)
        for link in self.links:
            if link.source.kind is Kind.CASE and link.path[-1] not in RICH_FIELDS:
                found[link.target].add(link.source.id)
        return {key: frozenset(cases) for key, cases in found.items()}

    def cases_of(self, key: Key) -> tuple[str, ...]:
        """The cases that have a concept or one below it, or a territory or a member of it.

        A case has what its fields name; what its texts merely mention does not count.
        """
        down = self.with_narrower if key.kind is Kind.CONCEPT else self.with_members
        found: set[str] = set()
        for name in down(key.id):
            found |= self._cases_naming.get(Key(key.kind, name), frozenset())
        return tuple(sorted(found & self._ranks.keys(), key=self._ranks.__getitem__))

    @cached_property
    def _ranks(self) -> Mapping[str, int]:
        """The place of each case in the order of the files."""
        return {name: rank for rank, name in enumerate(self.cases)}

    @cached_property
    def kin(self) -> Kinship:
        """The cases near to each case."""
        return Kinship.of(self.cases)

    @cached_property
    def neighbours(self) -> Mapping[Key, Neighbours]:
        """What stands before and after each record that does not stand alone."""
        return neighbours(self)

    @cached_property
    def briefs(self) -> Mapping[str, str]:
        """The first paragraph of each definition, as plain text."""
        return {
            name: rich.to_text(rich.parse(concept.definition.source.split("\n\n")[0]))
            for name, concept in self.concepts.items()
        }

    @cached_property
    def terms(self) -> Terms:
        """The forms of the glossary that become links."""
        return Terms.of(forms_of(self.entries.values()))


RICH_FIELDS = frozenset(
    {"defis", "gouvernance", "texte", "note", "raison", "conditions", "limites", "premiers_pas"}
)
"""Fields whose links are mere mentions in a text."""


def _down(start: str, below: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    found = [start]
    for name in found:
        found.extend(child for child in below.get(name, ()) if child not in found)
    return tuple(found)
