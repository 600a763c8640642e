"""The whole journey, from folders of YAML to a published site, in the order in which it goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from passerelles.addresses import MISSING, Addresses, file_of, of_preview
from passerelles.exports import exchange_files, json_files, schema_files, sitemap_files
from passerelles.library import (
    Directory,
    Library,
    across,
    completed,
    due_for_review,
    lost_addresses,
    without_consequences,
)
from passerelles.pages import Frame, Page, asset_files, missing_page, write_pages
from passerelles.pages.previews import Preview, draw
from passerelles.problems import Problem, Severity, severity
from passerelles.records import LEDGER, read_base
from passerelles.search import script_files, search_files


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a base gives: all that is wrong with it, and the library that it makes."""

    library: Library
    problems: tuple[Problem, ...]
    """By file, line and column."""
    lines: Mapping[str, tuple[str, ...]]
    """The lines of every file in which something is wrong, to show excerpts."""

    @property
    def publishable(self) -> bool:
        """Whether no error stands; only then is the library whole."""
        return all(severity(problem) is not Severity.ERROR for problem in self.problems)


def read(root: Path, today: date | None = None) -> Reading:
    """Read the base under `root`; with `today`, say also which sheets are due for review."""
    base = read_base(root)
    directory = Directory(base.entries)
    links, lost = directory.links()
    problems = [*base.problems, *lost, *across(directory, links, base.images)]
    problems.extend(lost_addresses(directory, base.lines.get(LEDGER, ())))
    problems = without_consequences(problems)
    if today:
        problems.extend(due_for_review(base.entries, today))
    problems.sort(key=lambda problem: problem.order)
    lines = {file: base.lines[file] for file in _files(problems) if file in base.lines}
    return Reading(Library(directory.entries, links), tuple(problems), lines)


def _files(problems: Iterable[Problem]) -> set[str]:
    return {problem.place.file for problem in problems}


def ledger(reading: Reading) -> str:
    """The text of the ledger of published addresses, the new ones added."""
    directory = Directory(reading.library.entries.values())
    return completed(directory, reading.lines.get(LEDGER, ()))


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that a host has to publish."""

    pages: tuple[Page, ...]
    missing: Page
    """What stands where no page is."""
    files: Mapping[str, str]
    """The text of every other file, by its address."""

    @property
    def previews(self) -> Mapping[str, Preview]:
        """What the preview pictures show, by their addresses."""
        pages = {page.address: page.preview for page in self.pages}
        return {of_preview(address): preview for address, preview in pages.items() if preview}

    @property
    def places(self) -> frozenset[str]:
        """Where its files stand, from the root of the site."""
        pages = (file_of(page.address) for page in self.pages)
        return frozenset((*pages, MISSING, *self.files, *self.previews))

    def written(self, frame: Frame) -> Iterator[tuple[str, bytes]]:
        """Every file with its content, by where it stands: pages in their frame, then the others.

        A preview picture is drawn when its turn comes, from a value of its page and nothing else.
        """
        for page in self.pages:
            yield file_of(page.address), frame.around(page).encode()
        yield MISSING, frame.around(self.missing).encode()
        for place, text in self.files.items():
            yield place, text.encode()
        for place, preview in self.previews.items():
            yield place, draw(preview)


def publish(library: Library, links: Addresses) -> Site:
    """Make the site of a library that no error keeps from being published."""
    pages = tuple(write_pages(library, links))
    return Site(
        pages=pages,
        missing=missing_page(library, links),
        files={
            **json_files(library, links),
            **exchange_files(library, links),
            **schema_files(),
            **sitemap_files(pages, links),
            **asset_files(),
            **script_files(),
            **search_files(library, links),
        },
    )
