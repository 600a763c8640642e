"""What a page costs: what it transfers, how many requests, and that nothing moves as it comes."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping
from pathlib import Path
from posixpath import normpath
from xml.etree.ElementTree import Element

import pytest
from playwright.sync_api import Page

from .conftest import UNDER

MOST_BYTES = 150_000
MOST_REQUESTS = 15
MOST_SHIFT = 0.01
"""Of the score in which 0.1 is called good: https://web.dev/articles/cls."""
LOADED = {"link": "href", "script": "src", "img": "src"}
SEEN = (
    "",
    "cas/",
    "cas/brest-cob/",
    "cas/tera/",
    "glossaire/",
    "sources/rtes-2020/",
    "sessions/paniers-de-transactions-2020/",
    "comprendre/",
    "explorer/",
    "explorer/?q=énergie",
    "comparer/?cas=brest-cob&cas=tera",
    "echanges/",
    "echanges/panier/",
)
"""Pages of every kind, with those that ask for more when they have come."""
SHIFTS = """() => new Promise((done) => {
  const seen = [];
  const observer = new PerformanceObserver((list) => seen.push(...list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  const moved = (each) => (each.sources ?? []).map((source) => source.node?.className ?? "");
  setTimeout(() => done(seen.map((each) => [each.value, moved(each)])), 300);
})"""
"""How much each shift moved, and the classes of what it moved."""

Visit = Callable[..., Page]


def packed(built: Path, address: str) -> int:
    """The bytes of a file of the site as a server sends it."""
    file = built / address
    return len(gzip.compress((file / "index.html" if file.is_dir() else file).read_bytes(), 6))


def loaded_by(address: str, tree: Element) -> set[str]:
    """The files that a page names to be loaded with it, from the root of the site."""
    here = address if address.endswith("/") else address.rpartition("/")[0]
    loaded = set()
    for tag, attribute in LOADED.items():
        for each in tree.iter(tag):
            link = each.get(attribute, "")
            if each.get("rel") != "canonical" and each.get("loading") != "lazy" and link:
                loaded.add(normpath(f"{here}{link}").removeprefix(f"{UNDER}"))
    return loaded


def test_every_page_is_light_and_asks_for_little(built: Path, pages: Mapping[str, Element]) -> None:
    weights, requests = {}, {}
    for address, tree in pages.items():
        files = loaded_by(address, tree)
        weight = packed(built, address) + sum(packed(built, file) for file in files)
        if weight > MOST_BYTES:
            weights[address] = weight
        if len(files) + 1 > MOST_REQUESTS:
            requests[address] = len(files) + 1
    assert (weights, requests) == ({}, {})


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("address", SEEN)
def test_a_page_that_has_come_is_still_light_and_nothing_has_moved(
    visit: Visit, built: Path, address: str, width: int
) -> None:
    page = visit("aide/", viewport={"width": width, "height": 900})
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page.url.replace("aide/", address))
    page.wait_for_load_state("networkidle")
    paths = {url.partition("?")[0].partition(UNDER)[2] for url in asked}  # each comes once
    assert sum(packed(built, path) for path in paths) <= MOST_BYTES
    assert len(paths) <= MOST_REQUESTS
    moved = page.evaluate(SHIFTS)
    assert sum(value for value, _ in moved) <= MOST_SHIFT, moved


def test_what_moves_after_it_was_seen_would_be_noticed(visit: Visit) -> None:
    page = visit("aide/", viewport={"width": 390, "height": 900})
    page.wait_for_load_state("networkidle")
    page.evaluate("document.querySelector('main').style.marginTop = '400px'")
    assert sum(value for value, _ in page.evaluate(SHIFTS)) > MOST_SHIFT


def test_no_font_is_sent(built: Path) -> None:
    fonts = {".woff", ".woff2", ".ttf", ".otf"}
    assert [path for path in built.rglob("*") if path.suffix in fonts] == []
    assert "@font-face" not in "".join(path.read_text("utf-8") for path in built.rglob("*.css"))
