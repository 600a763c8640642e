"""The definition of a term, shown over it: by pointer, by keyboard and by finger (WCAG 1.4.13)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

CASE = "cas/brest-cob/"
WINDOW = {"width": 1000, "height": 700}


@pytest.fixture
def page(visit: Callable[..., Page]) -> Page:
    return visit(CASE, viewport=WINDOW)


@pytest.fixture
def phone(visit: Callable[..., Page]) -> Page:
    return visit(CASE, viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)


def term(page: Page, rank: int = 0) -> Locator:
    return page.locator("#contenu a.terme").nth(rank)


def bubble(page: Page) -> Locator:
    return page.locator("#bulle")


def elsewhere(page: Page) -> Locator:
    return page.locator("h1")


def defined(page: Page, rank: int = 0) -> str:
    """The words of the definition of a term, as they stand hidden in the page."""
    concept = term(page, rank).get_attribute("data-terme")
    return page.locator(f"#definition-{concept}").text_content() or ""


def focused(page: Page) -> str:
    """The address of the link that has the focus."""
    return page.evaluate("document.activeElement.getAttribute('href')")


def test_pointing_at_a_term_shows_its_definition(page: Page) -> None:
    expect(bubble(page)).to_be_hidden()
    term(page).hover()
    expect(bubble(page)).to_be_visible()
    assert " ".join((bubble(page).text_content() or "").split()) == " ".join(defined(page).split())
    assert term(page).get_attribute("aria-describedby") == "bulle"


def test_a_definition_goes_when_the_pointer_leaves(page: Page) -> None:
    term(page).hover()
    expect(bubble(page)).to_be_visible()
    elsewhere(page).hover()
    expect(bubble(page)).to_be_hidden()
    assert term(page).get_attribute("aria-describedby") is None


def test_a_definition_stays_while_the_pointer_is_on_it(page: Page) -> None:
    term(page).hover()
    bubble(page).locator("p").first.hover()
    page.wait_for_timeout(500)
    expect(bubble(page)).to_be_visible()
    bubble(page).get_by_role("link").hover()
    page.wait_for_timeout(500)
    expect(bubble(page)).to_be_visible()
    elsewhere(page).hover()
    expect(bubble(page)).to_be_hidden()


def test_the_link_in_a_definition_leads_to_the_concept(page: Page) -> None:
    target = term(page).evaluate("link => link.href")
    term(page).hover()
    bubble(page).get_by_role("link").click()
    assert page.url == target


def test_a_definition_lies_within_the_window_beside_its_term(page: Page) -> None:
    for rank in range(page.locator("#contenu a.terme").count()):
        elsewhere(page).hover()
        expect(bubble(page)).to_be_hidden()
        term(page, rank).hover()
        expect(bubble(page)).to_be_visible()
        shown, over = bubble(page).bounding_box(), term(page, rank).bounding_box()
        assert shown
        assert over
        assert shown["x"] >= 0
        assert shown["x"] + shown["width"] <= WINDOW["width"]
        assert shown["y"] <= over["y"] + over["height"] + 2
        assert shown["y"] + shown["height"] >= over["y"] - 2


def test_pointing_at_another_term_shows_the_other_definition(page: Page) -> None:
    term(page, 0).hover()
    term(page, 1).hover()
    expect(bubble(page)).to_have_text(defined(page, 1), use_inner_text=False)
    expect(page.locator("[aria-describedby=bulle]")).to_have_count(1)


def test_reaching_a_term_by_keyboard_shows_its_definition(page: Page) -> None:
    term(page).evaluate("link => link.focus()")
    expect(bubble(page)).to_be_visible()
    page.keyboard.press("Tab")
    if not page.evaluate("document.activeElement.matches('a.terme')"):
        expect(bubble(page)).to_be_hidden()


def test_escape_puts_a_definition_away_and_leaves_the_focus_where_it_is(page: Page) -> None:
    term(page).evaluate("link => link.focus()")
    expect(bubble(page)).to_be_visible()
    before = focused(page)
    page.keyboard.press("Escape")
    expect(bubble(page)).to_be_hidden()
    assert focused(page) == before == term(page).get_attribute("href")


def test_escape_puts_a_definition_away_without_moving_the_pointer(page: Page) -> None:
    term(page).hover()
    expect(bubble(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(bubble(page)).to_be_hidden()
    page.wait_for_timeout(500)
    expect(bubble(page)).to_be_hidden()
    elsewhere(page).hover()
    term(page).hover()
    expect(bubble(page)).to_be_visible()


def test_enter_follows_a_term(page: Page) -> None:
    target = term(page).evaluate("link => link.href")
    term(page).evaluate("link => link.focus()")
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_a_click_follows_a_term(page: Page) -> None:
    target = term(page).evaluate("link => link.href")
    term(page).click()
    page.wait_for_url(target)


def test_the_first_tap_shows_a_definition_and_the_second_follows_the_term(phone: Page) -> None:
    start, target = phone.url, term(phone).evaluate("link => link.href")
    term(phone).tap()
    expect(bubble(phone)).to_be_visible()
    assert phone.url == start
    term(phone).tap()
    phone.wait_for_url(target)


def test_a_tap_elsewhere_puts_a_definition_away(phone: Page) -> None:
    for _ in range(2):
        term(phone).tap()
        expect(bubble(phone)).to_be_visible()
        elsewhere(phone).tap()
        expect(bubble(phone)).to_be_hidden()


def test_a_tap_on_another_term_shows_the_other_definition(phone: Page) -> None:
    start = phone.url
    term(phone, 0).tap()
    expect(bubble(phone)).to_be_visible()
    last = phone.locator("#contenu a.terme").count() - 1
    term(phone, last).tap()
    expect(bubble(phone)).to_have_text(defined(phone, last), use_inner_text=False)
    assert phone.url == start


def test_a_tap_on_the_link_in_a_definition_follows_it(phone: Page) -> None:
    target = term(phone).evaluate("link => link.href")
    term(phone).tap()
    bubble(phone).get_by_role("link").tap()
    phone.wait_for_url(target)


def test_enter_follows_a_term_on_a_phone_with_a_keyboard(phone: Page) -> None:
    target = term(phone).evaluate("link => link.href")
    elsewhere(phone).tap()
    term(phone).evaluate("link => link.focus()")
    phone.keyboard.press("Enter")
    phone.wait_for_url(target)


def test_no_term_is_marked_on_its_own_page(visit: Callable[..., Page]) -> None:
    page = visit("glossaire/reciprocite/")
    assert page.locator("a.terme[data-terme=reciprocite]").count() == 0
