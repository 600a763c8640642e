"""Draws the preview picture of a page: sign and kind, title, and its two banks or its lead."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from math import sqrt

from PIL import Image, ImageDraw

from passerelles.library import Side
from passerelles.pages.previews.canvas import CUT, Canvas, Type, balanced, lines_of
from passerelles.pages.previews.preview import HEIGHT, WIDTH, Preview

LEFT, RIGHT = 54, WIDTH - 54
OVER = 4
"""How much larger shapes are drawn than they are shown, for smooth edges."""
SIGN = (66, 36)
"""The size of the sign, half as large again as its file says."""
SITE = Type("Bold", 30, 36)
KIND = Type("Regular", 24, 30)
TITLE_TOP = 102
TITLES = ((Type("Bold", 48, 56), 3), (Type("Bold", 40, 47), 4), (Type("Bold", 32, 38), 5))
"""How titles are written, and the most lines of each; the first that holds the whole is taken."""
LEADS = (Type("Regular", 32, 41), Type("Regular", 28, 36), Type("Regular", 24, 31))
"""How leads are written: the first that holds the whole is taken, or the last, cut."""
MOST_LEAD = 4
AIR = 14
"""The room between a title and what stands below it."""
FOOT = HEIGHT - 14
"""Where the ground begins: two banks, and between them what flows."""
BANK_WIDTH = 250
NAME = Type("Bold", 21, 27)
NAMES_BOTTOM = FOOT - 26
MOST_NAMES = 3
BAR = 7
GAP = 20
BRIDGE = 56
"""The room between two banks with an arrow in it."""
SKYLINE = ((0, 56), (50, 92), (104, 40), (140, 68), (196, 0))
"""Where each house of the town begins, and how high it is."""
HILL = (520, 84)
"""Where the countryside begins, and how high it is."""
ARCH = (170, 560, 84)
"""From where to where the footbridge leads, and how high it is."""
DECK = 24
"""How high one walks on it."""
SKY = FOOT - 98
"""Where words end above the landscape."""
PALE = 90
"""How much of their ink town and countryside have below the words, of 255."""
LOOKS = {
    Side.TOWN: ("town-ground", "town"),
    Side.BETWEEN: ("card", "soft"),
    Side.LAND: ("land-ground", "land"),
}


def draw(preview: Preview) -> bytes:
    """Draw a preview, as a PNG: the same bytes for the same preview."""
    canvas = _frame(landscape=not preview.banks).copy()
    if preview.kind:
        canvas.text((310, 43), [f"· {preview.kind}"], KIND, ("paper", "flow"))
    names_top = _names(canvas, preview)
    bottom = _title(canvas, preview.title, names_top - AIR) + AIR
    if not preview.banks:
        _lead(canvas, preview.lead, bottom, names_top - bottom)
    return canvas.png()


def _lead(canvas: Canvas, lead: str, top: int, room: int) -> None:
    """Write the lead as large as the room below the title holds it, if it holds any of it."""
    for written in LEADS:
        most = min(room // written.leading, MOST_LEAD)
        lines = lines_of(lead, written, RIGHT - LEFT, most) if most > 0 else ()
        if lines and not lines[-1].endswith(CUT):
            break
    if lines:
        canvas.text((LEFT, top), lines, written, ("paper", "soft"))


@cache
def _frame(*, landscape: bool) -> Canvas:
    """What pictures have: the sign and the name of the site, the ground, what stands on it."""
    canvas = Canvas.blank(WIDTH, HEIGHT)
    if landscape:
        _landscape(canvas)
    _sign(canvas, LEFT, 38)
    canvas.text((LEFT + SIGN[0] + 14, 38), ["Passerelles"], SITE, ("paper", "ink"))
    canvas.box(0, FOOT, BANK_WIDTH, HEIGHT, "town")
    canvas.box(BANK_WIDTH, FOOT, WIDTH - BANK_WIDTH, HEIGHT, "flow")
    canvas.box(WIDTH - BANK_WIDTH, FOOT, WIDTH, HEIGHT, "land")
    return canvas


def _landscape(canvas: Canvas) -> None:
    """Draw the sign once more, as wide as the ground: a town, a hill, and the footbridge."""
    high = max(HILL[1], ARCH[2], *(each for _, each in SKYLINE))
    size = (WIDTH * OVER, high * OVER)
    layers = {ink: Image.new("L", size) for ink in ("town", "land", "flow")}
    pens = {ink: ImageDraw.Draw(layer) for ink, layer in layers.items()}
    for (left, tall), (right, _) in pairwise(SKYLINE):
        pens["town"].rectangle(
            (left * OVER, (high - tall) * OVER, right * OVER, size[1]), fill=PALE
        )
    begins, tall = HILL
    box = (begins, high - tall, 2 * WIDTH - begins, high + tall)
    pens["land"].pieslice([each * OVER for each in box], 180, 270, fill=PALE)
    start, end, tall = ARCH
    box = (start, high - tall, end, high + tall)
    pens["flow"].arc([each * OVER for each in box], 180, 360, fill=255, width=5 * OVER)
    deck = high - DECK
    pens["flow"].line(
        (start * OVER, deck * OVER, end * OVER, deck * OVER), fill=255, width=4 * OVER
    )
    for x in range(start + 40, end - 20, 38):
        across = (x - (start + end) / 2) / ((end - start) / 2)
        arch = high - tall * sqrt(1 - across * across)
        pens["flow"].line((x * OVER, arch * OVER, x * OVER, deck * OVER), fill=255, width=2 * OVER)
    for ink, layer in layers.items():
        canvas.cover((0, FOOT - high), layer.resize((WIDTH, high)), ("paper", ink))


def _sign(canvas: Canvas, left: int, top: int) -> None:
    """Draw the footbridge of `passerelle.svg`, larger, and make it smaller."""
    unit = OVER * SIGN[0] / 44
    size = (SIGN[0] * OVER, SIGN[1] * OVER)
    layers = {ink: Image.new("L", size) for ink in ("town", "land", "flow")}
    pens = {ink: ImageDraw.Draw(layer) for ink, layer in layers.items()}

    def at(*numbers: float) -> list[float]:
        return [number * unit for number in numbers]

    beam = round(1.8 * unit)
    pens["town"].polygon(at(1, 23, 1, 9, 6, 9, 6, 4, 11, 4, 11, 23), fill=255)
    pens["land"].pieslice(at(33, 12, 53, 34), 180, 270, fill=255)
    pens["flow"].arc(at(8, 7.2, 36, 31), 180, 360, fill=255, width=round(2.4 * unit))
    pens["flow"].line(at(8, 19, 36, 19), fill=255, width=beam)
    for x, y in ((14, 12.5), (20, 9.4), (26, 9.8), (31, 14)):
        pens["flow"].line(at(x, 19, x, y), fill=255, width=beam)
    for ink, layer in layers.items():
        canvas.cover((left, top), layer.resize(SIGN), ("paper", ink))


def _title(canvas: Canvas, title: str, limit: int) -> int:
    """Write the title as large as it fits above a limit; where it ends."""
    for written, most in TITLES:
        room = min(most, (limit - TITLE_TOP) // written.leading)
        lines = balanced(title, written, RIGHT - LEFT, room)
        if CUT not in "".join(lines).removesuffix(title[-1:]):
            break
    canvas.text((LEFT, TITLE_TOP), lines, written, ("paper", "ink"))
    return TITLE_TOP + written.height(len(lines))


def _names(canvas: Canvas, preview: Preview) -> int:
    """Put the names of a case on its banks; where they begin, or the landscape without any.

    An arrow stands between town and countryside, which cooperate; whoever is both, or neither, may
    do so with the one, the other or both.
    """
    groups = {side: [name for where, name in preview.banks if where is side] for side in LOOKS}
    shown = [side for side, names in groups.items() if names]
    if not shown:
        return SKY
    facing = shown == [Side.TOWN, Side.LAND]
    gap = BRIDGE if facing else GAP
    width = (RIGHT - LEFT - gap * (len(shown) - 1)) // len(shown)
    rows = [_lines(groups[side], width - 36) for side in shown]
    top = NAMES_BOTTOM - NAME.height(max(map(len, rows))) - 22
    for number, (side, lines) in enumerate(zip(shown, rows, strict=True)):
        ground, ink = LOOKS[side]
        left = LEFT + number * (width + gap)
        canvas.box(left, top, left + width, NAMES_BOTTOM, ground)
        bar = left + width - BAR if side is Side.LAND else left
        canvas.box(bar, top, bar + BAR, NAMES_BOTTOM, ink)
        canvas.text((left + 20, top + 9), lines, NAME, (ground, ink))
    if facing:
        arrow = _arrow()
        middle = (top + NAMES_BOTTOM - arrow.height) // 2
        canvas.cover(((WIDTH - arrow.width) // 2, middle), arrow, ("paper", "flow"))
    return top


def _lines(names: list[str], width: int) -> tuple[str, ...]:
    """The names one below the other, as many as there is room for, and how many others."""
    shown = names if len(names) <= MOST_NAMES else names[: MOST_NAMES - 1]
    rows = MOST_NAMES - len(shown) + 1
    lines = [line for name in shown for line in lines_of(name, NAME, width, rows)]
    others = len(names) - len(shown)
    return (*lines, f"et {others} autres") if others else tuple(lines)


@cache
def _arrow() -> Image.Image:
    """How much of each pixel an arrow covers that leads both ways."""
    width, height = BRIDGE - 12, 18
    large = Image.new("L", (width * OVER, height * OVER))
    pen = ImageDraw.Draw(large)
    right, low, tip = large.width, large.height, 12 * OVER
    pen.line((tip, low // 2, right - tip, low // 2), fill=255, width=3 * OVER)
    pen.polygon((0, low // 2, tip, 0, tip, low), fill=255)
    pen.polygon((right, low // 2, right - tip, 0, right - tip, low), fill=255)
    return large.resize((width, height))
