"""The whole journey, from folders of YAML to a published site, in the order in which it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from passerelles.addresses import ASSETS, DATA, MISSING, SITEMAP, Addresses, file_of
from passerelles.exports import exchange_files, json_files, schema_files, sitemap_files
from passerelles.keeping import Store, hash_of
from passerelles.library import (
    Directory,
    Library,
    Memory,
    Saved,
    Told,
    across,
    audit_due,
    completed,
    due_for_review,
    lost_addresses,
    without_consequences,
)
from passerelles.pages import Frame, Leaf, Page, asset_files, leaves, missing_page
from passerelles.problems import Problem, Severity, severity
from passerelles.progress import Tell, to_nobody
from passerelles.records import LEDGER, Readings, read_base
from passerelles.search import script_files, search_files
from passerelles.writing import Desk, Press

LEAVES = 32
"""How many pages are written in one go."""
PACKS = 4
"""For how many ways of writing links results are kept: published, served, put on a disk…"""


class Kept:
    """What one build keeps for the next in a folder, or in a process that builds again and again.

    With it or without it, every build makes the same site.
    """

    def __init__(self, folder: Path) -> None:
        self.store = Store(folder)
        self.readings = Readings(self.store)

    def memory(self, library: Library, links: Addresses) -> Memory:
        """What was made of the records before, where links were written in the same way."""
        saved = self.store.load(_pack(links))
        return Memory(library, Saved(*saved) if saved else Saved(), self.readings.earlier)

    def keep(self, memory: Memory, links: Addresses) -> None:
        """Keep what is made of the records now."""
        self.store.save(_pack(links), memory.saved().fields)
        self.store.prune("pages-", PACKS)


def _pack(links: Addresses) -> str:
    return f"pages-{hash_of(repr(links)).hex()[:8]}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a base gives: all that is wrong with it, and the library that it makes."""

    library: Library
    problems: tuple[Problem, ...]
    """By file, line and column."""
    lines: Mapping[str, tuple[str, ...]]
    """The lines of the ledger, and of every file in which something is wrong, to show excerpts."""

    @property
    def publishable(self) -> bool:
        """Whether no error stands; only then is the library whole."""
        return all(severity(problem) is not Severity.ERROR for problem in self.problems)


def read(
    root: Path, today: date | None = None, tell: Tell = to_nobody, kept: Kept | None = None
) -> Reading:
    """Read the base under `root`; with `today`, say also what is due for review."""
    base = read_base(root, tell, kept.readings if kept else None)
    directory = Directory(base.entries)
    links, lost = directory.links()
    problems = [*base.problems, *lost, *across(directory, links, base.images)]
    problems.extend(lost_addresses(directory, base.lines_of(LEDGER)))
    problems = without_consequences(problems)
    if today:
        problems.extend(due_for_review(base.entries, today))
        problems.extend(audit_due(base.audit, today))
    problems.sort(key=lambda problem: problem.order)
    shown = _files(problems) | {LEDGER}
    lines = {file: lines for file in shown if (lines := base.lines_of(file))}
    return Reading(Library(directory.entries, links, base.audit.value), tuple(problems), lines)


def _files(problems: Iterable[Problem]) -> set[str]:
    return {problem.place.file for problem in problems}


def ledger(reading: Reading) -> str:
    """The text of the ledger of published addresses, the new ones added."""
    directory = Directory(reading.library.entries.values())
    return completed(directory, reading.lines.get(LEDGER, ()))


Part = Callable[[Desk], None]
"""Writes a part of a site."""


@dataclass(frozen=True)
class Site:
    """Everything that a host has to publish, each part made when it is asked for."""

    library: Library
    links: Addresses
    leaves: tuple[Leaf, ...]
    """Every page that stands at an address of its own."""
    press: Press
    kept: Kept | None = None

    @property
    def pages(self) -> Iterator[Page]:
        """Every page, written anew each time."""
        return (leaf.write(self.library) for leaf in self.leaves)

    @cached_property
    def missing(self) -> Page:
        """What stands where no page is."""
        return missing_page(self.library, self.links)

    @cached_property
    def files(self) -> Mapping[str, str]:
        """The text of every other file, by its address."""
        return {address: text for make in self._makers() for address, text in make().items()}

    def holds(self, place: str) -> bool:
        """Whether a place, from the root of the site, is that of one of its files."""
        return place in self._places or place.startswith((ASSETS, DATA))

    def write(self, part: Part, desk: Desk) -> Told | None:
        """Write a part, maybe in a process apart; what `hear` is to be told of it."""
        part(desk)
        return self.press.memory.told() if self.press.memory else None

    def hear(self, told: Told | None) -> None:
        """Take over what writing a part has told."""
        if self.press.memory and told:
            self.press.memory.hear(told)

    def keep(self) -> None:
        """Keep for the next build what all parts have told."""
        if self.kept and self.press.memory:
            self.kept.keep(self.press.memory, self.links)

    def parts(self, frame: Frame) -> Iterator[Part]:
        """What is to be written, pages in their frame: parts that do not need each other.

        Those that take longest come first.
        """
        for make in self._makers():
            yield partial(_made, make)
        if self.links.directories:  # a site that is opened from a folder has no server to show it
            missing = Leaf(MISSING, partial(missing_page, links=self.links))
            yield partial(self.press.write, (missing,), frame)
        for start in range(0, len(self.leaves), LEAVES):
            yield partial(self.press.write, self.leaves[start : start + LEAVES], frame)

    @cached_property
    def _places(self) -> frozenset[str]:
        return frozenset((*(file_of(leaf.address) for leaf in self.leaves), MISSING, SITEMAP))

    def _makers(self) -> tuple[Callable[[], Mapping[str, str]], ...]:
        """What makes the files that are no pages."""
        library, links, maker = self.library, self.links, self.press.maker
        exchanges = partial(exchange_files, links=links)
        return (
            partial(search_files, library, links, maker),
            partial(json_files, library, links, maker),
            partial(maker.made, "donnees des echanges", exchanges),
            partial(sitemap_files, self.leaves, links),
            # These depend on no record.
            partial(maker.made, "schemas", lambda _: schema_files()),
            partial(maker.made, "habillage", lambda _: asset_files()),
            partial(maker.made, "scripts", lambda _: script_files()),
        )


def _made(make: Callable[[], Mapping[str, str]], desk: Desk) -> None:
    for place, text in make().items():
        desk.write(place, text.encode())


def publish(library: Library, links: Addresses, kept: Kept | None = None) -> Site:
    """Make the site of a library that no error keeps from being published."""
    press = Press(library, kept.memory(library, links) if kept else None)
    return Site(library, links, tuple(leaves(library, links, press.opened)), press, kept)
