"""The filled sections of a case, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator

from passerelles.library import Key
from passerelles.pages.case_figures import goals, means, results
from passerelles.pages.case_timeline import moments
from passerelles.pages.contexts import Item, Section
from passerelles.pages.labels import LABELS
from passerelles.pages.writer import Writer
from passerelles.records import Case, Kind

LABEL = LABELS[Kind.CASE]


def case_sections(writer: Writer, case: Case) -> Iterator[Section]:
    """Give the sections that hold something; empty fields leave no trace."""
    for key, write in WRITERS.items():
        writer.section()
        section = write(writer, case, key)
        if section.filled:
            yield section


def _challenges(writer: Writer, case: Case, key: str) -> Section:
    return Section(key, LABEL[key], text=writer.rich(case.challenges))


def _governance(writer: Writer, case: Case, key: str) -> Section:
    return Section(key, LABEL[key], text=writer.rich(case.governance))


def _goals(writer: Writer, case: Case, key: str) -> Section:
    return Section(key, LABEL[key], goals=tuple(goals(writer, case)))


def _actors(writer: Writer, case: Case, key: str) -> Section:
    items = tuple(
        Item(
            actor.name,
            (actor.type.label, *filter(None, (actor.role,))),
            writer.elsewhere(actor.link),
            actor.link,
        )
        for actor in case.actors
    )
    return Section(key, LABEL[key], items=items)


def _means(writer: Writer, case: Case, key: str) -> Section:
    return Section(key, LABEL[key], figures=tuple(means(writer, case)))


def _timeline(writer: Writer, case: Case, key: str) -> Section:
    over = case.end is not None
    until = case.status.label.lower() if case.start and not over else ""
    return Section(key, LABEL[key], moments=tuple(moments(writer, case)), until=until)


def _results(writer: Writer, case: Case, key: str) -> Section:
    return Section(key, LABEL[key], figures=tuple(results(writer, case)))


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


def _links(writer: Writer, case: Case, key: str) -> Section:
    items = tuple(Item(link.title, (), writer.elsewhere(link.url), link.url) for link in case.links)
    return Section(key, LABEL[key], items=items)


WRITERS = {
    "defis": _challenges,
    "objectifs": _goals,
    "resultats": _results,
    "enseignements": _lessons,
    "leviers": _levers,
    "freins": _levers,
    "transfert": _transfer,
    "acteurs": _actors,
    "gouvernance": _governance,
    "moyens": _means,
    "chronologie": _timeline,
    "liens": _links,
}
"""What writes each section, by the key of its field, in the order of the page.

Whoever is in a hurry reads from the top and may stop anywhere: why and what for, what came of it,
what one can take from it; only then how it is done.
"""
