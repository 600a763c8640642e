"""What stands where no page is: the nearest pages, a search field, the parts of the site."""

from __future__ import annotations

from dataclasses import replace

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Library
from passerelles.pages.contexts import Anchor, MissingPage
from passerelles.pages.navigation import BELOW, ways
from passerelles.pages.page import Page, finish
from passerelles.pages.writer import Writer

TITLE = "Cette page n’existe pas"
DESCRIPTION = "La page demandée n’existe pas : voici les plus proches."


def missing_page(library: Library, links: Addresses) -> Page:
    """Write the page; a server shows it at any address, so its links are those of the root."""
    writer = Writer(library, replace(links, rooted=True), addresses.HOME)
    home = addresses.PARTS["accueil"]
    context = MissingPage(
        title=TITLE,
        explorer=writer.link(addresses.EXPLORER),
        parts=" ".join(sorted(addresses.RESERVED)),
        ways=tuple(
            Anchor(name, writer.link(address)) for name, address in (home, *ways(library), *BELOW)
        ),
    )
    return finish(writer, context, description=DESCRIPTION, scripts=(addresses.MISSING_SCRIPT,))
