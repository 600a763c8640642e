"""The explorer of a base that is too large for one file: what it loads, and when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from threading import Thread

import pytest
from bench.search import Handler, site_of
from playwright.sync_api import Browser, Page

import passerelles.search
from passerelles import pipeline
from passerelles.addresses import Addresses
from passerelles.library import Key, Library
from passerelles.records import Kind
from passerelles.search import search_files, shards
from passerelles.search.documents import numbered

READY = "html[data-ready='1']"
SPARING = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });"
FEW = "?thematique=habitat"
"""A state with fewer cases than there are."""
STILL = 1_000
"""How long the page waits before it fetches what nobody asked for, in milliseconds."""
COPIED = """
  const copy = Node.prototype.cloneNode;
  const idle = window.requestIdleCallback;
  window.copied = window.idle = 0;
  window.requestIdleCallback = (then) => idle.call(window, () => {
    window.idle += 1;
    then();
  });
  Node.prototype.cloneNode = function (deep) {
    window.copied += 1;
    return copy.call(this, deep);
  };
"""
"""Counts the pieces of cards that are made, each the copy of a blank one, and how often the browser
had nothing else to do."""
HELD = "piece => passerelles.has([`cards-${piece}`])"

Open = Callable[..., tuple[Page, list[str]]]
"""Opens a state; the page, and the pieces that it asks for."""


@pytest.fixture
def in_pieces(
    shipped: pipeline.Reading, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Open]:
    """The explorer of the shipped base, its index cut small."""
    monkeypatch.setattr(shards, "WHOLE", 0)
    monkeypatch.setattr(shards, "PIECE", 900)
    monkeypatch.setattr(shards, "BUNDLE", 5_000)
    monkeypatch.setattr(passerelles.search, "CARDS", 1)
    files = site_of(shipped.library, search_files(shipped.library, Addresses()))
    contexts = []

    def visit(state: str, script: str = "", without: str = "") -> tuple[Page, list[str]]:
        contexts.append(browser.new_context())
        page = contexts[-1].new_page()
        if without:
            page.route(f"**/{without}*", lambda route: route.abort())
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
        page.add_init_script(script)
        page.goto(f"http://127.0.0.1:{server.server_port}/explorer/{state}")
        page.wait_for_selector(READY, state="attached")
        return page, asked

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, files)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield visit
        for context in contexts:
            context.close()
        server.shutdown()


def cards(asked: list[str]) -> list[str]:
    """The pieces of cards among what was asked for."""
    return [name for name in asked if name.startswith("cards-")]


def test_it_shows_every_case_as_one_file_does(in_pieces: Open, shipped: pipeline.Reading) -> None:
    page, asked = in_pieces("")
    assert page.locator("[data-resultats] [data-case]").count() == len(shipped.library.cases)
    assert any(name.startswith("columns-") for name in asked)
    page, _ = in_pieces("?q=monaie+locale")
    shown = page.locator("[data-resultats] [data-case]").evaluate_all(
        "all => all.map(each => each.dataset.case)"
    )
    assert set(shown[:2]) == {"cairn", "tera"}


def piece_of(case: str, library: Library) -> int:
    """The piece that holds the card of a case: each is one by itself."""
    return numbered(library).index(Key(Kind.CASE, case))


def test_left_alone_it_fetches_all_cards_before_a_choice_is_made(
    in_pieces: Open, shipped: pipeline.Reading
) -> None:
    page, asked = in_pieces(FEW)
    shown = cards(asked)
    bundles = page.evaluate("passerelles.get('index').bundles")
    assert bundles > 1
    page.wait_for_function(HELD, arg=len(shipped.library.cases) - 1)
    assert {name for name in asked if name.startswith("bundle-")} == {
        f"bundle-{n}.js" for n in range(bundles)
    }
    for box in page.locator("input[name=thematique]:visible").all():
        box.click()
        page.wait_for_selector(READY, state="attached")
    assert page.locator("[data-resultats] [data-case]").count() > len(shown)
    assert cards(asked) == shown


def test_pointing_at_a_choice_fetches_what_it_would_show(
    in_pieces: Open, shipped: pipeline.Reading
) -> None:
    page, asked = in_pieces("?territoire=tarnos", without="bundle-")
    before = cards(asked)
    hidden = page.locator("input[name=territoire][value=region-grenobloise]")
    hidden.dispatch_event("pointerover")
    page.wait_for_function(HELD, arg=piece_of("cairn", shipped.library))
    later = cards(asked)
    assert len(later) > len(before)
    hidden.dispatch_event("click")
    page.wait_for_selector("[data-case=cairn]")
    assert cards(asked) == later


def test_pointing_at_a_choice_draws_what_it_would_show(in_pieces: Open) -> None:
    page, _ = in_pieces("?q=ville&territoire=tarnos", COPIED, without="bundle-")
    before = page.evaluate("copied")
    hidden = page.locator("input[name=territoire][value=region-grenobloise]")
    hidden.dispatch_event("pointerover")
    page.wait_for_function("before => copied > before", arg=before)
    ahead = page.evaluate("copied")
    hidden.dispatch_event("click")
    page.wait_for_selector("[data-case=cairn]")
    assert page.evaluate("copied") == ahead


def test_left_alone_it_draws_what_the_choices_in_sight_would_show(in_pieces: Open) -> None:
    page, _ = in_pieces(f"{FEW}&q=ville", COPIED)
    before = page.evaluate("copied")
    values = page.locator("[data-facettes] li input:visible").evaluate_all(
        "all => all.map(each => each.value)"
    )
    bundles = page.evaluate("passerelles.get('index').bundles")
    page.wait_for_function("times => idle === times", arg=bundles + len(values))
    ahead = page.evaluate("copied")
    assert ahead > before
    for value in values:
        box = page.locator(f"[data-facettes] input[value='{value}']")
        for _ in range(2):
            box.dispatch_event("click")
            page.wait_for_selector(READY, state="attached")
        assert page.evaluate("copied") == ahead


def test_who_asks_for_little_traffic_gets_only_what_is_shown(in_pieces: Open) -> None:
    page, asked = in_pieces(FEW, SPARING)
    box = page.locator("input[name=thematique]:not(:checked):visible").first
    box.hover()
    page.wait_for_timeout(STILL + 500)
    shown = page.locator("[data-resultats] [data-case]").count()
    assert len(cards(asked)) == shown
    box.click()
    page.wait_for_selector(READY, state="attached")
    assert len(cards(asked)) > shown


def test_the_address_says_what_is_chosen_while_its_cards_are_on_their_way(in_pieces: Open) -> None:
    page, _ = in_pieces("?territoire=tarnos", SPARING)
    page.route("**/cards-*", lambda _: None)
    page.locator("input[name=territoire][value=region-grenobloise]").dispatch_event("click")
    page.wait_for_function("location.search.includes('region-grenobloise')")
    assert page.locator(READY).count() == 0
