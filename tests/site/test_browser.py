"""The site in a real browser: what moves, what is loaded, how it fits, how it prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

import pytest
from playwright.sync_api import Browser, Page

CASE = "cas/brest-cob/"
WIDTHS = (320, 390, 768, 1440)


WIDER = """async ([addresses, widths]) => {
    const wide = [];
    const frame = document.body.appendChild(document.createElement("iframe"));
    frame.frameBorder = "0";
    for (const address of addresses) {
        const loaded = new Promise((done) => { frame.onload = done; });
        frame.src = address;
        await loaded;
        const page = frame.contentDocument.documentElement;
        for (const width of widths) {
            frame.width = width;
            if (page.scrollWidth !== width) wide.push(`${address}: ${page.scrollWidth} / ${width}`);
        }
    }
    return wide;
}"""
"""Opens every address in a frame of each width, and gives those that one must scroll sideways."""


def test_no_page_is_wider_than_the_window(
    visit: Callable[..., Page], server: str, pages: Mapping[str, Element]
) -> None:
    page = visit(bypass_csp=True)  # whose policy allows no frames
    assert page.evaluate(WIDER, [[f"{server}{address}" for address in pages], WIDTHS]) == []


def test_the_site_leaves_nothing_in_the_browser(visit: Callable[..., Page], server: str) -> None:
    page = visit()
    for address in ("cas/", CASE, "glossaire/reciprocite/"):
        page.goto(f"{server}{address}")
    assert page.context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert page.evaluate("navigator.serviceWorker.getRegistrations()") == []


def test_a_page_that_is_not_there_leads_back_into_the_site(browser: Browser, server: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    answer = page.goto(f"{server}cas/nulle/part/")
    assert answer
    assert answer.status == 404
    assert page.get_by_role("heading", level=1).inner_text() == "Cette page n’existe pas"
    page.locator("#contenu").get_by_role("link", name="Glossaire").click()
    assert page.url == f"{server}glossaire/"
    context.close()


def test_without_javascript_everything_can_be_read_and_reached(
    visit: Callable[..., Page], server: str, pages: Mapping[str, Element]
) -> None:
    page = visit(CASE, java_script_enabled=False)
    drawn = pages[CASE].iterfind(".//div[@class='en-mots']//*[@id]")  # instead of told in words
    hidden = {"definitions", *(each.attrib["id"] for each in drawn)}
    for each in pages[CASE].iterfind(".//main//*[@id]"):
        identifier = each.attrib["id"]
        if identifier not in hidden and not identifier.startswith("definition-"):
            assert page.locator(f"[id='{identifier}']").is_visible(), identifier
    page.locator("a.terme").first.click()
    assert page.url.startswith(f"{server}glossaire/")
    assert page.locator("#definition").is_visible()


def test_the_first_tab_leads_past_the_navigation(visit: Callable[..., Page]) -> None:
    page = visit(CASE)
    skip = page.locator("a.evitement")
    assert not in_window(page, "a.evitement")
    page.keyboard.press("Tab")
    assert skip.evaluate("link => link === document.activeElement")
    assert in_window(page, "a.evitement")
    page.keyboard.press("Enter")
    assert page.url.endswith("#contenu")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#contenu') !== null")


def test_without_script_the_call_of_a_note_leads_to_the_note_and_back(
    visit: Callable[..., Page],
) -> None:
    page = visit(CASE, viewport={"width": 1280, "height": 500}, java_script_enabled=False)
    call = page.locator("sup.appel a").first
    note = call.get_attribute("href")
    assert note
    assert call.inner_text() == note.removeprefix("#note-")
    call.click()
    assert page.url.endswith(note)
    assert in_window(page, note)
    page.locator(f"{note} .retour").click()
    assert page.url.endswith("#appel-1")
    assert in_window(page, "#appel-1")


@pytest.mark.parametrize("address", [CASE, "sessions/paniers-de-transactions-2020/"])
def test_a_page_prints_without_what_only_a_screen_needs(
    visit: Callable[..., Page], address: str
) -> None:
    page = visit(address)
    page.emulate_media(media="print")
    assert page.get_by_role("heading", level=1).is_visible()
    for useless in (".entete form", "nav", "footer.pied", ".corriger"):
        assert not any(each.is_visible() for each in page.locator(useless).all()), useless
    assert page.pdf().startswith(b"%PDF-")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_site_takes_the_colours_that_the_reader_prefers(
    visit: Callable[..., Page], scheme: str
) -> None:
    page = visit(CASE, color_scheme=scheme)
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    bright = sum(int(part) for part in colour.removeprefix("rgb(").rstrip(")").split(",")) > 384
    assert bright == (scheme == "light")


def in_window(page: Page, selector: str) -> bool:
    """Whether an element can be seen without scrolling."""
    seen: bool = page.locator(selector).evaluate(
        """element => {
            const box = element.getBoundingClientRect();
            const across = box.left >= 0 && box.right <= innerWidth;
            return across && box.top >= 0 && box.top < innerHeight;
        }"""
    )
    return seen
