"""The home page: what this is, and the ways in, each with its count."""

from __future__ import annotations

from collections.abc import Iterator

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Key, Library, crossings_of
from passerelles.pages.cards import card
from passerelles.pages.contexts import Anchor, HomePage, Row
from passerelles.pages.exchanges_view import exchanges_view
from passerelles.pages.page import Page, finish
from passerelles.pages.writer import Writer
from passerelles.records import Kind, Scheme
from passerelles.text import count, rich, shortened

TITLE = "Ce que villes et campagnes se donnent, et comment elles s’accordent"
LEAD = (
    "Passerelles réunit des coopérations entre villes et campagnes, décrites, sourcées et "
    "comparables, et explique les mots pour en parler."
)
LONGEST = 200
GUIDES = {
    "comprendre": "pourquoi la réciprocité",
    "agir": "une méthode",
    "freins-et-leviers": "ce qui gêne, ce qui aide",
}
"""The hand-written pages that open a way in, and what one finds there."""


def home_page(library: Library, links: Addresses) -> Page:
    """Write the home page; `content/index.md`, where there is one, gives its title and text."""
    writer = Writer(library, links, addresses.HOME)
    own = library.pages.get(addresses.HOME_PAGE)
    featured = _featured(library)
    context = HomePage(
        title=own.name if own else TITLE,
        body=writer.rich(own.body) if own else writer.words(LEAD),
        counts=tuple(_counts(library)),
        featured=card(writer, Key(Kind.CASE, featured)) if featured else None,
        exchanges=exchanges_view(writer, featured, noted=False) if featured else None,
        explorer=writer.link(addresses.EXPLORER),
        themes=tuple(_themes(writer)),
        ways=tuple(_ways(writer)),
        notes=writer.written_notes(),
    )
    description = rich.to_text(own.body) if own else LEAD
    file = library.entries[Key(Kind.PAGE, addresses.HOME_PAGE)].file if own else None
    return finish(
        writer,
        context,
        title="Accueil",
        description=shortened(description, LONGEST),
        file=file,
    )


def _featured(library: Library) -> str | None:
    """The case in which territories themselves exchange most: it shows best what this is about."""

    def between_territories(name: str) -> int:
        return sum(each.between_territories for each in crossings_of(library, name))

    return min(library.cases, key=lambda name: (-between_territories(name), name), default=None)


def _counts(library: Library) -> Iterator[Row]:
    exchanges = sum(len(case.exchanges) for case in library.cases.values())
    yield Row("cas", count(len(library.cases), "cas", "cas"))
    yield Row("echanges", count(exchanges, "échange"))
    yield Row("concepts", count(len(library.concepts), "concept"))
    yield Row("territoires", count(len(library.territories), "territoire"))
    yield Row("sources", count(len(library.sources), "source"))


def _themes(writer: Writer) -> Iterator[Row]:
    """The subjects that have cases, those with the most first."""
    library = writer.library
    themes = {
        name: len(library.cases_of(Key(Kind.CONCEPT, name)))
        for name, concept in library.concepts.items()
        if concept.scheme is Scheme.THEME
    }
    for name, number in sorted(themes.items(), key=lambda each: (-each[1], each[0])):
        if number:
            anchor = writer.anchor(Key(Kind.CONCEPT, name))
            yield Row(name, count(number, "cas", "cas"), (anchor,))


def _ways(writer: Writer) -> Iterator[Row]:
    """Other ways in, by the parts of the glossary and the lists."""
    concepts = writer.library.concepts.values()
    for scheme in (Scheme.FRAMEWORK, Scheme.LEVER, Scheme.BRAKE, Scheme.TOOL):
        number = sum(concept.scheme is scheme for concept in concepts)
        if number:
            link = writer.link(addresses.of_scheme(scheme.value))
            yield Row(scheme.value, str(number), (Anchor(scheme.label, link),))
    exchanges = sum(len(case.exchanges) for case in writer.library.cases.values())
    if exchanges:
        link = writer.link(addresses.EXCHANGES)
        yield Row("echanges", count(exchanges, "apport"), (Anchor("Par échange", link),))
        link = writer.link(addresses.BASKET)
        yield Row("panier", "un outil d’atelier", (Anchor("Composer un panier", link),))
    for name, hint in GUIDES.items():
        if name in writer.library.pages:
            yield Row(name, hint, (writer.anchor(Key(Kind.PAGE, name)),))
    lists = {
        addresses.TERRITORIES: ("Territoires", writer.library.territories),
        addresses.SESSIONS: ("Animer une séance", writer.library.sessions),
    }
    for address, (name, records) in lists.items():
        if records:
            yield Row(address.strip("/"), str(len(records)), (Anchor(name, writer.link(address)),))
