"""Where something stands in a file."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A stretch of one line of one file.

    Places order as one reads: by file, line, column.
    """

    file: str
    """Path from the root of the base, with `/` between its parts."""
    line: int = 1
    """Counted from 1."""
    column: int = 1
    """In characters (code points), counted from 1."""
    length: int = 0
    """In characters; 0 where the whole line, or the file itself, is meant."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
