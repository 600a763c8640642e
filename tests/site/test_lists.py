"""Home, lists, map and missing page in a real browser: what one sees first, keys, no script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

Visit = Callable[..., Page]

PHONE, SCREEN = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
ESSENTIAL = (
    "h1",
    "#question",
    "#titre-sujets + .etiquettes li:nth-child(3)",
    ".tous-les-sujets",
    ".entree-territoires",
    ".entree-territoires .atlas-dessin",
    ".entree-echanges",
    ".entree-leviers",
    ".entree-comprendre",
    ".entree-sessions",
)
ALL = {"timeout": 30_000}


def below(place: Locator) -> float:
    """How far down a page something reaches."""
    box = place.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


@pytest.mark.parametrize("size", [PHONE, SCREEN], ids=["phone", "screen"])
def test_the_essential_ways_in_are_seen_without_scrolling(
    visit: Visit, size: dict[str, int]
) -> None:
    page = visit(viewport=size)
    for each in ESSENTIAL:
        place = page.locator(each)
        expect(place).to_be_visible()
        assert below(place) <= size["height"], each


def test_a_large_screen_shows_an_exchange_and_the_news_at_once(visit: Visit) -> None:
    page = visit(viewport=SCREEN)
    assert below(page.locator(".a-la-une svg.couloirs")) <= SCREEN["height"]
    assert below(page.locator(".nouveautes li").first) <= SCREEN["height"]


@pytest.mark.parametrize("width", [360, 390, 768, 1440])
def test_the_navigation_keeps_to_one_line(visit: Visit, width: int) -> None:
    page = visit("cas/", viewport={"width": width, "height": 800})
    links = page.get_by_role("navigation", name="Rubriques").get_by_role("link").all()
    lines = {round(box["y"]) for link in links if (box := link.bounding_box())}
    assert len(links) == 6
    assert len(lines) == 1


def test_the_map_is_walked_with_the_keyboard(visit: Visit, server: str) -> None:
    page = visit("territoires/")
    points = page.locator(".atlas-figure a")
    assert points.count() > 20
    points.first.focus()
    label = points.first.get_attribute("aria-label") or ""
    assert label.endswith("\u00a0cas")
    page.keyboard.press("Tab")
    expect(points.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{server}territoires/*/")


def test_the_map_shows_its_outlines(visit: Visit) -> None:
    page = visit("territoires/")
    shown = page.locator(".atlas-figure image").evaluate("""async image => {
      const picture = new Image();
      picture.src = image.href.baseVal;
      await picture.decode();
      return picture.naturalWidth;
    }""")
    assert shown > 0


def test_on_a_phone_what_each_territory_is_begins_at_one_line(visit: Visit) -> None:
    page = visit("territoires/", viewport=PHONE)
    lefts = page.locator(".avec-carte .lignes .details").evaluate_all(
        "all => all.map(each => Math.round(each.getBoundingClientRect().left))"
    )
    assert len(lefts) > 20
    assert len(set(lefts)) == 1


def test_the_last_group_can_be_read_at_the_end_of_its_line(visit: Visit) -> None:
    page = visit("territoires/", viewport=PHONE)
    ways = page.get_by_role("navigation", name="Sur cette liste")
    last = ways.get_by_role("link").last
    last.focus()
    box, strip = last.bounding_box(), ways.bounding_box()
    assert box is not None
    assert strip is not None
    faded = 3 * 16
    assert box["x"] + box["width"] <= strip["x"] + strip["width"] - faded


def test_a_letter_and_a_group_lead_to_their_place_without_script(visit: Visit) -> None:
    page = visit("glossaire/", java_script_enabled=False)
    page.get_by_role("navigation", name="De A à Z").get_by_role("link", name="T").click()
    assert page.url.endswith("#lettre-t")
    expect(page.locator("#lettre-t")).to_be_in_viewport()
    page.get_by_role("navigation", name="Sur cette liste").get_by_role(
        "link", name="Leviers"
    ).click()
    expect(page.locator("#levier h2")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("cas/brest-cod/", "cas/brest-cob/"),
        ("cas/brest-cb/", "cas/brest-cob/"),
        ("cas/brest", "cas/brest-cob/"),
        ("glossaire/reciprocitee/", "glossaire/reciprocite/"),
        ("nulle/part/territoires/brest-metropol.html", "territoires/brest-metropole/"),
        ("sources/rtes/", "sources/rtes-2020/"),
    ],
)
def test_a_missing_page_proposes_the_nearest_ones(
    browser: Browser, server: str, address: str, found: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{server}{address}")
    page.locator("html[data-ready='1']").wait_for(state="attached", **ALL)
    links = page.locator("[data-proches] a").evaluate_all("all => all.map(each => each.href)")
    assert f"{server}{found}" in links[:2]
    page.locator("[data-proches] a").first.click()
    page.wait_for_url(f"{server}*/**")
    context.close()


def test_a_missing_page_that_resembles_nothing_proposes_nothing(
    browser: Browser, server: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{server}xqzwkv-{'%E9' * 3}/<b>/")
    page.locator("html[data-ready='1']").wait_for(state="attached", **ALL)
    expect(page.locator("[data-proches]")).to_be_hidden()
    expect(page.locator("#question")).to_be_visible()
    context.close()


def test_without_script_a_missing_page_still_leads_into_the_site(
    browser: Browser, server: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}cas/nulle/part/")
    expect(page.locator("#question")).to_be_hidden()
    page.locator("#contenu").get_by_role("link", name="Territoires").click()
    assert page.url == f"{server}territoires/"
    context.close()
