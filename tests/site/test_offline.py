"""The site as it is read from a folder, without a server or a network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from .sweep import settle

Visit = Callable[..., Page]


def test_nothing_on_any_page_breaks_its_policy_or_asks_another_host(
    offline: Path, visit: Visit
) -> None:
    page = visit((offline / "index.html").as_uri())  # which takes note of what goes wrong
    for file in sorted(offline.rglob("*.html")):
        page.goto(file.as_uri())
        settle(page)


def test_one_walks_from_page_to_page(offline: Path, visit: Visit) -> None:
    page = visit((offline / "index.html").as_uri())
    page.get_by_role("navigation", name="Rubriques").get_by_role("link", name="Cas").click()
    page.locator("#contenu").get_by_role("link", name="un contrat de réciprocité").first.click()
    assert page.url == (offline / "cas/brest-cob/index.html").as_uri()
    page.locator("#contenu a.terme").first.hover()
    page.locator("#bulle a").click()
    assert "/glossaire/" in page.url
    page.locator("a.marque").click()
    assert page.url == (offline / "index.html").as_uri()
    background = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert background != "rgba(0, 0, 0, 0)", "no style"
