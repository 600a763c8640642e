"""Every exchange of the base with its two parties, and the direction in which it goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from passerelles.library.library import Library
from passerelles.records import Case, Exchange, Role


class Side(StrEnum):
    """Where a party stands between town and countryside."""

    TOWN = "urbain"
    """A territory that is urban or periurban in its case."""
    LAND = "rural"
    """A territory that is rural in its case."""
    BETWEEN = "autre"
    """A territory that is mixed, or whose role its case does not say."""
    ACTOR = "acteur"
    """An organisation or a group: whatever side it works for, no document places it."""


SIDES = {
    Role.URBAN: Side.TOWN,
    Role.PERIURBAN: Side.TOWN,
    Role.RURAL: Side.LAND,
    Role.MIXED: Side.BETWEEN,
}
"""The side on which each role of a territory stands."""


class Direction(StrEnum):
    """From which side to which an exchange goes; each exchange has exactly one."""

    TOWN_TO_LAND = "urbain-rural"
    LAND_TO_TOWN = "rural-urbain"
    TOWN_TO_TOWN = "urbain-urbain"
    LAND_TO_LAND = "rural-rural"
    OTHER = "autre"
    """Between territories of which at least one is neither clearly urban nor rural."""
    WITH_ACTOR = "avec-acteur"
    """Between a territory and an actor, whoever gives."""
    AMONG_ACTORS = "entre-acteurs"


@dataclass(frozen=True, slots=True)
class CaseParty:
    """A party to the exchanges of a case."""

    id: str
    """The identifier of a territory, or the key of an actor of the case."""
    name: str
    role: str
    """`urbain`, `periurbain`, `rural`, `mixte`; `acteur`; empty where it is not said."""
    side: Side


@dataclass(frozen=True, slots=True)
class Crossing:
    """An exchange with its case and its two parties."""

    case: str
    """The identifier of the case."""
    rank: int
    """Its place among the exchanges of the case, from 1."""
    exchange: Exchange
    giver: CaseParty
    receiver: CaseParty

    @property
    def id(self) -> str:
        """What tells it apart from every other exchange of the base."""
        return f"{self.case}-{self.rank}"

    @property
    def between_territories(self) -> bool:
        """Whether no actor takes part in it."""
        return Side.ACTOR not in {self.giver.side, self.receiver.side}

    @property
    def told(self) -> str:
        """Who brings what to whom, in one line."""
        return f"{self.giver.name} → {self.receiver.name} : {self.exchange.brings}"

    @property
    def direction(self) -> Direction:
        """From which side to which it goes."""
        return direction(self.giver.side, self.receiver.side)


def direction(giver: Side, receiver: Side) -> Direction:
    """The direction between two sides."""
    sides = {giver, receiver}
    if sides == {Side.ACTOR}:
        return Direction.AMONG_ACTORS
    if Side.ACTOR in sides:
        return Direction.WITH_ACTOR
    if Side.BETWEEN in sides:
        return Direction.OTHER
    return Direction(f"{giver}-{receiver}")


def parties(library: Library, case: Case) -> Mapping[str, CaseParty]:
    """Whoever may give or receive in a case, by the identifier that its exchanges use."""
    actors = {
        str(actor.key): CaseParty(str(actor.key), actor.name, Side.ACTOR.value, Side.ACTOR)
        for actor in case.actors
        if actor.key
    }
    territories = {
        str(each): CaseParty(
            str(each),
            library.territories[str(each)].title,
            each.role.value if each.role else "",
            SIDES[each.role] if each.role else Side.BETWEEN,
        )
        for each in case.territories
    }
    return {**actors, **territories}


def crossings_of(library: Library, name: str) -> Iterator[Crossing]:
    """The exchanges of a case, in the order of its file."""
    case = library.cases[name]
    known = parties(library, case)
    for rank, exchange in enumerate(case.exchanges, start=1):
        yield Crossing(name, rank, exchange, known[exchange.giver.id], known[exchange.receiver.id])


def crossings(library: Library) -> Iterator[Crossing]:
    """Every exchange of the base, case by case."""
    for name in library.cases:
        yield from crossings_of(library, name)
