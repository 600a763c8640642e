"""What a case aims at, has and has reached, in figures; drawn where they can be compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from passerelles.pages.contexts import Figure, Goal
from passerelles.pages.contexts.pieces import NOTHING
from passerelles.pages.drawings import aimed_bar, bar
from passerelles.pages.writer import Writer
from passerelles.records import Case
from passerelles.text import amount, french_date, french_number

SHARE = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*%")
"""A target that begins as a share of a whole: « 80 % », « 100 % des aides »."""
WHOLE = 100


def goals(writer: Writer, case: Case) -> Iterator[Goal]:
    """What the case wants to reach."""
    for goal in case.goals:
        yield Goal(
            text=writer.rich(goal.text, inline=True),
            note=writer.note(goal.source),
            target=goal.target or "",
            due=french_date(goal.due.text) if goal.due else "",
            bar=_aimed(goal.target or ""),
        )


def means(writer: Writer, case: Case) -> Iterator[Figure]:
    """What the case is given; sums of money stand beside each other where there are several."""
    sums = [(each.amount, each.currency or "EUR") for each in case.means]
    for each, drawn in zip(case.means, _beside_each_other(sums), strict=True):
        known = (each.type.label, each.funder, str(each.year) if each.year else None)
        yield Figure(
            value=amount(each.amount, each.currency) if each.amount is not None else "",
            unit="",
            label=each.label,
            details=tuple(filter(None, known)),
            note=writer.note(each.source),
            bar=drawn,
        )


def results(writer: Writer, case: Case) -> Iterator[Figure]:
    """What came of the case; quantities of one unit stand beside each other."""
    values = [(each.value, each.unit or "") for each in case.results]
    for each, drawn in zip(case.results, _beside_each_other(values), strict=True):
        yield Figure(
            value=french_number(each.value) if each.value is not None else "",
            unit=(each.unit or "") if each.value is not None else "",
            label=each.label,
            details=(french_date(each.date.text),) if each.date else (),
            note=writer.note(each.source),
            bar=drawn,
        )


def _beside_each_other(values: Sequence[tuple[float | None, str]]) -> Iterator[Markup]:
    """A bar for each quantity that shares its unit with another; unlike things are not compared."""
    measured = [(value, unit) for value, unit in values if value is not None and unit]
    often = Counter(unit for _, unit in measured)
    most = {unit: max(value for value, other in measured if other == unit) for unit in often}
    for value, unit in values:
        alike = value is not None and often[unit] > 1 and most[unit] > 0
        yield bar(max(value or 0, 0) / most[unit]) if alike else NOTHING


def _aimed(target: str) -> Markup:
    found = SHARE.match(target)
    share = float(found[1].replace(",", ".")) if found else 0
    return aimed_bar(share / WHOLE) if 0 < share <= WHOLE else NOTHING
