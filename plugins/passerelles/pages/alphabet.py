"""The alphabet of a list: every letter, and the names that begin with it.

A list of one page has the names below its groups. Where it takes several, the names have pages of
their own, to which the letters lead from each page of the list: none grows with the records.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from passerelles import addresses
from passerelles.library import Key, Library
from passerelles.pages.contexts import Group, Letter
from passerelles.pages.grouping import alphabetical, initial
from passerelles.pages.paging import Part, beginnings, cut
from passerelles.pages.writer import Writer

ALPHABET_FROM = 12
"""A list with fewer records is read faster than an alphabet."""
NAMES = 80
"""How many names stand on a page that holds nothing else."""
OTHERS = "0-9"
"""Under which sign names stand that begin with no letter."""


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The names of a list from A to Z: the address at which they begin, and their pages."""

    home: str
    parts: tuple[Part[str, Key], ...]


def alphabet_of(
    library: Library, base: str, keys: Sequence[Key], *, apart: bool
) -> Alphabet | None:
    """Put the records of the list at an address in order; `apart` from it or on its page."""
    if len(keys) < ALPHABET_FROM:
        return None
    found: dict[str, list[Key]] = {}
    for key in alphabetical(library, keys):
        found.setdefault(initial(library.name(key)) or OTHERS, []).append(key)
    home = addresses.of_alphabet(base) if apart else base
    return Alphabet(home, cut(found, NAMES if apart else len(keys)))


def letters(writer: Writer, alphabet: Alphabet) -> Iterator[Letter]:
    """Every letter, with the way to the names that begin with it, if there are any."""
    begins = beginnings(alphabet.parts)
    for letter in ascii_uppercase:
        href = ""
        if letter in begins:
            address = addresses.of_page(alphabet.home, begins[letter])
            href = writer.link(addresses.of_section(address, _anchor(letter)))
        yield Letter(letter, href)


def names(writer: Writer, part: Part[str, Key]) -> Iterator[Group]:
    """The names on one of its pages."""
    for letter, listed in part.groups.items():
        yield Group(letter, tuple(writer.anchor(key) for key in listed), _anchor(letter))


def _anchor(letter: str) -> str:
    return f"lettre-{letter.lower()}"
