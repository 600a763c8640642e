"""A finished page: what a host has to publish."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Self

from passerelles import addresses
from passerelles.library import Library
from passerelles.pages.contexts import Anchor, Body, Head, Sharing
from passerelles.pages.navigation import footer, header
from passerelles.pages.previews import HEIGHT, WIDTH, Banks, Preview
from passerelles.pages.rendering import render, render_once
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
    root: str
    """What leads from the page to the root of the site, with its final slash; empty at the root."""
    head: str
    """HTML of what programs are told about it, for `<head>`."""
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
    preview: Preview | None = None
    """What its preview picture shows, if it has one."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page that is written when it is asked for: a large site does not fit into memory."""

    address: str
    write: Callable[[Library], Page]
    """Writes it from what a library answers."""
    file: str | None = None
    """The file of the repository that it is made from, if it is one."""
    moved: bool = False
    """Whether it is only the trace of a former address."""

    sheaf: str = ""
    """The name of the sheaf that it is made with, if it is not made by itself."""
    written: bool = False
    """Whether it has been made in this build."""

    @classmethod
    def of(cls, page: Page, sheaf: str) -> Self:
        """A page that has been made with others."""
        moved = bool(page.moved_to)
        return cls(page.address, lambda _: page, page.file, moved, sheaf, written=True)


@dataclass(frozen=True, slots=True)
class Sheaf:
    """Pages that are made together: only when they are made is it known how many there are."""

    name: str
    write: Callable[[Library], Iterable[Page]]


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
    banks: Banks = (),
    file: str | None = None,
) -> Page:
    """Render a context and put the site around it."""
    above = () if writer.here == addresses.HOME else (addresses.PARTS["accueil"], *trail)
    body = Body(
        trail=tuple(Anchor(label, writer.link(address)) for label, address in above),
        title=context.title,
        content=render(context),
        outside=tuple(writer.outside),
        definitions=writer.definitions(),
        imprint=" · ".join((*filter(None, (dated,)), LICENCE, writer.links.canonical(writer.here))),
    )
    canonical = _canonical(writer, moved=bool(moved_to))
    about = Preview(
        kind=typeset(trail[0][0]) if trail else "",
        title=typeset(context.title),
        lead=typeset(description),
        banks=tuple((bank, typeset(name)) for bank, name in banks),
    )
    picture = writer.links.preview(writer.here) if canonical else ""
    head = Head(
        description=about.lead,
        canonical=canonical,
        moved_to=writer.link(moved_to) if moved_to else "",
        sharing=_sharing(writer, about, picture, moved=bool(moved_to)),
        scripts=tuple(writer.link(script) for script in (*_common_scripts(writer), *scripts)),
    )
    return Page(
        address=writer.here,
        title=typeset(title or context.title),
        description=about.lead,
        root=writer.links.root(writer.here),
        head=render(head),
        header=render_once(header(writer)),
        main=render(body),
        footer=render_once(footer(writer)),
        scripts=head.scripts,
        moved_to=head.moved_to,
        file=file,
        preview=about if picture else None,
    )


def _canonical(writer: Writer, *, moved: bool) -> str:
    """The full address of a page: of none that has moved, nor of what stands where no page is."""
    links = writer.links
    return links.canonical(writer.here) if links.site and not (moved or links.rooted) else ""


def _sharing(writer: Writer, about: Preview, picture: str, *, moved: bool) -> Sharing | None:
    """What a link to the page shows elsewhere; nothing where no page stands."""
    if moved or writer.links.rooted:
        return None
    return Sharing(
        title=about.title,
        type="article" if writer.here else "website",
        image=picture,
        width=WIDTH,
        height=HEIGHT,
        alternative=about.alternative,
    )


def _common_scripts(writer: Writer) -> tuple[str, ...]:
    """What a page needs for what stands on many of them."""
    bubbles = (addresses.BUBBLES_SCRIPT,) if writer.terms or writer.notes else ()
    return (addresses.HEADER_SCRIPT, *bubbles)
