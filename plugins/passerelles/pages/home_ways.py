"""The ways in that the home page offers, each with its count, and what is new in the base."""

from __future__ import annotations

from collections.abc import Iterator

from passerelles import addresses
from passerelles.library import Key
from passerelles.pages.contexts import Anchor, Item, Row
from passerelles.pages.writer import Writer
from passerelles.records import Kind, Scheme
from passerelles.text import count, fold, french_date

SUBJECTS = 8
"""How many subjects stand on the home page itself."""
NEWS = 4


def counts(writer: Writer) -> Iterator[Anchor]:
    """How many records of each kind there are."""
    library = writer.library
    numbers = {
        addresses.CASES: count(len(library.cases), "cas", "cas"),
        addresses.EXCHANGES: count(_exchanges(writer), "échange"),
        addresses.GLOSSARY: count(len(library.concepts), "mot"),
        addresses.TERRITORIES: count(len(library.territories), "territoire"),
    }
    for address, words in numbers.items():
        yield Anchor(words, writer.link(address))


def themes(writer: Writer) -> Iterator[Row]:
    """The subjects that have cases, those with the most first."""
    for name, number in _by_cases(writer)[:SUBJECTS]:
        anchor = writer.anchor(Key(Kind.CONCEPT, name))
        yield Row(name, count(number, "cas", "cas"), (anchor,))


def all_subjects(writer: Writer) -> Anchor | None:
    """The way to all subjects, where the home page does not hold them."""
    number = len(_by_cases(writer))
    if number <= SUBJECTS:
        return None
    link = writer.link(addresses.of_scheme(Scheme.THEME.value))
    return Anchor(f"Les {number} sujets", link)


def ways(writer: Writer) -> Iterator[Row]:
    """What most people look for, besides subjects."""
    library = writer.library
    levers, brakes = (_of_scheme(writer, scheme) for scheme in (Scheme.LEVER, Scheme.BRAKE))
    if library.territories:
        hint = count(len(library.territories), "territoire")
        yield _way(writer, "territoires", "Sur la carte", addresses.TERRITORIES, hint)
    if _exchanges(writer):
        hint = count(_exchanges(writer), "apport")
        yield _way(writer, "echanges", "Par échange", addresses.EXCHANGES, hint)
    if levers:
        hint = f"{levers} pour avancer" + (f", et {count(brakes, 'frein')}" if brakes else "")
        to = addresses.of_scheme(Scheme.LEVER.value)
        yield _way(writer, "leviers", Scheme.LEVER.label, to, hint)
    for name, hint in {"comprendre": "pourquoi la réciprocité", "agir": "une méthode"}.items():
        if name in library.pages:
            yield Row(name, hint, (writer.anchor(Key(Kind.PAGE, name)),))
    if library.sessions:
        hint = count(len(library.sessions), "déroulé")
        yield _way(writer, "sessions", "Animer une session", addresses.SESSIONS, hint)


def other_ways(writer: Writer) -> Iterator[Row]:
    """The other parts of the glossary, the workshop's tool, and the guide to what hinders."""
    for scheme in (Scheme.FRAMEWORK, Scheme.STRUCTURE, Scheme.BRAKE, Scheme.TOOL, Scheme.NOTION):
        if number := _of_scheme(writer, scheme):
            to = addresses.of_scheme(scheme.value)
            yield _way(writer, scheme.value, scheme.label, to, str(number))
    if number := len(writer.library.sources):
        yield _way(writer, "sources", "Documents", addresses.SOURCES, str(number))
    if _exchanges(writer):
        name, address = addresses.PARTS["panier"]
        yield _way(writer, "panier", name, address, "un outil d’atelier")
    if "freins-et-leviers" in writer.library.pages:
        anchor = writer.anchor(Key(Kind.PAGE, "freins-et-leviers"))
        yield Row("freins-et-leviers", "ce qui gêne, ce qui aide", (anchor,))


def news(writer: Writer) -> Iterator[Item]:
    """The cases whose sheets were written or reviewed last, as the sheets say."""
    sheets = {name: case.sheet for name, case in writer.library.cases.items() if case.sheet}
    dated = {name: (sheet.reviewed or sheet.created).text for name, sheet in sheets.items()}
    by_name = sorted(dated, key=lambda name: (fold(writer.library.cases[name].title), name))
    for name in sorted(by_name, key=dated.__getitem__, reverse=True)[:NEWS]:
        anchor = writer.anchor(Key(Kind.CASE, name))
        what = "fiche relue" if sheets[name].reviewed else "nouvelle fiche"
        yield Item(anchor.name, (what, _day(dated[name])), link=anchor.href)


def _day(text: str) -> str:
    return f"le {french_date(text)}" if text.count("-") > 1 else french_date(text)


def _way(writer: Writer, key: str, name: str, address: str, hint: str) -> Row:
    return Row(key, hint, (Anchor(name, writer.link(address)),))


def _by_cases(writer: Writer) -> list[tuple[str, int]]:
    library = writer.library
    found = {
        name: len(library.cases_of(Key(Kind.CONCEPT, name)))
        for name, concept in library.concepts.items()
        if concept.scheme is Scheme.THEME
    }
    used = ((name, number) for name, number in found.items() if number)
    return sorted(used, key=lambda each: (-each[1], each[0]))


def _of_scheme(writer: Writer, scheme: Scheme) -> int:
    return sum(concept.scheme is scheme for concept in writer.library.concepts.values())


def _exchanges(writer: Writer) -> int:
    return sum(len(case.exchanges) for case in writer.library.cases.values())
