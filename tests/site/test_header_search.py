"""The search field above every page."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from .explored import cases, drawn, suggestions

Visit = Callable[..., Page]


def test_the_header_suggests_every_kind_and_opens_by_keyboard(visit: Visit) -> None:
    page = visit("glossaire/")
    found = suggestions(page, "l’hopital de carhaix")
    assert any(each.endswith("/cas/brest-cob/") for each in found)
    field = page.get_by_role("combobox")
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    assert Axe().run(page).response["violations"] == []
    page.keyboard.press("Enter")
    page.wait_for_url("**/cas/brest-cob/")


def test_one_key_leads_to_the_field_and_no_other_does_anything(visit: Visit) -> None:
    page = visit("glossaire/")
    for key in "?abcdefghijklmnopqrstuvwxyz0123456789.,;":
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement === document.body")
    for key in ("Control+/", "Alt+/", "Meta+/"):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement === document.body"), key
    field = page.get_by_role("combobox")
    assert field.get_attribute("aria-keyshortcuts") == "/"
    page.keyboard.press("/")
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    page.keyboard.press("/")
    expect(field).to_have_value("/")
    assert page.url.endswith("/glossaire/")


def test_the_key_is_a_letter_like_any_other_where_one_writes(visit: Visit) -> None:
    page = drawn(visit("explorer/"))
    field = page.get_by_label("Chercher parmi les cas")
    field.press_sequentially("eau/énergie")
    expect(field).to_have_value("eau/énergie")


def test_the_key_can_be_turned_off_and_stays_so(visit: Visit) -> None:
    """Whoever dictates would set it off by speaking (WCAG 2.1.4)."""
    page = visit("glossaire/")
    sign = page.locator(".chercher > kbd")
    expect(sign).to_be_visible()
    assert page.evaluate("localStorage.length") == 0
    page.keyboard.press("/")
    page.keyboard.press("Tab")
    expect(page.get_by_label("La touche / mène ici")).to_be_focused()
    page.keyboard.press("Space")
    for again in (False, True):
        if again:
            page.reload()
        expect(page.get_by_role("combobox")).not_to_have_attribute("aria-keyshortcuts", "/")
        expect(sign).to_be_hidden()
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement === document.body")
    assert page.evaluate("Object.keys(localStorage)") == ["passerelles-raccourci"]
    page.get_by_role("combobox").focus()
    page.get_by_label("La touche / mène ici").check()
    assert page.evaluate("localStorage.length") == 0


def test_the_header_shows_kinds_apart_and_escape_closes_it(visit: Visit) -> None:
    page = visit("")
    found = suggestions(page, "brest")
    assert {urlsplit(each).path.split("/")[2] for each in found} >= {"cas", "territoires"}
    groups = page.locator("#suggestions [role=group]").evaluate_all(
        "all => all.map(each => each.getAttribute('aria-label'))"
    )
    assert groups[0] == "Cas"
    page.keyboard.press("Escape")
    assert page.locator("#suggestions").is_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url("**/explorer/?q=brest")
    drawn(page)
    assert "brest-cob" in cases(page)


def test_a_page_loads_the_index_only_when_somebody_searches(visit: Visit) -> None:
    page = visit("cas/tera/")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
    assert not [each for each in loaded if "recherche" in each]
