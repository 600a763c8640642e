"""Every page of the built site, opened once in a browser and looked at from all sides.

A page is loaded once; the window is then made narrower and the colours turned without loading it
again. At each width axe-core tries all its rules, best practice among them, by day, and by night
those that look at colours: the others would read the same page once more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import axe_playwright_python
from playwright.sync_api import BrowserContext, Page, Request

WIDTHS = (320, 768, 1440)
EVERY = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
"""All rules that are on by themselves, best practice among them, and the size of targets."""
COLOURS = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}
"""The rules that look at colours."""
RULES = {"light": EVERY, "dark": COLOURS}
"""What is tried by day and by night."""
AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe*.js")).read_text("utf-8")
TRY = """async rules => (await axe.run(document, rules)).violations.flatMap(each =>
    each.nodes.map(node => `${each.id} ${node.target} ${node.failureSummary}`))"""
LOOK = (Path(__file__).parent / "look.js").read_text("utf-8")
TOOLS = ("explorer/", "comparer/", "echanges/", "/panier/")
"""Pages that scripts fill, and that say when they have."""
PATIENCE = 30_000
"""Milliseconds for them to do so."""

LARGE = "() => { document.documentElement.style.fontSize = '200%' }"
"""Makes all text twice as large, as readers may in their browser."""


@dataclass(slots=True)
class Seen:
    """What there is to say of one page."""

    complaints: list[str] = field(default_factory=list)
    """What the console said, policies violated among it, what was asked of others."""
    faults: list[str] = field(default_factory=list)
    """What axe-core found."""
    looks: Mapping[str, Any] = field(default_factory=dict)
    """What `look.js` saw, at 1440 px."""
    narrow: Mapping[str, Any] = field(default_factory=dict)
    """The same at 320 px."""
    large: Mapping[str, Any] = field(default_factory=dict)
    """The same at 1280 px, all text twice as large."""
    cookies: int = 0
    windows: int = 1


def moved(tree: Element) -> bool:
    """Whether a page leads at once to where a record stands now."""
    return tree.find(".//meta[@http-equiv='refresh']") is not None


def sweep(context: BrowserContext, server: str, pages: Mapping[str, Element]) -> dict[str, Seen]:
    """Open every page, and tell what was seen."""
    pages = {address: tree for address, tree in pages.items() if not moved(tree)}
    found: dict[str, Seen] = {}
    page = context.new_page()
    seen = Seen()

    def watch(request: Request) -> None:
        if not request.url.startswith(server):
            seen.complaints.append(f"asked for {request.url}")

    context.on("request", watch)
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on("console", lambda message: seen.complaints.append(message.text))
    for address in pages:
        seen = found[address] = Seen()
        look_at(page, f"{server}{address}", seen)
    page.close()
    return found


def settle(page: Page) -> None:
    """Wait until a page that a script fills says that it is filled."""
    if page.url.removesuffix("index.html").endswith(TOOLS):
        page.locator("html[data-ready='1']").wait_for(state="attached", timeout=PATIENCE)


def look_at(page: Page, url: str, seen: Seen) -> None:
    """Open one page, and look at it in all ways."""
    page.set_viewport_size({"width": WIDTHS[-1], "height": 900})
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.goto(url)
    settle(page)
    page.evaluate(AXE)
    seen.looks = page.evaluate(LOOK)
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    seen.narrow = page.evaluate(LOOK)
    for width, scheme in product(WIDTHS, RULES):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found = page.evaluate(TRY, RULES[scheme])
        seen.faults += (f"{scheme}, {width} px: {fault}" for fault in found)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate(LARGE)
    seen.large = page.evaluate(LOOK)
    seen.cookies = len(page.context.cookies())
    seen.windows = len(page.context.pages)
