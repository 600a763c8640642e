"""Exchanges on a page: rows, drawing, balance; the pages that gather them all."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from passerelles.pages.contexts.pieces import Anchor, Pager


class Party(NamedTuple):
    """Who gives or receives: a territory or an actor, and on which bank it stands."""

    name: str
    role: str


class FluxLabel(NamedTuple):
    """A flux with its mark."""

    value: str
    label: str
    mark: Markup


class ExchangeRow(NamedTuple):
    """One exchange: who brings what to whom."""

    id: str
    """What tells it apart from every other exchange of the base."""
    anchor: str
    """Where it stands on the page of all exchanges."""
    case: Anchor
    giver: Party
    receiver: Party
    brings: str
    flux: FluxLabel
    theme: Anchor | None
    state: str
    state_label: str
    source: Anchor | None
    where: str
    note: Markup
    """The call of the note that names the source, where the page has notes."""


class Drawing(NamedTuple):
    """Exchanges as lanes."""

    svg: Markup
    wide: bool
    """Whether it needs the whole width of the page."""
    legend: str


class Counted(NamedTuple):
    """So many exchanges of a flux."""

    flux: FluxLabel
    number: int


class ShareRow(NamedTuple):
    """What a party gives and receives."""

    party: Party
    gives: tuple[Counted, ...]
    receives: tuple[Counted, ...]


class BalanceView(NamedTuple):
    """The balance of a case in words, without a score."""

    sentence: str
    caution: str
    """What remains of it without what is only planned; empty where that changes nothing."""
    sides: str
    """What goes from bank to bank; empty where no exchange goes from bank to bank."""
    unequal: Anchor | None
    """Where nothing comes back: why that may be a beginning."""
    shares: tuple[ShareRow, ...]


class ExchangesView(NamedTuple):
    """The exchanges of a case, as a drawing, in words and as a table."""

    rows: tuple[ExchangeRow, ...]
    drawing: Drawing | None
    balance: BalanceView
    basket: str
    """The link that opens the basket with these exchanges in it."""


class Cell(NamedTuple):
    """How many exchanges there are of a flux in a direction, and where they are listed."""

    flux: str
    direction: str
    number: int
    href: str


class MatrixRow(NamedTuple):
    """A flux in all directions."""

    flux: FluxLabel
    cells: tuple[Cell, ...]
    total: int


class FluxGroup(NamedTuple):
    """The exchanges of one flux in one direction."""

    key: str
    flux: FluxLabel
    number: str
    short: bool
    """Whether it stands open: folded, it would hide more than it saves."""
    rows: tuple[ExchangeRow, ...]


class DirectionGroup(NamedTuple):
    """The exchanges that go in one direction."""

    key: str
    label: str
    meaning: str
    number: int
    """How many there are, on all pages."""
    href: str
    """The link to the first of them."""
    groups: tuple[FluxGroup, ...]
    """Those on the page at hand."""


class Choice(NamedTuple):
    """A value that one may filter by."""

    value: str
    label: str


class Filter(NamedTuple):
    """Values of one kind that one may filter by."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    """None where there are too many: only an address can then filter by it."""


class ExchangesPage(NamedTuple):
    """All exchanges of the base: the matrix and the filters, then every one of them.

    Where they take several pages, the matrix and the filters stand on the first.
    """

    title: str
    number: str
    finding: str
    """What runs from towns to the countryside in this base, and back, in words."""
    directions: tuple[DirectionGroup, ...]
    """Every direction, those without an exchange too, in the order of the columns."""
    matrix: tuple[MatrixRow, ...]
    filters: tuple[Filter, ...]
    data: str
    """The link to the script that brings all exchanges, for filtering them."""
    downloads: tuple[Anchor, ...]
    basket: str
    pager: Pager | None


class BasketPage(NamedTuple):
    """The workshop tool: what it says before its script draws the rest."""

    title: str
    exchanges: str
    """The link to all exchanges."""
    guide: Anchor | None
