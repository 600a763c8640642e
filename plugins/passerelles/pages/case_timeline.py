"""The history of a case as points on a line of time."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from passerelles.pages.contexts import Moment
from passerelles.pages.writer import Writer
from passerelles.records import Case, Date, Event
from passerelles.text import french_date

BEGINNING, END = "Début de la coopération.", "Fin de la coopération."
LONGEST_GAP = 8
"""The most years for which the line leaves room: beyond it says no more than « long »."""


def moments(writer: Writer, case: Case) -> Iterator[Moment]:
    """Every moment of a case in the order of time, its beginning and its end among them."""
    last: Date | None = None
    for date, told in _told(case):
        yield Moment(
            when=french_date(date.text),
            text=told if isinstance(told, str) else writer.rich(told.text, inline=True),
            note=Markup() if isinstance(told, str) else writer.note(told.source),
            gap=min(date.year - last.year, LONGEST_GAP) if last else 0,
            phase=_phase(case, date),
        )
        last = date


def _told(case: Case) -> list[tuple[Date, Event | str]]:
    """What the timeline tells; where it is silent on the beginning or the end, their dates."""
    told: list[tuple[Date, Event | str]] = [(event.date, event) for event in case.timeline]
    for date, words in ((case.start, BEGINNING), (case.end, END)):
        if told and date and not any(_same(date, event.date) for event in case.timeline):
            told.append((date, words))
    return _in_time(told)


def _in_time(told: list[tuple[Date, Event | str]]) -> list[tuple[Date, Event | str]]:
    """By date; where one is too vague to tell which came first, in the order that they are told."""
    ordered: list[tuple[Date, Event | str]] = []
    for each in told:
        later = (at for at, (date, _) in enumerate(ordered) if each[0].before(date))
        ordered.insert(next(later, len(ordered)), each)
    return ordered


def _same(one: Date, other: Date) -> bool:
    """Whether two dates may be one, as far as both are precise."""
    return not one.before(other) and not other.before(one)


def _phase(case: Case, date: Date) -> str:
    if case.start is None:
        return ""
    if date.before(case.start):
        return "avant"
    return "apres" if case.end and case.end.before(date) else "pendant"
