"""The charter shows every token as the style sheet has it, and every component in both schemes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from passerelles import addresses, pages, pipeline
from passerelles.pages.assets import TOKENS, tokens_text
from passerelles.pages.charter import USES
from passerelles.pages.tokens import BOARDS, boards, read_tokens

PIECES = (
    "texte",
    "etiquettes",
    "parties",
    "boutons",
    "cartes",
    "listes",
    "plis",
    "dessin",
    "carte",
)


@pytest.fixture(scope="module")
def charter(shipped_site: pipeline.Site, html: Callable[[str], Element]) -> Element:
    """The page, made from the shipped base."""
    (page,) = (page for page in shipped_site.pages if page.address == addresses.CHARTER)
    return html(page.main)


def test_tokens_are_read_as_they_are_written() -> None:
    text = (
        ":root {\n  --ink: #123;\n  --sans: A,\n    B;\n}\n@media x {\n  :root {\n --ink: #fff; } }"
    )
    tokens = read_tokens(text)
    assert tokens.light == {"ink": "#123", "sans": "A, B"}
    assert tokens.dark == {"ink": "#fff"}
    assert boards(text) == (
        ".planche-claire {\n  --ink: #123;\n  --sans: A, B;\n  color-scheme: light;\n}\n\n"
        ".planche-sombre {\n  --ink: #fff;\n  --sans: A, B;\n  color-scheme: dark;\n}\n"
    )


def test_every_token_has_its_use_and_no_use_is_of_a_token_that_is_gone() -> None:
    assert set(USES) == set(read_tokens(tokens_text()).light)


def test_all_colours_of_the_site_are_tokens() -> None:
    folder = Path(pages.__file__).parent / "styles"
    sheets = [path.read_text("utf-8") for path in folder.glob("*.css") if path.name != TOKENS]
    without = "\n".join(sheets)
    used = set(re.findall(r"var\(--([a-z-]+)\)", without))
    local = set(re.findall(r"^\s+--([a-z-]+):", without, flags=re.MULTILINE))
    assert used - local <= set(read_tokens(tokens_text()).light)


def test_the_page_shows_every_value_of_the_style_sheet(
    charter: Element, words: Callable[[Element], str]
) -> None:
    rows = {words(row[0]): words(row) for row in charter.findall(".//tbody/tr")}
    tokens = read_tokens(tokens_text())
    for name, value in tokens.light.items():
        assert value in rows[f"--{name}"]
        assert tokens.dark.get(name, "le même") in rows[f"--{name}"]


@pytest.mark.parametrize("piece", PIECES)
def test_every_component_stands_on_a_light_and_on_a_dark_board(
    charter: Element, words: Callable[[Element], str], piece: str
) -> None:
    section = charter.find(f".//section[@id='{piece}']")
    assert section is not None
    use = section.find("p")
    assert use is not None
    assert words(use)
    found = [board.get("class") for board in section.findall("./div[@class='planches']/div")]
    assert found == [f"planche {board}" for board in BOARDS]


def test_the_charter_is_reached_from_the_foot_of_every_page(shipped_site: pipeline.Site) -> None:
    assert all(">Charte</a>" in page.footer for page in shipped_site.pages)
