"""What is true of every page in a real browser, whatever it shows: see `sweep.py`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from playwright.sync_api import Browser

from .sweep import Seen, sweep

KEY = re.compile(r"(?:local|session)Storage\b|indexedDB|\bcaches\b|document\.cookie|serviceWorker")


@pytest.fixture(scope="module")
def seen(browser: Browser, server: str, pages: Mapping[str, Element]) -> Iterator[dict[str, Seen]]:
    """What was seen of every page, by its address."""
    context = browser.new_context()
    yield sweep(context, server, pages)
    context.close()


def told(seen: Mapping[str, Seen], what: Callable[[Seen], Any]) -> dict[str, Any]:
    """What is said of the pages of which something is."""
    return {address: said for address, page in seen.items() if (said := what(page))}


def test_everybody_can_use_every_page(seen: dict[str, Seen]) -> None:
    assert told(seen, lambda page: page.faults) == {}


def test_nothing_on_any_page_breaks_its_policy_or_asks_another_host(seen: dict[str, Seen]) -> None:
    assert told(seen, lambda page: page.complaints) == {}


def test_no_page_leaves_anything_in_the_browser(seen: dict[str, Seen]) -> None:
    assert told(seen, lambda page: page.cookies) == {}
    assert told(seen, lambda page: page.looks["stored"]) == {}


def test_no_page_opens_a_window_by_itself(seen: dict[str, Seen]) -> None:
    assert told(seen, lambda page: page.windows != 1) == {}


def test_every_link_has_a_name(seen: dict[str, Seen]) -> None:
    assert told(seen, lambda page: page.looks["nameless"] + page.narrow["nameless"]) == {}


def test_every_field_has_a_label(seen: dict[str, Seen]) -> None:
    assert told(seen, lambda page: page.looks["unlabelled"] + page.narrow["unlabelled"]) == {}


def test_whatever_has_the_focus_shows_it(seen: dict[str, Seen]) -> None:
    assert told(seen, lambda page: page.looks["unseen"] + page.narrow["unseen"]) == {}


def test_what_one_can_touch_is_24_pixels_wide_and_high(seen: dict[str, Seen]) -> None:
    assert told(seen, lambda page: page.looks["small"] + page.narrow["small"]) == {}


def test_nothing_is_cut_and_no_page_scrolls_sideways_at_320_pixels(seen: dict[str, Seen]) -> None:
    assert told(seen, lambda page: page.narrow["cut"]) == {}
    assert told(seen, lambda page: page.narrow["wide"] > 0) == {}


def test_text_twice_as_large_is_neither_cut_nor_wider_than_the_window(
    seen: dict[str, Seen],
) -> None:
    assert told(seen, lambda page: page.large["cut"]) == {}
    assert told(seen, lambda page: page.large["wide"] > 0) == {}


def test_nothing_moves_for_whoever_wants_it_still(seen: dict[str, Seen]) -> None:
    assert told(seen, lambda page: page.looks["moving"]) == {}


def test_the_way_past_the_navigation_is_shown_when_it_is_reached(seen: dict[str, Seen]) -> None:
    assert told(seen, lambda page: not (page.looks["skips"] and page.narrow["skips"])) == {}


def test_the_menu_stands_at_the_same_place_on_every_page(seen: dict[str, Seen]) -> None:
    assert len({tuple(page.looks["menu"]) for page in seen.values()}) == 1
    assert len({tuple(page.narrow["menu"]) for page in seen.values()}) == 1


def test_what_scripts_keep_in_the_browser_is_what_the_legal_notice_names(
    built: Path, pages: Mapping[str, Element]
) -> None:
    scripts = {file: file.read_text("utf-8") for file in built.glob("assets/passerelles/*.js")}
    keeping = {file.name for file, text in scripts.items() if KEY.search(text)}
    names = {
        name
        for file, text in scripts.items()
        if file.name in keeping
        for name in re.findall(r"[\"'`](passerelles[\w-]*)[\"'`]", text)
    }
    notice = pages["mentions-legales/"]
    named = {
        each.text for each in notice.iter("code") if (each.text or "").startswith("passerelles")
    }
    assert keeping
    assert names == named
