"""The page of all exchanges, and the one that holds the basket."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Crossing, Direction, Key, Library, crossings
from passerelles.pages.balance_words import sides
from passerelles.pages.contexts import (
    Anchor,
    BasketPage,
    Cell,
    Choice,
    DirectionGroup,
    ExchangesPage,
    Filter,
    FluxGroup,
    MatrixRow,
)
from passerelles.pages.exchange_rows import exchange_rows, flux_of
from passerelles.pages.labels import DIRECTIONS
from passerelles.pages.page import Page, finish
from passerelles.pages.writer import Writer
from passerelles.records import ExchangeState, Flux, Kind
from passerelles.text import count, fold

TITLE = "Échanges"
DESCRIPTION = "Ce que villes, campagnes et acteurs s’apportent, cas par cas, par flux et par sens."
BASKET_TITLE = "Composer un panier d’échanges"
BASKET_DESCRIPTION = (
    "Un outil d’atelier : mettre sur la table ce que chacun peut apporter, à partir d’exemples "
    "réels, et voir l’équilibre se faire."
)
NOTHING = "Aucun échange documenté dans cette base ne va d’un territoire urbain à un rural."

Sorted = Mapping[Direction, Mapping[Flux, Sequence[Crossing]]]
"""The exchanges of the base by direction, then by flux."""


def exchanges_page(library: Library, links: Addresses) -> Page:
    """Write the page of all exchanges: how many of each flux go each way, then every one."""
    writer = Writer(library, links, addresses.EXCHANGES)
    everything = tuple(crossings(library))
    found = _sorted(everything)
    context = ExchangesPage(
        title=TITLE,
        count=count(len(everything), "échange"),
        finding=_finding(everything),
        directions=tuple(_directions(writer, found)),
        matrix=tuple(_matrix(writer, found)),
        filters=tuple(_filters(library, everything)),
        downloads=(
            Anchor("CSV", writer.link(addresses.EXCHANGES_CSV)),
            Anchor("JSON", writer.link(addresses.EXCHANGES_JSON)),
        ),
        basket=writer.link(addresses.BASKET),
    )
    scripts = (addresses.EXCHANGES_SCRIPT, addresses.EXCHANGES_CODE)
    return finish(writer, context, description=DESCRIPTION, scripts=scripts)


def basket_page(library: Library, links: Addresses) -> Page:
    """Write the page in which the basket's script draws its table."""
    writer = Writer(library, links, addresses.BASKET)
    guide = Key(Kind.PAGE, addresses.GUIDE_PAGE)
    context = BasketPage(
        title=BASKET_TITLE,
        exchanges=writer.link(addresses.EXCHANGES),
        guide=writer.anchor(guide) if guide in library.entries else None,
    )
    trail = ((TITLE, addresses.EXCHANGES),)
    scripts = (addresses.EXCHANGES_SCRIPT, addresses.BASKET_CODE)
    return finish(writer, context, description=BASKET_DESCRIPTION, trail=trail, scripts=scripts)


def _finding(everything: Sequence[Crossing]) -> str:
    across = sides(everything)
    return f"Dans cette base, {across[0].lower()}{across[1:]}" if across else NOTHING


def _sorted(everything: Sequence[Crossing]) -> Sorted:
    found: dict[Direction, dict[Flux, list[Crossing]]] = {
        direction: {flux: [] for flux in Flux} for direction in DIRECTIONS
    }
    for each in everything:
        found[each.direction][each.exchange.flux].append(each)
    return found


def _directions(writer: Writer, found: Sorted) -> Iterator[DirectionGroup]:
    for direction, by_flux in found.items():
        label, meaning = DIRECTIONS[direction]
        groups = tuple(
            FluxGroup(
                f"{direction}-{flux}",
                flux_of(flux),
                tuple(exchange_rows(writer, listed, noted=False)),
            )
            for flux, listed in by_flux.items()
            if listed
        )
        number = sum(len(listed) for listed in by_flux.values())
        yield DirectionGroup(direction.value, label, meaning, number, groups)


def _matrix(writer: Writer, found: Sorted) -> Iterator[MatrixRow]:
    for flux in Flux:
        cells = tuple(
            Cell(
                flux.value,
                direction.value,
                len(by_flux[flux]),
                writer.link(addresses.of_direction(direction, flux)),
            )
            for direction, by_flux in found.items()
        )
        yield MatrixRow(flux_of(flux), cells, sum(cell.number for cell in cells))


def _filters(library: Library, everything: Sequence[Crossing]) -> Iterator[Filter]:
    """What one may filter by: only what some exchange has, in the order in which one looks."""
    directions = {each.direction for each in everything}
    themes = {each.exchange.theme.id for each in everything if each.exchange.theme}
    yield Filter("flux", "Flux", _choices(Flux, {each.exchange.flux for each in everything}))
    yield Filter(
        "sens",
        "Sens",
        tuple(Choice(each.value, DIRECTIONS[each][0]) for each in DIRECTIONS if each in directions),
    )
    states = {each.exchange.state for each in everything}
    yield Filter("etat", "État", _choices(ExchangeState, states))
    yield Filter("thematique", "Thématique", _named(library, Kind.CONCEPT, themes))
    yield Filter("cas", "Cas", _named(library, Kind.CASE, {each.case for each in everything}))


def _choices(
    values: type[Flux | ExchangeState], used: set[Flux] | set[ExchangeState]
) -> tuple[Choice, ...]:
    return tuple(Choice(each.value, each.label) for each in values if each in used)


def _named(library: Library, kind: Kind, names: set[str]) -> tuple[Choice, ...]:
    titles = {name: library.name(Key(kind, name)) for name in names}
    return tuple(
        Choice(name, title)
        for name, title in sorted(titles.items(), key=lambda each: fold(each[1]))
    )
