"""Draws where territories lie: marks on the outlines of départements and Belgian provinces.

A page adds only its own marks and areas to the picture of the outlines: a map costs it next to
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from passerelles.library import Side
from passerelles.pages.drawings.outlines import map_frame

REACH = 5.5
"""How far a mark reaches from its point."""

MAP = Markup(
    '<svg class="ou" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">'
    '<title>{title}</title><image href="{picture}" width="{width}" height="{height}"/>{body}</svg>'
)
AREA = Markup('<path class="ou-aire" d="{outline}"/>')
POINT = Markup('<path class="ou-marque cote-{side}" transform="translate({x} {y})" d="{shape}"/>')
MARK = Markup(
    '<svg class="ou-marque cote-{side}" viewBox="-7 -7 14 14" width="14" height="14" '
    'aria-hidden="true"><path d="{shape}"/></svg>'
)
ROUND = f"M0-{REACH}A{REACH} {REACH} 0 1 1 0 {REACH}A{REACH} {REACH} 0 1 1 0-{REACH}Z"
SHAPES = {Side.TOWN: "M-5-5H5V5H-5Z", Side.LAND: ROUND}
DIAMOND = "M0-6.5L6.5 0L0 6.5L-6.5 0Z"
"""Whoever is neither town nor countryside; a shape for each, so that colour is not alone."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a territory lies, as far as that is known."""

    name: str
    side: Side
    point: tuple[float, float] | None
    """Latitude and longitude."""
    areas: tuple[str, ...]
    """The codes of its départements."""


def where_svg(spots: Sequence[Spot], picture: str, title: str) -> Markup | None:
    """Mark territories on the map whose picture is linked; None where none of them is on it."""
    frame = map_frame()
    codes = dict.fromkeys(code for spot in spots for code in spot.areas if code in frame.areas)
    marks = Markup().join(_marks(spots))
    if not codes and not marks:
        return None
    areas = Markup().join(AREA.format(outline=frame.areas[code]) for code in codes)
    return MAP.format(
        width=frame.width, height=frame.height, title=title, picture=picture, body=areas + marks
    )


def place_mark(side: Side) -> Markup:
    """The mark that stands on the map for a side, to stand before a name."""
    return MARK.format(side=side.value, shape=SHAPES.get(side, DIAMOND))


def _marks(spots: Sequence[Spot]) -> Iterator[Markup]:
    """A mark for each point of the map, the first's where several territories share one."""
    frame = map_frame()
    first: dict[tuple[float, float], Side] = {}
    for spot in spots:
        if spot.point:
            first.setdefault(spot.point, spot.side)
    for (latitude, longitude), side in first.items():
        x, y = frame.place(longitude, latitude)
        if frame.holds(x, y):
            shape = SHAPES.get(side, DIAMOND)
            yield POINT.format(side=side.value, x=f"{x:.1f}", y=f"{y:.1f}", shape=shape)
