"""Draws where territories lie: marks on the outlines of départements and Belgian provinces.

The outlines are one picture that all pages share, in a grey that is read on light and dark ground;
a page adds only its own marks and areas. So a map costs a page next to nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from markupsafe import Markup

from passerelles.library import Side
from passerelles.search import outlines

STEP = 2
"""The units of the outlines that make one of the drawing: finer than what can be seen of it."""
REACH = 5.5
"""How far a mark reaches from its point."""

PICTURE = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
    'height="{height}"><g fill="#888" stroke="#888" stroke-opacity=".55" stroke-width=".6" '
    'stroke-linejoin="round"><path fill-opacity=".22" d="{france}"/>'
    '<path fill-opacity=".07" d="{abroad}"/></g></svg>\n'
)
ABROAD = "BE-"
"""How the codes of areas outside France begin."""
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

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a territory lies, as far as that is known."""

    name: str
    side: Side
    point: tuple[float, float] | None
    """Latitude and longitude."""
    areas: tuple[str, ...]
    """The codes of its départements."""


def map_picture() -> str:
    """The outlines as a picture of their own."""
    frame = _frame()
    outlines_of = {True: "", False: ""}
    for code, outline in frame.areas.items():
        outlines_of[code.startswith(ABROAD)] += outline
    return PICTURE.format(
        width=frame.width, height=frame.height, france=outlines_of[False], abroad=outlines_of[True]
    )


def where_svg(spots: Sequence[Spot], picture: str, title: str) -> Markup | None:
    """Mark territories on the map whose picture is linked; None where none of them is on it."""
    frame = _frame()
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
    frame = _frame()
    first: dict[tuple[float, float], Side] = {}
    for spot in spots:
        if spot.point:
            first.setdefault(spot.point, spot.side)
    for (latitude, longitude), side in first.items():
        x = (longitude - frame.west) * frame.across
        y = (frame.north - latitude) * frame.down
        if 0 <= x <= frame.width and 0 <= y <= frame.height:
            shape = SHAPES.get(side, DIAMOND)
            yield POINT.format(side=side.value, x=f"{x:.1f}", y=f"{y:.1f}", shape=shape)


@dataclass(frozen=True, slots=True)
class _Frame:
    """The map in the units of the drawing: its size, where it begins, units a degree, areas."""

    width: int
    height: int
    west: float
    north: float
    across: float
    down: float
    areas: Mapping[str, str]


@cache
def _frame() -> _Frame:
    """The map, made once: every page that marks something on it needs it."""
    data = json.loads(outlines().text)
    _, _, width, height = data["box"]
    return _Frame(
        width=-(-width // STEP),
        height=-(-height // STEP),
        west=data["west"],
        north=data["north"],
        across=data["across"] / STEP,
        down=data["down"] / STEP,
        areas={code: _coarser(path) for code, _, path in data["areas"]},
    )


def _coarser(path: str) -> str:
    """An outline on the drawing's grid, on which the borders of neighbours stay one."""
    rings = (_on_grid(ring) for ring in path.split("z") if ring)
    return "".join(_drawn(points) for points in rings if len(points) > 3)  # noqa: PLR2004 - less has no inside


def _on_grid(ring: str) -> list[Point]:
    """The corners of a ring `Mx yldx dy dx dy…`, without those that the grid makes one."""
    numbers = [float(each) for each in re.findall(r"-?[\d.]+", ring)]
    x = y = 0.0
    points: list[Point] = []
    for right, down in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + right, y + down
        point = (round(x / STEP), round(y / STEP))
        if points[-1:] != [point]:
            points.append(point)
    return points


def _drawn(points: list[Point]) -> str:
    (x, y), steps = points[0], pairwise(points)
    text = " ".join(f"{next_x - x} {next_y - y}" for (x, y), (next_x, next_y) in steps)
    return f"M{x} {y}l{text}z".replace(" -", "-")
