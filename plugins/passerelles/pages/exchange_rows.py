"""Exchanges as rows of a page: in words, with their parties, their flux and their source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from passerelles import addresses
from passerelles.library import CaseParty, Crossing, Key
from passerelles.pages.contexts import ExchangeRow, FluxLabel, Party
from passerelles.pages.drawings import flux_mark
from passerelles.pages.writer import Writer
from passerelles.records import Flux, Kind


def exchange_rows(
    writer: Writer, crossings: Iterable[Crossing], *, noted: bool = True
) -> Iterator[ExchangeRow]:
    """Each exchange as a row; `noted` calls a note for its source where the page shows notes."""
    for each in crossings:
        exchange, source = each.exchange, each.exchange.source
        theme = Key(Kind.CONCEPT, exchange.theme.id) if exchange.theme else None
        document = Key(Kind.SOURCE, source.source) if source else None
        yield ExchangeRow(
            id=each.id,
            anchor=addresses.anchor_of_exchange(each.id),
            case=writer.anchor(Key(Kind.CASE, each.case), "echanges"),
            giver=party_of(each.giver),
            receiver=party_of(each.receiver),
            brings=exchange.brings,
            flux=flux_of(exchange.flux),
            theme=writer.anchor(theme) if theme else None,
            state=exchange.state.value,
            state_label=exchange.state.label,
            source=writer.anchor(document) if document else None,
            where=(source.where or "") if source else "",
            note=writer.note(source if noted else None),
        )


def party_of(party: CaseParty) -> Party:
    """A party as it is named on a page."""
    return Party(party.name, party.role)


def flux_of(flux: Flux) -> FluxLabel:
    """A flux as it is named on a page."""
    return FluxLabel(flux.value, flux.label, flux_mark(flux))
