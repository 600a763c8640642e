"""The pages of the search, and the field above every page."""

from __future__ import annotations

from typing import NamedTuple

from passerelles.pages.contexts.pieces import Anchor, Row


class SearchField(NamedTuple):
    """The search field of the header."""

    explorer: str
    """Where a query is sent."""
    root: str
    """What leads to the root of the site, before the paths of the index."""
    pieces: str
    """The link to a piece of the index, `{}` standing for its name."""
    engine: str
    """The link to the script that looks things up."""


class Found(NamedTuple):
    """A case as the explorer shows it, in the same words as its script."""

    id: str
    name: Anchor
    text: str
    banks: tuple[tuple[str, str, str], ...]
    """Territories with their roles and what these are called; where there is none, empty texts."""
    others: int
    """How many more territories there are."""
    themes: str
    gives: str
    when: str


class ExplorerPage(NamedTuple):
    """Faceted search; without scripts the list of all cases, and ways in by every value."""

    title: str
    lead: str
    number: str
    root: str
    compare: str
    """The link to the page that compares."""
    cards: tuple[Found, ...]
    whole: Anchor | None
    """The list of all cases, page by page, where it is too long to stand here."""
    facets: tuple[Row, ...]
    """The values that have pages, under the facets to which they belong."""
    glossary: Anchor
    territories: Anchor


class ComparePage(NamedTuple):
    """Cases side by side."""

    title: str
    root: str
    explorer: Anchor
