"""Where libyaml's events stand in a file."""

from __future__ import annotations

from typing import NamedTuple, Self

import yaml

from passerelles.problems import Place
from passerelles.records.files import SourceText


class Span(NamedTuple):
    """From where to where an event goes, all counted from 0."""

    line: int
    column: int
    last_line: int
    last_column: int

    @classmethod
    def of(cls, event: yaml.Event) -> Self:
        """The marks of an event, which the parser sets on every one."""
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            raise TypeError(event)
        return cls(start.line, start.column, end.line, end.column)


def place_of(event: yaml.Event, span: Span, source: SourceText) -> Place:
    """The place of an event: all of it, or the rest of the line where it goes on to others."""
    if span.line == span.last_line and isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
        stop = span.last_column
    else:
        line = source.lines[span.line] if span.line < len(source.lines) else ""
        stop = len(line.rstrip())
    return Place(source.file, span.line + 1, span.column + 1, max(stop - span.column, 0))


def last_line(first: Span, last: Span) -> int:
    """The line, counted from 1, on which what goes from one event to another ends."""
    return last.last_line + 1 if last.last_column else max(last.last_line, first.line + 1)


def is_plain(event: yaml.ScalarEvent) -> bool:
    """Whether a text stands in the file without quotes, and not as a block."""
    return event.style in {None, ""}
