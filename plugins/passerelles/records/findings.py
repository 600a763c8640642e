"""What reading a file finds besides its values: what they mention, and what is wrong in texts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from unicodedata import is_normalized, normalize

from passerelles.problems import Place, Problem
from passerelles.records.identifiers import is_identifier, meant_citation, meant_identifier
from passerelles.records.kinds import Kind
from passerelles.records.mentions import ActorKey, Citation, Former, Mention, Party, Reference
from passerelles.records.tree import Origin, Text
from passerelles.text import french_number, rich
from passerelles.text.blocks import CitationMention, LinkMention

WHOLE = 40
"""Characters from which on what a fault quotes may go on."""


LONGEST = 50_000
"""Characters of a rich text, some twenty pages: Markdown made to harm takes time beyond that."""


@dataclass(slots=True)
class Findings:
    """What validation finds in one file besides its values."""

    file: str
    lines: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, value: Reference | Citation | Former | Party | ActorKey, text: Text) -> None:
        """Note a value that points somewhere."""
        place = self.narrow(text.origin.place, str(value).partition(" ")[0])
        self.mentions.append(Mention(value, text.origin.path, place))

    def narrow(self, place: Place, name: str) -> Place:
        """Where exactly an identifier stands in a stretch of a line."""
        line = self.lines[place.line - 1] if place.line <= len(self.lines) else ""
        column = line.find(name, place.column - 1, place.column - 1 + place.length)
        return place if column < 0 else Place(self.file, place.line, column + 1, len(name))

    def places(self, snippets: Iterable[str], origin: Origin) -> Iterator[Place]:
        """Where snippets stand that follow each other in a text.

        A snippet that the text in the file writes in another way (on two lines, with escapes) is
        found by its first word; failing that, the place is that of the text.
        """
        first = origin.place.line - 1
        lines = self.lines[first : max(origin.last_line, first + 1)]
        lines = tuple(normalize("NFC", line) for line in lines)
        text = "\n".join(lines)
        starts = [0, *accumulate(len(line) + 1 for line in lines)]
        beginning = cursor = origin.place.column - 1
        for snippet in snippets:
            for needle in _needles(snippet):
                at = text.find(needle, cursor)
                at = at if at >= 0 else text.find(needle, beginning)
                if at >= 0:
                    row = bisect_right(starts, at) - 1
                    yield self._in_file(first + row, at - starts[row], len(needle))
                    cursor = at + len(needle)
                    break
            else:
                yield origin.place

    def _in_file(self, number: int, column: int, length: int) -> Place:
        """A place on a line of which the accents were joined to their letters."""
        line = self.lines[number]
        if not is_normalized("NFC", line):
            starts = range(len(line) + 1)
            start = bisect_left(starts, column, key=lambda at: len(normalize("NFC", line[:at])))
            end = bisect_right(
                starts, column + length, key=lambda at: len(normalize("NFC", line[:at]))
            )
            column, length = start, end - 1 - start
        return Place(self.file, number + 1, column + 1, length)


def too_long(text: str) -> Mapping[str, str]:
    """What is said of a rich text that is not read because of its length; else nothing."""
    if len(text) <= LONGEST:
        return {}
    return {"longueur": french_number(len(text)), "maximum": french_number(LONGEST)}


def collect(parsed: rich.RichText, text: Text, findings: Findings) -> None:
    """Add what a rich text mentions, and what is wrong in it, to the findings."""
    places = findings.places((fault.snippet for fault in parsed.faults), text.origin)
    for fault, place in zip(parsed.faults, places, strict=True):
        raw = fault.snippet.strip()
        problem = Problem(fault.code, place, {"trouve": raw}, _closed(raw, place))
        findings.problems.append(problem)
    places = findings.places((mention.snippet for mention in parsed.mentions), text.origin)
    for mention, place in zip(parsed.mentions, places, strict=True):
        if isinstance(mention, CitationMention):
            _citation(mention, place, text, findings)
        else:
            _link(mention, place, text, findings)


def _citation(mention: CitationMention, place: Place, text: Text, findings: Findings) -> None:
    if is_identifier(mention.source):
        value = Citation(mention.source, mention.where)
        place = findings.narrow(place, mention.source)
        findings.mentions.append(Mention(value, text.origin.path, place))
        return
    raw = mention.snippet
    meant = meant_citation(raw[2:-1]) if place.length >= len(raw) else None
    fix = f"[@{meant}]" if meant else None
    findings.problems.append(Problem("source-mal-ecrite", place, {"trouve": raw}, fix))


def _link(mention: LinkMention, place: Place, text: Text, findings: Findings) -> None:
    prefix, colon, name = mention.target.rpartition(":")
    kinds = tuple(kind for kind in Kind if not colon or kind == prefix)
    if is_identifier(name) and kinds:
        value = Reference(name, kinds)
        place = findings.narrow(place, name)
        findings.mentions.append(Mention(value, text.origin.path, place))
        return
    raw = mention.snippet
    meant = meant_identifier(mention.target) if place.length >= len(raw) else None
    shown = raw[2:-2].partition("|")[2]
    fix = f"[[{meant}{'|' * bool(shown)}{shown}]]" if meant else None
    findings.problems.append(Problem("identifiant-invalide", place, {"trouve": raw}, fix))


def _closed(raw: str, place: Place) -> str | None:
    """A link that lacks one of its brackets, or a citation that lacks its only one, closed."""
    link = re.match(r"\[\[([^\[\]|]+(?:\|[^\[\]]+)?)\](?!\])", raw)
    if link and place.length >= len(raw):
        return f"[[{link.group(1)}]]{raw[link.end() :]}"
    citation = re.fullmatch(r"\[@[^\s\[\]]+(?: [^\[\]]+)?", raw)
    return f"{raw}]" if citation and len(raw) < WHOLE and place.length >= len(raw) else None


def _needles(snippet: str) -> Iterator[str]:
    """What to look for: the snippet as far as it stands on one line, then its first word."""
    line = snippet.strip().partition("\n")[0]
    word = line.partition(" ")[0]
    yield line
    yield word
