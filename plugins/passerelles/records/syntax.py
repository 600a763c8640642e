"""What a YAML error means to somebody who has never seen YAML.

libyaml says where it lost its way, in its own terms; the lines it stumbled over tell what was
meant. Correct French is among the causes: ` : ` in a title ends a key.
"""

from __future__ import annotations

import yaml

from passerelles.problems import Place, Problem
from passerelles.records.files import SourceText
from passerelles.records.layout import BLOCK, Line, column_for, continued
from passerelles.records.quoting import as_block, in_quotes, with_backslashes

RESERVED = "@`%&*!|>[]{},?-#"
CLOSING = {"[": "]", "{": "}"}


def diagnose(error: yaml.YAMLError, source: SourceText) -> Problem:
    """Turn libyaml's complaint about a file into the problem that its author can mend."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return _forbidden_character(source)
    complaint = f"{error.context} {error.problem}"
    opened = error.context_mark or error.problem_mark
    number = min(error.problem_mark.line, len(source.lines) - 1)
    column = error.problem_mark.column
    line = Line.of(source, number)
    if line.text[column : column + 1] == "\t":
        return Problem("tabulation", line.place(column, 1), fix=" " * bool(line.text.strip()))
    if "quoted scalar" in complaint and "end of stream" in complaint:
        return _open_quote(Line.of(source, opened.line), opened.column)
    if "quoted scalar" in complaint:
        return _replaced(line, "barre-oblique", with_backslashes(line.value))
    if "flow" in complaint:
        return _brackets(line, column, Line.of(source, opened.line), opened.column)
    if "mapping values" in complaint:
        return _colon(source, line, column)
    if "document start" in complaint:
        return _below_first(source)
    if "simple key" in complaint:
        return _no_key(source, Line.of(source, opened.line))
    if opened.column == 0 and "block collection" in complaint:
        return Problem("forme-du-fichier", Line.of(source, opened.line).whole)
    return _value(source, line, column)


def _colon(source: SourceText, line: Line, column: int) -> Problem:
    """A colon where none may stand: in a value, or in a line that continues the one above."""
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


def _value(source: SourceText, line: Line, column: int) -> Problem:
    """Quotes within quotes, or a value that begins with a sign that means something to YAML."""
    for candidate in (line, Line.above(source, line.number)):
        first = candidate.value[:1] if candidate else ""
        if candidate is None or not candidate.start or BLOCK.fullmatch(candidate.value):
            continue
        if not first or first not in f"\"'{RESERVED}":
            continue
        if first in CLOSING and _balance(candidate.value):
            return _brackets(candidate, column, candidate, candidate.start)
        if first not in "\"'":
            signs = {"signe": first}
            return _replaced(candidate, "caractere-reserve", in_quotes(candidate.value), signs)
        opening = _opened_above(source, candidate, first) if column == candidate.start + 1 else None
        if opening:
            return _open_quote(opening, opening.start)
        if candidate.value.count(first) > 1:
            return _replaced(candidate, "guillemets-imbriques", in_quotes(candidate.value))
    if line.text[column : column + 1] == "%":
        return Problem("caractere-reserve", line.place(column, 1), {"signe": "%"})
    return _indentation(source, line)


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


def _brackets(line: Line, column: int, opened: Line, start: int) -> Problem:
    """A list or a block in brackets that does not end well, or holds a comma too many."""
    if ",," in "".join(line.text.split()) and line.text[column : column + 1] == ",":
        return Problem("virgule-en-trop", line.place(column, 1), fix="")
    if line.text[column : column + 1] == ":" and line.number == opened.number:
        return Problem("deux-points", line.place(column, 1))
    value = opened.value
    if start != opened.start or value.endswith(","):
        return Problem("crochet-ouvert", opened.place(start, 1))
    missing = _balance(value)
    if missing > 0:
        return _replaced(opened, "crochet-ouvert", value + CLOSING[value[0]] * missing)
    fix = value[:missing] if missing else in_quotes(value)
    return _replaced(opened, "crochet-ouvert", fix)


def _balance(value: str) -> int:
    """How many brackets of a value stay open; negative where there are too many closing ones."""
    return value.count(value[0]) - value.count(CLOSING[value[0]])


def _below_first(source: SourceText) -> Problem:
    """Something after the end of the record: its first line is indented, or is no key at all."""
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
    position = next(place for place, char in enumerate(source.text) if not _allowed(char))
    number = next(
        number
        for number, line in enumerate(source.lines, 1)
        if not all(_allowed(char) for char in line)
    )
    line = source.lines[number - 1]
    column = next(place for place, char in enumerate(line, 1) if not _allowed(char))
    sign = f"U+{ord(source.text[position]):04X}"
    return Problem(
        "caractere-interdit", Place(source.file, number, column, 1), {"numero": sign}, ""
    )


def _allowed(char: str) -> bool:
    """Whether YAML 1.1 lets the character stand in a file (https://yaml.org/spec/1.1/#c-printable)."""
    return (
        char in "\t\n\r\x85"
        or "\x20" <= char <= "\x7e"
        or "\xa0" <= char <= "\ud7ff"
        or ("\ue000" <= char <= "\ufffd" and char != "\ufeff")
        or char >= "\U00010000"
    )
