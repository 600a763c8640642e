"""The explorer and the header's search field, in a browser, as somebody uses them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from passerelles import pipeline
from passerelles.search import FACETS

READY = "html[data-ready='1']"
FOUR = "explorer/?q=agricult&thematique=alimentation&thematique=eau&statut=en_cours&flux=services"

Visit = Callable[..., Page]


def drawn(page: Page) -> Page:
    """Wait until the picture stands."""
    page.wait_for_selector(READY, state="attached")
    return page


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
    """The number beside a choice."""
    choice = page.locator(f"input[type=checkbox][name={facet}][value='{value}']")
    return int(choice.locator("xpath=ancestor::label").locator("[data-count]").inner_text())


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


def test_every_facet_of_the_contract_is_there_with_its_choices(visit: Visit) -> None:
    page = drawn(visit("explorer/"))
    names = page.locator("[data-facettes] input[type=checkbox]").evaluate_all(
        "all => [...new Set(all.map(each => each.name))]"
    )
    assert names == [facet.name for facet in FACETS]
    counts = page.locator("[data-facettes] label:has(input[type=checkbox]) [data-count]")
    assert counts.count() == page.locator("[data-facettes] input[type=checkbox]").count()


def test_ticking_within_a_facet_widens_and_across_facets_narrows(
    visit: Visit, shipped: pipeline.Reading
) -> None:
    page = drawn(visit("explorer/"))
    everything = shipped.library.cases
    assert total(page) == len(cases(page)) == len(everything)
    choose(page, "thematique", "energie")
    energy = set(cases(page))
    eau = count(page, "thematique", "eau")
    choose(page, "thematique", "eau")
    either = set(cases(page))
    assert energy < either
    assert eau == sum("eau" in map(str, case.themes) for case in everything.values()), (
        "a facet leaves its own choices out"
    )
    choose(page, "statut", "en_cours")
    assert set(cases(page)) == {name for name in either if everything[name].status == "en_cours"}


def test_back_and_forward_go_through_the_states(visit: Visit) -> None:
    page = drawn(visit("explorer/"))
    whole = cases(page)
    choose(page, "thematique", "energie")
    energy = cases(page)
    choose(page, "statut", "en_cours")
    page.go_back()
    drawn(page)
    assert cases(page) == energy
    page.go_back()
    drawn(page)
    assert cases(page) == whole
    assert page.locator("input[name=thematique][value=energie]").is_checked() is False
    page.go_forward()
    drawn(page)
    assert cases(page) == energy


def test_a_mailed_address_opens_the_same_picture_on_a_phone(visit: Visit) -> None:
    desk, phone = (
        drawn(visit(FOUR, viewport={"width": width, "height": 800})) for width in (1440, 390)
    )
    assert cases(desk) == cases(phone)
    assert total(desk) == total(phone) > 0
    chips = [each.locator("[data-pastilles] button").all_inner_texts() for each in (desk, phone)]
    assert chips[0] == chips[1]
    assert len(chips[0]) == 6


def test_on_a_phone_the_facets_are_a_sheet_that_opens_and_closes(visit: Visit) -> None:
    page = drawn(visit("explorer/", viewport={"width": 390, "height": 800}))
    assert page.locator("[data-facettes]").is_hidden()
    page.get_by_role("button", name="Filtrer").click()
    choose(page, "thematique", "energie")
    page.get_by_role("link", name=f"Voir {total(page)}").click()
    assert page.locator("[data-facettes]").is_hidden()
    assert page.get_by_role("button", name="Filtrer (1)").is_visible()


def test_a_chip_takes_its_restriction_away_and_all_can_be_cleared(visit: Visit) -> None:
    page = drawn(visit(FOUR))
    page.get_by_role("button", name="Retirer Statut").click()
    drawn(page)
    assert "statut" not in urlsplit(page.url).query
    page.get_by_role("button", name="tout effacer").click()
    drawn(page)
    assert urlsplit(page.url).query == ""
    assert page.locator("[data-pastilles] button").count() == 0


def test_typing_finds_corrects_and_can_be_taken_literally(visit: Visit) -> None:
    page = drawn(visit("explorer/"))
    field = page.get_by_label("Chercher parmi les cas")
    field.press_sequentially("monaie locale")
    expect(page.locator("[data-compris]")).to_contain_text("Résultats pour")
    drawn(page)
    assert cases(page)[:2] in (["cairn", "tera"], ["tera", "cairn"])
    assert page.locator("[data-compris] strong").inner_text() == "monnaie"
    assert page.locator("[data-resultats] mark").count() > 0
    page.get_by_role("button", name="Chercher tel quel").click()
    drawn(page)
    assert "tel_quel=1" in page.url
    expect(page.locator("[data-compris]")).to_contain_text("sans «\u00a0monaie\u00a0»")


def test_an_empty_result_names_what_to_lift_and_what_that_gives(visit: Visit) -> None:
    page = drawn(visit("explorer/?thematique=habitat&dispositif=petr"))
    assert total(page) == 0
    ways = page.locator(".impasse button")
    first = ways.first.inner_text()
    assert "Pôle d’équilibre" in ways.nth(1).inner_text() + first
    number = int(first.rpartition(":")[2].split()[0])
    ways.first.click()
    drawn(page)
    assert total(page) == number > 0
    assert page.locator("input[name=thematique][value=habitat]").count() == 1


def test_a_chosen_value_stays_where_its_count_is_zero(visit: Visit) -> None:
    page = drawn(visit("explorer/?thematique=habitat&dispositif=petr"))
    box = page.locator("input[name=thematique][value=habitat]")
    assert box.is_checked()
    assert box.is_visible()
    assert count(page, "thematique", "habitat") == 0


def test_a_range_of_years_ticks_all_years_within_it(
    visit: Visit, shipped: pipeline.Reading
) -> None:
    page = drawn(visit("explorer/"))
    page.locator("[data-facette=annee] summary").click()
    page.get_by_label("À partir de l’année").select_option("2014")
    drawn(page)
    starts = [case.start for case in shipped.library.cases.values()]
    assert total(page) == sum(start is not None and start.year >= 2014 for start in starts)
    assert "annee=2014" in page.url


@pytest.mark.parametrize(
    "query",
    [
        "thematique=<script>alert(1)</script>",
        "thematique=nulle-part&flux=vent",
        "q=%E0%A4%A&thematique=%",
        f"q={'a' * 10_000}",
        "q=%00%EF%BF%BF<b>&vue=nulle&tri=nul&choix=../..&colonne=x",
        "annee=deux-mille&annee=2016&annee=2016",
    ],
    ids=["script", "unknown", "percent", "long", "odd", "twice"],
)
def test_a_malformed_address_shows_a_clean_page(visit: Visit, query: str) -> None:
    page = drawn(visit(f"explorer/?{query}"))
    assert page.locator("h1").inner_text() == "Explorer les cas"
    assert page.locator("main script, [data-explorer] b").count() == 0
    assert total(page) == len(cases(page))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("width", "view"),
    [(1440, "cartes"), (390, "cartes")]
    + [(width, view) for width in (320, 1440) for view in ("tableau", "carte", "frise")],
)
def test_no_view_has_a_barrier(visit: Visit, scheme: str, width: int, view: str) -> None:
    size = {"width": width, "height": 900}
    page = drawn(visit(f"explorer/?q=energie&vue={view}", viewport=size, color_scheme=scheme))
    violations = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_comparison_has_no_barrier_and_marks_what_is_common(visit: Visit) -> None:
    page = drawn(visit("comparer/?cas=tera&cas=cairn", viewport={"width": 1440, "height": 900}))
    assert page.locator("thead [data-case]").count() == 2
    expect(page.locator("tr", has_text="Thématiques").locator(".commun").first).to_contain_text(
        "Développement économique"
    )
    assert Axe().run(page).response["violations"] == []


@pytest.mark.parametrize("query", ["", "?cas=tera", "?cas=nulle&cas=<b>", "?cas=%"])
def test_fewer_than_two_cases_to_compare_say_what_to_do(visit: Visit, query: str) -> None:
    page = drawn(visit(f"comparer/{query}"))
    expect(page.locator("[data-etat]")).to_contain_text("choisissez de deux à quatre cas")


def test_every_view_shows_the_same_cases(visit: Visit) -> None:
    pages = [
        drawn(visit(f"explorer/?thematique=energie&vue={view}"))
        for view in ("cartes", "tableau", "carte", "frise")
    ]
    shown = [sorted(cases(page)) for page in pages]
    assert shown[0]
    assert all(each == shown[0] for each in shown)


def test_a_heading_of_the_table_sorts(visit: Visit) -> None:
    page = drawn(visit("explorer/?vue=tableau"))
    heading = page.get_by_role("columnheader", name="Cas")
    heading.get_by_role("button").click()
    drawn(page)
    up = cases(page)
    page.get_by_role("columnheader", name="Cas").get_by_role("button").click()
    drawn(page)
    assert cases(page) == up[::-1]


def test_picked_cases_are_compared_and_exported(visit: Visit) -> None:
    page = drawn(visit("explorer/?q=monnaie+locale"))
    for name in ("cairn", "tera"):
        page.locator(f"[data-case={name}] input[name=choix]").check()
    expect(page.locator("[data-emporter]")).to_contain_text("2\u00a0cas choisis")
    with page.expect_download() as download:
        page.get_by_role("button", name="JSON").click()
    data = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert [case["id"] for case in data["cas"]] == ["cairn", "tera"]
    assert data["cas"][1]["url"].endswith("/cas/tera/")
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    lines = Path(download.value.path()).read_text("utf-8-sig").splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("id;titre;url;resume;thematique")
    page.get_by_role("link", name="Comparer").click()
    drawn(page)
    assert page.locator("thead [data-case]").count() == 2


def test_the_whole_journey_goes_by_keyboard(visit: Visit) -> None:
    page = drawn(visit("explorer/"))
    page.get_by_label("Chercher parmi les cas").focus()
    page.keyboard.type("bretagne")
    expect(page.locator("[data-pastilles]")).to_contain_text("bretagne")
    drawn(page)

    def tab_to(selector: str, most: int = 120) -> None:
        for _ in range(most):
            page.keyboard.press("Tab")
            if page.evaluate("s => document.activeElement.matches(s)", selector):
                return
        pytest.fail(f"never reached {selector}")

    tab_to("input[name=thematique]")
    page.keyboard.press("Space")
    drawn(page)
    assert page.evaluate("document.activeElement.name") == "thematique", "the focus stays"
    tab_to("[data-vue=tableau]")
    page.keyboard.press("Enter")
    drawn(page)
    tab_to("[data-case] a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cas/**")


def suggestions(page: Page, text: str) -> list[str]:
    """Tab to the field in the header, type, and give the addresses that are suggested."""
    field = page.get_by_role("combobox")
    while not field.evaluate("field => field === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.type(text)
    page.locator("#suggestions [role=option]").first.wait_for()
    found = page.locator("#suggestions [role=option]").evaluate_all("all => all.map(a => a.href)")
    return [str(each) for each in found]


def test_the_header_suggests_every_kind_and_opens_by_keyboard(visit: Visit) -> None:
    page = visit("glossaire/")
    found = suggestions(page, "l’hopital de carhaix")
    assert any(each.endswith("/cas/brest-cob/") for each in found)
    field = page.get_by_role("combobox")
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    assert Axe().run(page).response["violations"] == []
    page.keyboard.press("Enter")
    page.wait_for_url("**/cas/brest-cob/")


def test_no_single_key_does_anything_by_itself(visit: Visit) -> None:
    """Whoever dictates would set it off by speaking (WCAG 2.1.4)."""
    page = visit("glossaire/")
    for key in "/?abcdefghijklmnopqrstuvwxyz0123456789.,;":
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement === document.body")
    assert page.url.endswith("/glossaire/")


def test_the_header_shows_kinds_apart_and_escape_closes_it(visit: Visit) -> None:
    page = visit("")
    found = suggestions(page, "brest")
    assert {urlsplit(each).path.split("/")[2] for each in found} >= {"cas", "territoires"}
    groups = page.locator("#suggestions [role=group]").evaluate_all(
        "all => all.map(each => each.getAttribute('aria-label'))"
    )
    assert groups[0] == "Cas"
    page.keyboard.press("Escape")
    assert page.locator("#suggestions").is_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url("**/explorer/?q=brest")
    drawn(page)
    assert "brest-cob" in cases(page)


def test_a_page_loads_the_index_only_when_somebody_searches(visit: Visit) -> None:
    page = visit("cas/tera/")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
    assert not [each for each in loaded if "recherche" in each]


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
    assert page.get_by_role("link", name="Tera").first.is_visible()
    assert page.locator("[data-champ]").is_hidden()


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
