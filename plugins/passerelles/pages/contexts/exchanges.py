"""Exchanges on a page: rows, drawing, balance; the pages that gather them all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from passerelles.pages.contexts.pieces import Anchor, Pager


@dataclass(frozen=True, slots=True)
class Party:
    """Who gives or receives: a territory or an actor, and on which bank it stands."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class FluxLabel:
    """A flux with its mark."""

    value: str
    label: str
    mark: Markup


@dataclass(frozen=True, slots=True)
class ExchangeRow:
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


@dataclass(frozen=True, slots=True)
class Drawing:
    """Exchanges as lanes."""

    svg: Markup
    wide: bool
    """Whether it needs the whole width of the page."""
    legend: str


@dataclass(frozen=True, slots=True)
class Counted:
    """So many exchanges of a flux."""

    flux: FluxLabel
    number: int


@dataclass(frozen=True, slots=True)
class ShareRow:
    """What a party gives and receives."""

    party: Party
    gives: tuple[Counted, ...]
    receives: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class BalanceView:
    """The balance of a case in words, without a score."""

    sentence: str
    caution: str
    """What remains of it without what is only planned; empty where that changes nothing."""
    sides: str
    """What goes from bank to bank; empty where no exchange goes from bank to bank."""
    unequal: Anchor | None
    """Where nothing comes back: why that may be a beginning."""
    shares: tuple[ShareRow, ...]


@dataclass(frozen=True, slots=True)
class ExchangesView:
    """The exchanges of a case, as a drawing, in words and as a table."""

    rows: tuple[ExchangeRow, ...]
    drawing: Drawing | None
    balance: BalanceView
    basket: str
    """The link that opens the basket with these exchanges in it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """How many exchanges there are of a flux in a direction, and where they are listed."""

    flux: str
    direction: str
    number: int
    href: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A flux in all directions."""

    flux: FluxLabel
    cells: tuple[Cell, ...]
    total: int


@dataclass(frozen=True, slots=True)
class FluxGroup:
    """The exchanges of one flux in one direction."""

    key: str
    flux: FluxLabel
    count: str
    short: bool
    """Whether it stands open: folded, it would hide more than it saves."""
    rows: tuple[ExchangeRow, ...]


@dataclass(frozen=True, slots=True)
class DirectionGroup:
    """The exchanges that go in one direction."""

    key: str
    label: str
    meaning: str
    count: int
    """How many there are, on all pages."""
    href: str
    """The link to the first of them."""
    groups: tuple[FluxGroup, ...]
    """Those on the page at hand."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that one may filter by."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Filter:
    """Values of one kind that one may filter by."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    """None where there are too many: only an address can then filter by it."""


@dataclass(frozen=True, slots=True)
class ExchangesPage:
    """All exchanges of the base: the matrix and the filters, then every one of them.

    Where they take several pages, the matrix and the filters stand on the first.
    """

    template: ClassVar = "exchanges.html"

    title: str
    count: str
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


@dataclass(frozen=True, slots=True)
class BasketPage:
    """The workshop tool: what it says before its script draws the rest."""

    template: ClassVar = "basket.html"

    title: str
    exchanges: str
    """The link to all exchanges."""
    guide: Anchor | None
