"""Every page of the built site, opened once in a browser and looked at from all sides.

A page is loaded once; the window is then made wider and the colours turned without loading it
again. axe-core tries all its rules, best practice among them, on every page: in turn by day at
320 px or by night at 1440 px. All six combinations of width and colours are tried on the pages that
together show every *signature* of the site: every pair of an element and the one it stands in, told
apart by name, class, role and type. What one page is not tried in, others made of the same are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import axe_playwright_python
from playwright.sync_api import BrowserContext, Page, Request

WIDTHS = (320, 768, 1440)
SCHEMES = ("light", "dark")
ALL = tuple((width, scheme) for width in WIDTHS for scheme in SCHEMES)
ONE = (((320, "light"),), ((1440, "dark"),))
"""How the pages are tried that are made of nothing new, in turn."""
RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
"""All rules that are on by themselves, best practice among them, and the size of targets."""
AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe*.js")).read_text("utf-8")
TRY = """async rules => (await axe.run(document, rules)).violations.flatMap(each =>
    each.nodes.map(node => `${each.id} ${node.target} ${node.failureSummary}`))"""
LOOK = (Path(__file__).parent / "look.js").read_text("utf-8")
TOOLS = ("explorer/", "comparer/", "echanges/", "/panier/")
"""Pages that scripts fill, and that say when they have."""
PATIENCE = 30_000
"""Milliseconds for them to do so."""

Signature = tuple[tuple[str, ...], tuple[str, ...]]


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
    cookies: int = 0
    windows: int = 1


def signatures(tree: Element, above: tuple[str, ...] = ()) -> Iterator[Signature]:
    """The signatures of a page, as often as they stand in it."""
    here = (tree.tag, *(tree.get(name, "") for name in ("class", "role", "type")))
    yield above, here
    for child in tree:
        yield from signatures(child, here)


def representatives(pages: Mapping[str, Element]) -> set[str]:
    """Few pages that together show every signature: always that with most still unseen."""
    shown = {address: set(signatures(tree)) for address, tree in pages.items()}
    unseen = set().union(*shown.values())
    chosen: set[str] = set()
    while unseen:
        best = max(shown, key=lambda address: (len(shown[address] & unseen), address))
        chosen.add(best)
        unseen -= shown[best]
    return chosen


def moved(tree: Element) -> bool:
    """Whether a page leads at once to where a record stands now."""
    return tree.find(".//meta[@http-equiv='refresh']") is not None


def sweep(context: BrowserContext, server: str, pages: Mapping[str, Element]) -> dict[str, Seen]:
    """Open every page, and tell what was seen."""
    pages = {address: tree for address, tree in pages.items() if not moved(tree)}
    chosen = representatives(pages)
    found: dict[str, Seen] = {}
    page = context.new_page()
    seen = Seen()

    def watch(request: Request) -> None:
        if not request.url.startswith(server):
            seen.complaints.append(f"asked for {request.url}")

    context.on("request", watch)
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on("console", lambda message: seen.complaints.append(message.text))
    for turn, address in enumerate(pages):
        seen = found[address] = Seen()
        look_at(page, f"{server}{address}", seen, ALL if address in chosen else ONE[turn % 2])
    page.close()
    return found


def look_at(page: Page, url: str, seen: Seen, ways: tuple[tuple[int, str], ...]) -> None:
    """Open one page, and look at it in several ways."""
    page.set_viewport_size({"width": WIDTHS[-1], "height": 900})
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.goto(url)
    if page.url.removesuffix("index.html").endswith(TOOLS):
        page.locator("html[data-ready='1']").wait_for(state="attached", timeout=PATIENCE)
    page.evaluate(AXE)
    seen.looks = page.evaluate(LOOK)
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    seen.narrow = page.evaluate(LOOK)
    for width, scheme in ways:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        seen.faults += (f"{scheme}, {width} px: {fault}" for fault in page.evaluate(TRY, RULES))
    seen.cookies = len(page.context.cookies())
    seen.windows = len(page.context.pages)
