"""The pages of the search: the explorer and the comparison. The browser fills them."""

from __future__ import annotations

from collections.abc import Iterator

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Key, Library
from passerelles.pages.contexts import Anchor, ComparePage, ExplorerPage, Found, Row
from passerelles.pages.page import Page, finish
from passerelles.pages.writer import Writer
from passerelles.records import Kind
from passerelles.search import FACETS, labels_of, told
from passerelles.text import count, fold

TITLE = "Explorer les cas"
LEAD = (
    "Par les mots, le sujet, le territoire. L’adresse garde la recherche et s’envoie telle quelle."
)
COMPARE_TITLE = "Comparer des cas"
COMPARE_LEAD = "De deux à quatre cas côte à côte, champ par champ."
LISTED = 100
"""No more cases, and no more values of a facet, stand on the page itself."""
FIRST = 20
"""So many cases where there are more: everybody receives them, scripts or not."""
BANKS = 4
"""No more territories stand on the card of a case."""
THEMES = next(facet for facet in FACETS if facet.name == "thematique")


def search_pages(library: Library, links: Addresses) -> Iterator[Page]:
    """Write the explorer and the page that compares."""
    yield _explorer(Writer(library, links, addresses.EXPLORER))
    writer = Writer(library, links, addresses.COMPARE)
    context = ComparePage(
        COMPARE_TITLE,
        links.root(writer.here),
        Anchor("l’explorateur", writer.link(addresses.EXPLORER)),
    )
    scripts = (addresses.ENGINE_SCRIPT, addresses.INDEX_SCRIPT, addresses.COMPARE_SCRIPT)
    trail = (("Explorer", addresses.EXPLORER),)
    yield finish(writer, context, description=COMPARE_LEAD, trail=trail, scripts=scripts)


def _explorer(writer: Writer) -> Page:
    names = sorted(
        writer.library.cases, key=lambda name: (fold(writer.library.cases[name].title), name)
    )
    whole = len(names) <= LISTED
    context = ExplorerPage(
        title=TITLE,
        lead=LEAD,
        number=count(len(names), "cas", "cas"),
        root=writer.links.root(writer.here),
        compare=writer.link(addresses.COMPARE),
        cards=tuple(_found(writer, name) for name in names[: LISTED if whole else FIRST]),
        whole=None if whole else Anchor("Tous les cas", writer.link(addresses.CASES)),
        facets=tuple(_facets(writer)),
        glossary=Anchor("le glossaire", writer.link(addresses.GLOSSARY)),
        territories=Anchor("les territoires", writer.link(addresses.TERRITORIES)),
    )
    scripts = (addresses.ENGINE_SCRIPT, addresses.INDEX_SCRIPT, addresses.EXPLORER_SCRIPT)
    return finish(writer, context, description=LEAD, scripts=scripts)


def _found(writer: Writer, name: str) -> Found:
    """A case as the script draws it too: it stands there before the script has come."""
    library = writer.library
    case = library.cases[name]
    drawn = told(library, name)
    more = count(drawn["more"], "autre échange", "autres échanges")
    return Found(
        id=name,
        name=writer.anchor(Key(Kind.CASE, name)),
        text=case.summary,
        banks=tuple(map(tuple, drawn["banks"][:BANKS])),
        others=max(0, len(drawn["banks"]) - BANKS),
        themes="\u00a0· ".join(labels_of(library, THEMES, case)),
        gives=drawn["gives"] and drawn["gives"] + (f" (et {more})" if drawn["more"] else ""),
        when=drawn["when"],
    )


def _facets(writer: Writer) -> Iterator[Row]:
    """The values that have cases and a page, which lists them."""
    library = writer.library
    for facet in FACETS:
        values = facet.values(library).values()
        keys = [value.key for value in values if value.key and library.cases_of(value.key)]
        anchors = tuple(writer.anchor(key) for key in keys[:LISTED])
        if anchors:
            yield Row(facet.name, facet.label, anchors)
