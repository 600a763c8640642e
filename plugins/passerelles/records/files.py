"""The only place that reads the disk: from a folder to texts, or to problems."""

from __future__ import annotations

import os
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from passerelles.problems import Place, Problem
from passerelles.records.identifiers import slug
from passerelles.records.kinds import Kind

MAX_BYTES = 1024 * 1024
LINE_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
"""What YAML 1.1 counts as the end of a line (https://yaml.org/spec/1.1/#id871136)."""


@dataclass(frozen=True)
class SourceText:
    """A file as text: UTF-8, without the byte order mark."""

    file: str
    """Path from the root of the base."""
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Its lines, cut when they are asked for."""
        return tuple(LINE_BREAK.split(self.text))


def read_folder(root: Path, kind: Kind) -> Iterator[SourceText | Problem]:
    """Read every file of a kind, in the order of their names; a missing folder is empty.

    In a folder of records only `*.yml`, `README.md` and dot-files belong: everything else is a
    problem, so that no record is forgotten because of its name. Beside hand-written pages other
    files may stand, but no pages in folders of their own.
    """
    folder = root / kind.folder
    if folder.is_symlink():
        yield Problem("lien-symbolique", Place(kind.folder))
    if folder.is_symlink() or not folder.is_dir():
        return
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.startswith(".") or entry.name == "README.md":
            continue
        path = Path(entry.path)
        name = shown(entry.name)
        file = f"{kind.folder}/{name}"
        named = entry.name.endswith(kind.suffix)
        if entry.is_symlink():
            yield Problem("lien-symbolique", Place(file))
        elif not named and kind is Kind.PAGE and not any(path.rglob("*.md")):
            yield from _shortcuts(path, file)  # pictures, and what a host wants to find there
        elif entry.is_dir():
            yield Problem("fichier-inattendu", Place(file), {"nom": name, "dossier": kind.folder})
        elif not named or not entry.is_file():
            facts = {"nom": name, "propose": f"{slug(path.stem)}{kind.suffix}"}
            yield Problem("fichier-inattendu", Place(file), facts)
        else:
            yield read_file(path, file)


def _shortcuts(folder: Path, name: str) -> Iterator[Problem]:
    """The shortcuts in a folder that is published as it is."""
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            place = Path(name, path.relative_to(folder)).as_posix()
            yield Problem("lien-symbolique", Place(shown(place)))


def shown(path: str) -> str:
    """A path as it can be printed, whatever bytes its name is made of."""
    return os.fsencode(path).decode("utf-8", "replace")


def read_beside(root: Path, file: str, most: int = MAX_BYTES) -> SourceText | Problem | None:
    """Read a file that stands beside the folders of records; None where it is not there."""
    path = root / file
    if path.is_symlink():
        return Problem("lien-symbolique", Place(file))
    return read_file(path, file, most) if path.is_file() else None


def read_file(path: Path, file: str, most: int = MAX_BYTES) -> SourceText | Problem:
    """Read one file, called `file` in what is said of it, of so many bytes at most."""
    with path.open("rb") as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        return Problem("fichier-trop-gros", Place(file))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start, file)
    return SourceText(file, text)


def _not_utf8(data: bytes, position: int, file: str) -> Problem:
    """Show the word that cannot be read as it would read in Western European encoding."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return Problem("encodage", Place(file))
    before = data[:position]
    start = max(before.rfind(b"\n"), before.rfind(b" ")) + 1
    word = re.split(rb"[\s:]", data[start : start + 40])[0].decode("cp1252", errors="replace")
    line_start = before.rfind(b"\n") + 1
    place = Place(
        file,
        before.count(b"\n") + 1,
        len(before[line_start:].decode("utf-8-sig")) + 1,
        1,
    )
    return Problem("encodage", place, {"mot": word} if word.isprintable() else {})
