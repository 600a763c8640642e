"""A problem: what is wrong, as a value, without a word of French."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from passerelles.problems.place import Place


class Severity(StrEnum):
    """An error keeps the site from being published, a warning does not."""

    ERROR = "erreur"
    WARNING = "avertissement"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at a place; its wording stands in the catalogue, under its code."""

    code: str
    """A code of the catalogue, such as `cle-inconnue`."""
    place: Place
    facts: Mapping[str, str] = field(default_factory=dict)
    """What the wording fills in, by the names that the catalogue uses."""
    fix: str | None = None
    """What to write instead of the characters at the place, where that is known."""

    @property
    def order(self) -> tuple[Place, str]:
        """The key by which problems are sorted: file, line, column, then code."""
        return (self.place, self.code)
