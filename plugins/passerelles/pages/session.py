"""The page of a session: its kit."""

from __future__ import annotations

from collections.abc import Iterator

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Key, Library
from passerelles.pages.cards import card
from passerelles.pages.contexts import Card, Item, Row, SessionPage, StepRow
from passerelles.pages.labels import LABELS
from passerelles.pages.neighbours import beside
from passerelles.pages.page import Page, finish
from passerelles.pages.shared import documents
from passerelles.pages.writer import Writer
from passerelles.records import Kind, Reference, Session
from passerelles.text import french_date

LABEL = LABELS[Kind.SESSION]


def session_page(library: Library, links: Addresses, name: str) -> Page:
    """Write the page of a session."""
    key, session = Key(Kind.SESSION, name), library.sessions[name]
    file = library.entries[key].file
    writer = Writer(library, links, addresses.of_record(key.kind, key.id), key)
    context = SessionPage(
        title=session.title,
        facts=tuple(_facts(session)),
        audience=writer.rich(session.audience),
        goals=tuple(_goals(writer, session)),
        speakers=session.speakers,
        steps=tuple(_steps(writer, session)),
        handouts=tuple(_handout(writer, each) for each in session.handouts),
        documents=documents(writer, session.sources),
        notes=writer.written_notes(),
        beside=beside(writer, key),
        edit=links.edit(file),
    )
    place = f", {session.place}" if session.place else ""
    description = (
        f"Séance du {french_date(session.date.text)}{place} : déroulé et fiches à remettre."
    )
    trail = (("Sessions", addresses.SESSIONS),)
    return finish(writer, context, description=description, trail=trail, file=file)


def _facts(session: Session) -> Iterator[Row]:
    yield Row("date", LABEL["date"], text=french_date(session.date.text))
    if session.place:
        yield Row("lieu", LABEL["lieu"], text=session.place)
    if session.organiser:
        yield Row("organisateur", LABEL["organisateur"], text=session.organiser)


def _goals(writer: Writer, session: Session) -> Iterator[Item]:
    writer.section()
    for goal in session.goals:
        yield Item(writer.rich(goal, inline=True))


def _steps(writer: Writer, session: Session) -> Iterator[StepRow]:
    for step in session.steps:
        writer.section()
        yield StepRow(
            step.time or "",
            step.title,
            writer.rich(step.text),
            tuple(writer.anchor(_key(writer, each)) for each in step.handouts),
        )


def _handout(writer: Writer, reference: Reference) -> Card:
    return card(writer, _key(writer, reference))


def _key(writer: Writer, reference: Reference) -> Key:
    return next(
        key
        for kind in reference.kinds
        if (key := Key(kind, reference.id)) in writer.library.entries
    )
