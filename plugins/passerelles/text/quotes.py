"""Turns pairs of straight double quotes into French quotation marks."""

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["pair_quotes"]

_QUOTE: Final = re.compile('"')
_BEFORE_OPENING: Final = frozenset("([{«'’/-–—")
_AFTER_CLOSING: Final = frozenset(".…,;:!?)]}»'’/-–—")


def pair_quotes(text: str) -> str:
    r"""Return the text with `"mot"` as «mot», where both quotes of a pair stand in it.

    What a quote is, is told by its neighbours: it opens after a space and before a word, closes
    after a word and before a space or punctuation; between two spaces (`" mot "`) it closes what
    is open, else it opens. Quotes are paired like brackets, in one pass. A quote without its
    partner (an inch, a piece cut by a tag), inside a word (`a="b"`) or beside another straight
    quote stays. So do spaces: those inside the marks are the business of `typography`.
    """
    partners = dict(_pairs(text))
    if not partners:
        return text
    marks = dict.fromkeys(partners, "«") | dict.fromkeys(partners.values(), "»")
    return _QUOTE.sub(lambda found: marks.get(found.start(), '"'), text)


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of the opening and closing quote of each pair, inner pairs first."""
    open_quotes: list[int] = []
    for found in _QUOTE.finditer(text):
        place = found.start()
        opens, closes = _roles(text, place)
        if closes and open_quotes:
            yield open_quotes.pop(), place
        elif opens:
            open_quotes.append(place)


def _roles(text: str, place: int) -> tuple[bool, bool]:
    """Say whether the quote at a place can open, and whether it can close.

    The start and the end of a text count as spaces. The inner side of a French mark does too,
    since it will have one: what is decided here must hold when the result is read again.
    """
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    if '"' in {before, after}:
        return False, False
    space_before = before.isspace() or before == "«"
    space_after = after.isspace() or after == "»"
    if space_before and space_after:
        return True, True
    opens = not space_after and (space_before or before in _BEFORE_OPENING)
    closes = not space_before and (space_after or after in _AFTER_CLOSING)
    return opens, closes and not opens
