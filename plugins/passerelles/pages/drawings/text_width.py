"""How wide a text may be in the system's sans serif, which is known only when it is read.

Each character is taken as wide as in the widest of the fonts that `--sans` may end in: the greatest
advance in Noto Sans, DejaVu Sans, Liberation Sans (Arial's measures) and Verdana, in hundredths of
the size, as Chromium measures it. So a text never needs more room than is said here.
"""

from __future__ import annotations

from collections.abc import Mapping

REGULAR = {
    20: "\u202f\u2009",
    28: "'ijlîï",
    30: "J",
    32: " ,.’·\u00a0",
    36: "-:;IÎÏf",
    40: "!/()[]\\t²",
    42: "r",
    52: '"_`–°s',
    55: "?z*c|ç",
    58: "LFk",
    61: "PTYvxy",
    62: "aeoàâäéèêëôö«»",
    64: "0123456789$€ESbdghnpqu{}ùûüÉÈÊË",
    70: "KABVXZÀÂCRÇ",
    77: "UÙÛHND",
    82: "&GOQÔw",
    84: "#+<=>^~",
    95: "M%",
}
BOLD = {
    20: "\u202f\u2009",
    31: "'",
    36: " ijlîï\u00a0",
    39: ",.J’·IÎÏ",
    46: ":;-/\\f²!()[]",
    52: 't_`r–°"',
    60: "*|?zcsç",
    67: "Lx«»vyk",
    70: "aeàâäéèêëEFToôöÉÈÊË0123456789$€",
    73: "Sbdghnpqu{}ùûüYZ",
    78: "CPÇBRXAKVÀÂ",
    85: "GUÙÛD#+<=>HN^~OQÔ",
    93: "&w",
}
WIDEST = 118
"""For any other character: as much as the widest of the fonts' letters."""


class _Widths(dict[str, int]):
    """How wide each character is."""

    def __missing__(self, _: str) -> int:
        return WIDEST


def _by_character(groups: Mapping[int, str]) -> _Widths:
    return _Widths(
        (character, width) for width, characters in groups.items() for character in characters
    )


_WIDTHS = {False: _by_character(REGULAR), True: _by_character(BOLD)}


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The room that a text needs at most on one line, in the unit of its size."""
    return sum(map(_WIDTHS[bold].__getitem__, text)) * size / 100


def wrapped(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text into lines that fit a width; a word that does not is broken too.

    Lines break at ordinary spaces only: those that do not break keep what they join together,
    unless the whole is wider than a line.
    """
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if text_width(joined, size, bold=bold) <= width:
            lines[-1] = joined
            continue
        *full, last = _broken(word, width, size, bold=bold)
        lines[-1:] = [line for line in (lines[-1], *full, last) if line]
    return tuple(lines)


def _broken(word: str, width: float, size: float, *, bold: bool) -> list[str]:
    """Break a word after a hyphen of its own if one is near, otherwise where the line is full."""
    pieces, rest = [], word
    while text_width(rest, size, bold=bold) > width and len(rest) > 1:
        end = 1
        while text_width(f"{rest[: end + 1]}-", size, bold=bold) <= width:
            end += 1
        own = rest.rfind("-", 0, end + 1) + 1
        end = own or min(end, len(rest) - 1)
        pieces.append(rest[:end] if own else f"{rest[:end]}-")
        rest = rest[end:]
    return [*pieces, rest]
