"""What is kept of a parsed text: its pieces, ready to be printed and to be said.

markdown-it's tokens, of a dozen attributes each, take ten times the memory of the text, and a base
keeps its texts until the last page is written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import escape

from passerelles.text.normalise import fold

ANCHORS_OF_PAGES = re.compile(r"contenu|notes|definitions|bulle|(appel|definition|note|titre)-.*")
"""Anchors that a page has besides those of the headings of its text."""
SIDES = {"right": ' class="a-droite"', "center": ' class="au-centre"'}
"""How a column is set that is not set to the left; a style of its own would not be let through."""
MOST_NARROW = 2
"""Columns of phrases that a phone has room for."""
LONGEST_MARK = 24
"""Characters in a cell that one reads at a glance; with more, the cell holds a phrase."""


class Words(NamedTuple):
    """Running text."""

    says: str
    closed: bool
    """Whether no term is linked in it."""


class LinkMention(NamedTuple):
    """`[[target]]` or `[[target|text]]`."""

    snippet: str
    """The very characters that say it."""
    target: str
    text: str | None

    @property
    def says(self) -> str:
        """Its text; failing that, the identifier that it leads to."""
        return self.text or self.target.rpartition(":")[2].replace("-", " ")


class CitationMention(NamedTuple):
    """`[@source where]`."""

    snippet: str
    """The very characters that say it."""
    source: str
    where: str | None
    says: str = ""


class Fixed(NamedTuple):
    """What is printed alike on every page: tags, code, the end of a line."""

    html: str
    says: str


class Outward(NamedTuple):
    """The end of a link that leads out of the site, whose words do not say its address."""

    href: str
    says: str = ""


Piece = Words | LinkMention | CitationMention | Outward | Fixed


class Block(NamedTuple):
    """A paragraph, a heading, a cell of a table or a piece of code."""

    before: str
    """The HTML between the block above and this one."""
    kind: str
    """markdown-it's name for it."""
    pieces: tuple[Piece, ...]
    ends: bool = False
    """Whether a statement ends with it: a paragraph, or a row of a table."""
    level: int = 0
    """Of a heading, whose tags are not printed yet."""
    anchor: str = ""
    """Of a heading."""

    @property
    def words(self) -> str:
        """What it says, without marks, citations or the targets of links."""
        return "".join(piece.says for piece in self.pieces)


def blocks_of(tokens: Sequence[Token]) -> tuple[tuple[Block, ...], str]:
    """Take a parsed text apart; give the HTML after its last block, too."""
    blocks: list[Block] = []
    taken: Counter[str] = Counter()
    html = ""
    for table, cells in _tables(tokens):
        _name_columns(table, cells)
    for place, token in enumerate(tokens):
        if token.type in {"inline", "fence", "code_block"}:
            blocks.append(_block(html, tokens, place, taken))
            html = ""
        elif token.type not in {"heading_open", "heading_close"}:
            html += _printed(tokens, place)
    return tuple(blocks), html


def _block(before: str, tokens: Sequence[Token], place: int, taken: Counter[str]) -> Block:
    token = tokens[place]
    if token.type != "inline":
        return Block(before, token.type, (Fixed(_printed(tokens, place), token.content),))
    opening = tokens[place - 1]
    kind = opening.type.removesuffix("_open")
    pieces = tuple(_pieces(token.children or ()))
    if kind == "heading":
        block = Block(before, kind, pieces, level=int(opening.tag[1]))
        return block._replace(anchor=_anchor(block.words, taken))
    following = (each.type for each in tokens[place + 1 : place + 3])
    return Block(
        before, kind, pieces, any(name in {"paragraph_close", "tr_close"} for name in following)
    )


def _pieces(tokens: Sequence[Token]) -> Iterator[Piece]:
    href = ""
    for place, token in enumerate(tokens):
        meta = token.meta
        if token.type in {"text", "opening"}:
            yield Words(token.content, bool(meta.get("closed")))
        elif token.type == "record_link":
            yield LinkMention(meta["raw"], meta["target"], meta["text"])
        elif token.type == "citation":
            yield CitationMention(meta["raw"], meta["source"], meta["where"])
        elif token.type == "link_close" and href.startswith("http"):
            yield Outward(href)
        elif token.type in {"softbreak", "hardbreak"}:
            yield Fixed(_printed(tokens, place), " ")
        else:
            if token.type == "link_open":
                href = "" if token.markup == "autolink" else str(token.attrGet("href"))
            says = token.content if token.type == "code_inline" else ""
            yield Fixed(_printed(tokens, place), says)


def _printed(tokens: Sequence[Token], place: int) -> str:
    """What a token is as HTML, whatever page it stands on."""
    printer, kind = _printer(), tokens[place].type
    return printer.rules.get(kind, printer.renderToken)(tokens, place, _options(), {})


@cache
def _options() -> Any:
    return MarkdownIt().options


@cache
def _printer() -> _Printer:
    return _Printer()


class _Printer(RendererHTML):
    """Prints what is the same on every page."""

    def html_inline(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return str(escape(tokens[idx].content))

    def html_block(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return str(escape(tokens[idx].content))

    def th_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        token = tokens[idx]
        side = str(token.attrGet("style") or "").rpartition(":")[2]
        column = token.meta.get("column", "")
        says = f' data-colonne="{escape(column)}"' if column else ""
        return f"<{token.tag}{SIDES.get(side, '')}{says}>"

    td_open = th_open

    def table_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        kind = "tableau en-phrases" if tokens[idx].meta.get("phrases") else "tableau"
        return f'<div class="{kind}" tabindex="0">\n<table>\n'

    def table_close(self, *_: Any) -> str:
        return "</table>\n</div>\n"


def _tables(tokens: Sequence[Token]) -> Iterator[tuple[Token, list[tuple[Token, Token]]]]:
    """Each table, with its cells: what opens each, then its words."""
    table, cells = None, list[tuple[Token, Token]]()
    for token, following in pairwise(tokens):
        if token.type == "table_open":
            table, cells = token, []
        elif token.type in {"th_open", "td_open"}:
            cells.append((token, following))
        elif token.type == "tbody_close" and table:
            yield table, cells


def _name_columns(table: Token, cells: Sequence[tuple[Token, Token]]) -> None:
    """Mark a table of phrases, and have each of its cells name its column.

    Three columns of phrases are too narrow on a phone: there each row stands as a paragraph.
    """
    said = ["".join(piece.says for piece in _pieces(words.children or ())) for _, words in cells]
    heads = said[: sum(opening.type == "th_open" for opening, _ in cells)]
    if len(heads) <= MOST_NARROW or all(len(words) <= LONGEST_MARK for words in said):
        return
    table.meta["phrases"] = True
    for place, (opening, _) in enumerate(cells[len(heads) :]):
        if column := place % len(heads):
            opening.meta["column"] = heads[column]


def _anchor(words: str, taken: Counter[str]) -> str:
    """The anchor of a heading; a number tells it apart from those taken before it."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(words)).strip("-") or "section"
    plain = anchor = f"partie-{plain}" if ANCHORS_OF_PAGES.fullmatch(plain) else plain
    while anchor in taken:
        taken[plain] += 1
        anchor = f"{plain}-{taken[plain]}"
    taken[anchor] += 1
    return anchor
