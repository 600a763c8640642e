"""Which cases are near to a case, and why.

Two cases are the nearer, the rarer what they share: each shared thing weighs
log((cases + 1) / cases that have it), the inverse document frequency of Spärck Jones, "A
statistical interpretation of term specificity and its application in retrieval" (1972).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import nlargest
from math import log
from typing import NamedTuple, Self

from passerelles.records import Case

SHOWN = 5
COMMON = 400
"""What more cases than this have says too little to look through them all."""


class Trait(NamedTuple):
    """Something that several cases may have: a value under a field."""

    field: str
    """The YAML key."""
    value: str


@dataclass(frozen=True, slots=True)
class Kin:
    """A case that is near, with what it shares, the rarest first."""

    case: str
    weight: float
    shared: tuple[Trait, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Kinship(Mapping[str, tuple[Kin, ...]]):
    """For each case the nearest others, found when they are asked for.

    The nearest come first; equals in alphabetical order.
    """

    traits: Mapping[str, tuple[Trait, ...]]
    """What each case has."""
    bearers: Mapping[Trait, list[str]]
    """The cases that have a trait."""
    weights: Mapping[Trait, float]

    @classmethod
    def of(cls, cases: Mapping[str, Case]) -> Self:
        """See what all cases have."""
        traits = {name: tuple(sorted(set(_traits(case)))) for name, case in cases.items()}
        bearers: defaultdict[Trait, list[str]] = defaultdict(list)
        for name, of_case in traits.items():
            for trait in of_case:
                bearers[trait].append(name)
        weights = {trait: log((len(cases) + 1) / len(names)) for trait, names in bearers.items()}
        return cls(traits, bearers, weights)

    def __getitem__(self, name: str) -> tuple[Kin, ...]:
        telling = [trait for trait in self.traits[name] if len(self.bearers[trait]) <= COMMON]
        total: defaultdict[str, float] = defaultdict(float)
        for trait in telling:
            weight = self.weights[trait]
            for other in self.bearers[trait]:
                total[other] += weight
        total.pop(name, None)
        least = min(nlargest(SHOWN, total.values()), default=0)
        near = (other for other, weight in total.items() if weight >= least)
        nearest = sorted(near, key=lambda other: (-total[other], other))[:SHOWN]
        return tuple(Kin(other, total[other], self._shared(telling, other)) for other in nearest)

    def _shared(self, telling: Iterable[Trait], other: str) -> tuple[Trait, ...]:
        """What another case has of some traits, the rarest first."""
        shared = set(telling).intersection(self.traits[other])
        return tuple(sorted(shared, key=lambda trait: (-self.weights[trait], trait)))

    def __iter__(self) -> Iterator[str]:
        return iter(self.traits)

    def __len__(self) -> int:
        return len(self.traits)


def _traits(case: Case) -> Iterator[Trait]:
    fields = {
        "dispositifs": case.frameworks,
        "structures": case.structures,
        "leviers": case.levers,
        "freins": case.brakes,
        "outils": case.tools,
        "notions": case.notions,
        "thematiques": case.themes,
        "territoires": case.territories,
        "flux": tuple(exchange.flux for exchange in case.exchanges),
    }
    for field, values in fields.items():
        for value in values:
            yield Trait(field, str(value))
