"""Draws territories on the shared picture of the outlines.

A page adds only its own areas and marks: a map costs it next to nothing. Classes give the colours:
no script, no style of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import hypot, sqrt

from markupsafe import Markup

from passerelles.library import Side
from passerelles.pages.drawings.outlines import map_frame
from passerelles.pages.drawings.spread import spread

SVG = Markup(
    '<svg class="{kind}" viewBox="0 0 {width} {height}" width="{width}" height="{height}" {about}>'
    '{title}<image href="{picture}" width="{width}" height="{height}"/>{layers}</svg>'
)
AREA = Markup('<path class="contour actif" d="{path}"/>')
DOTS = Markup('<path class="lieux-points" d="{path}"/>')
LEADER = Markup('<path class="renvoi" d="M{x} {y}L{from_x} {from_y}"/>')
LINK = Markup(
    '<a class="lieu" href="{href}" aria-label="{label}"><title>{label}</title>{leader}'
    '<circle class="cible" cx="{x}" cy="{y}" r="{target}"/>'
    '<circle cx="{x}" cy="{y}" r="{radius}"/></a>'
)
MARKED = Markup(
    '<path class="ou-marque cote-{side}" transform="translate({x} {y}) scale({scale})" '
    'd="{shape}"/>'
)
MARK = Markup(
    '<svg class="ou-marque cote-{side}" viewBox="-7 -7 14 14" width="14" height="14" '
    'aria-hidden="true"><path d="{shape}"/></svg>'
)
REACH = 5.5
"""How far a mark reaches from its point."""
ROUND = f"M0-{REACH}A{REACH} {REACH} 0 1 1 0 {REACH}A{REACH} {REACH} 0 1 1 0-{REACH}Z"
SHAPES = {Side.TOWN: "M-5-5H5V5H-5Z", Side.LAND: ROUND}
DIAMOND = "M0-6.5L6.5 0L0 6.5L-6.5 0Z"
"""Whoever is neither town nor countryside; a shape for each, so that colour is not alone."""
SCALE = 1.5
"""How much larger a mark is on the map than before a name: the map is drawn small."""
SMALLEST, LARGEST = 2.5, 10.5
TARGET = 10.5
"""The radius of what a finger can hit: 24 pixels across where the map is 358, as on a phone."""
GRID = 5
"""Dots of a map that only gives an impression stand on a grid of so many units, each once."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a territory lies, as far as that is known, and on which side it stands."""

    side: Side
    point: tuple[float, float] | None
    """Longitude and latitude."""
    areas: tuple[str, ...]
    """The codes of its départements."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that is a link: where it is, how it is called, where it leads."""

    point: tuple[float, float]
    """Longitude and latitude."""
    label: str
    href: str
    weight: int
    """What its size stands for, as a number of cases."""


def where_svg(spots: Sequence[Spot], picture: str, title: str) -> Markup | None:
    """Mark territories on the map whose picture is linked; None where none of them is on it."""
    areas = _areas(code for spot in spots for code in spot.areas)
    marks = Markup().join(_marks(spots))
    if not areas and not marks:
        return None
    named = Markup("<title>{}</title>").format(title)
    return _map("ou", picture, areas + marks, Markup('role="img"'), named)


def map_svg(
    picture: str, places: Sequence[Place], areas: Iterable[str], label: str
) -> tuple[Markup, bool]:
    """A map with a link at each place, and whether some had to make room for others.

    From those a line leads to where they are. Large ones come first.
    """
    frame = map_frame()
    ordered = sorted(places, key=lambda place: -place.weight)
    points = [frame.place(*place.point) for place in ordered]
    apart = spread(points, 2 * TARGET, frame.width, frame.height)
    links = Markup().join(map(_link, ordered, points, apart))
    about = Markup('role="group" aria-label="{}"').format(label)
    moved = any(map(_moved, points, apart))
    return _map("atlas-dessin", picture, _areas(areas) + links, about), moved


def impression_svg(picture: str, points: Iterable[tuple[float, float]]) -> Markup:
    """A small map that says where territories are, without naming them: a picture for a link."""
    frame = map_frame()
    found = {
        (round(x / GRID) * GRID, round(y / GRID) * GRID)
        for x, y in (frame.place(*point) for point in points)
    }
    dots = "".join(f"M{x} {y}h0" for x, y in sorted(found))
    return _map("atlas-dessin", picture, DOTS.format(path=dots), Markup('aria-hidden="true"'))


def place_mark(side: Side) -> Markup:
    """The mark that stands on the map for a side, to stand before a name."""
    return MARK.format(side=side.value, shape=SHAPES.get(side, DIAMOND))


def _map(
    kind: str, picture: str, layers: Markup, about: Markup, title: Markup | str = ""
) -> Markup:
    frame = map_frame()
    return SVG.format(
        kind=kind,
        width=frame.width,
        height=frame.height,
        picture=picture,
        layers=layers,
        about=about,
        title=title,
    )


def _areas(codes: Iterable[str]) -> Markup:
    known = map_frame().areas
    return Markup().join(
        AREA.format(path=known[code]) for code in sorted(set(codes)) if code in known
    )


def _marks(spots: Sequence[Spot]) -> Iterator[Markup]:
    frame = map_frame()
    placed = [(frame.place(*spot.point), spot.side) for spot in spots if spot.point]
    points = spread([point for point, _ in placed], 2 * SCALE * REACH, frame.width, frame.height)
    for (x, y), (_, side) in zip(points, placed, strict=True):
        shape = SHAPES.get(side, DIAMOND)
        yield MARKED.format(side=side.value, x=f"{x:.1f}", y=f"{y:.1f}", scale=SCALE, shape=shape)


def _moved(point: tuple[float, float], place: tuple[float, float]) -> bool:
    return hypot(point[0] - place[0], point[1] - place[1]) > SMALLEST


def _link(place: Place, point: tuple[float, float], moved: tuple[float, float]) -> Markup:
    (from_x, from_y), (x, y) = ([f"{each:.1f}" for each in both] for both in (point, moved))
    away = _moved(point, moved)
    leader = LEADER.format(x=x, y=y, from_x=from_x, from_y=from_y) if away else ""
    radius = min(LARGEST, SMALLEST + sqrt(place.weight))
    return LINK.format(
        href=place.href,
        label=place.label,
        leader=leader,
        x=x,
        y=y,
        radius=f"{radius:.1f}",
        target=TARGET,
    )
