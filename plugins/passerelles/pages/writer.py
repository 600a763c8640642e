"""Writes the running text of one page: links, notes, and the terms of the glossary."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Key, Library
from passerelles.pages.contexts import Anchor, Definition, Note
from passerelles.pages.markup import filled, joined
from passerelles.records import Citation, Kind, Source
from passerelles.text import french_date, letters, printing, typeset
from passerelles.text.rich import RichText

NOTE_LINK = (
    '<sup class="appel"><a id="appel-{rank}" href="#note-{number}" aria-label="Note {number}">'
    "{number}</a></sup>"
)
ELSEWHERE = '<sup class="ailleurs">{letter}</sup>'
TERM_LINK = '<a class="terme" href="{href}" data-terme="{concept}">{words}</a>'
RECORD_LINK = '<a href="{href}">{words}</a>'


@dataclass(slots=True)
class Writer:
    """The page at hand. It lives as long as the page is written, and remembers its notes."""

    library: Library
    links: Addresses
    here: str
    """The address of the page."""
    subject: Key | None = None
    """The record that the page is about: its own terms are not linked on it."""
    notes: dict[Citation, int] = field(default_factory=dict)
    """The number of each place cited, in the order of their first citation."""
    calls: int = 0
    first_calls: dict[int, int] = field(default_factory=dict)
    """The rank of the first call of each note."""
    outside: dict[str, int] = field(default_factory=dict)
    """The rank of each address to which a link leads out, in the order of the links."""
    terms: dict[str, None] = field(default_factory=dict)
    """The concepts linked so far on the page."""
    section_terms: set[str] = field(default_factory=set)

    def section(self) -> None:
        """Begin a section: each term is linked anew where it first stands in it."""
        self.section_terms = set()

    def rich(self, text: RichText | None, *, inline: bool = False) -> Markup:
        """Print a rich text that stands in a section; nothing for None."""
        if text is None:
            return Markup()
        return printing.to_html(text, self._ink(), inline=inline, anchors=False)

    def body(self, text: RichText) -> Markup:
        """Print the text of a whole page, its headings with their anchors."""
        return printing.to_html(text, self._ink(), heading=1)

    def words(self, text: str) -> Markup:
        """Print running text, the glossary's terms linked where they first stand."""
        own = {self.subject.id} if self.subject and self.subject.kind is Kind.CONCEPT else set()
        text = typeset(text)
        html: list[Markup] = []
        position = 0
        for span in self.library.terms.find(text, skip=self.section_terms | own):
            if span.concept in self.section_terms:
                continue
            self.section_terms.add(span.concept)
            self.terms[span.concept] = None
            html.append(escape(text[position : span.start]))
            link = filled(
                TERM_LINK,
                href=self.to(Key(Kind.CONCEPT, span.concept)),
                concept=span.concept,
                words=text[span.start : span.end],
            )
            html.append(link)
            position = span.end
        return joined((*html, escape(text[position:])))

    def note(self, citation: Citation | None) -> Markup:
        """Print the call of a note; the same place is noted once."""
        if citation is None:
            return Markup()
        number = self.notes.setdefault(citation, len(self.notes) + 1)
        self.calls += 1
        self.first_calls.setdefault(number, self.calls)
        return filled(NOTE_LINK, rank=self.calls, number=number)

    def elsewhere(self, url: str | None) -> Markup:
        """Print what paper shows after a link that leads out: the letter of its address."""
        if url is None:
            return Markup()
        rank = self.outside.setdefault(url, len(self.outside) + 1)
        return filled(ELSEWHERE, letter=letters(rank))

    def link(self, address: str) -> str:
        """The link that leads from the page to an address."""
        return self.links.link(address, self.here)

    def to(self, key: Key) -> str:
        """The link that leads to a record."""
        return self.link(addresses.of_record(key.kind, key.id))

    def anchor(self, key: Key, section: str = "") -> Anchor:
        """A record's name and the link that leads to it, or to a section of it."""
        address = addresses.of_record(key.kind, key.id)
        target = addresses.of_section(address, section) if section else address
        return Anchor(self.library.name(key), self.link(target))

    def anchors(self, kind: Kind, identifiers: Collection[object]) -> tuple[Anchor, ...]:
        """The records of a kind, by their identifiers."""
        return tuple(self.anchor(Key(kind, str(identifier))) for identifier in identifiers)

    def written_notes(self) -> tuple[Note, ...]:
        """What stands below the page for each number."""
        return tuple(
            Note(
                number=number,
                source=self.anchor(Key(Kind.SOURCE, citation.source)),
                origin=_origin(self.library.sources[citation.source]),
                where=citation.where,
                call=self.first_calls[number],
            )
            for citation, number in self.notes.items()
        )

    def definitions(self) -> tuple[Definition, ...]:
        """The definitions of the terms linked on the page, for showing them in place."""
        briefs = self.library.briefs
        return tuple(
            Definition(concept, self.anchor(Key(Kind.CONCEPT, concept)), briefs[concept])
            for concept in sorted(self.terms)
        )

    def _ink(self) -> printing.Ink:
        return printing.Ink(
            link=self._link, cite=self._cite, words=self.words, elsewhere=self.elsewhere
        )

    def _link(self, target: str, text: str | None) -> Markup:
        key = self.library.resolve(target)
        if key.kind is Kind.CONCEPT:
            self.section_terms.add(key.id)
        return filled(RECORD_LINK, href=self.to(key), words=typeset(text or self.library.name(key)))

    def _cite(self, source: str, where: str | None) -> Markup:
        return self.note(Citation(source, where))


def _origin(source: Source) -> str:
    return f"{source.publisher}, {french_date(source.date.text)}"
