"""Drawings made at build time: a layout as values first, then SVG that needs no script."""

from passerelles.pages.drawings.flux_marks import SHAPES, flux_mark
from passerelles.pages.drawings.lanes import MOST_PARTIES, Flow, lay_out
from passerelles.pages.drawings.lanes_svg import lanes_svg

__all__ = ["MOST_PARTIES", "SHAPES", "Flow", "flux_mark", "lanes_svg", "lay_out"]
