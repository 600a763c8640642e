"""Rich text: CommonMark without HTML, with links to records and citations of documents.

`[[reciprocite]]` and `[[reciprocite|texte affiché]]` link to a record, `[@cap-rural-2019 § 3.2]`
cites a place in a document. Parsing knows nothing of the records: it says what is mentioned and
what is wrong, each with the very characters that say it; rendering is told how to print them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, MutableMapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup, escape

from passerelles.text.normalise import fold
from passerelles.text.typography import typeset

RECORD_LINK = re.compile(r"\[\[([^\[\]|]+)(?:\|([^\[\]]+))?\]\]")
CITATION = re.compile(r"\[@([^\s\[\]]+)(?:\s+([^\[\]]+))?\]")
SCHEMES = {"http", "https", "mailto"}


@dataclass(frozen=True, slots=True)
class Snippet:
    """Characters of the source that say something, and which of their occurrences it is."""

    text: str
    occurrence: int = 0
    """0 for the first time that `text` stands in the source."""


@dataclass(frozen=True, slots=True)
class LinkMention:
    """`[[target]]` or `[[target|text]]`."""

    snippet: Snippet
    target: str


@dataclass(frozen=True, slots=True)
class CitationMention:
    """`[@source where]`."""

    snippet: Snippet
    source: str
    where: str | None


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a rich text: a code of the catalogue."""

    snippet: Snippet
    code: str


@dataclass(frozen=True, slots=True)
class RichText:
    """A parsed text; `source` is what was written."""

    source: str
    tokens: tuple[Token, ...]
    mentions: tuple[LinkMention | CitationMention, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Ink:
    """How the page at hand prints what only it can know."""

    link: Callable[[str, str | None], Markup]
    """From target and text of `[[…]]`."""
    cite: Callable[[str, str | None], Markup]
    """From source and place of `[@…]`."""
    words: Callable[[str], Markup]
    """From a piece of running text, in which terms may be linked."""


def parse(source: str, *, tables: bool = False) -> RichText:
    """Parse a text; `tables` admits GitHub's tables, for hand-written pages."""
    tokens = tuple(_parser(tables=tables).parse(source))
    seen: Counter[str] = Counter()
    mentions: list[LinkMention | CitationMention] = []
    faults: list[Fault] = []
    for token in _every(tokens):
        code = token.meta.get("fault") or _fault(token)
        raw = token.meta.get("raw") or token.attrGet("href") or token.content
        snippet = Snippet(str(raw), seen[str(raw)])
        if code:
            faults.append(Fault(snippet, code))
        elif token.type == "record_link":
            mentions.append(LinkMention(snippet, token.meta["target"]))
        elif token.type == "citation":
            mentions.append(CitationMention(snippet, token.meta["source"], token.meta["where"]))
        else:
            continue
        seen[str(raw)] += 1
    return RichText(source, tokens, tuple(mentions), tuple(faults))


def to_html(rich: RichText, ink: Ink, *, heading: int = 3, inline: bool = False) -> Markup:
    """Print a text; its first level of headings becomes `heading`.

    With `inline`, a text of one paragraph is given without its `<p>`.
    """
    tokens = list(rich.tokens)
    if (
        inline
        and len(tokens) == len(("<p>", "text", "</p>"))
        and tokens[0].type == "paragraph_open"
    ):
        tokens = tokens[1:2]
    env: dict[str, Any] = {"ink": ink, "heading": heading}
    parser = _parser(tables=False)
    return Markup(parser.renderer.render(tokens, parser.options, env).strip())  # noqa: S704 - escaped by the renderer


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
        elif token.type in {"text", "code_inline", "code_block", "fence"}:
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


@cache
def _parser(*, tables: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}, renderer_cls=_Renderer)
    parser.validateLink = lambda _url: True  # type: ignore[method-assign]
    parser.inline.ruler.before("link", "record_link", _record_link)
    parser.inline.ruler.before("link", "citation", _citation)
    parser.core.ruler.push("settle", _settle)
    return parser.enable("table") if tables else parser


def _record_link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    found = RECORD_LINK.match(state.src, state.pos)
    if not found:
        return _unclosed(state, "[[", "lien-mal-ecrit", silent=silent)
    target, text = found.group(1).strip(), found.group(2)
    meta = {"target": target, "text": " ".join(text.split()) if text else None}
    return _push(state, "record_link", found, meta, silent=silent)


def _citation(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    found = CITATION.match(state.src, state.pos)
    if not found:
        return _unclosed(state, "[@", "citation-mal-ecrite", silent=silent)
    source, where = found.groups()
    meta = {"source": source, "where": " ".join(where.split()) if where else None}
    return _push(state, "citation", found, meta, silent=silent)


def _push(
    state: StateInline,
    kind: str,
    found: re.Match[str],
    meta: dict[str, Any],
    *,
    silent: bool,
) -> bool:
    if not silent:
        token = state.push(kind, "", 0)
        token.meta = {**meta, "raw": found.group()}
    state.pos = found.end()
    return True


def _unclosed(state: StateInline, opening: str, code: str, *, silent: bool) -> bool:
    """Keep an opening that nothing closes as text, and say so."""
    if not state.src.startswith(opening, state.pos):
        return False
    if not silent:
        token = state.push("text", "", 0)
        token.content = opening
        token.meta = {"fault": code, "raw": state.src[state.pos : state.pos + 40].split("\n")[0]}
    state.pos += len(opening)
    return True


def _settle(state: Any) -> None:
    """Mark the text in which no term is linked; give headings their anchors."""
    quotes = 0
    taken: Counter[str] = Counter()
    for index, token in enumerate(state.tokens):
        quotes += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        title = bool(index) and state.tokens[index - 1].type == "heading_open"
        if title:
            anchor = _anchor("".join(_words([token])))
            taken[anchor] += 1
            suffix = f"-{taken[anchor]}" if taken[anchor] > 1 else ""
            state.tokens[index - 1].attrSet("id", anchor + suffix)
        links = 0
        for child in token.children or ():
            links += (child.type == "link_open") - (child.type == "link_close")
            child.meta["closed"] = bool(quotes or title or links)


def _anchor(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(words)).strip("-") or "section"


class _Renderer(RendererHTML):
    """Prints tokens; what depends on the page comes from the `Ink` in `env`."""

    def text(
        self, tokens: Sequence[Token], idx: int, options: Any, env: MutableMapping[str, Any]
    ) -> str:
        token = tokens[idx]
        if token.meta.get("closed"):
            return str(escape(typeset(token.content)))
        return str(env["ink"].words(token.content))

    def record_link(
        self, tokens: Sequence[Token], idx: int, options: Any, env: MutableMapping[str, Any]
    ) -> str:
        meta = tokens[idx].meta
        return str(env["ink"].link(meta["target"], meta["text"]))

    def citation(
        self, tokens: Sequence[Token], idx: int, options: Any, env: MutableMapping[str, Any]
    ) -> str:
        meta = tokens[idx].meta
        return str(env["ink"].cite(meta["source"], meta["where"]))

    def html_inline(
        self, tokens: Sequence[Token], idx: int, options: Any, env: MutableMapping[str, Any]
    ) -> str:
        return str(escape(tokens[idx].content))

    html_block = html_inline

    def heading_open(
        self, tokens: Sequence[Token], idx: int, options: Any, env: MutableMapping[str, Any]
    ) -> str:
        token = tokens[idx]
        return f'<{self._level(token, env)} id="{escape(token.attrGet("id"))}">'

    def heading_close(
        self, tokens: Sequence[Token], idx: int, options: Any, env: MutableMapping[str, Any]
    ) -> str:
        return f"</{self._level(tokens[idx], env)}>\n"

    @staticmethod
    def _level(token: Token, env: MutableMapping[str, Any]) -> str:
        return f"h{min(int(token.tag[1]) - 1 + env['heading'], 6)}"
