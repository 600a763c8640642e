"""Rich text: CommonMark without HTML, with links to records and citations of documents.

`[[reciprocite]]` and `[[reciprocite|texte affiché]]` link to a record, `[@cap-rural-2019 § 3.2]`
cites a place in a document. Parsing knows nothing of the records: it says what is mentioned and
what is wrong, each with the very characters that say it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from passerelles.text.marks import citation, record_link
from passerelles.text.normalise import fold

SCHEMES = {"http", "https", "mailto"}
ANCHORS_OF_PAGES = re.compile(r"contenu|notes|definitions|bulle|(appel|definition|note|titre)-.*")
"""Anchors that a page has besides those of the headings of its text."""


@dataclass(frozen=True, slots=True)
class LinkMention:
    """`[[target]]` or `[[target|text]]`."""

    snippet: str
    """The very characters that say it."""
    target: str


@dataclass(frozen=True, slots=True)
class CitationMention:
    """`[@source where]`."""

    snippet: str
    """The very characters that say it."""
    source: str
    where: str | None


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a rich text: a code of the catalogue."""

    snippet: str
    """The very characters that say it."""
    code: str


@dataclass(frozen=True, slots=True)
class RichText:
    """A parsed text; `source` is what was written."""

    source: str
    tokens: tuple[Token, ...]
    mentions: tuple[LinkMention | CitationMention, ...]
    faults: tuple[Fault, ...]


def parse(source: str, *, tables: bool = False) -> RichText:
    """Parse a text; `tables` admits GitHub's tables, for hand-written pages."""
    tokens = tuple(_parser(tables=tables).parse(source))
    mentions: list[LinkMention | CitationMention] = []
    faults: list[Fault] = []
    opened = False
    for token in _every(tokens):
        code = token.meta.get("fault") or _fault(token)
        raw = str(token.meta.get("raw") or token.attrGet("href") or token.content)
        raw = raw or str(token.attrGet("src") or "")
        if code and opened and raw.startswith("</"):
            continue  # the tag that closes is the same mistake as the tag that opens
        if code:
            faults.append(Fault(raw, code))
            opened |= code == "html-interdit"
        elif token.type == "record_link":
            mentions.append(LinkMention(raw, token.meta["target"]))
        elif token.type == "citation":
            mentions.append(CitationMention(raw, token.meta["source"], token.meta["where"]))
    return RichText(source, tokens, tuple(mentions), tuple(faults))


def to_text(rich: RichText) -> str:
    """The words alone, without marks, citations or the targets of links."""
    return re.sub(r"\s+", " ", "".join(_words(rich.tokens))).strip()


def headings(rich: RichText) -> tuple[tuple[int, str, str], ...]:
    """Level, anchor and words of each heading, in order."""
    found = []
    for index, token in enumerate(rich.tokens):
        if token.type == "heading_open":
            words = "".join(_words(rich.tokens[index + 1 : index + 2])).strip()
            found.append((int(token.tag[1]), str(token.attrGet("id")), words))
    return tuple(found)


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield from _words(token.children or ())
            yield " "
        elif token.type in {"text", "opening", "code_inline", "code_block", "fence"}:
            yield token.content
        elif token.type == "record_link":
            yield token.meta["text"] or token.meta["target"].rpartition(":")[2].replace("-", " ")
        elif token.type in {"softbreak", "hardbreak"}:
            yield " "


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
    """Mark the text in which no term is linked; give headings their anchors."""
    quotes = 0
    taken: Counter[str] = Counter()
    for index, token in enumerate(state.tokens):
        quotes += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        title = bool(index) and state.tokens[index - 1].type == "heading_open"
        if title:
            anchor = _anchor("".join(_words([token])), taken)
            state.tokens[index - 1].attrSet("id", anchor)
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


def _anchor(words: str, taken: Counter[str]) -> str:
    """The anchor of a heading; a number tells it apart from those taken before it."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(words)).strip("-") or "section"
    plain = anchor = f"partie-{plain}" if ANCHORS_OF_PAGES.fullmatch(plain) else plain
    while anchor in taken:
        taken[plain] += 1
        anchor = f"{plain}-{taken[plain]}"
    taken[anchor] += 1
    return anchor
