"""The charter: the design tokens and every component, live, from the macros that all pages use."""

from __future__ import annotations

from collections.abc import Iterator

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Key, Library
from passerelles.pages.assets import tokens_text
from passerelles.pages.cards import card
from passerelles.pages.contexts import (
    Anchor,
    Board,
    CharterPage,
    IndexEntry,
    Letter,
    Pager,
    PageStep,
    Party,
    Token,
)
from passerelles.pages.exchange_rows import flux_of
from passerelles.pages.exchanges_view import exchanges_view
from passerelles.pages.home import featured_case
from passerelles.pages.maps import map_of
from passerelles.pages.page import Page, finish
from passerelles.pages.tokens import BOARDS, read_tokens
from passerelles.pages.writer import Writer
from passerelles.records import Flux, Kind, Role

TITLE = addresses.PARTS["charte"][0]
LEAD = (
    "Les couleurs, les mesures et les pièces dont le site est fait : deux rives, et ce qui passe "
    "de l’une à l’autre."
)
USES = {
    "ink": "Le texte.",
    "soft": "Ce qui est dit à mi-voix : précisions, légendes, contours des champs.",
    "paper": "Le fond de la page.",
    "card": "Le fond d’une carte, d’un encadré, d’un champ.",
    "line": "Les filets.",
    "town": "La ville ; les liens et les boutons.",
    "town-ground": "Le fond de ce qui est de la ville.",
    "land": "La campagne.",
    "land-ground": "Le fond de ce qui est de la campagne.",
    "flow": "Ce qui passe de l’une à l’autre ; la page où l’on est ; ce qui a le clavier.",
    "flow-ground": "Le fond de ce qui passe.",
    "flux-information": "Flux : information et savoirs.",
    "flux-capitaux": "Flux : capitaux.",
    "flux-biens": "Flux : biens.",
    "flux-matieres-energie": "Flux : matières et énergie.",
    "flux-personnes": "Flux : personnes.",
    "flux-services": "Flux : services.",
    "serif": "Les titres.",
    "sans": "Le texte courant.",
    "mono": "Ce que l’on tape tel quel.",
    "radius": "L’arrondi des cartes et des champs.",
    "measure": "La plus longue ligne de texte.",
    "width": "La largeur de la page.",
    "gap": "La marge de la page.",
}
"""What each token is for; its values stand in the style sheet alone."""


def charter_page(library: Library, links: Addresses) -> Page:
    """Write the charter; a real case shows what cases look like."""
    writer = Writer(library, links, addresses.CHARTER)
    name = featured_case(library)
    case = library.cases[name] if name else None
    places = [str(each) for each in case.territories] if case else []
    source = case.sources[0] if case else None
    context = CharterPage(
        title=TITLE,
        lead=LEAD,
        colours=tuple(token for token in _tokens() if token.colour),
        measures=tuple(token for token in _tokens() if not token.colour),
        boards=tuple(
            Board(key, label, writer.words(LEAD) + writer.note(source))
            for key, label in BOARDS.items()
        ),
        parties=tuple(Party(role.label, role.value) for role in Role),
        fluxes=tuple(flux_of(flux) for flux in Flux),
        themes=writer.anchors(Kind.CONCEPT, case.themes) if case else (),
        card=card(writer, Key(Kind.CASE, name)) if name else None,
        exchanges=exchanges_view(writer, name, noted=False) if name else None,
        map=map_of(writer, places, "Carte des territoires du cas"),
        entries=tuple(_index(writer)),
        letters=(Letter("A", writer.link(addresses.GLOSSARY)), Letter("B", "")),
        pager=_pager(writer),
        notes=writer.written_notes(),
    )
    return finish(writer, context, description=LEAD)


def _tokens() -> Iterator[Token]:
    tokens = read_tokens(tokens_text())
    for name, value in tokens.light.items():
        dark = tokens.dark.get(name, "")
        yield Token(f"--{name}", f"var(--{name})", USES[name], value, dark, colour=bool(dark))


def _index(writer: Writer) -> Iterator[IndexEntry]:
    for kind, records in (
        (Kind.CASE, writer.library.cases),
        (Kind.TERRITORY, writer.library.territories),
    ):
        name, address = next(
            part for part in addresses.PARTS.values() if part[1] == addresses.LISTS[kind]
        )
        yield IndexEntry(name, writer.link(address), len(records), "")


def _pager(writer: Writer) -> Pager:
    """As on the second of four pages of a list; all its ways lead to the list of cases."""
    href = writer.link(addresses.CASES)
    steps = (PageStep(number, href, number == 2, gap=False) for number in range(1, 5))  # noqa: PLR2004 - the second
    return Pager(Anchor("Page précédente", href), Anchor("Page suivante", href), tuple(steps))
