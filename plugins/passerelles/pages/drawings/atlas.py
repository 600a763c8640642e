"""Draws a map on which each place is a link: the shared picture of the outlines, areas, points.

Classes give the colours: no script, no style of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from markupsafe import Markup

from passerelles.pages.drawings.outlines import map_frame

SVG = Markup(
    '<svg class="atlas-dessin" viewBox="0 0 {width} {height}" {name}>'
    '<image href="{picture}" width="{width}" height="{height}"/>{layers}</svg>'
)
NAMED = Markup('role="group" aria-label="{label}"')
UNNAMED = Markup('aria-hidden="true"')
AREA = Markup('<path class="contour actif" d="{path}"/>')
DOTS = Markup('<path class="lieux-points" d="{path}"/>')
POINT = Markup(
    '<a class="lieu" href="{href}" aria-label="{label}"><title>{label}</title>'
    '<circle class="cible" cx="{x}" cy="{y}" r="{target}"/>'
    '<circle cx="{x}" cy="{y}" r="{radius}"/></a>'
)
SMALLEST, LARGEST = 2.5, 11
TARGET = 6.5
"""The least radius of what a finger can hit, in units of the map."""
GRID = 5
"""Dots of a map that only gives an impression stand on a grid of so many units, each once."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place on a map: where it is, how it is called, where it leads."""

    longitude: float
    latitude: float
    label: str
    href: str
    weight: int
    """What its size stands for, as a number of cases."""


def map_svg(picture: str, places: Sequence[Place], areas: Iterable[str], label: str) -> Markup:
    """A map with a link at each place; `picture` is the link to the outlines.

    Large ones come first, so that small ones stay within reach.
    """
    points = (_point(place) for place in sorted(places, key=lambda place: -place.weight))
    return _map(picture, Markup().join((*_areas(areas), *points)), NAMED.format(label=label))


def impression_svg(picture: str, places: Iterable[tuple[float, float]]) -> Markup:
    """A small map that says where territories are, without naming them: a picture for a link."""
    frame = map_frame()
    found = {
        (round(x / GRID) * GRID, round(y / GRID) * GRID)
        for x, y in (frame.place(*place) for place in places)
    }
    dots = "".join(f"M{x} {y}h0" for x, y in sorted(found))
    return _map(picture, DOTS.format(path=dots), UNNAMED)


def _map(picture: str, layers: Markup, name: Markup) -> Markup:
    frame = map_frame()
    return SVG.format(
        width=frame.width, height=frame.height, picture=picture, layers=layers, name=name
    )


def _areas(codes: Iterable[str]) -> Iterator[Markup]:
    known = map_frame().areas
    for code in sorted(set(codes)):
        if code in known:
            yield AREA.format(path=known[code])


def _point(place: Place) -> Markup:
    x, y = map_frame().place(place.longitude, place.latitude)
    radius = min(LARGEST, SMALLEST + sqrt(place.weight))
    return POINT.format(
        href=place.href,
        label=place.label,
        x=f"{x:.1f}",
        y=f"{y:.1f}",
        radius=f"{radius:.1f}",
        target=f"{max(TARGET, radius):.1f}",
    )
