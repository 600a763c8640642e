"""The outlines of départements and Belgian provinces, at the size at which pages draw them.

They are one picture that all pages share, in a grey that is read on light and dark ground.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from passerelles.search import outlines

STEP = 2
"""The units of the outlines that make one of the drawing: finer than what can be seen of it."""

PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
    'height="{height}"><g fill="#888" stroke="#888" stroke-opacity=".55" stroke-width=".6" '
    'stroke-linejoin="round"><path fill-opacity=".32" d="{france}"/>'
    '<path fill-opacity=".07" d="{abroad}"/></g></svg>\n'
)
ABROAD = "BE-"
"""How the codes of areas outside France begin."""
Point = tuple[int, int]


def map_picture() -> str:
    """The outlines as a picture of their own."""
    frame = map_frame()
    outlines_of = {True: "", False: ""}
    for code, outline in frame.areas.items():
        outlines_of[code.startswith(ABROAD)] += outline
    return PICTURE.format(
        width=frame.width, height=frame.height, france=outlines_of[False], abroad=outlines_of[True]
    )


@dataclass(frozen=True, slots=True)
class Frame:
    """The map in the units of the drawing: its size, where it begins, units a degree, areas."""

    width: int
    height: int
    west: float
    north: float
    across: float
    down: float
    areas: Mapping[str, str]

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a point stands on the map, or beside it."""
        return (longitude - self.west) * self.across, (self.north - latitude) * self.down

    def holds(self, x: float, y: float) -> bool:
        """Whether a place is on the map: overseas it is not."""
        return 0 <= x <= self.width and 0 <= y <= self.height


@cache
def map_frame() -> Frame:
    """The map, made once: every page that marks something on it needs it."""
    data = json.loads(outlines().text)
    _, _, width, height = data["box"]
    return Frame(
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
