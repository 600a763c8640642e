"""The balance of a case in words: what is documented, and no judgement on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from passerelles.library import Balance, Crossing, Direction, Key, Side, balance
from passerelles.pages.contexts import BalanceView, Counted, ShareRow
from passerelles.pages.exchange_rows import flux_of, party_of
from passerelles.pages.writer import Writer
from passerelles.records import ExchangeState, Flux, Kind

NUMBERS = ("un seul", "deux", "trois", "quatre", "cinq", "six")
ACROSS = {
    Direction.TOWN_TO_LAND: "de l’urbain au rural",
    Direction.LAND_TO_TOWN: "du rural à l’urbain",
}
PLACES = {Side.TOWN: 0, Side.LAND: 2}
"""Where each side stands, as in the drawing: everybody else between."""
UNEQUAL = Key(Kind.CONCEPT, "accepter-des-echanges-inegaux")
"""The lever that says why an unequal exchange may be a beginning, where the base has it."""


def balance_view(writer: Writer, crossings: Sequence[Crossing]) -> BalanceView:
    """Say how some exchanges of one case are balanced."""
    found = balance(crossings)
    unequal = found.one_way and UNEQUAL in writer.library.entries
    return BalanceView(
        sentence=sentence(found),
        caution=caution(crossings),
        sides=sides(crossings),
        unequal=writer.anchor(UNEQUAL) if unequal else None,
        shares=tuple(
            ShareRow(party_of(share.party), _counted(share.gives), _counted(share.receives))
            for share in sorted(found.shares, key=lambda each: PLACES.get(each.party.side, 1))
        ),
    )


def sentence(found: Balance) -> str:
    """« Réciprocité sur quatre flux, et un échange à sens unique »."""
    one_way = len(found.one_way)
    if not found.returned and not found.circling:
        return f"{'Échange' if one_way == 1 else 'Échanges'} à sens unique"
    flux = f"sur {NUMBERS[len(found.reciprocal) - 1]} flux"
    words = f"Réciprocité {flux}" if found.returned else f"Échanges en boucle {flux}"
    if one_way:
        words += f", et {'un' if one_way == 1 else one_way} "
        words += f"{'échange' if one_way == 1 else 'échanges'} à sens unique"
    return words


def caution(crossings: Sequence[Crossing]) -> str:
    """What is left without what is only planned, where that changes the sentence."""
    whole = balance(crossings).reciprocal
    started = [each for each in crossings if each.exchange.state is not ExchangeState.PLANNED]
    left = balance(started).reciprocal
    if left == whole:
        return ""
    words = f"la réciprocité porte sur {NUMBERS[len(left) - 1]} flux" if left else "rien ne revient"
    return f"Sans ce qui n’est encore qu’envisagé, {words}."


def sides(crossings: Sequence[Crossing]) -> str:
    """What goes from town to countryside, and back; empty where nothing crosses."""
    parts = []
    for direction, words in ACROSS.items():
        found = {each.exchange.flux for each in crossings if each.direction is direction}
        if found:
            labels = ", ".join(flux.label for flux in Flux if flux in found)
            parts.append(f"{words} : {labels}")
    text = " ; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _counted(counts: Mapping[Flux, int]) -> tuple[Counted, ...]:
    return tuple(Counted(flux_of(flux), number) for flux, number in counts.items())
