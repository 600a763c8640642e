"""Territories on a map: those of a list with a link at each, all as a picture, one page's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from passerelles import addresses
from passerelles.library import SIDES, Key, Side
from passerelles.pages.contexts import MapView, Where
from passerelles.pages.drawings import (
    Place,
    Spot,
    impression_svg,
    map_frame,
    map_svg,
    where_svg,
)
from passerelles.pages.writer import Writer
from passerelles.records import Kind, Role, Territory, TerritoryType, official
from passerelles.text import count, typeset

ELSEWHERE = "Sans point sur la carte"
NAMED = 12
"""How many territories without a point are named below a map."""
MOVED = "Des points voisins sont écartés : un trait mène à leur place."


def map_of(writer: Writer, names: Iterable[str], label: str) -> MapView | None:
    """The map of some territories; None where none of them can be placed.

    The size of a point says how many cases a territory has. Who has no point is said below.
    """
    territories = {name: writer.library.territories[name] for name in names}
    points = {name: _point(each) for name, each in territories.items()}
    places = tuple(_place(writer, name, point) for name, point in points.items() if point)
    if not places:
        return None
    missing = [territories[name].title for name, point in points.items() if not point]
    areas = {code for each in territories.values() for code in each.departements}
    svg, moved = map_svg(writer.link(addresses.MAP_PICTURE), places, areas, typeset(label))
    legend = (
        MOVED if moved else "",
        _unplaced(missing),
    )
    return MapView(svg, " ".join(filter(None, legend)))


def _unplaced(names: Sequence[str]) -> str:
    """Who has no point: by name where one would read them, or how many."""
    if len(names) > NAMED:
        return f"{count(len(names), 'territoire')} sans point sur la carte."
    return f"{ELSEWHERE} : {', '.join(names)}." if names else ""


def impression(writer: Writer) -> Markup:
    """A small map that says where the territories of the base are."""
    points = map(_point, writer.library.territories.values())
    return impression_svg(writer.link(addresses.MAP_PICTURE), filter(None, points))


def where(writer: Writer, territories: Iterable[tuple[Territory, Side]]) -> Where | None:
    """Show where territories lie, and say it; None where none of them is on the map."""
    found = tuple(territories)
    spots = tuple(Spot(side, _point(each), each.departements) for each, side in found)
    names = ", ".join(each.title for each, _ in found)
    svg = where_svg(spots, writer.link(addresses.MAP_PICTURE), typeset(f"Carte : {names}"))
    words = tuple(dict.fromkeys(_areas(territory for territory, _ in found)))
    return Where(svg, words) if svg else None


def side_of(role: Role | None) -> Side:
    """The side on which a territory stands by its role."""
    return SIDES[role] if role else Side.BETWEEN


def _point(territory: Territory) -> tuple[float, float] | None:
    """Where a territory stands; a region has no point of its own: its chief town would be it."""
    point = territory.coordinates
    if point is None or territory.type is TerritoryType.REGION:
        return None
    longitude, latitude = float(point.longitude), float(point.latitude)
    frame = map_frame()
    return (longitude, latitude) if frame.holds(*frame.place(longitude, latitude)) else None


def _place(writer: Writer, name: str, point: tuple[float, float]) -> Place:
    key = Key(Kind.TERRITORY, name)
    cases = len(writer.library.cases_of(key))
    words = f"{writer.library.name(key)} : {count(cases, 'cas', 'cas')}"
    return Place(point, typeset(words), writer.to(key), cases)


def _areas(territories: Iterable[Territory]) -> Iterator[str]:
    """The départements of territories, or else their region, or their country where that is all."""
    for territory in territories:
        region = official.name_of_region(territory.region) if territory.region else None
        for code in territory.departements:
            yield f"{official.name_of_departement(code)}\u00a0({code})"
        if not territory.departements:
            country = official.name_of_country(territory.country) if territory.abroad else None
            yield from filter(None, [region or country])
