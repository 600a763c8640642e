"""The explorer in a browser: facets, text and addresses, as somebody uses them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from passerelles import pipeline
from passerelles.search import FACETS

from .explored import asked, cases, choose, count, drawn, total

FOUR = "explorer/?q=agricult&thematique=alimentation&thematique=eau&statut=en_cours&flux=services"

Visit = Callable[..., Page]


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


def test_facets_that_are_closed_are_counted_too(visit: Visit, shipped: pipeline.Reading) -> None:
    page = drawn(visit("explorer/?thematique=energie"))
    assert page.locator("[data-facette=statut]").get_attribute("open") is None
    running = [name for name in cases(page) if shipped.library.cases[name].status == "en_cours"]
    assert 0 < len(running) < total(page)
    assert count(page, "statut", "en_cours") == len(running)


def test_a_card_says_what_each_territory_is(visit: Visit, shipped: pipeline.Reading) -> None:
    page = drawn(visit("explorer/"))
    for name, case in shipped.library.cases.items():
        said = page.locator(f"[data-case={name}] .bords .visuellement-cache").all_text_contents()
        roles = [f"({each.role.label})" for each in case.territories[:4] if each.role]
        assert [each.strip() for each in said] == roles


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


def test_two_choices_made_at_once_are_two_steps(visit: Visit) -> None:
    page = drawn(visit("explorer/"))
    page.evaluate(
        """for (const value of ["energie", "eau"])
          document.querySelector(`input[name=thematique][value=${value}]`).click()"""
    )
    drawn(page)
    assert sorted(asked(page).strip("?").split("&")) == ["thematique=eau", "thematique=energie"]
    page.go_back()
    drawn(page)
    assert asked(page) == "?thematique=energie"


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
    assert "statut" not in asked(page)
    page.get_by_role("button", name="tout effacer").click()
    drawn(page)
    assert asked(page) == ""
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
    assert "tel_quel=1" in asked(page)
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
    assert "annee=2014" in asked(page)


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
