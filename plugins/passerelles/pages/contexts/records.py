"""The pages of records: one documented type per template."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from passerelles.pages.contexts.exchanges import ExchangesView
from passerelles.pages.contexts.pieces import (
    Anchor,
    Beside,
    Card,
    Group,
    Item,
    Note,
    Pager,
    Row,
    Section,
)


class Bank(NamedTuple):
    """A territory of a case, as one of its banks."""

    territory: Anchor
    role: str
    """`urbain`, `periurbain`, `rural`, `mixte`, or the empty text."""
    role_label: str
    figures: tuple[str, ...]
    note: Markup
    mark: Markup
    """Its mark on the map."""


class Where(NamedTuple):
    """A map of where something lies, and the same in words."""

    svg: Markup
    words: tuple[str, ...]


class Kinship(NamedTuple):
    """A case that is near, and why."""

    case: Anchor
    reasons: str


class Image(NamedTuple):
    """An image with all that has to be said of it."""

    src: str
    alternative: str
    credit: str
    licence: str


class CasePage(NamedTuple):
    """One case: what, who, what is exchanged, what came of it, what one can take from it."""

    title: str
    summary: Markup
    status: str
    status_label: str
    period: str
    draft: bool
    """Whether the sheet is only begun."""
    themes: tuple[Anchor, ...]
    banks: tuple[Bank, ...]
    partners: str
    """The actors, by name; how many others there are."""
    where: Where | None
    contents: tuple[Anchor, ...]
    """The sections of the page."""
    exchanges: ExchangesView | None
    sections: tuple[Section, ...]
    brief: tuple[Row, ...]
    images: tuple[Image, ...]
    see_also: tuple[Item, ...]
    kin: tuple[Kinship, ...]
    mentioned: tuple[Group, ...]
    documents: tuple[Item, ...]
    notes: tuple[Note, ...]
    sheet: tuple[Row, ...]
    beside: Beside | None
    edit: str | None


class ConceptPage(NamedTuple):
    """One concept with everything that uses it."""

    title: str
    scheme: Anchor
    forms: tuple[str, ...]
    definition: Markup
    others: tuple[Item, ...]
    neighbours: tuple[Row, ...]
    uses: tuple[Group, ...]
    documents: tuple[Item, ...]
    notes: tuple[Note, ...]
    beside: Beside | None
    edit: str | None


class TerritoryPage(NamedTuple):
    """One territory with its cases."""

    title: str
    type_label: str
    where: Where | None
    facts: tuple[Row, ...]
    figures: tuple[Item, ...]
    uses: tuple[Group, ...]
    documents: tuple[Item, ...]
    notes: tuple[Note, ...]
    beside: Beside | None
    edit: str | None


class Claim(NamedTuple):
    """Something that a record says on the strength of a document, and where it says it."""

    section: Anchor
    text: str


class Claimant(NamedTuple):
    """A record, and what it says on the strength of one place; nothing where it names it only."""

    record: Anchor
    claims: tuple[Claim, ...]


class Passage(NamedTuple):
    """A place in a document, and every claim that rests on it."""

    where: str
    number: str
    claimants: tuple[Claimant, ...]


class SourcePage(NamedTuple):
    """One document with every claim that rests on it."""

    title: str
    facts: tuple[Row, ...]
    online: Item | None
    """Where the document itself can be read."""
    note: Markup
    passages: tuple[Passage, ...]
    """Those of the first page of claims."""
    number: str
    """How many claims there are, on all pages."""
    short: bool
    """Whether all of it can be shown at once."""
    pager: Pager | None
    notes: tuple[Note, ...]
    beside: Beside | None
    edit: str | None


class StepRow(NamedTuple):
    """A moment of a session."""

    time: str
    title: str
    text: Markup
    handouts: tuple[Anchor, ...]


class SessionPage(NamedTuple):
    """One session kit."""

    title: str
    facts: tuple[Row, ...]
    audience: Markup
    goals: tuple[Item, ...]
    speakers: tuple[str, ...]
    steps: tuple[StepRow, ...]
    handouts: tuple[Card, ...]
    documents: tuple[Item, ...]
    notes: tuple[Note, ...]
    beside: Beside | None
    edit: str | None
