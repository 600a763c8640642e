"""The help for editors: what each message means, and what each field holds."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic.fields import FieldInfo

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Library
from passerelles.pages.contexts import (
    Anchor,
    Card,
    CardGroup,
    FieldRow,
    FieldsPage,
    FieldTable,
    IndexEntry,
    ListPage,
    MessagePage,
)
from passerelles.pages.navigation import HELP
from passerelles.pages.page import Page, finish
from passerelles.pages.writer import Writer
from passerelles.problems import Entry, Severity, catalogue
from passerelles.records import MODELS, Model, choices_of, example_of, models_in
from passerelles.text import count

HELP_TITLE, MESSAGES_TITLE, FIELDS_TITLE = (
    addresses.PARTS[name][0] for name in ("aide", "messages", "champs")
)
HELP_LEAD = "Écrire et corriger des fiches sans être informaticien."


def help_pages(library: Library, links: Addresses) -> Iterator[Page]:
    """Write the help: its entrance, the fields, and a page for each message."""
    trail = (HELP,)
    writer = Writer(library, links, addresses.HELP)
    entrance = ListPage(HELP_TITLE, HELP_LEAD, (_entrance(writer),), "")
    yield finish(writer, entrance, description=HELP_LEAD)

    writer = Writer(library, links, addresses.FIELDS)
    fields = FieldsPage(FIELDS_TITLE, tuple(field_tables()))
    lead = "Ce que contient chaque champ d’une fiche, avec un exemple."
    yield finish(writer, fields, description=lead, trail=trail)

    writer = Writer(library, links, addresses.MESSAGES)
    lead = "Ce que veulent dire les messages de contrôle, avec un exemple faux et un exemple juste."
    entries = tuple(catalogue().values())
    groups = tuple(_by_severity(writer, entries))
    index = (
        IndexEntry(group.title, addresses.within(group.key), len(group.cards), "")
        for group in groups
    )
    messages = ListPage(MESSAGES_TITLE, lead, groups, count(len(entries), "message"), tuple(index))
    yield finish(writer, messages, description=lead, trail=trail)
    for entry in entries:
        yield _message_page(library, links, entry)


def _entrance(writer: Writer) -> CardGroup:
    pages = {
        addresses.FIELDS: (FIELDS_TITLE, "Chaque champ, ce qu’il contient, un exemple."),
        addresses.MESSAGES: (MESSAGES_TITLE, "Chaque message de contrôle, expliqué."),
    }
    cards = (Card(Anchor(name, writer.link(to)), text) for to, (name, text) in pages.items())
    return CardGroup("aide", "", tuple(cards))


def _by_severity(writer: Writer, entries: tuple[Entry, ...]) -> Iterator[CardGroup]:
    titles = {Severity.ERROR: "Erreurs", Severity.WARNING: "Avertissements"}
    for severity, title in titles.items():
        cards = tuple(
            Card(
                Anchor(entry.title, writer.link(addresses.of_message(entry.code))),
                "",
                (entry.code,),
            )
            for entry in entries
            if entry.severity is severity
        )
        yield CardGroup(severity.value, title, cards)


def _message_page(library: Library, links: Addresses, entry: Entry) -> Page:
    writer = Writer(library, links, addresses.of_message(entry.code))
    context = MessagePage(
        title=entry.title,
        code=entry.code,
        severity=entry.severity.value,
        paragraphs=tuple(" ".join(each.split()) for each in entry.explanation.split("\n\n")),
        wrong=entry.wrong,
        right=entry.right,
    )
    trail = (HELP, (MESSAGES_TITLE, addresses.MESSAGES))
    return finish(writer, context, description=context.paragraphs[0], trail=trail)


def field_tables() -> Iterator[FieldTable]:
    """The fields of every kind of record, each followed by those of the mappings within it."""
    for kind, model in MODELS.items():
        title = str(model.__doc__).strip().rstrip(".")
        rows = tuple(_row(key, info) for key, info in model.keys().items())
        yield FieldTable(kind.folder, title, kind.folder, rows)
        for key, info in model.keys().items():
            for inner in models_in(info.annotation):
                yield _inner_table(kind.folder, key, inner)


def _inner_table(folder: str, key: str, model: type[Model]) -> FieldTable:
    rows = tuple(_row(name, info) for name, info in model.keys().items())
    return FieldTable(f"{folder}-{key}", f"Dans « {key} »", folder, rows)


def _row(key: str, info: FieldInfo) -> FieldRow:
    return FieldRow(
        key=key,
        label=str(info.title),
        help=str(info.description),
        required=info.is_required(),
        values=" · ".join(choices_of(info.annotation)),
        example=example_of(info),
    )
