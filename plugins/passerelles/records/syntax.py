"""What a YAML error means to somebody who has never seen YAML.

libyaml says where it lost its way, in its own terms; the lines it stumbled over tell what was
meant. Correct French is among the causes: ` : ` in a title ends a key.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from passerelles.problems import Place, Problem
from passerelles.records.files import SourceText
from passerelles.records.layout import BLOCK, Line, column_for, continued
from passerelles.records.quoting import as_block, in_quotes, with_backslashes

RESERVED = "@`%&*!|>[]{},?-"
QUOTES = "\"'"
FORBIDDEN = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
"""What YAML 1.1 does not let stand in a file (https://yaml.org/spec/1.1/#c-printable)."""
CLOSING = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Complaint:
    """What libyaml says of a file, and of which lines."""

    text: str
    source: SourceText
    line: Line
    """Where it lost its way."""
    column: int
    opened: Line
    """Where what it was reading then begins."""
    start: int


def diagnose(error: yaml.YAMLError, source: SourceText) -> Problem:
    """Turn libyaml's complaint about a file into the problem that its author can mend."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return _forbidden_character(source)
    opened = error.context_mark or error.problem_mark
    complaint = Complaint(
        text=f"{error.context} {error.problem}",
        source=source,
        line=Line.of(source, min(error.problem_mark.line, len(source.lines) - 1)),
        column=error.problem_mark.column,
        opened=Line.of(source, min(opened.line, len(source.lines) - 1)),
        start=opened.column,
    )
    if complaint.line.text[complaint.column : complaint.column + 1] == "\t":
        return _tab(complaint)
    return next(
        explain(complaint)
        for words, explain in CAUSES
        if all(word in complaint.text for word in words)
    )


def _tab(complaint: Complaint) -> Problem:
    line, column = complaint.line, complaint.column
    return Problem("tabulation", line.place(column, 1), fix=" " * bool(line.text.strip()))


def _escape(complaint: Complaint) -> Problem:
    line = complaint.line
    return _replaced(line, "barre-oblique", with_backslashes(line.value))


def _end_of_quote(complaint: Complaint) -> Problem:
    return _open_quote(complaint.opened, complaint.start)


def _colon(complaint: Complaint) -> Problem:
    """A colon where none may stand: in a value, or in a line that continues the one above."""
    source, line, column = complaint.source, complaint.line, complaint.column
    if line.value and column >= line.start:
        return _replaced(line, "deux-points", in_quotes(line.value))
    above = Line.above(source, line.number)
    if above is None:
        return Problem("deux-points", line.place(column, 1))
    if above.glued or (above.column == above.indent == line.column and not above.key):
        return _no_key(source, above)
    if line.known:
        return _indentation(source, line)
    first, rest = continued(source, line.number)
    block = as_block(first.head, [first.value, *rest], first.column + 2 * bool(first.key))
    return Problem("deux-points", line.place(column, 1), {"bloc": block})


def _simple_key(complaint: Complaint) -> Problem:
    return _no_key(complaint.source, complaint.opened)


def _no_key(source: SourceText, line: Line) -> Problem:
    """A line that is neither a key and its value, nor an item, nor within the text above it."""
    if line.glued:
        word, colon, _ = line.text[line.column :].partition(":")
        place = line.place(line.column, len(word + colon))
        return Problem("espace-apres-deux-points", place, {"cle": word}, f"{word}: ")
    indent = line.text[: line.column]
    if line.bare.startswith("-") and line.bare.strip("-"):
        return Problem("espace-apres-tiret", line.place(line.column, 1), fix="- ")
    word, space, rest = line.bare.partition(" ")
    if Line(source.file, line.number, f"{indent}{word}: {rest}").known:
        place = line.place(line.column, len(word + space))
        return Problem("cle-sans-deux-points", place, {"cle": word}, f"{word}: ")
    return _indentation(source, line)


def _value(complaint: Complaint) -> Problem:
    """Quotes within quotes, or a value that begins with a sign that means something to YAML."""
    source, line, column = complaint.source, complaint.line, complaint.column
    if complaint.start == 0 and "block collection" in complaint.text:
        dash = complaint.opened.column
        return Problem("forme-du-fichier", complaint.opened.place(0, dash), fix="")
    if line.text[:1] == "%":
        return Problem("caractere-reserve", line.place(0, 1), {"signe": "%"})
    for candidate in (line, Line.above(source, line.number)):
        if candidate is None or not candidate.start or BLOCK.fullmatch(candidate.value):
            continue
        first = candidate.value[:1]
        if first in CLOSING and _balance(candidate.value):
            return _unbalanced(candidate)
        if first in CLOSING and candidate.value.find(CLOSING[first]) == len(candidate.value) - 1:
            continue  # a whole list or block: what is wrong stands elsewhere
        if first and first in RESERVED:
            signs = {"signe": first}
            return _replaced(candidate, "caractere-reserve", in_quotes(candidate.value), signs)
        if first and first in QUOTES and (found := _quotes(source, candidate, column)):
            return found
    return _indentation(source, line)


def _quotes(source: SourceText, line: Line, column: int) -> Problem | None:
    """A value between quotes that holds more quotes, or whose first quote closes another text."""
    quote = line.value[0]
    above = _opened_above(source, line, quote) if column == line.start + 1 else None
    if above:
        return _open_quote(above, above.start)
    if line.value.count(quote) > 1:
        return _replaced(line, "guillemets-imbriques", in_quotes(line.value))
    return None


def _opened_above(source: SourceText, line: Line, quote: str) -> Line | None:
    """The line whose quote nothing closes, so that the next quote, meant to open, closes it."""
    above = Line.above(source, line.number)
    while above and not (above.value.startswith(quote) and above.value.count(quote) == 1):
        above = Line.above(source, above.number)
    return above


def _open_quote(line: Line, column: int) -> Problem:
    if column != line.start or not line.value:
        return Problem("guillemet-ouvert", line.place(column, 1))
    return _replaced(line, "guillemet-ouvert", in_quotes(line.value))


def _brackets(complaint: Complaint) -> Problem:
    """A list or a block in brackets that does not end well, or holds a comma too many."""
    line, column, opened = complaint.line, complaint.column, complaint.opened
    sign = line.text[column : column + 1]
    if sign == "," and ",," in "".join(line.text.split()):
        return Problem("virgule-en-trop", line.place(column, 1), fix="")
    if sign == ":" and line.number == opened.number:
        return Problem("deux-points", line.place(column, 1))
    whole = complaint.start == opened.start and opened.value[:1] in CLOSING
    if not whole or opened.value.endswith(","):
        return Problem("crochet-ouvert", opened.place(complaint.start, 1))
    return _unbalanced(opened)


def _unbalanced(line: Line) -> Problem:
    """A value that has a bracket too many or too few."""
    value = line.value
    missing = _balance(value)
    if missing > 0:
        return _replaced(line, "crochet-ouvert", value + CLOSING[value[0]] * missing)
    return _replaced(line, "crochet-ouvert", value[:missing] if missing else in_quotes(value))


def _balance(value: str) -> int:
    """How many brackets of a value stay open; negative where there are too many closing ones."""
    return value.count(value[0]) - value.count(CLOSING[value[0]])


def _below_first(complaint: Complaint) -> Problem:
    """Something after the end of the record: its first line is indented, or is no key at all."""
    source = complaint.source
    first = Line.below(source, -1)
    if first and first.column and not first.text.startswith("---"):
        return Problem("indentation", first.place(0, first.column), fix="")
    return Problem("forme-du-fichier", first.whole if first else Place(source.file))


def astray(source: SourceText, number: int) -> Problem:
    """A line that YAML reads, but at the wrong level: an item within a text, a text outside."""
    return _indentation(source, Line.of(source, number))


def _indentation(source: SourceText, line: Line) -> Problem:
    """A line that begins at a column where nothing of its sort above it began."""
    wanted = column_for(source, line)
    fix = None if wanted in {None, line.indent} else " " * (wanted or 0)
    return Problem("indentation", line.place(0, line.indent), fix=fix)


def _replaced(line: Line, code: str, fix: str, facts: dict[str, str] | None = None) -> Problem:
    """A problem that writing the value of its line differently mends."""
    return Problem(code, line.place(line.start, len(line.value)), facts or {}, fix)


def _forbidden_character(source: SourceText) -> Problem:
    for number, line in enumerate(source.lines):
        found = re.search(FORBIDDEN, line)
        if found:
            place = Place(source.file, number + 1, found.start() + 1, 1)
            return Problem("caractere-interdit", place, {"numero": f"U+{ord(found[0]):04X}"}, "")
    raise ValueError(source.file)


CAUSES: tuple[tuple[tuple[str, ...], Callable[[Complaint], Problem]], ...] = (
    (("quoted scalar", "end of stream"), _end_of_quote),
    (("quoted scalar", "document indicator"), _end_of_quote),
    (("quoted scalar",), _escape),
    (("flow",), _brackets),
    (("mapping values",), _colon),
    (("document start",), _below_first),
    (("simple key",), _simple_key),
    ((), _value),
)
"""Words of libyaml's, and what explains a complaint that holds them; the first that fits."""
