"""Where tests write sites: in memory, each instead of the one before."""

from __future__ import annotations

from collections.abc import Mapping

from passerelles.keeping import hash_of


class Shelf(dict[str, bytes]):
    """The files of a site, by where they stand."""

    def __init__(self, before: Mapping[str, bytes] | None = None) -> None:
        super().__init__()
        self.before = before or {}
        self.written: set[str] = set()
        """What has not been taken over."""

    def write(self, place: str, content: bytes) -> None:
        """Write a file."""
        assert place not in self
        self.written.add(place)
        self[place] = content

    def take_over(self, place: str, trace: bytes) -> bool:
        """Take a file over from the site before, if it has this hash."""
        if place not in self.before or hash_of(self.before[place]) != trace:
            return False
        self[place] = self.before[place]
        return True
