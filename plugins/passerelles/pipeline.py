"""The whole journey, from folders of YAML to a published site, in the order in which it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from passerelles.addresses import ASSETS, DATA, MISSING, SITEMAP, Addresses, file_of, of_preview
from passerelles.exports import exchange_files, json_files, schema_files, sitemap_files
from passerelles.library import (
    Directory,
    Library,
    across,
    audit_due,
    completed,
    due_for_review,
    lost_addresses,
    without_consequences,
)
from passerelles.pages import Frame, Leaf, Page, asset_files, leaves, missing_page
from passerelles.pages.previews import draw
from passerelles.problems import Problem, Severity, severity
from passerelles.progress import Tell, to_nobody
from passerelles.records import LEDGER, read_base
from passerelles.search import script_files, search_files

LEAVES = 32
"""How many pages are written in one go."""


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


def read(root: Path, today: date | None = None, tell: Tell = to_nobody) -> Reading:
    """Read the base under `root`; with `today`, say also what is due for review."""
    base = read_base(root, tell)
    directory = Directory(base.entries)
    links, lost = directory.links()
    problems = [*base.problems, *lost, *across(directory, links, base.images)]
    problems.extend(lost_addresses(directory, base.lines.get(LEDGER, ())))
    problems = without_consequences(problems)
    if today:
        problems.extend(due_for_review(base.entries, today))
        problems.extend(audit_due(base.audit, today))
    problems.sort(key=lambda problem: problem.order)
    kept = _files(problems) | {LEDGER}
    lines = {file: base.lines[file] for file in kept if file in base.lines}
    return Reading(Library(directory.entries, links, base.audit.value), tuple(problems), lines)


def _files(problems: Iterable[Problem]) -> set[str]:
    return {problem.place.file for problem in problems}


def ledger(reading: Reading) -> str:
    """The text of the ledger of published addresses, the new ones added."""
    directory = Directory(reading.library.entries.values())
    return completed(directory, reading.lines.get(LEDGER, ()))


Written = Iterator[tuple[str, bytes]]
"""Files with their content, by where they stand from the root of the site."""


@dataclass(frozen=True)
class Site:
    """Everything that a host has to publish, each part made when it is asked for."""

    library: Library
    links: Addresses
    leaves: tuple[Leaf, ...]
    """Every page that stands at an address of its own."""

    @property
    def pages(self) -> Iterator[Page]:
        """Every page, written anew each time."""
        return (leaf.write() for leaf in self.leaves)

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

    def parts(self, frame: Frame) -> Iterator[Callable[[], Written]]:
        """What is to be written, pages in their frame: parts that do not need each other.

        Those that take longest come first.
        """
        for make in self._makers():
            yield partial(_made, make)
        if self.links.directories:  # a site that is opened from a folder has no server to show it
            yield partial(_made, lambda: {MISSING: frame.around(self.missing)})
        for start in range(0, len(self.leaves), LEAVES):
            yield partial(_framed, self.leaves[start : start + LEAVES], frame)

    @cached_property
    def _places(self) -> frozenset[str]:
        return frozenset((*(file_of(leaf.address) for leaf in self.leaves), MISSING, SITEMAP))

    def _makers(self) -> tuple[Callable[[], Mapping[str, str]], ...]:
        """What makes the files that are no pages."""
        library, links = self.library, self.links
        return (
            partial(search_files, library, links),
            partial(json_files, library, links),
            partial(exchange_files, library, links),
            partial(sitemap_files, self.leaves, links),
            schema_files,
            asset_files,
            script_files,
        )


def _made(make: Callable[[], Mapping[str, str]]) -> Written:
    for place, text in make().items():
        yield place, text.encode()


def _framed(leaves: Sequence[Leaf], frame: Frame) -> Written:
    for leaf in leaves:
        page = leaf.write()
        yield file_of(page.address), frame.around(page).encode()
        if page.preview:
            yield of_preview(page.address), draw(page.preview)


def publish(library: Library, links: Addresses) -> Site:
    """Make the site of a library that no error keeps from being published."""
    return Site(library, links, tuple(leaves(library, links)))
