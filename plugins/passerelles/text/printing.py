"""Prints rich text as HTML."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup, escape

from passerelles.text.rich import RichText
from passerelles.text.typography import typeset

SIDES = {"right": ' class="a-droite"', "center": ' class="au-centre"'}
"""How a column is set that is not set to the left; a style of its own would not be let through."""
PARAGRAPH = ("paragraph_open", "inline", "paragraph_close")


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
    tokens = list(rich.tokens)
    if inline and tuple(token.type for token in tokens) == PARAGRAPH:
        tokens = tokens[1:2]
    env: dict[str, Any] = {"ink": ink, "heading": heading, "anchors": anchors, "open": []}
    html = _printer().render(tokens, _options(), env)
    return Markup(html.strip())  # noqa: S704 - the printer escapes what it prints


@cache
def _options() -> OptionsDict:
    return MarkdownIt().options


@cache
def _printer() -> _Printer:
    return _Printer()


class _Printer(RendererHTML):
    """Prints tokens; what depends on the page comes from the `Ink` in `env`."""

    def text(
        self, tokens: Sequence[Token], idx: int, options: Any, env: MutableMapping[str, Any]
    ) -> str:
        token = tokens[idx]
        if token.meta.get("closed"):
            return str(escape(typeset(token.content)))
        return str(env["ink"].words(token.content))

    opening = text

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

    def link_open(
        self, tokens: Sequence[Token], idx: int, options: Any, env: MutableMapping[str, Any]
    ) -> str:
        token = tokens[idx]
        env["open"].append("" if token.markup == "autolink" else token.attrGet("href"))
        return self.renderToken(tokens, idx, options, env)

    def link_close(
        self, tokens: Sequence[Token], idx: int, options: Any, env: MutableMapping[str, Any]
    ) -> str:
        href = env["open"].pop()
        return f"</a>{env['ink'].elsewhere(href) if href.startswith('http') else ''}"

    def heading_open(
        self, tokens: Sequence[Token], idx: int, options: Any, env: MutableMapping[str, Any]
    ) -> str:
        token = tokens[idx]
        anchor = f' id="{escape(token.attrGet("id"))}"' if env["anchors"] else ""
        return f"<{self._level(token, env)}{anchor}>"

    def heading_close(
        self, tokens: Sequence[Token], idx: int, options: Any, env: MutableMapping[str, Any]
    ) -> str:
        return f"</{self._level(tokens[idx], env)}>\n"

    def th_open(
        self, tokens: Sequence[Token], idx: int, options: Any, env: MutableMapping[str, Any]
    ) -> str:
        token = tokens[idx]
        side = str(token.attrGet("style") or "").rpartition(":")[2]
        return f"<{token.tag}{SIDES.get(side, '')}>"

    td_open = th_open

    def table_open(self, *_: Any) -> str:
        return '<div class="tableau" tabindex="0">\n<table>\n'

    def table_close(self, *_: Any) -> str:
        return "</table>\n</div>\n"

    @staticmethod
    def _level(token: Token, env: MutableMapping[str, Any]) -> str:
        level = int(token.tag[1]) - 1 + env["heading"]
        return f"h{max(2, min(level, 6))}"  # the first level is the title of the page
