"""The charter: the design tokens and every component of the site."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from passerelles.pages.contexts.exchanges import ExchangesView, FluxLabel, Party
from passerelles.pages.contexts.pieces import (
    Anchor,
    Card,
    IndexEntry,
    Letter,
    MapView,
    Note,
    Pager,
)


class Token(NamedTuple):
    """A colour, a face or a measure of the style sheet."""

    name: str
    paint: str
    """How the style sheet refers to it."""
    use: str
    light: str
    dark: str
    """Its value in the dark, where that differs."""
    colour: bool


class Board(NamedTuple):
    """A ground on which everything is shown in one scheme, light or dark."""

    key: str
    """Its class."""
    label: str
    prose: Markup
    """A sentence with a term of the glossary and the call of a note."""


class CharterPage(NamedTuple):
    """The tokens, then every component on a light and on a dark board."""

    title: str
    lead: str
    colours: tuple[Token, ...]
    measures: tuple[Token, ...]
    boards: tuple[Board, ...]
    parties: tuple[Party, ...]
    fluxes: tuple[FluxLabel, ...]
    themes: tuple[Anchor, ...]
    card: Card | None
    exchanges: ExchangesView | None
    map: MapView | None
    entries: tuple[IndexEntry, ...]
    letters: tuple[Letter, ...]
    pager: Pager
    notes: tuple[Note, ...]
