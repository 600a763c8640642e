"""From the text of a YAML file to a tree whose every value knows its place.

The tree is built from libyaml's events rather than by `yaml.compose`: its composer recurses in C
and dies of a segmentation fault on a file of brackets, and events show what is refused here
(anchors, aliases, tags, second documents) before anything is expanded. Scalars stay text: what
they mean is for the model to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from sys import intern

import yaml

from passerelles.problems import Place, Problem
from passerelles.records.events import Span, is_plain, last_line, place_of
from passerelles.records.files import SourceText
from passerelles.records.layout import Line
from passerelles.records.quoting import in_quotes
from passerelles.records.syntax import astray, diagnose
from passerelles.records.tree import Mapping, Node, Origin, Path, Sequence, Text
from passerelles.text import french_number

MAX_DEPTH = 20
MAX_VALUES = 10_000
"""Texts, lists and blocks in one file: ten times what the longest record holds."""


class Refusal(Exception):  # noqa: N818 - it is not an error of the program, and never leaves here
    """Carries the problem that makes the rest of the file meaningless."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def read_tree(source: SourceText) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """Give the tree, and the problems that it can live with (a key twice); or the one it cannot."""
    try:
        reader = _Reader(source)
        return reader.document(), tuple(reader.problems)
    except Refusal as refusal:
        return None, (refusal.problem,)


class _Reader:
    """One pass over the events of one file."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.count = 0
        self.events = _events(source)

    def document(self) -> Mapping:
        file = self.source.file
        if not self.source.text.strip():
            raise Refusal(Problem("fichier-vide", Place(file)))
        numbered = enumerate(self.source.lines, 1) if "\t" in self.source.text else ()
        indented = next((line for line in numbered if _tab(line[1])), None)
        if indented:
            number, line = indented
            indent = line[: len(line) - len(line.lstrip())]
            place = Place(file, number, 1, len(indent))
            raise Refusal(Problem("tabulation", place, fix=indent.replace("\t", "  ")))
        next(self.events)
        if isinstance(next(self.events), yaml.StreamEndEvent):
            raise Refusal(Problem("fichier-vide", Place(file)))
        root = self.node(next(self.events), ())
        next(self.events)
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise Refusal(Problem("plusieurs-documents", self.place(after)))
        if not root:
            raise Refusal(Problem("fichier-vide", Place(file)))
        if not isinstance(root, Mapping):
            raise Refusal(Problem("forme-du-fichier", root.origin.place))
        return root

    def node(self, event: yaml.Event, path: Path, key: Text | None = None) -> Node:
        self.count += 1
        if self.count > MAX_VALUES:
            facts = {"maximum": french_number(MAX_VALUES)}
            raise Refusal(Problem("trop-de-valeurs", self.place(event), facts))
        if len(path) > MAX_DEPTH:
            raise Refusal(Problem("trop-profond", self.place(event)))
        self.refuse_signs(event, quotable=True)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, path, key)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(event, path, key)
        return self.sequence(event, path, key)

    def refuse_signs(self, event: yaml.Event, *, quotable: bool = False) -> None:
        """Refuse what begins with `&`, `*` or `!`: YAML's, or a text that lacks its quotes.

        It is proposed to put it between quotes where it is `quotable`: a value, not a key.
        """
        if getattr(event, "anchor", None):
            code = "ancre"
        elif getattr(event, "tag", None):
            code = "etiquette"
        else:
            return
        span = Span.of(event)
        value = self.source.lines[span.line][span.column :].rstrip()
        text = isinstance(event, yaml.ScalarEvent) and bool(event.value) and is_plain(event)
        one = text and span.line == span.last_line and not value.startswith("!!")
        fix = in_quotes(value) if quotable and one else None
        raise Refusal(Problem(code, self.place(event), {"signe": value[:1]}, fix))

    def scalar(self, event: yaml.ScalarEvent, path: Path, key: Text | None = None) -> Text:
        span = Span.of(event)
        if span.line != span.last_line:
            self.refuse_astray(event, span)
        text = Text(event.value)
        place = place_of(event, span, self.source)
        text.origin = Origin(place, last_line(span, span), path, key, is_plain(event))
        return text

    def refuse_astray(self, event: yaml.ScalarEvent, span: Span) -> None:
        """Refuse an item read as the rest of the text above it, and a text not set in."""
        if is_plain(event):
            for number in range(span.line + 1, min(span.last_line + 1, len(self.source.lines))):
                if self.source.lines[number].lstrip()[:2] == "- ":
                    raise Refusal(astray(self.source, number))
        if event.style in {"|", ">"} and not event.value.strip():
            below = Line.below(self.source, span.line)
            if below and not below.known and below.column == below.indent:
                raise Refusal(astray(self.source, below.number))

    def mapping(self, start: yaml.Event, path: Path, holder: Text | None) -> Mapping:
        mapping = Mapping()
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            self.refuse_signs(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise Refusal(Problem("cle-complexe", self.place(event)))
            key = self.scalar(event, path)
            value = self.node(next(self.events), (*path, intern(str(key))), key)
            if key in mapping:
                first = str(mapping[key].origin.key_place.line)
                facts = {"cle": str(key), "premiere": first}
                self.problems.append(Problem("cle-en-double", key.origin.place, facts))
            else:
                mapping[key] = value
        mapping.origin = self.origin(start, event, path, holder)
        return mapping

    def sequence(self, start: yaml.Event, path: Path, holder: Text | None) -> Sequence:
        sequence = Sequence()
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            sequence.append(self.node(event, (*path, len(sequence))))
        sequence.origin = self.origin(start, event, path, holder)
        return sequence

    def origin(self, event: yaml.Event, last: yaml.Event, path: Path, key: Text | None) -> Origin:
        span = Span.of(event)
        place = place_of(event, span, self.source)
        return Origin(place, last_line(span, Span.of(last)), path, key)

    def place(self, event: yaml.Event) -> Place:
        return place_of(event, Span.of(event), self.source)


def _events(source: SourceText) -> Iterator[yaml.Event]:
    """The events of a file.

    A method, being run by its own reader, would keep libyaml's buffers until waste is looked for.
    """
    try:
        yield from yaml.parse(source.text, Loader=yaml.CBaseLoader)
    except yaml.YAMLError as error:
        raise Refusal(diagnose(error, source)) from None


def _tab(line: str) -> bool:
    """Whether a line that says something is indented with a tab."""
    return "\t" in line[: len(line) - len(line.lstrip())] and bool(line.strip())
