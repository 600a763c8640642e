"""From the library to HTML: typed contexts, templates, finished pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from passerelles.addresses import HOME_PAGE, Addresses, of_record
from passerelles.library import Key, Library
from passerelles.pages.accessibility import statement_page
from passerelles.pages.assets import asset_files
from passerelles.pages.case import case_page
from passerelles.pages.charter import charter_page
from passerelles.pages.concept import concept_page
from passerelles.pages.continuations import continuation_pages, continued
from passerelles.pages.exchanges_page import basket_page, exchanges_pages
from passerelles.pages.explorer import search_pages
from passerelles.pages.frame import HOLES, Frame
from passerelles.pages.handwritten import handwritten_page
from passerelles.pages.help import field_tables, help_pages
from passerelles.pages.home import home_page
from passerelles.pages.lists import LISTINGS, list_pages
from passerelles.pages.missing import missing_page
from passerelles.pages.page import Leaf, Page, Sheaf
from passerelles.pages.redirects import redirect_pages
from passerelles.pages.session import session_page
from passerelles.pages.source import source_page
from passerelles.pages.territory import territory_page
from passerelles.records import Kind

Open = Callable[[Sheaf], Iterable[Leaf]]
"""Gives the pages of a sheaf, made now or when they are asked for."""


def leaves(library: Library, links: Addresses, opened: Open) -> Iterator[Leaf]:
    """Every page of the site, those of records not yet written."""
    for name, make in FIXED.items():
        yield from opened(Sheaf(name, partial(_made, make, links)))
    writers: tuple[tuple[Kind, Write, Iterable[str]], ...] = (
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
            yield Leaf(of_record(kind, name), partial(_written, write, links, name), file)
    for key in continued(library):
        make = partial(continuation_pages, key=key)
        yield from opened(Sheaf(f"suite {key.kind} {key.id}", partial(_made, make, links)))
    for name, make in {"redirections": redirect_pages, "aide": help_pages}.items():
        yield from opened(Sheaf(name, partial(_made, make, links)))


Write = Callable[[Library, Addresses, str], Page]
Make = Callable[[Library, Addresses], Iterable[Page]]


def _written(write: Write, links: Addresses, name: str, library: Library) -> Page:
    return write(library, links, name)


def _made(make: Make, links: Addresses, library: Library) -> Iterable[Page]:
    return make(library, links)


def _only(write: Callable[[Library, Addresses], Page]) -> Make:
    """What makes one page, as what makes several."""
    return lambda library, links: (write(library, links),)


FIXED: Mapping[str, Make] = {
    "accueil": _only(home_page),
    **{f"liste {kind}": partial(list_pages, kind) for kind in LISTINGS},
    "echanges": exchanges_pages,
    "panier": _only(basket_page),
    "charte": _only(charter_page),
    "recherche": search_pages,
    "accessibilite": _only(statement_page),
}
"""The pages that every base has."""


__all__ = [
    "HOLES",
    "Frame",
    "Leaf",
    "Page",
    "Sheaf",
    "asset_files",
    "field_tables",
    "leaves",
    "missing_page",
]
