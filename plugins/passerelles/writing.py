"""Writes the pages of a site; with a memory, only those that have changed since the last build."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from passerelles.addresses import file_of, of_preview
from passerelles.keeping import hash_of
from passerelles.library import Anew, Library, Maker, Memory
from passerelles.pages import Frame, Leaf, Page, Sheaf
from passerelles.pages.previews import draw


class Desk(Protocol):
    """Where a site is written."""

    def write(self, place: str, content: bytes) -> None:
        """Write a file at a place, from the root of the site."""

    def take_over(self, place: str, trace: bytes) -> bool:
        """Take a file over from the site that stands, if it is there and has this hash."""


@dataclass(frozen=True)
class Press:
    """Makes pages of what a library holds, and puts them into their frame."""

    library: Library
    memory: Memory | None = None

    @property
    def maker(self) -> Maker:
        """What makes what is made of the library."""
        return self.memory or Anew(self.library)

    def opened(self, sheaf: Sheaf) -> Iterator[Leaf]:
        """The pages of a sheaf: made now, or known to be as they were."""
        name = f"liasse {sheaf.name}"
        if self.memory is None:
            yield from (Leaf.of(page, name) for page in sheaf.write(self.library))
            return
        known = self.memory.recall(name)
        if known is not None:
            self.memory.keep_again(name)
            again = _Again(sheaf, self.library)
            for address, file, moved in known:
                yield Leaf(address, again.page(address), file, moved, name)
            return
        witness = self.memory.witness()
        pages = tuple(sheaf.write(witness))
        known = tuple((page.address, page.file, bool(page.moved_to)) for page in pages)
        self.memory.keep(name, known, witness.asked)
        yield from (Leaf.of(page, name) for page in pages)

    def write(self, leaves: Iterable[Leaf], frame: Frame, desk: Desk) -> None:
        """Write some pages, each with its preview picture."""
        trace = hash_of(*frame.pieces)
        for leaf in leaves:
            if self.memory is None:
                _written(leaf.address, leaf.write(self.library), frame, desk, None)
            elif not _taken_over(leaf, trace, desk, self.memory):
                witness = self.memory.witness()
                before = self.memory.before(_name(leaf)) or NOTHING
                files = _written(leaf.address, leaf.write(witness), frame, desk, before)
                self.memory.keep(_name(leaf), (trace, *files), witness.asked)


Files = tuple[bytes, bytes, bytes]
"""The hash of a page's file, that of what its preview picture shows, and that of its picture."""
NOTHING = b"", b"", b"", b""


def _name(leaf: Leaf) -> str:
    return f"page {leaf.sheaf} {leaf.address}"


def _taken_over(leaf: Leaf, trace: bytes, desk: Desk, memory: Memory) -> bool:
    """Take a page over from the site that stands, if it is to be as it is there."""
    known = None if leaf.written else memory.recall(_name(leaf))
    if known is None:
        return False
    frame, html, shown, picture = known
    done = frame == trace and desk.take_over(file_of(leaf.address), html)
    if done and shown:
        done = desk.take_over(of_preview(leaf.address), picture)
    if done:
        memory.keep_again(_name(leaf))
    return done


def _written(
    address: str, page: Page, frame: Frame, desk: Desk, before: tuple[bytes, ...] | None
) -> Files:
    """Write a page, and draw its picture unless it would show what it showed before."""
    html = frame.around(page).encode()
    desk.write(file_of(address), html)
    shown = picture = b""
    if page.preview:
        place, shown = of_preview(address), hash_of(repr(page.preview))
        if before and before[2] == shown and desk.take_over(place, before[3]):
            picture = before[3]
        else:
            content = draw(page.preview)
            desk.write(place, content)
            picture = hash_of(content) if before else b""
    return hash_of(html), shown, picture


class _Again:
    """The pages of a sheaf, made only if one of them is wanted after all."""

    def __init__(self, sheaf: Sheaf, library: Library) -> None:
        self.sheaf = sheaf
        self.library = library

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        return {page.address: page for page in self.sheaf.write(self.library)}

    def page(self, address: str) -> Callable[[Library], Page]:
        return lambda _: self.pages[address]
