"""Writes a layout of lanes as inline SVG: no script, no style of its own, colours by class."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from passerelles.pages.drawings.flux_marks import SHAPES, SIZE
from passerelles.pages.drawings.lanes import LEADING, MARK_GAP, Label, Lane, Layout, Row
from passerelles.pages.markup import filled, joined

SVG = (
    '<svg class="couloirs" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
    'role="img"><title>{title}</title><desc>{description}</desc>{body}</svg>'
)
LANE = (
    '<g class="couloir cote-{side}"><path class="ligne" d="M{x} {top}V{bottom}"/>'
    '<rect class="tete-couloir" x="{left}" y="1" width="{width}" height="{height}" rx="6"/>'
    "{bank}{name}{role}</g>"
)
BANK = '<path class="rive-couloir" d="M{x} 7V{bottom}"/>'
ROW = (
    '<g class="apport-dessine cote-{side} etat-{state}">{grounds}'
    '<circle class="depart" cx="{start}" cy="{y}" r="3.5"/>'
    '<path class="trait" d="M{start} {y}H{neck}"/><path class="pointe" d="{point}"/>'
    '{thing}<path class="marque-flux flux-{flux}" transform="translate({mark_x} {mark_y})" '
    'd="{shape}"/>{kind}</g>'
)
GROUND = '<rect class="fond" x="{x}" y="{y}" width="{width}" height="{height}"/>'
TEXT = '<text class="{name}" font-size="{size}" text-anchor="{anchor}">{lines}</text>'
LINE = '<tspan x="{x}" y="{y}">{words}</tspan>'

HEAD = 12
"""The length of an arrow's head."""
STOP = 3
"""How far from the receiver's line an arrow ends."""
BASELINE = 0.78
"""Where in its line a text stands, from the top."""


def lanes_svg(layout: Layout, title: str, description: str) -> Markup:
    """Draw a layout; title and description are for who cannot see it."""
    body = joined([*_lanes(layout), *_rows(layout)])
    return filled(
        SVG,
        width=_short(layout.width),
        height=_short(layout.height),
        title=title,
        description=description,
        body=body,
    )


def _lanes(layout: Layout) -> Iterator[Markup]:
    for lane in layout.lanes:
        yield filled(
            LANE,
            side=lane.party.side.value,
            x=_short(lane.x),
            top=_short(lane.head.height),
            bottom=_short(layout.height),
            left=_short(lane.head.x),
            width=_short(lane.head.width),
            height=_short(lane.head.height - 1),
            bank=_bank(lane),
            name=_text(lane.name, "nom-couloir", lane.x),
            role=_text(lane.role, "role-couloir", lane.x) if lane.role else "",
        )


def _bank(lane: Lane) -> Markup:
    """The bar that a bank of the river has on its outer side."""
    edges = {"urbain": lane.head.x + 2, "rural": lane.head.x + lane.head.width - 2}
    x = edges.get(lane.party.side.value)
    return Markup() if x is None else filled(BANK, x=_short(x), bottom=_short(lane.head.height - 6))


def _rows(layout: Layout) -> Iterator[Markup]:
    for row in layout.rows:
        forward = 1 if row.end > row.start else -1
        tip = row.end - forward * STOP
        neck = tip - forward * HEAD
        low, high = _short(row.y - HEAD / 2), _short(row.y + HEAD / 2)
        mark = row.kind.box
        yield filled(
            ROW,
            side=row.flow.giver.side.value,
            state=row.flow.state.value,
            flux=row.flow.flux.value,
            grounds=_ground(row),
            start=_short(row.start),
            y=_short(row.y),
            neck=_short(neck),
            point=f"M{_short(neck)} {low}L{_short(tip)} {_short(row.y)}L{_short(neck)} {high}Z",
            thing=_text(row.thing, "chose", row.thing.box.x + row.thing.box.width / 2),
            mark_x=_short(mark.x),
            mark_y=_short(mark.y + (mark.height - SIZE) / 2),
            shape=SHAPES[row.flow.flux],
            kind=_text(row.kind, "nature", mark.x + SIZE + MARK_GAP, anchor="start"),
        )


def _ground(row: Row) -> Markup:
    """What keeps the lines of other lanes out of the labels."""
    return joined(
        filled(
            GROUND,
            x=_short(label.box.x - 3),
            y=_short(label.box.y),
            width=_short(label.box.width + 6),
            height=_short(label.box.height),
        )
        for label in (row.thing, row.kind)
    )


def _text(label: Label, name: str, x: float, *, anchor: str = "middle") -> Markup:
    leading = label.size * LEADING
    lines = joined(
        filled(LINE, x=_short(x), y=_short(label.box.y + leading * (number + BASELINE)), words=line)
        for number, line in enumerate(label.lines)
    )
    return filled(TEXT, name=name, size=label.size, anchor=anchor, lines=lines)


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
