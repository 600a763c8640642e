"""Drawings made at build time: a layout as values first, then SVG that needs no script."""

from passerelles.pages.drawings.bars import aimed_bar, bar
from passerelles.pages.drawings.flux_marks import SHAPES, flux_mark
from passerelles.pages.drawings.lanes import MOST_PARTIES, Flow, lay_out
from passerelles.pages.drawings.lanes_svg import lanes_svg
from passerelles.pages.drawings.maps import (
    Place,
    Spot,
    impression_svg,
    map_svg,
    place_mark,
    where_svg,
)
from passerelles.pages.drawings.outlines import map_frame, map_picture
from passerelles.pages.drawings.spread import spread

__all__ = [
    "MOST_PARTIES",
    "SHAPES",
    "Flow",
    "Place",
    "Spot",
    "aimed_bar",
    "bar",
    "flux_mark",
    "impression_svg",
    "lanes_svg",
    "lay_out",
    "map_frame",
    "map_picture",
    "map_svg",
    "place_mark",
    "spread",
    "where_svg",
]
