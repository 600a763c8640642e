"""A picture of few colours, and text in it.

Each pixel is a number in the palette, so that a picture is quick to pack and small. Where an ink
meets a ground, the palette has a ramp of shades between the two: text is drawn as coverage, and
coverage becomes a shade.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from itertools import accumulate, takewhile

from PIL import Image, ImageDraw, ImageFont

STEPS = 5
"""The shades between a ground and an ink, both included."""
COLOURS = {
    "paper": "#fbfaf7",
    "card": "#ffffff",
    "ink": "#1d2733",
    "soft": "#55606d",
    "town": "#2b4c7e",
    "town-ground": "#e6edf7",
    "land": "#3b6632",
    "land-ground": "#e7f0e1",
    "flow": "#a8480f",
}
"""The light ones of the site's style sheet, by their names there."""
Look = tuple[str, str]
"""The names of a ground and of an ink on it."""
RAMPS: tuple[Look, ...] = (
    ("paper", "ink"),
    ("paper", "soft"),
    ("paper", "flow"),
    ("paper", "town"),
    ("paper", "land"),
    ("card", "soft"),
    ("town-ground", "town"),
    ("land-ground", "land"),
)
"""Grounds and the inks that are used on them."""
AIR = 4
"""The room beside a word for what reaches out of it."""
CUT = "…"
NARROWER = 20
"""By how many pixels lines are made narrower, to find how narrow they may be."""
UNKNOWN = str.maketrans({"\u202f": "\u00a0", "\u2011": "-"})
"""What the fonts lack, and what stands for it."""


def _rgb(name: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(COLOURS[name].removeprefix("#"))
    return red, green, blue


def _palette() -> bytes:
    shades = bytearray()
    for ground, ink in RAMPS:
        for step in range(STEPS):
            pairs = zip(_rgb(ground), _rgb(ink), strict=True)
            shades += bytes(round(low + (high - low) * step / (STEPS - 1)) for low, high in pairs)
    return bytes(shades)


PALETTE = _palette()
_STARTS = {ramp: number * STEPS for number, ramp in enumerate(RAMPS)}
_SHADES = {
    ramp: bytes(start + round(cover * (STEPS - 1) / 255) for cover in range(256))
    for ramp, start in _STARTS.items()
}
_TOUCHED = bytes((0, *(255 for _ in range(255))))
_PURE = {
    name: start + (STEPS - 1) * end
    for ramp, start in _STARTS.items()
    for end, name in enumerate(ramp)
}


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """A font, read once: without the system's shaping, so that all machines draw the same."""
    content = (files(__package__) / "fonts" / f"SourceSerifPro-{name}.otf").read_bytes()
    return ImageFont.truetype(BytesIO(content), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=20_000)
def _advance(name: str, size: int, word: str) -> float:
    """The width of a word by itself, letter by letter: asked again and again, so remembered."""
    return sum(map(_font(name, size).getlength, word))


@lru_cache(maxsize=5_000)
def _inked(name: str, size: int, word: str, look: Look) -> tuple[Image.Image, Image.Image]:
    """The shades of a word, and where they are: most words come again on other pictures."""
    coverage = Image.new("L", (int(_advance(name, size, word)) + 2 * AIR, 2 * size))
    ImageDraw.Draw(coverage).text((AIR, 0), word, fill=255, font=_font(name, size))
    return _shades(coverage, look)


def _shades(coverage: Image.Image, look: Look) -> tuple[Image.Image, Image.Image]:
    return coverage.point(_SHADES[look]), coverage.point(_TOUCHED)


@dataclass(frozen=True, slots=True)
class Type:
    """A way to write: the name of a weight, a size and the height of a line, in pixels."""

    weight: str
    size: int
    leading: int

    @property
    def font(self) -> ImageFont.FreeTypeFont:
        """The font, in this size."""
        return _font(self.weight, self.size)

    def width(self, text: str) -> float:
        """The room that a text takes on one line, at most: letters may stand closer in pairs."""
        spaces = text.count(" ") * _advance(self.weight, self.size, " ")
        return spaces + sum(_advance(self.weight, self.size, word) for word in text.split(" "))

    def height(self, lines: int) -> int:
        """The room that so many lines take."""
        return lines * self.leading


class Canvas:
    """A picture that is being drawn."""

    def __init__(self, picture: Image.Image) -> None:
        self.picture = picture
        self._draw = ImageDraw.Draw(picture)

    @classmethod
    def blank(cls, width: int, height: int) -> Canvas:
        """An empty picture, of the colour of paper."""
        return cls(Image.new("L", (width, height), _PURE["paper"]))

    def copy(self) -> Canvas:
        """Another picture, begun as this one."""
        return Canvas(self.picture.copy())

    def box(self, left: int, top: int, right: int, bottom: int, colour: str) -> None:
        """Fill a rectangle; its right and its bottom are outside."""
        self._draw.rectangle((left, top, right - 1, bottom - 1), fill=_PURE[colour])

    def cover(self, at: tuple[int, int], coverage: Image.Image, look: Look) -> None:
        """Put ink on a ground, as much as a coverage from 0 to 255 says."""
        shades, mask = _shades(coverage, look)
        self.picture.paste(shades, at, mask)

    def text(self, at: tuple[int, int], lines: Sequence[str], type_: Type, look: Look) -> None:
        """Write lines below each other, word by word."""
        left, top = at
        for number, line in enumerate(lines):
            x, y = left - AIR, top + type_.height(number)
            for word in line.split(" "):
                shades, mask = _inked(type_.weight, type_.size, word, look)
                self.picture.paste(shades, (x, y), mask)
                x += int(type_.width(f"{word} "))

    def png(self) -> bytes:
        """The finished picture, packed."""
        self.picture.putpalette(PALETTE)
        packed = BytesIO()
        self.picture.save(packed, "PNG", compress_level=5)
        return packed.getvalue()


def lines_of(text: str, type_: Type, width: float, most: int) -> tuple[str, ...]:
    """Break a text into lines at its ordinary spaces; what `most` lines do not hold is cut."""
    space = type_.width(" ")
    lines: list[list[str]] = [[]]
    filled = 0.0
    words = text.translate(UNKNOWN).split(" ")
    for number, word in enumerate(words):
        needed = type_.width(word)
        if not lines[-1] or filled + space + needed <= width:
            filled += space + needed if lines[-1] else needed
            lines[-1].append(word)
        elif len(lines) == most:
            lines[-1].extend(words[number:])
            break
        else:
            lines.append([word])
            filled = needed
    return tuple(_cut(" ".join(line), type_, width) for line in lines)


def balanced(text: str, type_: Type, width: int, most: int) -> tuple[str, ...]:
    """Break a text as `lines_of` does, into as many lines, as long as each other as may be."""
    lines = lines_of(text, type_, width, most)
    if lines[-1].endswith(CUT):
        return lines
    shortest = int(type_.width(text)) // len(lines)
    narrower = (lines_of(text, type_, each, most) for each in range(shortest, width, NARROWER))
    whole = (each for each in narrower if len(each) == len(lines) and CUT not in "".join(each))
    return next(whole, lines)


def _cut(text: str, type_: Type, width: float) -> str:
    """A text that fits one line, its end left out where it does not."""
    if type_.width(text) <= width:
        return text
    filled = accumulate(map(type_.width, text), initial=type_.width(CUT))
    kept = sum(1 for _ in takewhile(lambda end: end <= width, filled)) - 1
    return f"{text[: max(kept, 0)].rstrip(' ,.:;')}{CUT}"
