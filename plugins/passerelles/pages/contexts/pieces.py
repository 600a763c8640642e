"""What several templates print: names that lead somewhere, notes, items, rows, cards."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

NOTHING = Markup()


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
    note: Markup = NOTHING
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a page: its anchor, its title, and what stands in it, text before items."""

    key: str
    title: str
    text: Markup = NOTHING
    items: tuple[Item, ...] = ()
    ordered: bool = False
    """Whether the order of the items means something, as in time."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table of facts: a label and the records or words it leads to."""

    key: str
    label: str
    anchors: tuple[Anchor, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Links that belong together under a title."""

    title: str
    anchors: tuple[Anchor, ...]
    key: str = ""
    """What its anchors are built from, where it has any."""


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
