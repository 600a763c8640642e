"""A mark for each flux: a shape of its own, so that colour is never alone in telling them apart."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from markupsafe import Markup

from passerelles.pages.markup import filled
from passerelles.records import Flux

SIZE = 12
"""The side of the square in which each mark is drawn."""

SHAPES: Mapping[Flux, str] = {
    Flux.INFORMATION: "M6 0A6 6 0 1 0 6 12A6 6 0 1 0 6 0Z",  # a disc
    Flux.CAPITAL: "M6 0L12 6L6 12L0 6Z",  # a diamond
    Flux.GOODS: "M1 1H11V11H1Z",  # a square
    Flux.MATTER_ENERGY: "M6 0L12 11H0Z",  # a triangle
    Flux.PERSONS: "M6 0A3 3 0 0 1 6 6A3 3 0 0 1 6 0ZM0 12A6 5.5 0 0 1 12 12Z",  # a bust
    Flux.SERVICES: "M4 0H8V4H12V8H8V12H4V8H0V4H4Z",  # a cross
}
"""The outline of each mark, in a square of `SIZE`."""

MARK = (
    '<svg class="marque-flux flux-{flux}" viewBox="0 0 {size} {size}" width="{size}" '
    'height="{size}" aria-hidden="true"><path d="{shape}"/></svg>'
)


@cache
def flux_mark(flux: Flux) -> Markup:
    """The mark of a flux, to stand before its label in a text."""
    return filled(MARK, flux=flux.value, size=SIZE, shape=SHAPES[flux])
