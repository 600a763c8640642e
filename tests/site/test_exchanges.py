"""The pages of exchanges in a real browser: drawings, filters, downloads, accessibility."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

LONGEST_OPEN = 3
Visit = Callable[..., Page]
NEW_PAGES = ("cas/brest-cob/", "cas/catl/", "echanges/", "echanges/panier/", "guide-panier/", "")
TEXTS = """svg => [...svg.querySelectorAll("text")].map(each => {
  const box = each.getBBox();
  return [each.textContent, box.x, box.y, box.width, box.height];
})"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing_on_pages_with_exchanges(visit: Visit, scheme: str, width: int) -> None:
    page = visit(color_scheme=scheme, viewport={"width": width, "height": 800})
    home = page.url
    for address in NEW_PAGES:
        page.goto(f"{home}{address}")
        found = Axe().run(page)
        assert found.violations_count == 0, f"{address}\n{found.generate_report()}"


@pytest.mark.parametrize("width", [320, 700, 1024, 1440])
def test_no_page_with_exchanges_is_wider_than_the_window(visit: Visit, width: int) -> None:
    page = visit(viewport={"width": width, "height": 800})
    home = page.url
    for address in NEW_PAGES:
        page.goto(f"{home}{address}")
        room = page.evaluate("document.documentElement.scrollWidth")
        assert room <= width, address


@pytest.mark.parametrize("case", ["brest-cob", "catl", "nievre-d-apres-demain"])
def test_no_two_texts_of_a_drawing_meet_as_they_are_really_drawn(visit: Visit, case: str) -> None:
    page = visit(f"cas/{case}/", viewport={"width": 1440, "height": 800})
    texts = page.locator("svg.couloirs").evaluate(TEXTS)
    for (one, x, y, width, height), (other, x2, y2, width2, height2) in combinations(texts, 2):
        beside = x + width <= x2 or x2 + width2 <= x
        apart = y + height <= y2 + 1 or y2 + height2 <= y + 1
        assert beside or apart, (one, other)


def test_a_phone_gets_the_list_and_a_large_screen_the_drawing(visit: Visit) -> None:
    page = visit("cas/brest-cob/", viewport={"width": 390, "height": 800})
    drawing, words = page.locator("svg.couloirs"), page.locator("ol.echanges")
    expect(words).to_be_visible()
    expect(drawing).to_be_hidden()
    page.set_viewport_size({"width": 1440, "height": 800})
    expect(drawing).to_be_visible()
    expect(words).to_be_hidden()


def test_the_table_with_the_sources_opens_without_script(visit: Visit) -> None:
    page = visit("cas/brest-cob/", java_script_enabled=False)
    page.get_by_text("Le même en tableau, avec les sources").click()
    expect(page.get_by_role("region", name="Tableau des échanges")).to_be_visible()


def test_without_script_a_number_of_the_matrix_leads_to_its_list(visit: Visit) -> None:
    page = visit("echanges/", java_script_enabled=False)
    expect(page.locator("#filtres")).to_be_hidden()
    page.locator("[data-case-flux=services][data-case-sens=urbain-rural] a").click()
    assert page.url.endswith("#urbain-rural-services")
    page.locator("[data-case-flux=capitaux][data-case-sens=entre-acteurs] a").click()
    expect(page.locator("#entre-acteurs-capitaux > li").first).to_be_visible()


def test_many_exchanges_of_one_kind_are_folded_and_a_few_are_not(visit: Visit) -> None:
    page = visit("echanges/", viewport={"width": 390, "height": 800})
    groups = page.locator(".pli").evaluate_all(
        "all => all.map(each => [each.open, each.querySelectorAll('[data-echange]').length])"
    )
    assert {opened for opened, _ in groups} == {True, False}
    assert all(opened == (number <= LONGEST_OPEN) for opened, number in groups)
    assert page.evaluate("document.documentElement.scrollHeight") < 10_000
    folded = page.locator(".pli:not([open])").first
    folded.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".pli[open]")).to_have_count(sum(opened for opened, _ in groups) + 1)


def test_filters_stand_in_the_address_and_come_back_from_it(visit: Visit) -> None:
    page = visit("echanges/")
    everything, found = page.locator("#tous [data-echange]"), page.locator("#trouves")
    rows = found.locator("[data-echange]")
    total = everything.count()
    page.locator("select[name=flux]").select_option("capitaux")
    expect(page).to_have_url(re.compile(r"\?flux=capitaux$"))
    expect(page.locator("[data-total]")).to_have_text(re.compile(" sur "))
    left = rows.count()
    assert 0 < left < total
    expect(page.locator("[data-total]")).to_have_text(f"{left} échanges sur {total}")
    page.reload()
    expect(page.locator("select[name=flux]")).to_have_value("capitaux")
    expect(rows).to_have_count(left)
    page.get_by_role("button", name="Tout montrer").click()
    expect(found).to_be_hidden()
    expect(page.locator("#tous")).to_be_visible()
    expect(page).to_have_url(re.compile("echanges/$"))


def test_words_are_found_whatever_their_accents(visit: Visit) -> None:
    page = visit("echanges/?q=HOPITAL+carhaix")
    expect(page.locator("[data-echange]:visible")).to_have_count(1)


def test_with_script_a_number_of_the_matrix_filters_by_flux_and_direction(visit: Visit) -> None:
    page = visit("echanges/")
    page.locator("[data-case-flux=services][data-case-sens=urbain-rural] a").click()
    expect(page.locator("[data-echange]:visible")).to_have_count(1)
    address = str(page.evaluate("location.search"))
    assert set(address[1:].split("&")) == {"flux=services", "sens=urbain-rural"}


def test_the_matrix_counts_what_the_other_filters_leave(visit: Visit) -> None:
    page = visit("echanges/?etat=envisage")
    page.locator("html[data-ready='1']").wait_for(state="attached")
    numbers = page.locator("td[data-case-sens]").all_text_contents()
    assert sum(map(int, numbers)) == page.locator("[data-echange]:visible").count()


def test_what_is_shown_can_be_downloaded(visit: Visit) -> None:
    page = visit("echanges/?cas=brest-cob")
    with page.expect_download() as json_file:
        page.get_by_role("button", name=re.compile("JSON")).click()
    records = json.loads(json_file.value.path().read_text("utf-8"))["echanges"]
    assert {each["id"] for each in records} == {f"brest-cob-{rank}" for rank in range(1, 7)}
    with page.expect_download() as csv_file:
        page.get_by_role("button", name=re.compile("CSV")).click()
    text = csv_file.value.path().read_text("utf-8")
    rows = list(csv.DictReader(text.removeprefix("\ufeff").splitlines(), delimiter=";"))
    expected = [{key: str(value or "") for key, value in each.items()} for each in records]
    assert rows == expected


def test_the_files_hold_every_exchange_of_the_page(visit: Visit, built: Path) -> None:
    page = visit("echanges/")
    shown = page.locator("[data-echange]").count()
    records = json.loads((built / "donnees/echanges.json").read_text("utf-8"))["echanges"]
    assert len(records) == shown
