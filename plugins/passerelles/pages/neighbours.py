"""The way to the records before and after one, with the rule that makes them its neighbours."""

from __future__ import annotations

from passerelles import addresses
from passerelles.library import Key
from passerelles.pages.contexts import Anchor, Beside
from passerelles.pages.writer import Writer
from passerelles.records import Kind, Scheme

RULES = {
    Kind.CASE: "Dans la même thématique",
    Kind.CONCEPT: "De A à Z",
    Kind.TERRITORY: "De A à Z",
    Kind.SOURCE: "Par date",
    Kind.SESSION: "Par date",
    Kind.PAGE: "Dans la même partie",
}
"""How the order of the records of a kind is called."""
ALL = {Kind.TERRITORY: "Territoires", Kind.SOURCE: "Sources", Kind.SESSION: "Sessions"}
"""What a row is called that holds all records of a kind."""


def beside(writer: Writer, key: Key) -> Beside | None:
    """The neighbours of a record; None where it has none."""
    near = writer.library.neighbours.get(key)
    if near is None:
        return None
    return Beside(
        rule=RULES[key.kind],
        among=_among(writer, key.kind, near.shared),
        before=writer.anchor(near.before) if near.before else None,
        after=writer.anchor(near.after) if near.after else None,
    )


def _among(writer: Writer, kind: Kind, shared: Key | Scheme | None) -> Anchor:
    if shared is None:
        return Anchor(ALL[kind], writer.link(addresses.LISTS[kind]))
    if isinstance(shared, Scheme):
        return Anchor(shared.label, writer.link(addresses.of_scheme(shared)))
    return writer.anchor(shared)
