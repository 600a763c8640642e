"""The document around every page: the host's theme, made once, with holes that each page fills."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import escape

from passerelles.pages.page import Page

HOLES = {
    name: f"\ue000{name}\ue001" for name in ("title", "head", "base", "header", "main", "footer")
}
"""What a host's theme is to print where a page puts its own: in private-use characters."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A document cut at its holes.

    It is cut once, before any page is put into it: what stands in a record can open no hole.
    """

    pieces: tuple[str, ...]
    """Pieces of the document and names of holes by turns."""

    @classmethod
    def cut(cls, document: str) -> Frame:
        """Cut what a theme has printed with `HOLES` in it."""
        return cls(tuple(re.split("\ue000([a-z]+)\ue001", document)))

    def around(self, page: Page) -> str:
        """The whole document of a page."""
        fills = {
            "title": escape(page.title),
            "head": page.head,
            "base": page.root[:-1] if page.root else ".",
            "header": page.header,
            "main": page.main,
            "footer": page.footer,
        }
        return "".join(
            fills[piece] if rank % 2 else piece for rank, piece in enumerate(self.pieces)
        )
