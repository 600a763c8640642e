"""What the pages of several kinds of record have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from passerelles.library import Key
from passerelles.pages.contexts import Group, Item
from passerelles.pages.labels import TEXT, label
from passerelles.pages.writer import Writer
from passerelles.records import Citation, Kind, Territory
from passerelles.text import count, quantity, typeset

RELATIONS = {"plus_large", "associes", "membre_de"}
"""Links between concepts and between territories, which their pages show in their own way."""

PLAIN = {"territoires", TEXT}
"""Fields that say no more than that a record is about another, or names it."""
INDIRECT = {
    Kind.CONCEPT: ("Cas, par un concept plus précis", "cas-plus-precis"),
    Kind.TERRITORY: ("Cas, par un territoire membre", "cas-membres"),
}
"""Cases that name a record only through one below it: how they are called, and their key."""


def documents(writer: Writer, sources: Iterable[Citation]) -> tuple[Item, ...]:
    """The documents of a record, each once, with the places in it."""
    places: dict[str, list[str]] = {}
    for citation in sources:
        places.setdefault(citation.source, []).extend([citation.where] if citation.where else [])
    return tuple(
        Item(anchor.name, tuple(where), link=anchor.href)
        for name, where in places.items()
        for anchor in (writer.anchor(Key(Kind.SOURCE, name)),)
    )


def uses(writer: Writer, key: Key) -> tuple[Group, ...]:
    """The records that speak of a record, each once, grouped by the fields by which they do."""
    return (*_indirect(writer, key), *_direct(writer, key))


def _indirect(writer: Writer, key: Key) -> Iterator[Group]:
    if key.kind in INDIRECT:
        title, name = INDIRECT[key.kind]
        direct = {link.source.id for link in writer.library.to(key)}
        cases = [case for case in writer.library.cases_of(key) if case not in direct]
        if cases:
            yield Group(title, writer.anchors(Kind.CASE, cases), name)


def _direct(writer: Writer, key: Key) -> Iterator[Group]:
    fields: dict[Key, dict[str, None]] = {}
    for link in writer.library.to(key):
        if link.field not in RELATIONS:
            fields.setdefault(link.source, {})[link.field] = None
    groups: dict[tuple[Kind, tuple[str, ...]], list[Key]] = {}
    for source, named in fields.items():
        groups.setdefault((source.kind, tuple(named)), []).append(source)
    for (kind, by), sources in sorted(groups.items()):
        names = (label(kind, field).lower() for field in by if field not in PLAIN)
        parts = ", ".join(typeset(f"« {name} »") for name in names)
        yield Group(
            f"{_plural(kind)}, sous {parts}" if parts else _plural(kind),
            tuple(writer.anchor(source, _section(source.kind, by[0])) for source in sources),
            "-".join((kind, *by)),
        )


def figures(territory: Territory) -> Iterator[str]:
    """The key figures of a territory, in words."""
    if territory.communes:
        yield count(int(territory.communes.value), "commune")
    if territory.epci:
        yield count(int(territory.epci.value), "intercommunalité")
    if territory.area:
        yield quantity(territory.area.value, "km²")
    if territory.population:
        yield count(int(territory.population.value), "habitant")


def _section(kind: Kind, field: str) -> str:
    """The section of its page in which a record names another; its top where there is none."""
    return field if kind is Kind.CASE and field not in {"sources", "territoires"} else ""


def _plural(kind: Kind) -> str:
    words = kind.label.capitalize()
    return words if words.endswith("s") else f"{words}s"
