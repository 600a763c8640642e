"""The ways that stand above and below every page."""

from __future__ import annotations

from collections.abc import Iterator

from passerelles import addresses
from passerelles.library import Library, conformity
from passerelles.pages.contexts import Anchor, Footer, Header, SearchField, Way
from passerelles.pages.writer import Writer
from passerelles.records import Kind

HELP = addresses.PARTS["aide"]
CHARTER = addresses.PARTS["charte"]
ACTING = "agir"
"""The hand-written page that has a place in the navigation."""
ABOVE = (
    addresses.PARTS["cas"],
    addresses.PARTS["explorer"],
    addresses.PARTS["echanges"],
    addresses.PARTS["glossaire"],
    ("Agir", addresses.of_record(Kind.PAGE, ACTING)),
    addresses.PARTS["sessions"],
)
BELOW = (addresses.PARTS["territoires"], addresses.PARTS["sources"])


def ways(library: Library) -> Iterator[tuple[str, str]]:
    """Names and addresses of the parts of the site, those that it has."""
    for name, address in ABOVE:
        if name != "Agir" or ACTING in library.pages:
            yield name, address


def header(writer: Writer) -> Header:
    """What stands above a page: the parts of the site, and the search field."""
    navigation = (
        Way(name, writer.link(address), current=writer.here.startswith(address))
        for name, address in ways(writer.library)
    )
    search = SearchField(
        explorer=writer.link(addresses.EXPLORER),
        root=writer.links.root(writer.here),
        pieces=writer.link(addresses.of_search("{}")),
        engine=writer.link(addresses.ENGINE_SCRIPT),
    )
    home, logo = writer.link(addresses.HOME), writer.link(addresses.LOGO)
    return Header(home, logo, tuple(navigation), search)


def footer(writer: Writer) -> Footer:
    """What stands below a page: the other lists, the hand-written pages, the help.

    A page whose name continues that of another, as `cooperer-eau` that of `cooperer`, is reached
    from that one. How far the site is accessible is said as the law wants it.
    """
    library = writer.library
    pages = (
        (page.name, addresses.of_record(key.kind, key.id))
        for key, page in library.uppermost
        if key.id not in {addresses.HOME_PAGE, ACTING}
    )
    declared = (f"Accessibilité : {conformity(library.audit)}", addresses.ACCESSIBILITY)
    named = (*BELOW, *pages, declared, HELP, CHARTER)
    anchors = (Anchor(name, writer.link(address)) for name, address in named)
    return Footer(tuple(anchors))
