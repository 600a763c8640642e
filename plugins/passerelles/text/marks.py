"""The two marks that our rich text adds to CommonMark: `[[record]]` and `[@source place]`."""

from __future__ import annotations

import re
from typing import Any

from markdown_it.rules_inline import StateInline

RECORD_LINK = re.compile(r"\[\[([^\[\]|]+)(?:\|([^\[\]]+))?\]\]")
CITATION = re.compile(r"\[@([^\s\[\]]++)(?:\s++([^\[\]]++))?\]")
SHOWN = 40
"""How many characters of an unclosed mark are quoted."""


def record_link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read `[[target]]` or `[[target|text]]`."""
    found = RECORD_LINK.match(state.src, state.pos)
    if not found:
        return _unclosed(state, "[[", "lien-mal-ecrit", silent=silent)
    target, text = found.group(1).strip(), found.group(2)
    meta = {"target": target, "text": " ".join(text.split()) if text else None}
    return _push(state, "record_link", found, meta, silent=silent)


def citation(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read `[@source where]`."""
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
    """Keep an opening that nothing closes, and say so.

    It is no `text`: markdown-it joins neighbouring texts, and would forget what is wrong.
    """
    if not state.src.startswith(opening, state.pos):
        return False
    if not silent:
        token = state.push("opening", "", 0)
        token.content = opening
        token.meta = {"fault": code, "raw": state.src[state.pos : state.pos + SHOWN].split("\n")[0]}
    state.pos += len(opening)
    return True
