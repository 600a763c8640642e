"""The explorer as somebody sees it: what is shown, and how something is chosen."""

from __future__ import annotations

from playwright.sync_api import Page

READY = "html[data-ready='1']"


def drawn(page: Page) -> Page:
    """Wait until the picture stands."""
    page.wait_for_selector(READY, state="attached")
    return page


def asked(page: Page) -> str:
    """The state in the address, as the page itself knows it."""
    return str(page.evaluate("location.search"))


def cases(page: Page) -> list[str]:
    """The cases that are shown, in their order."""
    found = page.locator("[data-resultats] [data-case]").evaluate_all(
        "all => all.map(each => each.dataset.case)"
    )
    return [str(each) for each in found]


def total(page: Page) -> int:
    """The number that is said."""
    return int(page.locator("[data-total]").inner_text())


def count(page: Page, facet: str, value: str) -> int:
    """The number beside a choice, whether its facet is open or not."""
    choice = page.locator(f"input[type=checkbox][name={facet}][value='{value}']")
    return int(choice.locator("xpath=ancestor::label").locator("[data-count]").text_content() or "")


def choose(page: Page, facet: str, value: str) -> None:
    """Open the facet and tick a choice."""
    group = page.locator(f"[data-facette={facet}]")
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    box = group.locator(f"input[value='{value}']")
    if not box.is_visible():
        group.get_by_role("button", name="Voir tout").click()
    box.click()
    drawn(page)


def suggestions(page: Page, text: str) -> list[str]:
    """Tab to the field in the header, type, and give the addresses that are suggested."""
    field = page.get_by_role("combobox")
    while not field.evaluate("field => field === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.type(text)
    page.locator("#suggestions [role=option]").first.wait_for()
    found = page.locator("#suggestions [role=option]").evaluate_all("all => all.map(a => a.href)")
    return [str(each) for each in found]
