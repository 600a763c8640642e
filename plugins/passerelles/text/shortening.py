"""Cuts a text to a length, between two words."""

from textwrap import shorten

__all__ = ["shortened"]

ELLIPSIS = "…"


def shortened(text: str, longest: int) -> str:
    """`textwrap.shorten`, which is asked only where the word at the cut may be cut itself."""
    words = " ".join(text.split())
    if len(words) <= longest:
        return words
    cut = words.rfind(" ", 0, longest)
    if "-" in words[cut + 1 : longest] or " " not in words[longest : 2 * longest]:
        return shorten(words[: 3 * longest], longest, placeholder=ELLIPSIS)
    return f"{words[: max(cut, 0)]}{ELLIPSIS}"
