"""A note opens in place: by pointer, by keyboard and by finger."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

CASE = "cas/brest-cob/"
WINDOW = {"width": 1000, "height": 700}


@pytest.fixture
def page(visit: Callable[..., Page]) -> Page:
    return visit(CASE, viewport=WINDOW)


def call(page: Page, rank: int = 0) -> Locator:
    return page.locator("#contenu section .appel a:visible").nth(rank)


def bubble(page: Page) -> Locator:
    return page.locator("#bulle")


def focused(page: Page) -> str:
    """What the focused element is known by."""
    return page.evaluate("document.activeElement.id || document.activeElement.textContent")


def test_a_click_opens_the_note_where_one_reads(page: Page) -> None:
    call(page).scroll_into_view_if_needed()
    start, height = page.url, page.evaluate("scrollY")
    call(page).click()
    expect(bubble(page)).to_be_visible()
    name = call(page).get_attribute("aria-label")
    expect(page.get_by_role("dialog", name=name)).to_be_visible()
    expect(call(page)).to_have_attribute("aria-expanded", "true")
    note = page.locator(str(call(page).get_attribute("href")))
    said = " ".join((note.text_content() or "").replace("↩", "").split())
    expect(bubble(page)).to_have_text(said)
    assert (page.url, page.evaluate("scrollY")) == (start, height)


def test_an_opened_note_stays_when_the_pointer_leaves(page: Page) -> None:
    call(page).click()
    page.locator("h1").hover()
    page.wait_for_timeout(500)
    expect(bubble(page)).to_be_visible()


def test_a_note_that_was_only_pointed_at_goes_with_the_pointer(page: Page) -> None:
    call(page).hover()
    expect(bubble(page)).to_be_visible()
    page.locator("h1").hover()
    expect(bubble(page)).to_be_hidden()


def test_a_second_click_and_a_click_elsewhere_put_a_note_away(page: Page) -> None:
    for away in (call(page), page.locator("h1")):
        call(page).click()
        expect(bubble(page)).to_be_visible()
        away.click()
        expect(bubble(page)).to_be_hidden()
        expect(call(page)).to_have_attribute("aria-expanded", "false")
        page.locator("h1").hover()


def test_enter_leads_into_the_note_and_escape_back_to_its_call(page: Page) -> None:
    call(page).focus()
    expect(bubble(page)).to_be_hidden()
    page.keyboard.press("Enter")
    expect(bubble(page)).to_be_visible()
    assert focused(page) == bubble(page).locator("a").text_content()
    page.keyboard.press("Escape")
    expect(bubble(page)).to_be_hidden()
    assert focused(page) == call(page).get_attribute("id")


def test_tab_goes_from_a_note_on_to_what_follows_its_call(page: Page) -> None:
    call(page).focus()
    page.keyboard.press("Tab")
    after = focused(page)
    call(page).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page) == after
    expect(bubble(page)).to_be_hidden()


def test_the_link_of_a_note_leads_to_its_document(page: Page) -> None:
    call(page).click()
    target = bubble(page).locator("a").evaluate("link => link.href")
    bubble(page).locator("a").click()
    page.wait_for_url(target)


def test_a_tap_opens_a_note_and_another_puts_it_away(visit: Callable[..., Page]) -> None:
    phone = visit(CASE, viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    call(phone).tap()
    expect(bubble(phone)).to_be_visible()
    shown = bubble(phone).bounding_box()
    assert shown
    assert shown["x"] >= 0
    assert shown["x"] + shown["width"] <= 390
    call(phone).tap()
    expect(bubble(phone)).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_a_note_that_is_open(visit: Callable[..., Page], scheme: str) -> None:
    page = visit(CASE, color_scheme=scheme)
    call(page).click()
    expect(bubble(page)).to_be_visible()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
