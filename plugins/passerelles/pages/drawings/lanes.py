"""Lays out exchanges as a sequence diagram: one lane for each party, one row for each exchange.

Town stands on the left, countryside on the right, everybody else between. Everything is measured in
the unit of the drawing, which is a CSS pixel where the drawing is shown at its full width. A row
holds one exchange only, and is as high as its label needs: so labels never meet, whatever their
number and their length.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from passerelles.library import CaseParty, Side
from passerelles.pages.drawings.flux_marks import SIZE as MARK
from passerelles.pages.drawings.text_width import text_width, wrapped
from passerelles.records import ExchangeState, Flux

MOST_PARTIES = 8
"""With more lanes than this, heads are too narrow to be read: a list in words serves better."""
NARROW_PARTIES = 5
"""With more lanes than this, the drawing takes the whole width of the page."""
WIDTHS = {False: 750, True: 1080}
"""The width of a drawing beside a margin, and of a wide one."""

HEAD_SIZES = {False: 14, True: 13}
ROLE_SIZE = 12
LABEL_SIZE = 15
SMALL_SIZE = 12.5
LEADING = 1.4
"""The height of a line, by the size of its type: more than the tallest of the fonts takes."""
GUTTER = 12
"""The room between two heads."""
PADDING = 8
"""The room in a head around its text."""
LABEL_WIDTH = 300
"""What a label may always take, even over lanes that its arrow does not reach."""
ABOVE, BELOW, BETWEEN = 8, 8, 20
"""The room between a label and its arrow, an arrow and its flux, a row and the next."""
MARK_GAP = 5


@dataclass(frozen=True, slots=True)
class Flow:
    """An exchange to be drawn; its texts are as they are to be printed."""

    giver: CaseParty
    receiver: CaseParty
    brings: str
    flux: Flux
    flux_label: str
    state: ExchangeState


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        """Whether two rectangles have more than an edge in common."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of text, centred in the room that they need."""

    lines: tuple[str, ...]
    size: float
    box: Box


@dataclass(frozen=True, slots=True)
class Lane:
    """A party, its head, and the line below it."""

    party: CaseParty
    x: float
    """Where its line stands."""
    head: Box
    name: Label
    role: Label | None


@dataclass(frozen=True, slots=True)
class Row:
    """An exchange: the thing above its arrow, its flux and state below."""

    flow: Flow
    start: float
    """Where the arrow leaves the giver's line."""
    end: float
    """Where it reaches the receiver's."""
    y: float
    thing: Label
    kind: Label
    """Flux and state, with room for the mark of the flux on the left."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A drawing, ready to be drawn."""

    width: float
    height: float
    lanes: tuple[Lane, ...]
    rows: tuple[Row, ...]

    @property
    def wide(self) -> bool:
        """Whether it wants the whole width of the page."""
        return self.width > WIDTHS[False]

    def labels(self) -> Iterator[Label]:
        """Every piece of text in it."""
        for lane in self.lanes:
            yield lane.name
            if lane.role:
                yield lane.role
        for row in self.rows:
            yield row.thing
            yield row.kind


def lay_out(flows: Sequence[Flow], roles: dict[str, str], width: float | None = None) -> Layout:
    """Lay out exchanges; `roles` are the words for roles, and a role without a word is not said.

    The drawing is as wide as so many parties need, unless a `width` is given.
    """
    parties = _across(flows)
    wide = len(parties) > NARROW_PARTIES
    width = width or WIDTHS[wide]
    lanes = tuple(_lanes(parties, roles, width, HEAD_SIZES[wide]))
    places = {lane.party.id: lane.x for lane in lanes}
    y = lanes[0].head.height + BETWEEN if lanes else 0.0
    rows = []
    for flow in flows:
        row = _row(flow, places[flow.giver.id], places[flow.receiver.id], y, width)
        rows.append(row)
        y = row.kind.box.y + row.kind.box.height + BETWEEN
    return Layout(width, y, lanes, tuple(rows))


def _across(flows: Sequence[Flow]) -> list[CaseParty]:
    """The parties from town to countryside; those between stand near whom they exchange with."""
    pairs = [(flow.giver, flow.receiver) for flow in flows]
    parties = {party.id: party for pair in pairs for party in pair}
    banks = {Side.TOWN: 0.0, Side.LAND: 2.0}

    def place(party: CaseParty) -> tuple[float, float]:
        bank = banks.get(party.side, 1.0)
        partners = [
            banks.get(other.side, 1.0)
            for pair in pairs
            for one, other in (pair, pair[::-1])
            if one.id == party.id
        ]
        return bank, (sum(partners) / len(partners) if bank == 1 else 0.0)

    return sorted(parties.values(), key=place)


def _lanes(
    parties: Sequence[CaseParty], roles: dict[str, str], width: float, size: float
) -> Iterator[Lane]:
    each = width / max(len(parties), 1)
    room = each - GUTTER - 2 * PADDING
    names = [wrapped(party.name, room, size, bold=True) for party in parties]
    highest = max((len(lines) for lines in names), default=0) * size * LEADING
    role_height = ROLE_SIZE * LEADING
    for number, (party, lines) in enumerate(zip(parties, names, strict=True)):
        x = each * (number + 0.5)
        head = Box(x - (each - GUTTER) / 2, 0, each - GUTTER, highest + role_height + 2 * PADDING)
        spare = highest - len(lines) * size * LEADING
        name = _label(lines, size, x, PADDING + spare / 2, bold=True)
        word = roles.get(party.role, "")
        role = _label((word,), ROLE_SIZE, x, name.box.y + name.box.height) if word else None
        yield Lane(party, x, head, name, role)


def _row(flow: Flow, start: float, end: float, top: float, width: float) -> Row:
    centre = (start + end) / 2
    room = min(max(abs(end - start) - GUTTER, LABEL_WIDTH), width)
    thing = _label(wrapped(flow.brings, room, LABEL_SIZE), LABEL_SIZE, centre, top, within=width)
    y = top + thing.box.height + ABOVE
    words = f"{flow.flux_label} · {flow.state.label}"
    mark = MARK + MARK_GAP
    kind = _label((words,), SMALL_SIZE, centre, y + BELOW, within=width, before=mark)
    return Row(flow, start, end, y, thing, kind)


def _label(  # noqa: PLR0913 - a text, and where it stands
    lines: tuple[str, ...],
    size: float,
    centre: float,
    top: float,
    *,
    bold: bool = False,
    within: float | None = None,
    before: float = 0,
) -> Label:
    """Centre lines of text on a point, or as near to it as they stand within the drawing."""
    width = before + max(text_width(line, size, bold=bold) for line in lines)
    left = centre - width / 2
    if within is not None:
        left = max(0, min(left, within - width))
    return Label(lines, size, Box(left, top, width, len(lines) * size * LEADING))
