"""The explorer without scripts, and without a server."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from playwright.sync_api import Page, expect

from passerelles import pipeline
from passerelles.search import FACETS

from .explored import cases, drawn, suggestions

Visit = Callable[..., Page]


def one_line(html: str) -> str:
    """HTML without the white space between its elements."""
    return re.sub(r"\s*(<[^>]*>)\s*", r"\1", html)


def test_without_scripts_the_explorer_lists_every_case_and_leads_to_every_value(
    pages: Mapping[str, Element], visit: Visit, shipped: pipeline.Reading
) -> None:
    links = {each.get("href") for each in pages["explorer/"].iter("a")}
    assert {f"../cas/{name}/" for name in shipped.library.cases} <= links
    for facet in FACETS:
        for value in facet.values(shipped.library).values():
            if value.key and shipped.library.cases_of(value.key):
                folder = "glossaire" if value.key.kind == "concept" else "territoires"
                assert f"../{folder}/{value.key.id}/" in links
    page = visit("explorer/", java_script_enabled=False)
    expect(page.get_by_role("link", name="Tera").first).to_be_visible()
    assert page.locator("[data-champ]").is_hidden()


def test_the_cards_that_come_with_the_page_are_those_that_scripts_draw(visit: Visit) -> None:
    still = visit("explorer/", java_script_enabled=False)
    live = drawn(visit("explorer/"))
    live.get_by_label("Chercher parmi les cas").fill("bretagne")
    expect(live.locator("[data-resultats] mark").first).to_be_visible()
    live.get_by_label("Chercher parmi les cas").fill("")
    expect(live.locator("[data-resultats] mark")).to_have_count(0)
    drawn(live)
    sent, made = (page.locator("[data-resultats]").inner_html() for page in (still, live))
    assert one_line(made) == one_line(sent.replace(" avec-script", ""))


def test_the_cards_that_came_are_kept_in_the_first_state_and_shown_in_no_other(
    visit: Visit,
) -> None:
    page = visit("explorer/", java_script_enabled=False)
    assert len(cases(page)) == page.locator("main [data-case]").count() > 0
    page = drawn(visit("explorer/?q=nulle-part-ailleurs"))
    assert cases(page) == []


def test_what_scripts_are_for_is_not_shown_without_them(visit: Visit) -> None:
    page = visit("explorer/", viewport={"width": 390, "height": 844}, java_script_enabled=False)
    assert page.locator("main :is(button, input, select):visible").count() == 0
    page.get_by_text("Territoire", exact=True).click()
    page.get_by_role("link", name="Brest métropole").first.click()
    page.wait_for_url("**/territoires/brest-metropole/")


def test_opened_from_a_folder_it_searches_just_as_well(visit: Visit, offline: Path) -> None:
    page = drawn(visit((offline / "explorer" / "index.html").as_uri() + "?q=monaie+locale"))
    assert cases(page)[:2] in (["cairn", "tera"], ["tera", "cairn"])
    page.locator("[data-case=cairn] a").first.click()
    page.wait_for_url("**/cas/cairn/index.html")
    found = suggestions(page, "maraicher")
    assert any(each.endswith("cas/ceinture-verte-pays-de-bearn/index.html") for each in found)
    for view in ("tableau", "carte", "frise"):
        drawn(visit((offline / "explorer" / "index.html").as_uri() + f"?vue={view}"))
    compared: Any = (offline / "comparer" / "index.html").as_uri() + "?cas=tera&cas=cairn"
    assert drawn(visit(compared)).locator("thead [data-case]").count() == 2
