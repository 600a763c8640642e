"""The scripts of the search, each put together from the files that it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Final

from passerelles import addresses

SCRIPTS: Final[Mapping[str, tuple[str, ...]]] = {
    addresses.HEADER_SCRIPT: ("shards", "header", "shortcut"),
    addresses.ENGINE_SCRIPT: ("words", "reading", "vocabulary", "text", "facets", "engine"),
    addresses.EXPLORER_SCRIPT: (
        "state",
        "drawing",
        "years",
        "choices",
        "results",
        "table",
        "map",
        "timeline",
        "downloads",
        "exports",
        "picked",
        "toolbar",
        "ahead",
        "scene",
        "printed",
        "explorer",
    ),
    addresses.COMPARE_SCRIPT: ("drawing", "printed", "compare"),
    addresses.MISSING_SCRIPT: ("missing",),
}
"""The files of `browser/` that each published script consists of, in their order."""

_COMMENT: Final = re.compile(r"^[ \t]*(?:/\*[^*]*\*+(?:[^/*][^*]*\*+)*/|//[^\n]*)\n", re.MULTILINE)
"""A comment that has its lines to itself: readers would pay for it."""


def script_files() -> Mapping[str, str]:
    """Give the text of every script by its address."""
    return {address: joined(map(source, names)) for address, names in SCRIPTS.items()}


def joined(texts: Iterable[str]) -> str:
    """Put the files of a script together, without their comments."""
    return _COMMENT.sub("", "\n".join(texts))


def source(name: str) -> str:
    """The text of one file of `browser/`; pages build on some of them too."""
    return (files(__package__) / "browser" / f"{name}.js").read_text("utf-8")
