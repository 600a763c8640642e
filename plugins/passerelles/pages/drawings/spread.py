"""Moves apart what would stand on the same place of a map, so that each can be seen and hit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from math import cos, hypot, pi, sin, sqrt

Spot = tuple[float, float]
Cells = dict[tuple[int, int], list[int]]
GOLDEN = pi * (3 - sqrt(5))
"""The angle that never comes back to where it was: points that coincide leave in as many ways."""
ROUNDS = 100
ENOUGH = 0.05
"""How far, in units of the map, nothing more has to be moved."""


def spread(points: Sequence[Spot], apart: float, width: float, height: float) -> list[Spot]:
    """The places of points, those moved that were nearer to each other than `apart`.

    Two that are too near push each other away, each by half of what is missing, pair after pair
    and again until none is: the projection of constraints of Jakobsen, « Advanced character
    physics » (2001). Only neighbours are looked at, so that the time grows with the points.
    Crowded beyond what the map can hold, they stay as far from each other as they came.
    """
    places = [
        (x + ENOUGH * cos(rank * GOLDEN), y + ENOUGH * sin(rank * GOLDEN))
        for rank, (x, y) in enumerate(points)
    ]
    for _ in range(ROUNDS):
        if not _pushed(places, apart, width, height):
            break
    return [
        place if hypot(place[0] - x, place[1] - y) > 2 * ENOUGH else (x, y)
        for place, (x, y) in zip(places, points, strict=True)
    ]


def _pushed(places: list[Spot], apart: float, width: float, height: float) -> bool:
    """Let every pair that is too near push itself apart once; whether any was."""
    any_pushed = False
    for one, other in _pairs(places, apart):
        (x, y), (u, v) = places[one], places[other]
        distance = hypot(x - u, y - v)
        if apart - distance > ENOUGH:
            share = (apart - distance) / 2 / (distance or 1)
            right, down = (x - u) * share, (y - v) * share
            places[one] = _within(x + right, width), _within(y + down, height)
            places[other] = _within(u - right, width), _within(v - down, height)
            any_pushed = True
    return any_pushed


def _pairs(places: Sequence[Spot], apart: float) -> Iterator[tuple[int, int]]:
    """All that might be too near to each other: those of a cell of the map and those around it."""
    at = [(int(x // apart), int(y // apart)) for x, y in places]
    cells: Cells = defaultdict(list)
    for rank, cell in enumerate(at):
        cells[cell].append(rank)
    for one, (column, row) in enumerate(at):
        for across, down in product((-1, 0, 1), repeat=2):
            near = cells.get((column + across, row + down), ())
            yield from ((one, other) for other in near if other > one)


def _within(value: float, most: float) -> float:
    return min(max(value, 0.0), most)
