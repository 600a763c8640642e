"""Every file of a base, read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from passerelles.problems import Problem
from passerelles.progress import Tell, to_nobody
from passerelles.records.accessibility import AUDIT_FILE, AuditFile, read_audit
from passerelles.records.entry import Entry
from passerelles.records.files import read_beside, read_folder
from passerelles.records.handwritten import load_page
from passerelles.records.identifiers import slug
from passerelles.records.kinds import Kind
from passerelles.records.loading import load

IMAGES = Path("content", "images")
LEDGER = "adresses.txt"
"""The file that lists every address that was ever published."""
LONGEST_LEDGER = 16 * 1024 * 1024
"""Bytes: twenty times what a base of 10,000 cases needs."""


@dataclass(frozen=True, slots=True)
class Base:
    """What stands in the folders of a base, each file for itself."""

    entries: tuple[Entry, ...]
    """By kind, then by name."""
    problems: tuple[Problem, ...]
    lines: Mapping[str, tuple[str, ...]]
    """The lines of every file that is text, by its path."""
    images: frozenset[str]
    """The files under `content/images/`, by their paths from there."""
    audit: AuditFile
    """What is known of the site's accessibility."""


def read_base(root: Path, tell: Tell = to_nobody) -> Base:
    """Read every record and every hand-written page under `root`."""
    total = sum(len(list((root / kind.folder).glob("*"))) for kind in Kind)
    entries: list[Entry] = []
    problems: list[Problem] = []
    lines: dict[str, tuple[str, ...]] = {}
    for kind in Kind:
        read = load_page if kind is Kind.PAGE else partial(load, kind)
        for text in read_folder(root, kind):
            if isinstance(text, Problem):
                problems.append(text)
                entries.extend(_unread(kind, text))
                continue
            entry, found = read(text)
            entries.append(entry)
            problems.extend(found)
            lines[text.file] = text.lines
            tell(len(entries), total)
    ledger = read_beside(root, LEDGER, LONGEST_LEDGER)
    if isinstance(ledger, Problem):
        problems.append(ledger)
    elif ledger:
        lines[LEDGER] = ledger.lines
    audit = read_audit(root)
    problems.extend(audit.problems)
    lines[AUDIT_FILE] = audit.lines
    images = frozenset(_images(root / IMAGES))
    return Base(tuple(entries), tuple(problems), lines, images, audit)


def _unread(kind: Kind, problem: Problem) -> Iterator[Entry]:
    """A file that is no text: what refers to its record is not at fault."""
    folder, _, name = problem.place.file.rpartition("/")
    if folder == kind.folder:
        yield Entry(kind, slug(Path(name).stem), problem.place.file)


def _images(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
