"""Every file of a base, read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from passerelles.problems import Problem
from passerelles.progress import Tell, to_nobody
from passerelles.records.accessibility import AUDIT_FILE, AuditFile, read_audit
from passerelles.records.entry import Entry
from passerelles.records.files import SourceText, read_beside, read_folder
from passerelles.records.identifiers import slug
from passerelles.records.kinds import Kind
from passerelles.records.readings import Readings

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
    texts: Mapping[str, SourceText]
    """Every file that is text, by its path."""
    images: frozenset[str]
    """The files under `content/images/`, by their paths from there."""
    audit: AuditFile
    """What is known of the site's accessibility."""

    def lines_of(self, file: str) -> tuple[str, ...]:
        """The lines of a file; none where it is not there, or no text."""
        if file == AUDIT_FILE:
            return self.audit.lines
        return self.texts[file].lines if file in self.texts else ()


def read_base(root: Path, tell: Tell = to_nobody, readings: Readings | None = None) -> Base:
    """Read every record and every hand-written page under `root`."""
    readings = readings or Readings()
    files = [(kind, text) for kind in Kind for text in read_folder(root, kind)]
    records = [(kind, text) for kind, text in files if isinstance(text, SourceText)]
    read = iter(readings.read(records, tell))
    entries: list[Entry] = []
    problems: list[Problem] = []
    for kind, text in files:
        entry, found = next(read) if isinstance(text, SourceText) else _unread(kind, text)
        entries.extend(filter(None, (entry,)))
        problems.extend(found)
    texts = {text.file: text for _, text in records}
    ledger = read_beside(root, LEDGER, LONGEST_LEDGER)
    if isinstance(ledger, Problem):
        problems.append(ledger)
    elif ledger:
        texts[LEDGER] = ledger
    audit = read_audit(root)
    problems.extend(audit.problems)
    images = frozenset(_images(root / IMAGES))
    return Base(tuple(entries), tuple(problems), texts, images, audit)


def _unread(kind: Kind, problem: Problem) -> tuple[Entry | None, tuple[Problem, ...]]:
    """A file that is no text; what refers to its record is not at fault."""
    folder, _, name = problem.place.file.rpartition("/")
    if folder == kind.folder:
        return Entry(kind, slug(Path(name).stem), problem.place.file), (problem,)
    return None, (problem,)


def _images(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
