"""Texts that would be more than texts if they could, in every field, in a real browser."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from itertools import count, cycle
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page
from tests.pages.conftest import FULL
from tests.pages.hostile import ANY, HOSTILE, Sort, base_with, harmless, hostile

from .conftest import CONFIG, UNDER, Handler, python

EVERYWHERE = "Zut \"'></script></title></textarea><img src=x onerror=alert(1)><svg onload=alert(1)>"
"""Closes whatever it may stand in, then does what no text may; comes last in every list."""
MADE = """() => [...document.querySelectorAll("*")].filter(each => !each.closest("svg"))
    .map(each => [each.tagName, ...each.getAttributeNames().sort()].join(" "))"""
"""What a page is made of, as the browser reads it; what is drawn depends on widths."""
VIEWS = ("", "?vue=tableau", "?vue=carte", "?vue=frise")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def texts(sayings: Iterator[str]) -> dict[str, Any]:
    """The full base with one saying after the other in its fields."""
    numbers = count()
    changes = base_with(FULL, lambda sort: said(next(sayings), sort, next(numbers)))
    return changes | {"content/a-propos.md": f"# Page\n\n{hostile(next(sayings), Sort.RICH)}\n"}


def said(saying: str, sort: Sort, number: int) -> str | None:
    """A saying for a field; citations stay, which the pages number."""
    return None if sort is Sort.CITED else hostile(saying, sort, f"zz{number}")


@pytest.fixture(scope="module")
def tried(make_base: Callable[..., Path]) -> Callable[[Iterator[str]], Path]:
    """Build a base with hostile texts by the real command."""

    def make(sayings: Iterator[str]) -> Path:
        root = make_base(texts(sayings) | {"mkdocs.yml": CONFIG})
        run = python("mkdocs", "build", cwd=root)  # concepts that nothing names are worth a warning
        assert run.code == 0, run.output
        return root / "site"

    return make


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder, and give the address of its home page."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{UNDER}"
        finally:
            server.shutdown()
            thread.join()


def visited(browser: Browser, folder: Path) -> tuple[dict[str, Counter[str]], list[str]]:
    """What every page is made of once its scripts have run, and all that went wrong."""
    context = browser.new_context()
    page = context.new_page()
    made: dict[str, Counter[str]] = {}
    wrong: list[str] = []
    page.on("dialog", lambda dialog: wrong.append(dialog.message) or dialog.dismiss())
    page.on("console", lambda message: wrong.append(f"{page.url} {message.text}"))
    page.on("pageerror", lambda error: wrong.append(f"{page.url} {error}"))
    with served(folder) as home:
        page.on("request", lambda asked: asked.url.startswith(home) or wrong.append(asked.url))
        for address in addresses(folder):
            page.goto(f"{home}{address}")
            settle(page, address)
            made[address] = Counter(page.evaluate(MADE))
        context.close()
    return made, wrong


def addresses(folder: Path) -> Iterator[str]:
    """Every page in which a record may show, and the tools in several states."""
    for file in sorted(folder.rglob("*.html")):
        address = file.relative_to(folder).as_posix().removesuffix("index.html")
        if 'http-equiv="refresh"' in file.read_text("utf-8"):
            continue  # leads at once to where a record stands now
        if not address.startswith(("404", "aide/", "explorer/", "comparer/")):
            yield address
    yield from (f"explorer/{view}" for view in VIEWS)
    yield "comparer/?cas=pacte&cas=foire"
    yield "echanges/panier/#cas=pacte"


def settle(page: Page, address: str) -> None:
    """Wait until a page of tools is drawn; on others, search and show a definition."""
    if address.startswith(("explorer/", "comparer/", "echanges/")):
        page.locator("html[data-ready='1']").wait_for(state="attached")
    term = page.locator("a.terme:visible")
    if term.count():
        term.first.focus()


def test_no_text_becomes_markup_or_runs_on_any_page(
    browser: Browser, tried: Callable[[Iterator[str]], Path]
) -> None:
    assert_only_text(browser, tried, [EVERYWHERE])


@settings(max_examples=3)
@given(st.lists(ANY, min_size=7, max_size=7, unique_by=harmless))
def test_no_drawn_text_becomes_markup_or_runs_on_any_page(
    browser: Browser, tried: Callable[[Iterator[str]], Path], sayings: Sequence[str]
) -> None:
    assert_only_text(browser, tried, sayings)


def assert_only_text(
    browser: Browser, tried: Callable[[Iterator[str]], Path], sayings: Sequence[str]
) -> None:
    """See that pages with these texts are made as those with harmless ones."""
    made, wrong = visited(browser, tried(cycle(sayings)))
    assert wrong == []
    expected, _ = visited(browser, tried(cycle(map(harmless, sayings))))
    for address, elements in made.items():
        assert elements == expected[address], address


def test_no_known_trick_works_on_any_page_or_in_any_file(
    browser: Browser, tried: Callable[[Iterator[str]], Path]
) -> None:
    folder = tried(cycle(HOSTILE))
    _, wrong = visited(browser, folder)
    assert wrong == []
    for file in folder.glob("donnees/*.json"):
        data: Mapping[str, Any] = json.loads(file.read_text("utf-8"))
        assert data, file
    for file in folder.glob("donnees/*.csv"):
        for row in csv.reader(file.read_text("utf-8-sig").splitlines(), delimiter=";"):
            assert not [cell for cell in row if cell.startswith(FORMULA)], file
