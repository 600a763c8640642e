"""What each template is given: one documented type per template, ready to be printed.

Texts are plain (the environment escapes and typesets them) unless they are `Markup`; links are
already relative to the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Anchor:
    """A name that leads somewhere."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered note: a document and the place in it."""

    number: int
    source: Anchor
    where: str | None


@dataclass(frozen=True, slots=True)
class Definition:
    """What is shown in place over a term."""

    concept: str
    term: Anchor
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list: a text, what is known besides, and its note."""

    text: Markup | str
    details: tuple[str, ...] = ()
    note: Markup = Markup()
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a page: its anchor, its title, and what stands in it, text before items."""

    key: str
    title: str
    text: Markup = Markup()
    items: tuple[Item, ...] = ()
    ordered: bool = False
    """Whether the order of the items means something, as in time."""


@dataclass(frozen=True, slots=True)
class Bank:
    """A territory of a case, as one of its banks."""

    territory: Anchor
    role: str
    """`urbain`, `periurbain`, `rural`, `mixte`, or the empty text."""
    role_label: str
    figures: tuple[str, ...]
    note: Markup


@dataclass(frozen=True, slots=True)
class Party:
    """Who gives or receives: a territory or an actor, and on which bank it stands."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class ExchangeRow:
    """One exchange: who brings what to whom."""

    giver: Party
    receiver: Party
    brings: str
    flux: str
    theme: Anchor | None
    state: str
    state_label: str
    note: Markup


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table of facts: a label and the records or words it leads to."""

    key: str
    label: str
    anchors: tuple[Anchor, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Kinship:
    """A case that is near, and why."""

    case: Anchor
    reasons: str


@dataclass(frozen=True, slots=True)
class Group:
    """Links that belong together under a title."""

    title: str
    anchors: tuple[Anchor, ...]
    key: str = ""
    intro: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A record in a list, with what tells it apart."""

    name: Anchor
    summary: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Cards that belong together under a title."""

    key: str
    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class CasePage:
    """One case: what, who, what is exchanged, what came of it, what one can take from it."""

    template: ClassVar = "case.html"

    title: str
    summary: Markup
    status: str
    status_label: str
    period: str
    themes: tuple[Anchor, ...]
    banks: tuple[Bank, ...]
    exchanges: tuple[ExchangeRow, ...]
    sections: tuple[Section, ...]
    brief: tuple[Row, ...]
    images: tuple[Image, ...]
    see_also: tuple[Item, ...]
    kin: tuple[Kinship, ...]
    mentioned: tuple[Group, ...]
    documents: tuple[Item, ...]
    notes: tuple[Note, ...]
    sheet: tuple[Row, ...]
    edit: str | None


@dataclass(frozen=True, slots=True)
class Image:
    """An image with all that has to be said of it."""

    src: str
    alternative: str
    credit: str
    licence: str


@dataclass(frozen=True, slots=True)
class ConceptPage:
    """One concept with everything that uses it."""

    template: ClassVar = "concept.html"

    title: str
    scheme: Anchor
    forms: tuple[str, ...]
    definition: Markup
    others: tuple[Item, ...]
    neighbours: tuple[Row, ...]
    uses: tuple[Group, ...]
    documents: tuple[Item, ...]
    notes: tuple[Note, ...]
    edit: str | None


@dataclass(frozen=True, slots=True)
class TerritoryPage:
    """One territory with its cases."""

    template: ClassVar = "territory.html"

    title: str
    type_label: str
    facts: tuple[Row, ...]
    figures: tuple[Item, ...]
    uses: tuple[Group, ...]
    documents: tuple[Item, ...]
    notes: tuple[Note, ...]
    edit: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that a record says on the strength of a document."""

    record: Anchor
    section: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a document, and every claim that rests on it."""

    where: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One document with every claim that rests on it."""

    template: ClassVar = "source.html"

    title: str
    facts: tuple[Row, ...]
    url: str | None
    note: Markup
    passages: tuple[Passage, ...]
    count: int
    notes: tuple[Note, ...]
    edit: str | None


@dataclass(frozen=True, slots=True)
class StepRow:
    """A moment of a session."""

    time: str
    title: str
    text: Markup
    handouts: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class SessionPage:
    """One session kit."""

    template: ClassVar = "session.html"

    title: str
    facts: tuple[Row, ...]
    audience: Markup
    goals: tuple[Item, ...]
    speakers: tuple[str, ...]
    steps: tuple[StepRow, ...]
    handouts: tuple[Card, ...]
    documents: tuple[Item, ...]
    notes: tuple[Note, ...]
    edit: str | None


@dataclass(frozen=True, slots=True)
class ListPage:
    """A list of records, in groups."""

    template: ClassVar = "list.html"

    title: str
    lead: str
    groups: tuple[CardGroup, ...]
    count: str


@dataclass(frozen=True, slots=True)
class TextPage:
    """A hand-written page."""

    template: ClassVar = "text.html"

    title: str
    body: Markup
    contents: tuple[Anchor, ...]
    notes: tuple[Note, ...]
    edit: str | None


@dataclass(frozen=True, slots=True)
class HomePage:
    """The home page: what this is, and the ways in, each with its count."""

    template: ClassVar = "home.html"

    title: str
    body: Markup
    counts: tuple[Row, ...]
    featured: Card | None
    exchanges: tuple[ExchangeRow, ...]
    themes: tuple[Row, ...]
    ways: tuple[Row, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class MessagePage:
    """What a problem code means."""

    template: ClassVar = "message.html"

    title: str
    code: str
    severity: str
    paragraphs: tuple[str, ...]
    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class FieldTable:
    """The fields of a kind of record, or of a mapping within it."""

    key: str
    title: str
    folder: str
    fields: tuple[FieldRow, ...]


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field."""

    key: str
    label: str
    help: str
    required: bool
    values: str
    example: str


@dataclass(frozen=True, slots=True)
class FieldsPage:
    """The reference of all fields."""

    template: ClassVar = "fields.html"

    title: str
    tables: tuple[FieldTable, ...]


@dataclass(frozen=True, slots=True)
class MissingPage:
    """What stands where no page is."""

    template: ClassVar = "missing.html"

    title: str
    ways: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above every page."""

    template: ClassVar = "header.html"

    home: str
    """The link to the home page."""
    logo: str
    navigation: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """The page itself, below the trail that leads to it."""

    template: ClassVar = "body.html"

    home: str
    trail: tuple[Anchor, ...]
    """The pages above this one, from below the home page down."""
    title: str
    content: Markup
    definitions: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Footer:
    """What stands below every page."""

    template: ClassVar = "footer.html"

    pages: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """An entry of the navigation."""

    name: str
    href: str
    current: bool


PAGES = (
    CasePage,
    ConceptPage,
    TerritoryPage,
    SourcePage,
    SessionPage,
    ListPage,
    TextPage,
    HomePage,
    MessagePage,
    FieldsPage,
    MissingPage,
    Header,
    Body,
    Footer,
)
"""Every context that has a template."""
