"""What axe-core finds on one page of each kind, by day and by night, on a phone and on a screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

PAGES = {
    "home": "",
    "cases": "cas/",
    "concepts": "glossaire/",
    "territories": "territoires/",
    "sources": "sources/",
    "sessions": "sessions/",
    "case": "cas/brest-cob/",
    "long case": "cas/reciprocites-caen/",
    "concept": "glossaire/reciprocite/",
    "territory": "territoires/brest-metropole/",
    "source": "sources/cap-rural-2020/",
    "session": "sessions/paniers-de-transactions-2020/",
    "hand-written page": "a-propos/",
    "help": "aide/",
    "fields": "aide/champs/",
    "messages": "aide/messages/",
    "message": "aide/messages/deux-points/",
    "charter": "charte/",
    "missing page": "404.html",
}
WIDTHS = (320, 1440)
SCHEMES = ("light", "dark")
RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
"""All rules that are on by themselves, best practice among them, and the size of targets."""


def faults(page: Page, when: str) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{when}: {each['id']} {node['target']} {node['failureSummary']}"
        for each in found
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_everybody_can_use(visit: Callable[..., Page], address: str) -> None:
    page = visit(address)
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found += faults(page, f"{scheme}, {width} px")
    assert found == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_everybody_can_use_a_definition_that_is_shown(
    visit: Callable[..., Page], scheme: str
) -> None:
    page = visit("cas/brest-cob/", color_scheme=scheme)
    page.locator("a.terme").first.focus()
    page.locator("#bulle").wait_for()
    assert faults(page, scheme) == []
