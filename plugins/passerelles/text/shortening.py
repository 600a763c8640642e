"""Cuts a text to a length, between two sentences or between two words."""

import re
from textwrap import shorten

__all__ = ["opening", "shortened"]

ELLIPSIS = "…"
SENTENCE_END = re.compile(r"(?:\w{3}|[)\s%]|»)[.!?…](?=\s+[«A-ZÀ-ÖØ-Þ])")
"""Not after a letter or two: « M. Dupont » goes on."""


def opening(text: str, longest: int) -> str:
    """The first sentences, whole, as many as hold; the first words where not one does."""
    found = (end.end() for end in SENTENCE_END.finditer(text, 0, longest + 2))
    ends = [end for end in found if end <= longest]
    return text[: ends[-1]] if ends and len(text) > longest else shortened(text, longest)


def shortened(text: str, longest: int) -> str:
    """`textwrap.shorten`, which is asked only where the word at the cut may be too long."""
    words = " ".join(text.split())
    if len(words) <= longest:
        return words
    cut = words.rfind(" ", 0, longest)
    if " " not in words[longest : 2 * longest]:
        head = words[: 3 * longest]
        return shorten(head, longest, placeholder=ELLIPSIS, break_on_hyphens=False)
    return f"{words[: max(cut, 0)]}{ELLIPSIS}"
