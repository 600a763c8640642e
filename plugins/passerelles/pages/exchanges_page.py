"""The page of all exchanges, and the one that holds the basket."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import TypeAlias

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
from passerelles.pages.paging import Part, beginnings, cut, numbered, pager
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

PER_PAGE = 100
LONGEST_OPEN = 3
"""Exchanges of one flux in one direction that stand unfolded: a phone shows no more at once."""
CHOOSABLE = 100
"""Where there are more cases than this, one looks for a case by its words, not in a list."""

Place: TypeAlias = tuple[Direction, Flux]
Parts: TypeAlias = Sequence[Part[Place, Crossing]]
"""The exchanges of the base by direction, then by flux, in pages."""


def exchanges_pages(library: Library, links: Addresses) -> Iterator[Page]:
    """Write the pages of all exchanges: how many of each flux go each way, then every one."""
    everything = tuple(crossings(library))
    parts = cut(_sorted(everything), PER_PAGE)
    for part in parts:
        writer = Writer(library, links, addresses.of_page(addresses.EXCHANGES, part.number))
        title = numbered(TITLE, part)
        first = part.number == 1
        context = ExchangesPage(
            title=title,
            number=count(len(everything), "échange"),
            finding=_finding(everything),
            directions=tuple(_directions(writer, parts, part)),
            matrix=tuple(_matrix(writer, parts)) if first else (),
            filters=tuple(_filters(library, everything)) if first else (),
            data=writer.link(addresses.EXCHANGES_SCRIPT),
            downloads=(
                Anchor("CSV", writer.link(addresses.EXCHANGES_CSV)),
                Anchor("JSON", writer.link(addresses.EXCHANGES_JSON)),
            ),
            basket=writer.link(addresses.BASKET),
            pager=pager(writer, addresses.EXCHANGES, part.number, part.total),
        )
        yield finish(
            writer,
            context,
            description=DESCRIPTION if first else f"{DESCRIPTION[:-1]} ({title.lower()}).",
            trail=() if first else ((TITLE, addresses.EXCHANGES),),
            scripts=(addresses.EXCHANGES_CODE,) if first else (),
        )


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


def _sorted(everything: Sequence[Crossing]) -> Mapping[Place, Sequence[Crossing]]:
    found: dict[Place, list[Crossing]] = {cell: [] for cell in product(DIRECTIONS, Flux)}
    for each in everything:
        found[each.direction, each.exchange.flux].append(each)
    return found


def _directions(
    writer: Writer, parts: Parts, part: Part[Place, Crossing]
) -> Iterator[DirectionGroup]:
    """Every direction, with those of its exchanges that stand on a page."""
    begins, numbers = beginnings(parts), _numbers(parts)
    for direction, (label, meaning) in DIRECTIONS.items():
        groups = tuple(
            FluxGroup(
                addresses.anchor_of_direction(direction, flux),
                flux_of(flux),
                count(len(listed), "échange"),
                len(listed) <= LONGEST_OPEN,
                tuple(exchange_rows(writer, listed, noted=False)),
            )
            for (towards, flux), listed in part.groups.items()
            if towards is direction
        )
        first = min((begins[cell] for cell in begins if cell[0] is direction), default=1)
        address = addresses.of_page(addresses.EXCHANGES, first)
        yield DirectionGroup(
            key=direction.value,
            label=label,
            meaning=meaning,
            number=sum(numbers.get((direction, flux), 0) for flux in Flux),
            href=writer.link(addresses.of_section(address, direction.value)),
            groups=groups,
        )


def _matrix(writer: Writer, parts: Parts) -> Iterator[MatrixRow]:
    begins, numbers = beginnings(parts), _numbers(parts)
    for flux in Flux:
        cells = tuple(
            Cell(
                flux.value,
                direction.value,
                numbers.get((direction, flux), 0),
                writer.link(
                    addresses.of_section(
                        addresses.of_page(addresses.EXCHANGES, begins.get((direction, flux), 1)),
                        addresses.anchor_of_direction(direction, flux),
                    )
                ),
            )
            for direction in DIRECTIONS
        )
        yield MatrixRow(flux_of(flux), cells, sum(cell.number for cell in cells))


def _numbers(parts: Parts) -> Mapping[Place, int]:
    found: Counter[Place] = Counter()
    for part in parts:
        found.update({cell: len(listed) for cell, listed in part.groups.items()})
    return found


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
    cases = {each.case for each in everything}
    choosable = cases if len(cases) <= CHOOSABLE else set()
    yield Filter("cas", "Cas", _named(library, Kind.CASE, choosable))


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
