"""Leads a place in a folded text back to the text it came from."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final, Self

from passerelles.text.normalise import fold_character

__all__ = ["Alignment"]

_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Alignment:
    """The places of a text and those of its folded form, side by side.

    Nearly all characters fold to one character; only the others are remembered, in the order in
    which they stand. A place is the number of characters before it, as in a slice.
    """

    starts: tuple[int, ...]
    """Where, in the folded text, the form of each remembered character starts."""
    ends: tuple[int, ...]
    """Where it ends there."""
    shifts: tuple[int, ...]
    """Folded place + `shifts[n]` = place in the text, after n remembered characters."""

    @classmethod
    def of(cls, text: str) -> Self:
        """Return the alignment of a text with `fold(text)`."""
        starts, ends, shifts = [], [], [0]
        for found in _NOT_ASCII.finditer(text):
            length = len(fold_character(found[0]))
            if length != 1:
                start = found.start() - shifts[-1]
                starts.append(start)
                ends.append(start + length)
                shifts.append(shifts[-1] + 1 - length)
        return cls(tuple(starts), tuple(ends), tuple(shifts))

    def origin(self, place: int) -> int | None:
        """Return the place in the text for a place in its folded form.

        Marks that fold to nothing belong to what stands before them, so an accent written apart
        (NFD) stays with its letter. `None` if the place is inside what one character became, as
        in the middle of « … ».
        """
        passed = bisect_right(self.ends, place)
        if passed < len(self.starts) and self.starts[passed] < place:
            return None
        return place + self.shifts[passed]
