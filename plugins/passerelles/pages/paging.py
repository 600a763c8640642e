"""Long lists, cut into pages: no page of the site grows with the number of cases.

A list is groups of items, in their order. Its first page stands at the address of the list, the
others below it; a group that is cut goes on where the next page begins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Generic, TypeVar

from passerelles import addresses
from passerelles.pages.contexts import Anchor, Pager, PageStep
from passerelles.pages.writer import Writer

G = TypeVar("G")
T = TypeVar("T")

AROUND = 2
"""How many pages before and after the one at hand a pager names, besides the first and the last."""


@dataclass(frozen=True, slots=True)
class Part(Generic[G, T]):
    """What stands on one of the pages of a list."""

    number: int
    total: int
    """How many pages the list has."""
    groups: Mapping[G, tuple[T, ...]]


def cut(groups: Mapping[G, Sequence[T]], size: int) -> tuple[Part[G, T], ...]:
    """Cut a list into pages of so many items; a list without items has one page too."""
    pairs = [(group, item) for group, items in groups.items() for item in items]
    starts = range(0, len(pairs), size) or range(1)
    return tuple(
        Part(number, len(starts), _regrouped(pairs[start : start + size]))
        for number, start in enumerate(starts, start=1)
    )


def _regrouped(pairs: Sequence[tuple[G, T]]) -> Mapping[G, tuple[T, ...]]:
    runs = groupby(pairs, key=itemgetter(0))
    return {group: tuple(item for _, item in run) for group, run in runs}


def beginnings(parts: Sequence[Part[G, T]]) -> Mapping[G, int]:
    """The page on which each group begins."""
    return {group: part.number for part in reversed(parts) for group in part.groups}


def numbered(title: str, part: Part[G, T]) -> str:
    """The title of a page of a list: its first bears that of the list."""
    return title if part.number == 1 else f"{title}, page {part.number} sur {part.total}"


def pager(writer: Writer, address: str, number: int, total: int) -> Pager | None:
    """The ways to the other pages of the list at an address; None where there is only one page."""
    if total == 1:
        return None
    named = [
        each for each in range(1, total + 1) if each in {1, total} or abs(each - number) <= AROUND
    ]

    def link(to: int) -> str:
        return writer.link(addresses.of_page(address, to))

    return Pager(
        before=Anchor("Page précédente", link(number - 1)) if number > 1 else None,
        after=Anchor("Page suivante", link(number + 1)) if number < total else None,
        steps=tuple(
            PageStep(each, link(each), each == number, each - 1 not in {0, *named})
            for each in named
        ),
    )
