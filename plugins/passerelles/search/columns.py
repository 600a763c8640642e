"""The facets as columns over the cases."""

from __future__ import annotations

from typing import Any

from passerelles.library import Library
from passerelles.records import Case
from passerelles.search.encoding import gaps, numbers
from passerelles.search.facets import FACETS, Facet, Value
from passerelles.text import fold, typeset


def columns(library: Library, cases: tuple[str, ...]) -> list[dict[str, Any]]:
    """Every facet with its values, and those of each case in the order of their ordinals."""
    return [column(library, facet, cases) for facet in FACETS]


def column(library: Library, facet: Facet, cases: tuple[str, ...]) -> dict[str, Any]:
    """One facet: its values (identifier, label, ranks of the broader ones) and its column.

    Values stand in the order of their labels, or in their own. In the column each case has the
    ranks of its values, rising, as gaps (see `encoding`), then a zero.
    """
    values = facet.values(library)
    names = list(values) if facet.ordered else sorted(values, key=lambda name: _order(values[name]))
    rank = {name: place for place, name in enumerate(names)}
    above = {name: [rank[up] for up in values[name].broader if up in rank] for name in names}
    cells = []
    for case in cases:
        named = {rank[each] for each in facet.of_case(library, library.cases[case])}
        cells.append(numbers((*gaps(sorted(named)), 0)))
    return {
        "name": facet.name,
        "label": facet.label,
        "ordered": facet.ordered,
        "values": [[name, typeset(values[name].label), above[name]] for name in names],
        "cells": "".join(cells),
    }


def labels_of(library: Library, facet: Facet, case: Case) -> tuple[str, ...]:
    """What a case has under a facet, each value it names before those that are broader."""
    values = facet.values(library)
    found = sorted(set(facet.of_case(library, case)), key=lambda name: _order(values[name]))
    shown: dict[str, str] = {}
    for name in found:
        above = [name]
        for each in above:
            above.extend(up for up in values[each].broader if up in values and up not in above)
        shown |= {each: typeset(values[each].label) for each in above}
    return tuple(shown.values())


def _order(value: Value) -> tuple[str, str]:
    return fold(value.label), value.label
