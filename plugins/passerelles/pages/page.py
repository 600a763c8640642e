"""A finished page: what a host has to publish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from passerelles import addresses
from passerelles.pages.contexts import Anchor, Body
from passerelles.pages.navigation import footer, header
from passerelles.pages.rendering import render
from passerelles.pages.writer import Writer
from passerelles.text import typeset

LICENCE = "Licence Ouverte 2.0"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site."""

    address: str
    title: str
    """Unique on the site, as text."""
    description: str
    """One or two sentences, as text."""
    header: str
    """HTML of what stands above the page."""
    main: str
    """HTML of the page itself, for `<main>`."""
    footer: str
    """HTML of what stands below it."""
    scripts: tuple[str, ...] = ()
    """Links to the scripts that it needs."""
    moved_to: str = ""
    """The link to where the page stands now, if it is only the trace of a former address."""
    file: str | None = None
    """The file of the repository that it is made from, if it is one."""


Trail = tuple[tuple[str, str], ...]
"""Names and addresses of the pages above a page, below the home page."""


def finish(  # noqa: PLR0913 - a page is a context and what names it
    writer: Writer,
    context: Any,
    *,
    title: str | None = None,
    description: str,
    trail: Trail = (),
    scripts: tuple[str, ...] = (),
    moved_to: str | None = None,
    dated: str = "",
    file: str | None = None,
) -> Page:
    """Render a context and put the site around it."""
    body = Body(
        home=writer.link(addresses.HOME),
        trail=tuple(Anchor(label, writer.link(address)) for label, address in trail),
        title=context.title,
        content=render(context),
        definitions=writer.definitions(),
        imprint=" · ".join((*filter(None, (dated,)), LICENCE, writer.links.canonical(writer.here))),
    )
    return Page(
        address=writer.here,
        title=typeset(title or context.title),
        description=typeset(description),
        header=render(header(writer)),
        main=render(body),
        footer=render(footer(writer)),
        scripts=tuple(writer.link(script) for script in (*_common_scripts(writer), *scripts)),
        moved_to=writer.link(moved_to) if moved_to else "",
        file=file,
    )


def _common_scripts(writer: Writer) -> tuple[str, ...]:
    """What a page needs for what stands on many of them."""
    bubbles = (addresses.BUBBLES_SCRIPT,) if writer.terms or writer.notes else ()
    return (addresses.HEADER_SCRIPT, *bubbles)
