"""Prints rich text as HTML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup, escape

from passerelles.text.blocks import Block, CitationMention, LinkMention, Outward, Piece, Words
from passerelles.text.rich import RichText
from passerelles.text.typography import typeset


@dataclass(frozen=True, slots=True)
class Ink:
    """How the page at hand prints what only it can know."""

    link: Callable[[str, str | None], Markup]
    """From target and text of `[[…]]`."""
    cite: Callable[[str, str | None], Markup]
    """From source and place of `[@…]`."""
    words: Callable[[str], Markup]
    """From a piece of running text, in which terms may be linked."""
    elsewhere: Callable[[str], Markup]
    """From the address of a link that leads out: what follows its words."""


def to_html(
    rich: RichText, ink: Ink, *, heading: int = 3, inline: bool = False, anchors: bool = True
) -> Markup:
    """Print a text; its first level of headings becomes `heading`.

    With `inline`, a text of one paragraph is given without its `<p>`. Without `anchors`, headings
    have none: where several texts stand on a page, they might be the same.
    """
    html: list[str] = []
    bare = inline and [block.before for block in rich.blocks] == ["<p>"] and rich.after == "</p>\n"
    for block in rich.blocks:
        pieces = "".join(_printed(piece, ink) for piece in block.pieces)
        html += (block.before, _titled(block, pieces, heading, anchors) if block.level else pieces)
    whole = pieces if bare else "".join((*html, rich.after))
    return Markup(whole.strip())  # noqa: S704 - the pieces are HTML


def _printed(piece: Piece, ink: Ink) -> str:
    if isinstance(piece, Words):
        return escape(typeset(piece.says)) if piece.closed else ink.words(piece.says)
    if isinstance(piece, LinkMention):
        return ink.link(piece.target, piece.text)
    if isinstance(piece, CitationMention):
        return ink.cite(piece.source, piece.where)
    if isinstance(piece, Outward):
        return f"</a>{ink.elsewhere(piece.href)}"
    return piece.html


def _titled(block: Block, words: str, heading: int, anchors: bool) -> str:  # noqa: FBT001 - as above
    """A heading; the first level is the title of the page."""
    level = max(2, min(block.level - 1 + heading, 6))
    anchor = f' id="{block.anchor}"' if anchors else ""
    return f"<h{level}{anchor}>{words}</h{level}>\n"
