"""Where a case or a territory lies: on a map, and in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from passerelles import addresses
from passerelles.library import SIDES, Side
from passerelles.pages.contexts import Where
from passerelles.pages.drawings import Spot, where_svg
from passerelles.pages.writer import Writer
from passerelles.records import Role, Territory, TerritoryType, official
from passerelles.text import typeset


def side_of(role: Role | None) -> Side:
    """The side on which a territory stands by its role."""
    return SIDES[role] if role else Side.BETWEEN


def where(writer: Writer, territories: Iterable[tuple[Territory, Side]]) -> Where | None:
    """Show where territories lie; None where none of them is on the map."""
    found = tuple(territories)
    spots = tuple(_spot(territory, side) for territory, side in found)
    names = ", ".join(spot.name for spot in spots)
    picture = writer.link(addresses.MAP_PICTURE)
    svg = where_svg(spots, picture, typeset(f"Carte : {names}"))
    words = ", ".join(dict.fromkeys(_areas(territory for territory, _ in found)))
    return Where(svg, words) if svg else None


def _spot(territory: Territory, side: Side) -> Spot:
    """A region has no point of its own: its chief town would stand for it."""
    point = territory.coordinates if territory.type is not TerritoryType.REGION else None
    return Spot(
        name=territory.title,
        side=side,
        point=(float(point.latitude), float(point.longitude)) if point else None,
        areas=territory.departements,
    )


def _areas(territories: Iterable[Territory]) -> Iterator[str]:
    """The départements of territories, or their regions where that is all that is known."""
    for territory in territories:
        region = official.name_of_region(territory.region) if territory.region else None
        for code in territory.departements:
            yield f"{official.name_of_departement(code)}\u00a0({code})"
        if region and not territory.departements:
            yield region
