"""What axe-core finds on what only shows when somebody asks for it, by day and by night."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from .sweep import EVERY, RULES


def faults(page: Page, when: str) -> list[str]:
    found = Axe().run(page, options=EVERY).response["violations"]
    return [
        f"{when}: {each['id']} {node['target']} {node['failureSummary']}"
        for each in found
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("scheme", RULES)
def test_everybody_can_use_a_definition_that_is_shown(
    visit: Callable[..., Page], scheme: str
) -> None:
    page = visit("cas/brest-cob/", color_scheme=scheme)
    page.locator("a.terme").first.focus()
    page.locator("#bulle").wait_for()
    assert faults(page, scheme) == []
