"""Cuts a text to a length, between two words."""

from textwrap import shorten

__all__ = ["shortened"]

ELLIPSIS = "…"


def shortened(text: str, longest: int) -> str:
    """`textwrap.shorten`, without taking apart what is short enough, nor what will not stay."""
    words = " ".join(text.split())
    if len(words) <= longest:
        return words
    return shorten(words[: 3 * longest], longest, placeholder=ELLIPSIS)
