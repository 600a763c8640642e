"""Every file of a base, read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from passerelles.problems import Problem
from passerelles.processes import share_out
from passerelles.progress import Tell, to_nobody
from passerelles.records.accessibility import AUDIT_FILE, AuditFile, read_audit
from passerelles.records.entry import Entry
from passerelles.records.files import SourceText, read_beside, read_folder
from passerelles.records.handwritten import load_page
from passerelles.records.identifiers import slug
from passerelles.records.kinds import Kind
from passerelles.records.loading import load

Read = tuple[Entry | None, tuple[Problem, ...]]
"""A record as far as it could be read, and what is wrong with its file."""
FILES = 16
"""How many files are read in one go."""
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
    files = [(kind, text) for kind in Kind for text in read_folder(root, kind)]
    parts = [files[start : start + FILES] for start in range(0, len(files), FILES)]
    entries: list[Entry] = []
    problems: list[Problem] = []
    for entry, found in chain(*share_out([partial(_read, part) for part in parts], tell)):
        entries.extend(filter(None, (entry,)))
        problems.extend(found)
    lines = {text.file: text.lines for _, text in files if isinstance(text, SourceText)}
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


def _read(files: Sequence[tuple[Kind, SourceText | Problem]]) -> list[Read]:
    """Read some files, maybe in a process apart."""
    return [_read_one(kind, text) for kind, text in files]


def _read_one(kind: Kind, text: SourceText | Problem) -> Read:
    if isinstance(text, SourceText):
        return load_page(text) if kind is Kind.PAGE else load(kind, text)
    folder, _, name = text.place.file.rpartition("/")
    if folder == kind.folder:  # no text: what refers to its record is not at fault
        return Entry(kind, slug(Path(name).stem), text.place.file), (text,)
    return None, (text,)


def _images(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
