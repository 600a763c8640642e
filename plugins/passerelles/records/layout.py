"""The lines of a record as its author sees them, whether or not YAML can read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from passerelles.problems import Place
from passerelles.records.files import SourceText
from passerelles.records.models import MODELS, Audit, Model
from passerelles.records.models.base import models_in
from passerelles.text import fold

DASHES = re.compile(r" *+(?:- ++)*+")
COLON = re.compile(r":(?=\s|$)")
BLOCK = re.compile(r"[|>][-+\d]*")
"""What stands instead of a value whose text follows on the next lines."""
COMMENT = re.compile(r"(?<!\s)\s++#\s.*+$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line, taken apart: indentation and dashes, key, value."""

    file: str
    number: int
    """Counted from 0."""
    text: str

    @classmethod
    def of(cls, source: SourceText, number: int) -> Line:
        """A line of a file."""
        return cls(source.file, number, source.lines[number])

    @classmethod
    def above(cls, source: SourceText, number: int) -> Line | None:
        """The nearest line above that says something."""
        return _first(source, range(number - 1, -1, -1))

    @classmethod
    def below(cls, source: SourceText, number: int) -> Line | None:
        """The nearest line below that says something."""
        return _first(source, range(number + 1, len(source.lines)))

    @property
    def indent(self) -> int:
        """How many spaces the line begins with."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def column(self) -> int:
        """How many characters stand before the key or the text: indentation and dashes."""
        found = DASHES.match(self.text)
        return found.end() if found else 0

    @property
    def bare(self) -> str:
        """What stands after indentation and dashes, without a comment."""
        return COMMENT.sub("", self.text[self.column :]).rstrip()

    @property
    def key(self) -> str:
        """The key, or nothing where the line has none.

        After a dash a word before a colon is a key only if there is such a key: it can be the
        beginning of a text.
        """
        colon = COLON.search(self.text, self.column)
        word = self.text[self.column : colon.start()].rstrip() if colon else ""
        listed = "-" in self.text[: self.column]
        return "" if word[:1] in "\"'[{#" or (listed and word not in known_keys()) else word

    @property
    def known(self) -> bool:
        """Whether the key, apart from accents and capitals, is one of a model."""
        return fold(self.key) in known_keys()

    @property
    def glued(self) -> bool:
        """Whether a key of a model lacks the space after its colon."""
        word, colon, rest = self.text[self.column :].partition(":")
        return bool(colon and word in known_keys() and rest[:1].strip() and rest[:1] != "/")

    @property
    def head(self) -> str:
        """Everything up to the colon of the key."""
        colon = COLON.search(self.text, self.column)
        return self.text[: colon.end()] if self.key and colon else self.text[: self.column]

    @property
    def start(self) -> int:
        """How many characters stand before the value."""
        after = self.text[len(self.head) :]
        return len(self.head) + len(after) - len(after.lstrip())

    @property
    def value(self) -> str:
        """The value of the key, or the whole text where there is no key."""
        return COMMENT.sub("", self.text[self.start :]).rstrip()

    @property
    def whole(self) -> Place:
        """The place of all that the line says."""
        return self.place(self.column, len(self.bare))

    def place(self, column: int, length: int) -> Place:
        """A place on this line; `column` is counted from 0."""
        return Place(self.file, self.number + 1, column + 1, length)


def continued(source: SourceText, number: int) -> tuple[Line, list[str]]:
    """The line with the key of a text of several lines of which one is given, and the others."""
    first = Line.of(source, number)
    indent = first.indent
    while (above := Line.above(source, first.number)) and first.indent >= indent:
        first = above
    below = first.number + 1
    return first, block_below(source, below, indent)


def block_below(source: SourceText, number: int, column: int) -> list[str]:
    """The lines from one on that belong to the block that begins on it at a column."""
    lines = [source.lines[number]]
    for text in source.lines[number + 1 :]:
        if text.strip() and not text.startswith(" " * column):
            break
        lines.append(text)
    while not lines[-1].strip():
        lines.pop()
    return lines


def column_for(source: SourceText, line: Line) -> int | None:
    """Where a line should begin: at the nearest column where a line of its sort began above it.

    A text goes where the text above it begins, or two characters further in than its key.
    """
    indent = line.indent
    dash = line.text[indent : indent + 2] == "- "
    above = Line.above(source, line.number)
    if above is None:
        return None
    if not dash and (not line.key or BLOCK.fullmatch(above.value)):
        return above.column + 2 if above.key or above.column > above.indent else above.column
    columns = list(_columns(source, line.number, dash=dash))
    return min(columns, key=lambda column: (abs(column - indent), -column), default=None)


def _columns(source: SourceText, number: int, *, dash: bool) -> Iterator[int]:
    """The columns at which the lists, or the keys, that are open above a line began."""
    limit = len(source.text)
    above = Line.above(source, number)
    while above and limit:
        indent = above.indent
        if indent < limit:
            if dash and above.text[indent] == "-":
                yield indent
            elif not dash and COLON.search(above.text, above.column) and above.column < limit:
                yield above.column
            limit = indent
        above = Line.above(source, above.number)


@cache
def known_keys() -> frozenset[str]:
    """Every key of every model."""
    keys: set[str] = set()
    waiting: list[type[Model]] = [*MODELS.values(), Audit]
    for model in waiting:
        for key, info in model.keys().items():
            keys.add(key)
            waiting.extend(models_in(info.annotation))
    return frozenset(keys)


def _first(source: SourceText, numbers: range) -> Line | None:
    for number in numbers:
        bare = source.lines[number].strip()
        if bare and not bare.startswith("#"):
            return Line.of(source, number)
    return None
