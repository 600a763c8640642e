"""Journeys by keyboard alone: through menus and contents, and from a choice to its comparison.

Those through the header's search, explorer, basket and definitions stand where these are tried.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]

CASE = "cas/brest-cob/"
PHONE, SCREEN = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
MANY = 200
"""No place of a page is further than this from its beginning."""


def tab_to(page: Page, selector: str, *, back: bool = False) -> None:
    """Press the tab key until something has the focus, and see that the focus can be seen."""
    for _ in range(MANY):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", f"the focus on {selector} cannot be seen"
            return
    pytest.fail(f"never reached {selector}")


def enter(page: Page, selector: str, leads_to: str) -> None:
    """Reach a link and follow it."""
    tab_to(page, selector)
    page.keyboard.press("Enter")
    page.wait_for_url(leads_to)


@pytest.mark.parametrize("size", [PHONE, SCREEN], ids=["phone", "screen"])
def test_the_menu_leads_to_every_part_and_back(
    visit: Visit, server: str, size: dict[str, int]
) -> None:
    page = visit(CASE, viewport=size)
    menu = page.get_by_role("navigation", name="Rubriques").get_by_role("link")
    parts = [str(each) for each in menu.evaluate_all("links => links.map(link => link.href)")]
    assert len(parts) == 6
    for rank, part in enumerate(parts, 1):
        enter(page, f"nav[aria-label=Rubriques] li:nth-child({rank}) a", part)
        expect(menu.locator("xpath=self::*[@aria-current]")).to_have_count(1)
    enter(page, "a.marque", server)


def test_the_trail_leads_up_and_the_neighbours_lead_on(visit: Visit, server: str) -> None:
    page = visit(CASE)
    enter(page, ".fil li:nth-last-child(2) a", f"{server}cas/")
    page.go_back()
    following = page.locator(".voisins a[rel=next]").evaluate("link => link.href")
    enter(page, ".voisins a[rel=next]", following)
    enter(page, ".voisins a[rel=prev]", f"{server}{CASE}")


def test_the_contents_lead_to_a_part_from_where_one_goes_on(visit: Visit) -> None:
    page = visit(CASE, viewport=SCREEN)
    enter(page, ".plan a[href='#resultats']", "**/#resultats")
    page.keyboard.press("Tab")
    below = "document.querySelector('#resultats').compareDocumentPosition(document.activeElement)"
    assert page.evaluate(f"({below} & Node.DOCUMENT_POSITION_FOLLOWING) !== 0")


def test_on_a_phone_the_contents_unfold_and_lead_to_a_part(visit: Visit) -> None:
    page = visit(CASE, viewport=PHONE)
    tab_to(page, ".plan summary")
    page.keyboard.press("Space")
    enter(page, ".plan a[href='#resultats']", "**/#resultats")


def test_cases_are_picked_compared_and_opened(visit: Visit, server: str) -> None:
    page = visit("explorer/")
    ready = page.locator("html[data-ready='1']")
    ready.wait_for(state="attached")
    picked = []
    for _ in range(2):
        tab_to(page, "[data-case] input[type=checkbox]:not(:checked)")
        page.keyboard.press("Space")
        case = page.evaluate("document.activeElement.closest('[data-case]').dataset.case")
        picked.append(case)
    tab_to(page, "a[href*='comparer/?cas=']", back=True)
    page.keyboard.press("Enter")
    page.wait_for_url("**/comparer/?cas=*")
    ready.wait_for(state="attached")
    heads = page.locator("thead [data-case]")
    assert heads.evaluate_all("all => all.map(each => each.dataset.case)") == picked
    tab_to(page, "[data-tableau]")  # which scrolls sideways, by keys too
    enter(page, f"thead [data-case='{picked[1]}'] a", f"{server}cas/{picked[1]}/")
