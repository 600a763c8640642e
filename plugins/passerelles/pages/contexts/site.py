"""The pages that are no record's, and what stands around every page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from passerelles.pages.contexts.exchanges import ExchangesView
from passerelles.pages.contexts.pieces import (
    Anchor,
    Beside,
    Card,
    CardGroup,
    Definition,
    Group,
    IndexEntry,
    Item,
    Letter,
    MapView,
    Note,
    Pager,
    Row,
)
from passerelles.pages.contexts.search import SearchField


@dataclass(frozen=True, slots=True)
class ListPage:
    """A list of records, in groups: one of its pages, with the ways to all groups."""

    template: ClassVar = "list.html"

    title: str
    lead: str
    groups: tuple[CardGroup, ...]
    count: str
    index: tuple[IndexEntry, ...] = ()
    """The ways to all groups of the list, those on its other pages too."""
    map: MapView | None = None
    letters: tuple[Letter, ...] = ()
    alphabet: tuple[Group, ...] = ()
    """Names by their first letter, below the groups of a list of one page or on a page apart."""
    short_names: bool = False
    """Whether two of them stand beside each other on a phone."""
    pager: Pager | None = None


@dataclass(frozen=True, slots=True)
class TextPage:
    """A hand-written page."""

    template: ClassVar = "text.html"

    title: str
    body: Markup
    contents: tuple[Anchor, ...]
    tool: Anchor | None
    """The tool that the page is about, if it is about one."""
    notes: tuple[Note, ...]
    beside: Beside | None
    edit: str | None


@dataclass(frozen=True, slots=True)
class HomePage:
    """The home page: what this is, and the ways in, each with its count."""

    template: ClassVar = "home.html"

    title: str
    body: Markup
    explorer: str
    """The link to the explorer, where a query of the search field leads."""
    counts: tuple[Anchor, ...]
    """How many records of each kind there are, with the way to their list."""
    themes: tuple[Row, ...]
    """The subjects with most cases."""
    subjects: Anchor | None
    """The way to the other subjects, where there are any."""
    ways: tuple[Row, ...]
    map: Markup
    """Where the territories are, for the way that leads to them."""
    others: tuple[Row, ...]
    """Ways that fewer people look for."""
    featured: Card | None
    exchanges: ExchangesView | None
    shown: str
    """Which of the exchanges of the featured case are shown."""
    news: tuple[Item, ...]
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
class FieldRow:
    """One field."""

    key: str
    label: str
    help: str
    required: bool
    values: str
    example: str


@dataclass(frozen=True, slots=True)
class FieldTable:
    """The fields of a kind of record, or of a mapping within it."""

    key: str
    title: str
    folder: str
    fields: tuple[FieldRow, ...]


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
    explorer: str
    """The link to the explorer, where a query of the search field leads."""
    parts: str
    """Words that begin addresses of the site and say nothing of what was looked for."""
    ways: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class RedirectPage:
    """What stands at a former address."""

    template: ClassVar = "redirect.html"

    title: str
    target: Anchor


@dataclass(frozen=True, slots=True)
class Way:
    """An entry of the navigation."""

    name: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Sharing:
    """What a link to a page shows where it is shared."""

    title: str
    type: str
    """What the page is, in the words of Open Graph."""
    image: str
    """The full address of its preview picture; empty where it has none."""
    width: int
    height: int
    alternative: str
    """The picture in words."""


@dataclass(frozen=True, slots=True)
class Head:
    """What programs are told about a page."""

    template: ClassVar = "head.html"

    description: str
    canonical: str
    """The full address of the page; empty where it is not known, or where no page stands."""
    moved_to: str
    """The link to where the page stands now, if it is only the trace of a former address."""
    sharing: Sharing | None
    """Nothing where no page stands that could be shared."""
    scripts: tuple[str, ...]
    """Links to the scripts that the page needs."""


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above every page."""

    template: ClassVar = "header.html"

    home: str
    """The link to the home page."""
    logo: str
    navigation: tuple[Way, ...]
    search: SearchField


@dataclass(frozen=True, slots=True)
class Body:
    """The page itself, below the trail that leads to it."""

    template: ClassVar = "body.html"

    trail: tuple[Anchor, ...]
    """The pages above this one, from the home page down; none above the home page."""
    title: str
    content: Markup
    outside: tuple[str, ...]
    """Where the links lead that lead out, in the order of their letters: paper shows them."""
    definitions: tuple[Definition, ...]
    imprint: str
    """What a printed page needs to be found again: its address, its date, its licence."""


@dataclass(frozen=True, slots=True)
class Footer:
    """What stands below every page."""

    template: ClassVar = "footer.html"

    pages: tuple[Anchor, ...]
