"""The filled sections of a case, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator

from passerelles.library import Key
from passerelles.pages.contexts import Item, Section
from passerelles.pages.labels import LABELS
from passerelles.pages.writer import Writer
from passerelles.records import Case, Kind
from passerelles.text import amount, french_date, quantity

LABEL = LABELS[Kind.CASE]


def case_sections(writer: Writer, case: Case) -> Iterator[Section]:
    """Give the sections that hold something; empty fields leave no trace."""
    for key, write in WRITERS.items():
        writer.section()
        section = write(writer, case, key)
        if section.text or section.items:
            yield section


def _challenges(writer: Writer, case: Case, key: str) -> Section:
    return Section(key, LABEL[key], text=writer.rich(case.challenges))


def _governance(writer: Writer, case: Case, key: str) -> Section:
    return Section(key, LABEL[key], text=writer.rich(case.governance))


def _goals(writer: Writer, case: Case, key: str) -> Section:
    items = tuple(
        Item(
            writer.rich(goal.text, inline=True),
            _known(
                f"cible : {goal.target}" if goal.target else None,
                f"échéance : {french_date(goal.due.text)}" if goal.due else None,
            ),
            writer.note(goal.source),
        )
        for goal in case.goals
    )
    return Section(key, LABEL[key], items=items)


def _actors(_: Writer, case: Case, key: str) -> Section:
    items = tuple(
        Item(actor.name, _known(actor.type.label, actor.role), link=actor.link)
        for actor in case.actors
    )
    return Section(key, LABEL[key], items=items)


def _means(writer: Writer, case: Case, key: str) -> Section:
    items = tuple(
        Item(
            means.label,
            _known(
                means.type.label,
                amount(means.amount, means.currency) if means.amount is not None else None,
                means.funder,
                str(means.year) if means.year else None,
            ),
            writer.note(means.source),
        )
        for means in case.means
    )
    return Section(key, LABEL[key], items=items)


def _timeline(writer: Writer, case: Case, key: str) -> Section:
    items = tuple(
        Item(
            writer.rich(event.text, inline=True),
            (french_date(event.date.text),),
            writer.note(event.source),
        )
        for event in sorted(case.timeline, key=lambda event: event.date.text)
    )
    return Section(key, LABEL[key], items=items, ordered=True)


def _results(writer: Writer, case: Case, key: str) -> Section:
    items = tuple(
        Item(
            result.label,
            _known(
                quantity(result.value, result.unit or "") if result.value is not None else None,
                french_date(result.date.text) if result.date else None,
            ),
            writer.note(result.source),
        )
        for result in case.results
    )
    return Section(key, LABEL[key], items=items)


def _levers(writer: Writer, case: Case, key: str) -> Section:
    used = case.levers if key == "leviers" else case.brakes
    items = []
    for each in used:
        anchor = writer.anchor(Key(Kind.CONCEPT, str(each)))
        text = writer.rich(each.text, inline=True)
        items.append(Item(text, (anchor.name,), writer.note(each.source), anchor.href))
    return Section(key, LABEL[key], items=tuple(items))


def _lessons(writer: Writer, case: Case, key: str) -> Section:
    items = tuple(
        Item(writer.rich(lesson.text, inline=True), note=writer.note(lesson.source))
        for lesson in case.lessons
    )
    return Section(key, LABEL[key], items=items)


def _transfer(writer: Writer, case: Case, key: str) -> Section:
    transfer = case.transfer
    items = tuple(
        Item(writer.rich(text), (str(info.title),))
        for name, info in (type(transfer).model_fields.items() if transfer else ())
        if (text := getattr(transfer, name))
    )
    return Section(key, LABEL[key], items=items)


def _links(_: Writer, case: Case, key: str) -> Section:
    items = tuple(Item(link.title, link=link.url) for link in case.links)
    return Section(key, LABEL[key], items=items)


def _known(*details: str | None) -> tuple[str, ...]:
    return tuple(detail for detail in details if detail)


WRITERS = {
    "defis": _challenges,
    "objectifs": _goals,
    "gouvernance": _governance,
    "acteurs": _actors,
    "moyens": _means,
    "chronologie": _timeline,
    "resultats": _results,
    "leviers": _levers,
    "freins": _levers,
    "enseignements": _lessons,
    "transfert": _transfer,
    "liens": _links,
}
"""What writes each section, by the key of its field, in the order of the page."""
