"""The exchanges of one case: drawn, in words, as a table, and their balance."""

from __future__ import annotations

from passerelles import addresses
from passerelles.library import Crossing, crossings_of
from passerelles.pages.balance_words import balance_view
from passerelles.pages.contexts import Drawing, ExchangesView
from passerelles.pages.drawings import MOST_PARTIES, Flow, lanes_svg, lay_out
from passerelles.pages.exchange_rows import exchange_rows
from passerelles.pages.writer import Writer
from passerelles.records import ExchangeState, Role
from passerelles.text import typeset

TITLE = "Qui apporte quoi à qui"
ROLES = {role.value: role.label for role in Role} | {"acteur": "acteur"}
LINES = {
    ExchangeState.PLANNED: "tirets : envisagé",
    ExchangeState.STARTED: "pointe creuse : engagé",
    ExchangeState.DONE: "pointe pleine : réalisé",
}
"""How a drawing tells the states apart, in words."""


def exchanges_view(writer: Writer, name: str, *, noted: bool = True) -> ExchangesView | None:
    """Show the exchanges of a case; None where it has none. `noted` calls notes for sources."""
    crossings = tuple(crossings_of(writer.library, name))
    if not crossings:
        return None
    writer.section()
    return ExchangesView(
        rows=tuple(exchange_rows(writer, crossings, noted=noted)),
        drawing=drawing(crossings),
        balance=balance_view(writer, crossings),
        basket=writer.link(addresses.of_basket(name)),
    )


def drawing(crossings: tuple[Crossing, ...], width: float | None = None) -> Drawing | None:
    """Draw exchanges as lanes; None where there are too many parties for it."""
    parties = {party.id for each in crossings for party in (each.giver, each.receiver)}
    if len(parties) > MOST_PARTIES:
        return None
    flows = tuple(flow_of(each) for each in crossings)
    layout = lay_out(flows, ROLES, width)
    description = " ".join(
        f"{flow.giver.name} apporte à {flow.receiver.name} : {flow.brings} "
        f"({flow.flux_label}, {flow.state.label})."
        for flow in flows
    )
    svg = lanes_svg(layout, TITLE, typeset(description))
    states = {flow.state for flow in flows}
    legend = " ; ".join(words for state, words in LINES.items() if state in states)
    return Drawing(svg, layout.wide, f"{legend[:1].upper()}{legend[1:]}.")


def flow_of(crossing: Crossing) -> Flow:
    """An exchange to be drawn."""
    exchange = crossing.exchange
    return Flow(
        giver=crossing.giver,
        receiver=crossing.receiver,
        brings=typeset(exchange.brings),
        flux=exchange.flux,
        flux_label=exchange.flux.label,
        state=exchange.state,
    )
