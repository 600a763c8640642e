"""The five kinds of record, and the hand-written page, which can be linked like one."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Kind(StrEnum):
    """What a record is; its value is the prefix that tells it apart in a link, `[[cas:tera]]`."""

    folder: str
    """Where its files stand."""
    label: str
    """What a reader calls one of them."""

    def __new__(cls, prefix: str, folder: str, label: str) -> Self:
        """Keep folder and label beside the value."""
        kind = str.__new__(cls, prefix)
        kind._value_ = prefix
        kind.folder = folder
        kind.label = label
        return kind

    @property
    def suffix(self) -> str:
        """How the names of its files end."""
        return ".md" if self is Kind.PAGE else ".yml"

    CASE = "cas", "cases", "cas"
    CONCEPT = "concept", "glossary", "concept"
    TERRITORY = "territoire", "territories", "territoire"
    SOURCE = "source", "sources", "source"
    SESSION = "session", "sessions", "session"
    PAGE = "page", "content", "page"
