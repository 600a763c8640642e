"""Who gives and who receives what, and whether what is given comes back.

No score: flux cannot be added up, and documents say what crosses, not what it is worth.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from passerelles.library.exchanges import CaseParty, Crossing
from passerelles.records import Flux


@dataclass(frozen=True, slots=True)
class Share:
    """What one party gives and receives: a number of exchanges by flux."""

    party: CaseParty
    gives: Mapping[Flux, int]
    receives: Mapping[Flux, int]


@dataclass(frozen=True, slots=True)
class Balance:
    """The balance of some exchanges."""

    shares: tuple[Share, ...]
    """One for each party, in the order in which they first appear."""
    returned: tuple[Crossing, ...]
    """Exchanges between two parties each of which gives the other something."""
    circling: tuple[Crossing, ...]
    """Others that come back to whoever gave through a third party."""
    one_way: tuple[Crossing, ...]
    """Exchanges for which nothing comes back, as far as it is documented."""

    @property
    def reciprocal(self) -> tuple[Flux, ...]:
        """The flux on which something comes back, in the order of the vocabulary."""
        found = {each.exchange.flux for each in (*self.returned, *self.circling)}
        return tuple(flux for flux in Flux if flux in found)


def balance(crossings: Sequence[Crossing]) -> Balance:
    """Weigh some exchanges of one case against each other."""
    pairs = {(each.giver.id, each.receiver.id) for each in crossings}
    reached = _reached(pairs)
    returned, circling, one_way = [], [], []
    for each in crossings:
        giver, receiver = each.giver.id, each.receiver.id
        if (receiver, giver) in pairs:
            returned.append(each)
        elif giver in reached[receiver]:
            circling.append(each)
        else:
            one_way.append(each)
    return Balance(_shares(crossings), tuple(returned), tuple(circling), tuple(one_way))


def _shares(crossings: Sequence[Crossing]) -> tuple[Share, ...]:
    known: dict[str, CaseParty] = {}
    gives: defaultdict[str, Counter[Flux]] = defaultdict(Counter)
    receives: defaultdict[str, Counter[Flux]] = defaultdict(Counter)
    for each in crossings:
        for party in (each.giver, each.receiver):
            known.setdefault(party.id, party)
        gives[each.giver.id][each.exchange.flux] += 1
        receives[each.receiver.id][each.exchange.flux] += 1
    return tuple(
        Share(party, _ordered(gives[name]), _ordered(receives[name]))
        for name, party in known.items()
    )


def _ordered(counts: Mapping[Flux, int]) -> Mapping[Flux, int]:
    return {flux: counts[flux] for flux in Flux if counts.get(flux)}


def _reached(pairs: Iterable[tuple[str, str]]) -> Mapping[str, set[str]]:
    """Whom each party reaches by following the exchanges."""
    after: defaultdict[str, set[str]] = defaultdict(set)
    for giver, receiver in pairs:
        after[giver].add(receiver)
    reached: defaultdict[str, set[str]] = defaultdict(set)
    for start in list(after):
        waiting = [start]
        while waiting:
            for party in after.get(waiting.pop(), set()) - reached[start]:
                reached[start].add(party)
                waiting.append(party)
    return reached
