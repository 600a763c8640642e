"""What stands in a file, as it can be shown to somebody without harm."""

from __future__ import annotations

from unicodedata import category, combining

OBEYED = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Unicode's categories of characters that a terminal would obey rather than show."""
SHORT = 80


def shown(text: str) -> str:
    """The text with `·` in place of every character that is not meant to be seen."""
    if text.isascii() and text.isprintable():
        return text
    return "".join("·" if category(char) in OBEYED else char for char in text)


def short(text: str) -> str:
    """The beginning of a text, as a message can quote it."""
    return shown(text if len(text) <= SHORT else f"{text[: SHORT - 1]}…")


def width(text: str) -> int:
    """How many columns a text takes: an accent written apart (NFD) stands over its letter."""
    return len(text) if text.isascii() else sum(not combining(char) for char in text)
