"""What `accessibilite.yml` claims of the RGAA and every built page proves by its markup.

Each test is named in that file as the proof of a criterion; those that need a browser stand in
`test_every_page.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from unicodedata import bidirectional
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

FRAMES = ("iframe", "frame", "frameset", "portal", "fencedframe")
MEDIA = ("audio", "video", "embed", "object", "applet", "bgsound", "track")
PLAYED = re.compile(
    r"\.(aac|avi|flac|m4a|m4v|mkv|mov|mp3|mp4|mpe?g|oga|ogg|ogv|wav|webm|wmv)$", re.IGNORECASE
)
FROM_RIGHT_TO_LEFT = {"R", "AL", "RLE", "RLO", "RLI"}
FOCUSABLE = ("a", "button", "input", "select", "textarea", "summary")


def elements(pages: Mapping[str, Element], *tags: str) -> Iterator[tuple[str, Element]]:
    """Every element with one of these names, and the page on which it stands."""
    for address, tree in pages.items():
        for each in tree.iter():
            if each.tag in tags:
                yield address, each


def test_no_page_holds_a_frame(pages: Mapping[str, Element], built: Path) -> None:
    assert list(elements(pages, *FRAMES)) == []
    for script in built.rglob("*.js"):
        assert not re.search(r"[\"'`<](i?frame|frameset)\b", script.read_text("utf-8")), script


def test_no_page_plays_sound_or_video(pages: Mapping[str, Element], built: Path) -> None:
    assert list(elements(pages, *MEDIA)) == []
    links = {each.get("href", "") for _, each in elements(pages, "a")}
    assert [link for link in links if PLAYED.search(urlsplit(link).path)] == []
    assert [file for file in built.rglob("*") if PLAYED.search(file.name)] == []
    for script in built.glob("assets/**/*.js"):
        assert not re.search(r"\bAudio\(|[\"'`<](audio|video)\b", script.read_text("utf-8")), script


def test_every_page_begins_with_its_document_type(built: Path) -> None:
    for file in built.rglob("*.html"):
        assert file.read_text("utf-8").lstrip().startswith("<!doctype html>\n<html "), file


def test_every_page_has_a_default_language(pages: Mapping[str, Element]) -> None:
    assert {tree.find("html").get("lang") for tree in pages.values()} == {"fr"}


def test_every_page_has_a_title(pages: Mapping[str, Element]) -> None:
    for address, tree in pages.items():
        (title,) = tree.iterfind("html/head/title")
        assert title.text, address
        assert title.text.strip(), address


def test_no_text_is_read_from_right_to_left(built: Path) -> None:
    for file in (*built.rglob("*.html"), *built.rglob("*.js"), *built.rglob("*.json")):
        turned = {char for char in set(file.read_text("utf-8")) if turns(char)}
        assert turned == set(), file


def turns(char: str) -> bool:
    """Whether a character is read from right to left, or makes others be."""
    return bidirectional(char) in FROM_RIGHT_TO_LEFT


def test_every_page_has_a_menu_and_a_search_engine(pages: Mapping[str, Element]) -> None:
    menus = set()
    for address, tree in pages.items():
        (menu,) = tree.iterfind(".//header[@class='entete']//nav")
        menus.add(tuple("".join(way.itertext()) for way in menu.iter("a")))
        (search,) = tree.iterfind(".//header[@class='entete']//form[@role='search']")
        assert search.find("input[@type='search']") is not None, address
    (menu,) = menus
    assert len(menu) >= 5


def test_every_page_marks_out_its_regions(pages: Mapping[str, Element]) -> None:
    for address, tree in pages.items():
        for region in (".//header[@class='entete']", ".//main", ".//footer[@class='pied']"):
            assert len(tree.findall(region)) == 1, (address, region)
        inside = {
            id(each) for holder in ("main", "article", "section") for each in within(tree, holder)
        }
        outer = [
            *tree.iterfind(".//header[@class='entete']"),
            *tree.iterfind(".//footer[@class='pied']"),
        ]
        assert not [each for each in outer if id(each) in inside], address  # banner and contentinfo
        navs = [nav.get("aria-label") or nav.get("aria-labelledby") for nav in tree.iter("nav")]
        assert all(navs), address
        assert len(navs) == len(set(navs)), address
        assert len(tree.findall(".//*[@role='search']")) >= 1, address


def within(tree: Element, holder: str) -> Iterator[Element]:
    """Every element inside of those with a name."""
    for each in tree.iter(holder):
        yield from each.iter()


def test_the_first_link_of_every_page_leads_past_the_navigation(
    pages: Mapping[str, Element],
) -> None:
    """That it is shown when it is reached, and leads there, is seen in `test_every_page.py`."""
    for address, tree in pages.items():
        hidden = {"__drawer", "__search"}  # of the theme, never displayed
        first = next(
            each for each in tree.iter() if each.tag in FOCUSABLE and each.get("id") not in hidden
        )
        assert (first.get("class"), first.get("href")) == ("evitement", "#contenu"), address
        (content,) = tree.iterfind(".//*[@id='contenu']")
        assert id(content) in {id(each) for each in within(tree, "main")}, address
