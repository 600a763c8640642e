"""The pages that are no record's, and what stands around every page."""

from __future__ import annotations

from typing import NamedTuple

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


class ListPage(NamedTuple):
    """A list of records, in groups: one of its pages, with the ways to all groups."""

    title: str
    lead: str
    groups: tuple[CardGroup, ...]
    number: str
    entries: tuple[IndexEntry, ...] = ()
    """The ways to all groups of the list, those on its other pages too."""
    map: MapView | None = None
    letters: tuple[Letter, ...] = ()
    alphabet: tuple[Group, ...] = ()
    """Names by their first letter, below the groups of a list of one page or on a page apart."""
    short_names: bool = False
    """Whether two of them stand beside each other on a phone."""
    pager: Pager | None = None


class TextPage(NamedTuple):
    """A hand-written page."""

    title: str
    body: Markup
    contents: tuple[Anchor, ...]
    tool: Anchor | None
    """The tool that the page is about, if it is about one."""
    notes: tuple[Note, ...]
    beside: Beside | None
    edit: str | None


class HomePage(NamedTuple):
    """The home page: what this is, and the ways in, each with its count."""

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


class MessagePage(NamedTuple):
    """What a problem code means."""

    title: str
    code: str
    severity: str
    paragraphs: tuple[str, ...]
    wrong: str
    right: str


class FieldRow(NamedTuple):
    """One field."""

    key: str
    label: str
    help: str
    required: bool
    values: str
    example: str


class FieldTable(NamedTuple):
    """The fields of a kind of record, or of a mapping within it."""

    key: str
    title: str
    folder: str
    fields: tuple[FieldRow, ...]


class FieldsPage(NamedTuple):
    """The reference of all fields."""

    title: str
    tables: tuple[FieldTable, ...]


class MissingPage(NamedTuple):
    """What stands where no page is."""

    title: str
    explorer: str
    """The link to the explorer, where a query of the search field leads."""
    parts: str
    """Words that begin addresses of the site and say nothing of what was looked for."""
    ways: tuple[Anchor, ...]


class RedirectPage(NamedTuple):
    """What stands at a former address."""

    title: str
    target: Anchor


class Way(NamedTuple):
    """An entry of the navigation."""

    name: str
    href: str
    current: bool


class Sharing(NamedTuple):
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


class Head(NamedTuple):
    """What programs are told about a page."""

    description: str
    canonical: str
    """The full address of the page; empty where it is not known, or where no page stands."""
    moved_to: str
    """The link to where the page stands now, if it is only the trace of a former address."""
    sharing: Sharing | None
    """Nothing where no page stands that could be shared."""
    scripts: tuple[str, ...]
    """Links to the scripts that the page needs."""


class Header(NamedTuple):
    """What stands above every page."""

    home: str
    """The link to the home page."""
    logo: str
    navigation: tuple[Way, ...]
    search: SearchField


class Body(NamedTuple):
    """The page itself, below the trail that leads to it."""

    trail: tuple[Anchor, ...]
    """The pages above this one, from the home page down; none above the home page."""
    title: str
    content: Markup
    outside: tuple[str, ...]
    """Where the links lead that lead out, in the order of their letters: paper shows them."""
    definitions: tuple[Definition, ...]
    imprint: str
    """What a printed page needs to be found again: its address, its date, its licence."""


class Footer(NamedTuple):
    """What stands below every page."""

    pages: tuple[Anchor, ...]
