"""Territories on a map: `map_of` with a link at each, `impression` as a picture of all."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from passerelles import addresses
from passerelles.library import Key
from passerelles.pages.contexts import MapView
from passerelles.pages.drawings import Place, impression_svg, map_frame, map_svg
from passerelles.pages.writer import Writer
from passerelles.records import Kind, Territory, TerritoryType
from passerelles.text import count, typeset

ELSEWHERE = "Sans point sur la carte"


def map_of(writer: Writer, names: Iterable[str], label: str) -> MapView | None:
    """The map of some territories; None where none of them can be placed.

    The size of a point says how many cases a territory has. Whoever has no point is named below.
    """
    territories = {name: writer.library.territories[name] for name in names}
    points = {name: _point(each) for name, each in territories.items()}
    places = tuple(_place(writer, name, point) for name, point in points.items() if point)
    if not places:
        return None
    missing = [territories[name].title for name, point in points.items() if not point]
    areas = {code for each in territories.values() for code in each.departements}
    svg = map_svg(writer.link(addresses.MAP_PICTURE), places, areas, typeset(label))
    return MapView(svg, f"{ELSEWHERE} : {', '.join(missing)}." if missing else "")


def impression(writer: Writer) -> Markup:
    """A small map that says where the territories of the base are."""
    points = map(_point, writer.library.territories.values())
    return impression_svg(writer.link(addresses.MAP_PICTURE), filter(None, points))


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
    return Place(*point, typeset(words), writer.to(key), cases)
