"""Preview pictures: what a link to a page shows where it is shared."""

from passerelles.pages.previews.drawing import draw
from passerelles.pages.previews.preview import HEIGHT, WIDTH, Banks, Preview

__all__ = ["HEIGHT", "WIDTH", "Banks", "Preview", "draw"]
