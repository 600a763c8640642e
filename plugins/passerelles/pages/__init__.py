"""From the library to HTML: typed contexts, templates, finished pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from passerelles.addresses import HOME_PAGE, Addresses, of_record
from passerelles.library import Key, Library
from passerelles.pages.accessibility import statement_page
from passerelles.pages.assets import asset_files
from passerelles.pages.case import case_page
from passerelles.pages.charter import charter_page
from passerelles.pages.concept import concept_page
from passerelles.pages.continuations import continuation_pages
from passerelles.pages.exchanges_page import basket_page, exchanges_pages
from passerelles.pages.explorer import search_pages
from passerelles.pages.frame import HOLES, Frame
from passerelles.pages.handwritten import handwritten_page
from passerelles.pages.help import field_tables, help_pages
from passerelles.pages.home import home_page
from passerelles.pages.lists import list_pages
from passerelles.pages.missing import missing_page
from passerelles.pages.page import Leaf, Page
from passerelles.pages.redirects import redirect_pages
from passerelles.pages.session import session_page
from passerelles.pages.source import source_page
from passerelles.pages.territory import territory_page
from passerelles.records import Kind


def leaves(library: Library, links: Addresses) -> Iterator[Leaf]:
    """Every page of the site, those of records not yet written."""
    yield from map(Leaf.of, _fixed_pages(library, links))
    writers: tuple[tuple[Kind, Callable[[Library, Addresses, str], Page], Iterable[str]], ...] = (
        (Kind.CASE, case_page, library.cases),
        (Kind.CONCEPT, concept_page, library.concepts),
        (Kind.TERRITORY, territory_page, library.territories),
        (Kind.SOURCE, source_page, library.sources),
        (Kind.SESSION, session_page, library.sessions),
        (Kind.PAGE, handwritten_page, (name for name in library.pages if name != HOME_PAGE)),
    )
    for kind, write, names in writers:
        for name in names:
            file = library.entries[Key(kind, name)].file
            yield Leaf(of_record(kind, name), partial(write, library, links, name), file)
    yield from map(Leaf.of, continuation_pages(library, links))
    yield from map(Leaf.of, redirect_pages(library, links))
    yield from map(Leaf.of, help_pages(library, links))


def _fixed_pages(library: Library, links: Addresses) -> Iterator[Page]:
    """The pages that every base has."""
    yield home_page(library, links)
    yield from list_pages(library, links)
    yield from exchanges_pages(library, links)
    yield basket_page(library, links)
    yield charter_page(library, links)
    yield from search_pages(library, links)
    yield statement_page(library, links)


__all__ = [
    "HOLES",
    "Frame",
    "Leaf",
    "Page",
    "asset_files",
    "field_tables",
    "leaves",
    "missing_page",
]
