"""The files that pages need beside them: style sheets, scripts and pictures of the site itself."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import Final

from rcssmin import cssmin

from passerelles import addresses
from passerelles.pages.drawings import map_picture
from passerelles.pages.tokens import boards
from passerelles.search.scripts import joined, source

TOKENS = "1-tokens.css"
"""The style sheet in which every colour, face and measure of the site stands, once."""

SCRIPTS: Final[Mapping[str, tuple[str, ...]]] = {
    addresses.BUBBLES_SCRIPT: ("bubbles",),
    addresses.PLAN_SCRIPT: ("plan",),
    addresses.EXCHANGES_CODE: (
        "exchanges-data",
        "downloads",
        "basket-elements",
        "exchanges-found",
        "exchanges",
    ),
    addresses.BASKET_CODE: (
        "exchanges-data",
        "downloads",
        "basket-state",
        "basket-records",
        "basket-format",
        "basket-balance",
        "basket-questions",
        "basket-memory",
        "basket-elements",
        "basket-parties",
        "basket-placing",
        "basket-shelf",
        "basket-table",
        "basket-summary",
        "basket-print",
        "basket",
    ),
}
"""The files of `browser/` that each published script consists of, in their order; the writer of
downloads is that of the search."""


def asset_files() -> Mapping[str, str]:
    """The text of each file by its address: one style sheet, and one script for each purpose."""
    browser = {**_texts("browser"), "downloads.js": source("downloads")}
    styles = "\n".join((*_texts("styles").values(), boards(tokens_text())))
    scripts = {
        address: joined(browser[f"{name}.js"] for name in names)
        for address, names in SCRIPTS.items()
    }
    pictures = {
        addresses.of_asset(name): text for name, text in browser.items() if not name.endswith(".js")
    }
    sheet = {addresses.STYLE: cssmin(styles)}
    return {**sheet, **scripts, **pictures, addresses.MAP_PICTURE: map_picture()}


def tokens_text() -> str:
    """The style sheet of the tokens."""
    return (files(__package__) / "styles" / TOKENS).read_text("utf-8")


def _texts(folder: str) -> Mapping[str, str]:
    """The text of each file of a folder of this package, in the order of their names."""
    found = sorted((files(__package__) / folder).iterdir(), key=lambda file: file.name)
    return {file.name: file.read_text("utf-8") for file in found}
