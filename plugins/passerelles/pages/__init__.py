"""From the library to HTML: typed contexts, templates, finished pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from passerelles.addresses import HOME_PAGE, Addresses
from passerelles.library import Library
from passerelles.pages.accessibility import statement_page
from passerelles.pages.assets import asset_files
from passerelles.pages.case import case_page
from passerelles.pages.concept import concept_page
from passerelles.pages.exchanges_page import basket_page, exchanges_page
from passerelles.pages.explorer import search_pages
from passerelles.pages.frame import HOLES, Frame
from passerelles.pages.handwritten import handwritten_page, missing_page
from passerelles.pages.help import field_tables, help_pages
from passerelles.pages.home import home_page
from passerelles.pages.lists import list_pages
from passerelles.pages.page import Page
from passerelles.pages.redirects import redirect_pages
from passerelles.pages.session import session_page
from passerelles.pages.source import source_page
from passerelles.pages.territory import territory_page


def write_pages(library: Library, links: Addresses) -> Iterator[Page]:
    """Write every page of the site."""
    yield home_page(library, links)
    yield from list_pages(library, links)
    yield exchanges_page(library, links)
    yield basket_page(library, links)
    yield from search_pages(library, links)
    writers: tuple[tuple[Callable[[Library, Addresses, str], Page], Iterator[str]], ...] = (
        (case_page, iter(library.cases)),
        (concept_page, iter(library.concepts)),
        (territory_page, iter(library.territories)),
        (source_page, iter(library.sources)),
        (session_page, iter(library.sessions)),
        (handwritten_page, (name for name in library.pages if name != HOME_PAGE)),
    )
    for write, names in writers:
        for name in names:
            yield write(library, links, name)
    yield statement_page(library, links)
    yield from redirect_pages(library, links)
    yield from help_pages(library, links)


__all__ = ["HOLES", "Frame", "Page", "asset_files", "field_tables", "missing_page", "write_pages"]
