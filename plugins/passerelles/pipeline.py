"""The whole journey, from folders of YAML to a published site, in the order in which it goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from passerelles.addresses import MISSING, Addresses, file_of
from passerelles.exports import exchange_files, json_files, schema_files, sitemap_files
from passerelles.library import (
    Directory,
    Library,
    across,
    audit_due,
    due_for_review,
    without_consequences,
)
from passerelles.pages import Frame, Page, asset_files, missing_page, write_pages
from passerelles.problems import Problem, Severity, severity
from passerelles.records import read_base
from passerelles.search import script_files, search_files


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a base gives: all that is wrong with it, and the library that it makes."""

    library: Library
    problems: tuple[Problem, ...]
    """By file, line and column."""
    lines: Mapping[str, tuple[str, ...]]
    """The lines of every file, to show excerpts."""

    @property
    def publishable(self) -> bool:
        """Whether no error stands; only then is the library whole."""
        return all(severity(problem) is not Severity.ERROR for problem in self.problems)


def read(root: Path, today: date | None = None) -> Reading:
    """Read the base under `root`; with `today`, say also what is due for review."""
    base = read_base(root)
    directory = Directory(base.entries)
    links, lost = directory.links()
    problems = [*base.problems, *lost, *across(directory, links, base.images)]
    problems = without_consequences(problems)
    if today:
        problems.extend(due_for_review(base.entries, today))
        problems.extend(audit_due(base.audit, today))
    problems.sort(key=lambda problem: problem.order)
    return Reading(Library(directory.entries, links, base.audit.value), tuple(problems), base.lines)


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that a host has to publish."""

    pages: tuple[Page, ...]
    missing: Page
    """What stands where no page is."""
    files: Mapping[str, str]
    """The text of every other file, by its address."""

    @property
    def places(self) -> frozenset[str]:
        """Where its files stand, from the root of the site."""
        return frozenset((*(file_of(page.address) for page in self.pages), MISSING, *self.files))

    def written(self, frame: Frame) -> Iterator[tuple[str, str]]:
        """Every file with its text, by where it stands: pages in their frame, then the others."""
        for page in self.pages:
            yield file_of(page.address), frame.around(page)
        yield MISSING, frame.around(self.missing)
        yield from self.files.items()


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
