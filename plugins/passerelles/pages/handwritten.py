"""The hand-written pages."""

from __future__ import annotations

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Key, Library
from passerelles.pages.contexts import Anchor, TextPage
from passerelles.pages.neighbours import beside
from passerelles.pages.page import Page, finish
from passerelles.pages.writer import Writer
from passerelles.records import Kind
from passerelles.text import rich, shortened

LONGEST = 200
SECTION = 2
"""The level of the headings that the contents list."""


def handwritten_page(library: Library, links: Addresses, name: str) -> Page:
    """Write a page that somebody wrote by hand."""
    key, page = Key(Kind.PAGE, name), library.pages[name]
    file = library.entries[key].file
    writer = Writer(library, links, addresses.of_record(key.kind, key.id), key)
    context = TextPage(
        title=page.name,
        body=writer.body(page.body),
        contents=tuple(
            Anchor(words, writer.link(addresses.of_section(writer.here, anchor)))
            for level, anchor, words in rich.headings(page.body)
            if level == SECTION
        ),
        tool=_tool(writer, name),
        notes=writer.written_notes(),
        beside=beside(writer, key),
        edit=links.edit(file),
    )
    description = shortened(rich.to_text(page.body), LONGEST)
    above = library.parent_page(name)
    trail = ((library.pages[above].name, addresses.of_record(Kind.PAGE, above)),) if above else ()
    scripts = (addresses.PLAN_SCRIPT,) if context.contents else ()
    return finish(writer, context, description=description, trail=trail, scripts=scripts, file=file)


def _tool(writer: Writer, name: str) -> Anchor | None:
    """The basket, on the page that tells how to run a workshop with it."""
    if name != addresses.GUIDE_PAGE:
        return None
    return Anchor("Ouvrir le panier", writer.link(addresses.BASKET))
