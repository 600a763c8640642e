"""What a preview picture shows, as a value."""

from __future__ import annotations

from dataclasses import dataclass

from passerelles.library import Side

WIDTH = 800
HEIGHT = 420
"""In pixels: large enough for a wide card, and drawn in a third of the time of 1,200 × 630."""


Banks = tuple[tuple[Side, str], ...]
"""Names, each with its side."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A page in a picture. Its texts are as they are to be printed."""

    kind: str
    """The part of the site that the page stands in; empty for those that stand alone."""
    title: str
    lead: str
    """A sentence or two, shown as far as there is room."""
    banks: Banks = ()
    """The territories of a case."""

    @property
    def alternative(self) -> str:
        """The picture in words, for whoever does not see it."""
        names = ", ".join(name for _, name in self.banks)
        return " — ".join(filter(None, (self.kind, self.title, names)))
