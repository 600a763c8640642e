"""Reading a long page: its contents follow, its lines are not too long, nothing is cut."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

CASE = "cas/brest-cob/"
LONG = (CASE, "comprendre/", "agir/", "freins-et-leviers/", "cooperer-eau/", "contribuer/")
WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 800}
LONGEST = 72
"""Characters that a full line may have at most, of those that a measure of 70 lets pass."""
LINES = """() => {
  const lengths = [];
  const texts = ".recit p, .chapeau, .recit > ul > li, .recit section > ul > li, .recit dd";
  for (const block of document.querySelectorAll(texts)) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const lines = new Map();
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (let at = 0; at < node.length; at++) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const [box] = range.getClientRects();
        if (box && node.parentElement.closest(".appel") === null) {
          const row = Math.round(box.bottom / 8);
          lines.set(row, (lines.get(row) ?? 0) + 1);
        }
      }
    lengths.push(...lines.values());
  }
  return lengths;
}"""


def current(page: Page) -> Locator:
    return page.locator(".plan a[aria-current=location]")


@pytest.mark.parametrize("address", LONG)
def test_contents_stand_beside_the_text_and_mark_what_is_read(
    visit: Callable[..., Page], address: str
) -> None:
    page = visit(address, viewport=WIDE)
    links = page.locator(".plan a")
    for rank in (1, links.count() - 2):
        target = str(links.nth(rank).get_attribute("href"))
        page.evaluate("id => document.getElementById(id).scrollIntoView()", target[1:])
        expect(current(page)).to_have_attribute("href", target)
        expect(links.nth(rank)).to_be_in_viewport()


def test_nothing_is_marked_before_the_first_part(visit: Callable[..., Page]) -> None:
    page = visit(CASE, viewport=WIDE)
    expect(page.locator(".plan details[open]")).to_be_visible()
    expect(current(page)).to_have_count(0)


def test_on_a_phone_contents_unfold(visit: Callable[..., Page]) -> None:
    page = visit(CASE, viewport=PHONE)
    link = page.locator(".plan a").first
    expect(link).to_be_hidden()
    page.locator(".plan summary").click()
    link.click()
    assert page.url.endswith("#echanges")


@pytest.mark.parametrize("address", ["comprendre/", "freins-et-leviers/", "cooperer/"])
def test_on_a_phone_no_table_of_a_text_is_cut(visit: Callable[..., Page], address: str) -> None:
    page = visit(address, viewport=PHONE)
    tables = page.locator(".tableau").evaluate_all(
        "all => all.map(e => e.scrollWidth - e.clientWidth)"
    )
    assert tables
    assert max(tables) <= 0


def test_without_script_contents_are_there_too(visit: Callable[..., Page]) -> None:
    page = visit(CASE, viewport=WIDE, java_script_enabled=False)
    link = page.locator(".plan a").nth(2)
    expect(link).to_be_visible()
    link.click()
    assert page.url.endswith("#objectifs")


@pytest.mark.parametrize("address", LONG)
def test_no_line_is_too_long_to_be_read(visit: Callable[..., Page], address: str) -> None:
    page = visit(address, viewport=WIDE)
    lengths = page.evaluate(LINES)
    assert len(lengths) > 5
    assert max(lengths) <= LONGEST


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_a_timeline_stands_on_its_line(visit: Callable[..., Page], width: int) -> None:
    page = visit("cas/tera/", viewport={"width": width, "height": 900})
    texts = page.locator(".frise > li > div").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect().left)"
    )
    assert len(texts) > 5
    assert len(set(texts)) == 1


def test_many_exchanges_stand_between_who_gives_and_who_receives(
    visit: Callable[..., Page],
) -> None:
    page = visit("cas/tera/", viewport=WIDE)
    rows = page.locator(".en-lignes .echange").evaluate_all(
        """all => all.map(row => [".partie:first-child", ".apport", ".partie:last-child"]
          .map(part => row.querySelector(part).getBoundingClientRect())
          .map(box => [box.left, box.right]))"""
    )
    assert len(rows) == 11
    for giver, thing, receiver in rows:
        assert giver[1] < thing[0] < thing[1] < receiver[0]
    assert len({giver[0] for giver, _, _ in rows}) == 1


def test_on_a_phone_what_each_party_gives_and_receives_begins_at_one_line(
    visit: Callable[..., Page],
) -> None:
    page = visit(CASE, viewport=PHONE)
    lefts = page.locator(".parts .comptes:visible").evaluate_all(
        "all => all.map(each => Math.round(each.getBoundingClientRect().left))"
    )
    assert len(lefts) > 5
    assert len(set(lefts)) == 1
