"""Whole numbers as short text that goes into a script and packs well.

Numbers below 46 are one character, those below 2116 two, and so on: a variable-length quantity
in base 46, its last digit taken from the lower half of the alphabet and the others from the upper
half, so that no separator is needed. `browser/reading.js` reads it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

ALPHABET: Final = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\')
"""Printable ASCII that needs no escape in JSON."""
BASE: Final = len(ALPHABET) // 2


@cache
def number(value: int) -> str:
    """Write one number, zero or more."""
    digits = [ALPHABET[value % BASE]]
    while value := value // BASE:
        digits.append(ALPHABET[BASE + value % BASE])
    return "".join(reversed(digits))


def numbers(values: Iterable[int]) -> str:
    """Write numbers, one after the other."""
    return "".join(map(number, values))


def gaps(values: Iterable[int]) -> Iterable[int]:
    """Rising numbers, each as its distance from the one before; the first as it is, plus one.

    No gap is zero, which leaves zero free to mark an end.
    """
    before = -1
    for value in values:
        yield value - before
        before = value


def signed(value: int) -> int:
    """A number that may be negative as one that is not: 0, -1, 1, -2 give 0, 1, 2, 3."""
    return 2 * value if value >= 0 else -2 * value - 1
