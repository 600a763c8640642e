"""Rich text: CommonMark without HTML, with links to records and citations of documents.

`[[reciprocite]]` and `[[reciprocite|texte affiché]]` link to a record, `[@cap-rural-2019 § 3.2]`
cites a place in a document. Parsing knows nothing of the records: it says what is mentioned and
what is wrong, each with the very characters that say it.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from passerelles.text.blocks import Block, CitationMention, LinkMention, Words, blocks_of
from passerelles.text.marks import citation, record_link

SCHEMES = {"http", "https", "mailto"}
PLAIN = re.compile(r"([^\W\d_][^\\`*_\[\]<>&!|\s\x00]*+(?: [^\\`*_\[\]<>&!|\s\x00]++)*+)\n?")
"""A text of one line in which there is nothing to parse: most are."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a rich text: a code of the catalogue."""

    snippet: str
    """The very characters that say it."""
    code: str


@dataclass(frozen=True)
class RichText:
    """A parsed text; `source` is what was written.

    One that is kept from an earlier build stays packed until it is looked at: after an edit, most
    are not.
    """

    source: str
    blocks: tuple[Block, ...]
    after: str
    """The HTML after the last block."""
    mentions: tuple[LinkMention | CitationMention, ...] = ()
    faults: tuple[Fault, ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        parsed = self.blocks, self.after, self.mentions, self.faults
        return _kept, (self.source, pickle.dumps(parsed, pickle.HIGHEST_PROTOCOL))

    def __getattr__(self, name: str) -> Any:
        """Unpack what is not there yet."""
        packed = self.__dict__.pop("packed", None)
        if packed is None:
            raise AttributeError(name)
        names = "blocks", "after", "mentions", "faults"
        self.__dict__.update(zip(names, pickle.loads(packed), strict=True))  # noqa: S301 - see keeping.py
        return getattr(self, name)


def _kept(source: str, packed: bytes) -> RichText:
    made = RichText.__new__(RichText)
    made.__dict__.update(source=source, packed=packed)
    return made


def parse(source: str, *, tables: bool = False) -> RichText:
    """Parse a text; `tables` admits GitHub's tables, for hand-written pages."""
    if plain := PLAIN.fullmatch(source):
        block = Block("<p>", "paragraph", (Words(plain[1], closed=False),), ends=True)
        return RichText(source, (block,), "</p>\n")
    tokens = _parser(tables=tables).parse(source)
    mentions: list[LinkMention | CitationMention] = []
    faults: list[Fault] = []
    opened = False
    for token in _every(tokens):
        if token.type == "record_link":
            mentions.append(
                LinkMention(token.meta["raw"], token.meta["target"], token.meta["text"])
            )
        elif token.type == "citation":
            meta = token.meta
            mentions.append(CitationMention(meta["raw"], meta["source"], meta["where"]))
        elif code := token.meta.get("fault") or _fault(token):
            raw = str(token.meta.get("raw") or token.attrGet("href") or token.content)
            raw = raw or str(token.attrGet("src") or "")
            if opened and raw.startswith("</"):
                continue  # the tag that closes is the same mistake as the tag that opens
            faults.append(Fault(raw, code))
            opened |= code == "html-interdit"
    return RichText(source, *blocks_of(tokens), tuple(mentions), tuple(faults))


def to_text(rich: RichText) -> str:
    """The words alone, without marks, citations or the targets of links."""
    return " ".join(" ".join(block.words for block in rich.blocks).split())


def headings(rich: RichText) -> tuple[tuple[int, str, str], ...]:
    """Level, anchor and words of each heading, in order."""
    return tuple(
        (block.level, block.anchor, block.words.strip()) for block in rich.blocks if block.level
    )


def _every(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _every(token.children or ())


def _fault(token: Token) -> str | None:
    if token.type in {"html_inline", "html_block"}:
        return "html-interdit"
    if token.type == "image":
        return "image-dans-texte"
    if token.type == "link_open" and not is_link(str(token.attrGet("href"))):
        return "lien-interdit"
    return None


def is_link(url: str) -> bool:
    """Whether an address leads out by http, https (with a host) or mailto."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in SCHEMES and bool(parts.netloc or parts.scheme == "mailto")


def _accept(url: str) -> bool:  # noqa: ARG001 - markdown-it's signature
    """Let every link become a token, so that `is_link` can judge it and say so."""
    return True


@cache
def _parser(*, tables: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True})
    parser.validateLink = _accept  # type: ignore[method-assign]
    parser.inline.ruler.before("link", "record_link", record_link)
    parser.inline.ruler.before("link", "citation", citation)
    parser.core.ruler.push("settle", _settle)
    return parser.enable("table") if tables else parser


def _settle(state: StateCore) -> None:
    """Mark the text in which no term is linked."""
    quotes = 0
    for index, token in enumerate(state.tokens):
        quotes += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        title = bool(index) and state.tokens[index - 1].type == "heading_open"
        links = 0
        token.children = list(_outer_links(token.children or ()))
        _close_up(token.children)
        for child in token.children:
            links += (child.type == "link_open") - (child.type == "link_close")
            if quotes or title or links:
                child.meta["closed"] = True


def _outer_links(tokens: Sequence[Token]) -> Iterator[Token]:
    """Of a link within a link (`[<http://…>](http://…)`), keep the words only."""
    links = 0
    for token in tokens:
        links += token.type == "link_open"
        if links <= 1 or token.type not in {"link_open", "link_close"}:
            yield token
        links -= token.type == "link_close"


def _close_up(tokens: list[Token]) -> None:
    """Let the call of a note follow the text without a space, nor a line end."""
    for before, token in pairwise(tokens):
        if token.type == "citation" and before.type in {"text", "softbreak"}:
            before.type, before.content = "text", before.content.rstrip(" ")
