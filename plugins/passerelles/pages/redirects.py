"""What stands at the former addresses of a record: the way to the new one, without script."""

from __future__ import annotations

from collections.abc import Iterator

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Library
from passerelles.pages.contexts import RedirectPage
from passerelles.pages.page import Page, finish
from passerelles.pages.writer import Writer
from passerelles.records import Former

TITLE = "Cette page a changé d’adresse"


def redirect_pages(library: Library, links: Addresses) -> Iterator[Page]:
    """Write a page for each former identifier."""
    for key, entry in library.entries.items():
        for mention in entry.mentions:
            if isinstance(mention.value, Former):
                here = addresses.of_record(key.kind, mention.value.id)
                writer = Writer(library, links, here, key)
                context = RedirectPage(
                    title="Cette page a changé d’adresse", target=writer.anchor(key)
                )
                yield finish(
                    writer,
                    context,
                    title=f"{library.name(key)} (ancienne adresse {mention.value.id})",
                    description=f"Cette page se trouve désormais sous « {library.name(key)} ».",
                    moved_to=addresses.of_record(key.kind, key.id),
                )
