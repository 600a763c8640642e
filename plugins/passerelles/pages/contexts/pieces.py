"""What several templates print: names that lead somewhere, notes, items, rows, cards."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

NOTHING = Markup()


class Anchor(NamedTuple):
    """A name that leads somewhere."""

    name: str
    href: str


class Note(NamedTuple):
    """A numbered note: a document, whose it is, and the place in it."""

    number: int
    source: Anchor
    origin: str
    """Publisher and date."""
    where: str | None
    call: int
    """The rank of its first call, to which it leads back."""


class Definition(NamedTuple):
    """What is shown in place over a term."""

    concept: str
    term: Anchor
    text: str


class Item(NamedTuple):
    """A line of a list: a text, what is known besides, and its note."""

    text: Markup | str
    details: tuple[str, ...] = ()
    note: Markup = NOTHING
    link: str | None = None


class Goal(NamedTuple):
    """Something to be reached, and by how much and when, where that is known."""

    text: Markup
    note: Markup
    target: str
    due: str
    bar: Markup
    """The target drawn, where it is a share of a whole."""


class Figure(NamedTuple):
    """A quantity with its unit, what it counts, and what is known besides."""

    value: str
    """Empty where the documents give no number."""
    unit: str
    """Empty for a sum of money, which has its sign."""
    label: str
    details: tuple[str, ...]
    note: Markup
    bar: Markup
    """It beside the others of its unit, where there are any."""


class Moment(NamedTuple):
    """A point in time, on the line that a timeline draws."""

    when: str
    text: Markup | str
    note: Markup
    gap: int
    """Years since the moment before, as many as the line has room for."""
    phase: str
    """`avant`, `pendant` or `apres` the practice; empty where its beginning is not known."""


class Section(NamedTuple):
    """A section of a page: its anchor, its title, and what stands in it, text before the rest."""

    key: str
    title: str
    text: Markup = NOTHING
    items: tuple[Item, ...] = ()
    goals: tuple[Goal, ...] = ()
    figures: tuple[Figure, ...] = ()
    moments: tuple[Moment, ...] = ()
    until: str = ""
    """What a timeline ends with: « en cours »."""

    @property
    def by_year(self) -> bool:
        """Whether no moment is known more precisely than its year."""
        return all(moment.when.isdigit() for moment in self.moments)

    @property
    def filled(self) -> bool:
        """Whether anything stands in it."""
        return any((self.text, self.items, self.goals, self.figures, self.moments))


class Row(NamedTuple):
    """A line of a table of facts: a label and the records or words it leads to."""

    key: str
    label: str
    anchors: tuple[Anchor, ...] = ()
    text: str = ""


class Group(NamedTuple):
    """Links that belong together under a title."""

    title: str
    anchors: tuple[Anchor, ...]
    key: str = ""
    """What its anchors are built from, where it has any."""
    more: tuple[Anchor, ...] = ()
    """Where there are too many to stand here: the ways to the others."""


class Card(NamedTuple):
    """A record in a list, with what tells it apart."""

    name: Anchor
    summary: str
    tags: tuple[str, ...] = ()


class CardGroup(NamedTuple):
    """Cards that belong together under a title."""

    key: str
    title: str
    cards: tuple[Card, ...]


class Beside(NamedTuple):
    """The neighbours of a page, and the rule by which they are its neighbours."""

    rule: str
    among: Anchor
    """What they have in common."""
    before: Anchor | None
    after: Anchor | None


class IndexEntry(NamedTuple):
    """A group of a list, and the way to it."""

    name: str
    href: str
    number: int
    anchor: str
    """The group's anchor, where it begins on another page: it then leads here, and so on there."""


class Letter(NamedTuple):
    """A letter of the alphabet; without a link where no name begins with it."""

    name: str
    href: str


class PageStep(NamedTuple):
    """One of the pages of a list."""

    number: int
    href: str
    current: bool
    gap: bool
    """Whether pages are left out between it and the step before."""


class Pager(NamedTuple):
    """The ways to the other pages of a list."""

    before: Anchor | None
    after: Anchor | None
    steps: tuple[PageStep, ...]


class MapView(NamedTuple):
    """Territories on a map."""

    svg: Markup
    legend: str
