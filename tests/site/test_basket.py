"""A group builds, saves, reloads and prints a basket: by keyboard, by touch, from disk."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from .basket import ADDRESS, pages_of, place, print_to

Visit = Callable[..., Page]
TABLET = {"viewport": {"width": 820, "height": 1180}, "has_touch": True}


def press(page: Page, *keys: str) -> None:
    """Press keys one after the other."""
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Page, name: str) -> None:
    """Go on with the tabulator until a control of this name has the focus."""
    script = """() => {
      const at = document.activeElement;
      return at?.getAttribute("aria-label") || at?.labels?.[0]?.textContent || at?.textContent;
    }"""
    for _ in range(200):
        page.keyboard.press("Tab")
        if name in (page.evaluate(script) or "").replace("\u202f", " ").replace("\u00a0", " "):
            return
    pytest.fail(f"the tabulator never reaches « {name} »")


def test_a_basket_is_played_through_by_keyboard(visit: Visit, tmp_path: Path) -> None:
    page = visit(ADDRESS)
    tab_to(page, "Partie 1")
    press(page, "Control+a")
    page.keyboard.type("Brest")
    tab_to(page, "Chercher une carte")
    page.keyboard.type("bois partenariat")
    tab_to(page, "Poser cette carte")
    press(page, "Enter")
    tab_to(page, "Mettre sur la table")
    press(page, "Enter")
    rows = page.locator(".panier-apport")
    expect(rows).to_have_count(1)
    expect(page.locator("#panier-message")).to_contain_text("Sur la table")
    focused = page.evaluate("document.activeElement.getAttribute('data-focus')")
    assert focused == "carte-brest-cob-1"

    tab_to(page, "1")
    press(page, "Space", "ArrowRight", "ArrowRight", "ArrowRight")
    expect(rows.locator("input:checked")).to_have_value("4")
    tab_to(page, "1")
    press(page, "Space", "ArrowLeft")
    assert rows.locator("input:checked").evaluate_all("all => all.map(e => e.value)") == ["4", "5"]

    expect(page.locator("#panier-equilibre")).to_contain_text("Échange à sens unique.")
    questions = page.locator("#panier-questions")
    expect(questions).to_contain_text("La campagne\u00a0: rien n’y va encore")
    expect(questions).to_contain_text("Et si cet apport cessait")
    tab_to(page, "Conditions")
    page.keyboard.type("Un prix juste")
    expect(page.locator("#panier-questions")).not_to_contain_text("À quelles conditions")

    page.locator("#titre-parties").focus()
    tab_to(page, "Retirer de la table")
    press(page, "Enter")
    expect(rows).to_have_count(0)
    press(page, "Control+z")
    expect(rows).to_have_count(1)
    expect(page.get_by_label("Conditions")).to_have_value("Un prix juste")

    with page.expect_download() as download:
        page.get_by_role("button", name="Enregistrer").press("Enter")
    records = json.loads(download.value.path().read_text("utf-8"))
    assert [each["type"] for each in records] == [
        *("panier", "partie", "partie", "apport", "conditions")
    ]
    assert records[1]["nom"] == "Brest"
    assert pages_of(print_to(page, tmp_path / "panier.pdf")) == 1


def test_a_basket_is_played_through_by_touch_on_a_tablet(visit: Visit, tmp_path: Path) -> None:
    page = visit(ADDRESS, **TABLET)
    page.get_by_role("button", name="Ajouter une partie").tap()
    page.get_by_role("textbox", name="Partie 3").fill("Le parc")
    page.get_by_label("Chercher une carte").fill("carhaix")
    page.get_by_role("button", name=re.compile("^Poser cette carte")).first.tap()
    page.get_by_role("button", name="Mettre sur la table").tap()
    page.get_by_role("button", name="Écrire et poser une carte blanche").tap()
    page.get_by_label("Ce qui est apporté").first.fill("Des arbres")
    shelf = page.locator("#panier-cartes")
    shelf.get_by_label("Flux").select_option("matieres_energie")
    shelf.get_by_label("Qui apporte").select_option(label="Le parc")
    shelf.get_by_label("Qui reçoit").select_option(label="La ville")
    page.get_by_role("button", name="Mettre sur la table").tap()
    rows = page.locator(".panier-apport")
    expect(rows).to_have_count(2)
    rows.nth(1).get_by_role("group", name="Compte pour La ville").get_by_role(
        "radio", name="5"
    ).tap()
    expect(rows.nth(1).locator("input:checked")).to_have_value("5")

    with page.expect_download() as download:
        page.get_by_role("button", name="Enregistrer").tap()
    file = tmp_path / "panier.json"
    shutil.copy(download.value.path(), file)
    page.get_by_role("button", name="Recommencer").tap()
    expect(rows).to_have_count(0)
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Ouvrir").tap()
    chooser.value.set_files(file)
    expect(rows).to_have_count(2)
    expect(page.get_by_role("textbox", name="Partie 3")).to_have_value("Le parc")
    assert pages_of(print_to(page, tmp_path / "panier.pdf")) == 1


def test_what_one_can_touch_is_large_enough(visit: Visit) -> None:
    page = visit(f"{ADDRESS}#cas=brest-cob", **TABLET)
    sizes = page.locator("#panier :is(button, select, input, textarea)").evaluate_all(
        "all => all.map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])"
        ".map(([html, box]) => [html, box.width, box.height])"
    )
    small = [html for html, width, height in sizes if width < 24 or height < 40]
    assert small == []


def test_names_typed_one_after_the_other_are_all_kept(visit: Visit) -> None:
    page = visit(ADDRESS)
    page.get_by_role("textbox", name="Partie 1").press("End")
    page.keyboard.type(" haute")
    page.get_by_role("textbox", name="Partie 2").press("End")
    page.keyboard.type(" basse")
    page.reload()
    expect(page.get_by_role("textbox", name="Partie 1")).to_have_value("La ville haute")
    expect(page.get_by_role("textbox", name="Partie 2")).to_have_value("La campagne basse")
    page.get_by_role("textbox", name="Partie 1").press("End")
    page.keyboard.type("!")
    page.get_by_role("button", name="Annuler").click()
    expect(page.get_by_role("textbox", name="Partie 1")).to_have_value("La ville haute")


def test_on_a_phone_a_long_name_is_shown_whole_and_stays_one_line(visit: Visit) -> None:
    page = visit(f"{ADDRESS}#cas=brest-cob", viewport={"width": 390, "height": 800})
    lines = page.locator("textarea.ligne")
    expect(page.get_by_role("textbox", name="Partie 4")).to_have_value(re.compile(".{40}"))
    for cut in lines.evaluate_all("all => all.map(e => e.scrollHeight - e.clientHeight)"):
        assert cut <= 0
    page.get_by_role("textbox", name="Partie 1").fill("Brest\nmétropole")
    page.get_by_role("textbox", name="Partie 1").press("Enter")
    expect(page.get_by_role("textbox", name="Partie 1")).to_have_value("Brest métropole")


def test_words_of_others_are_never_taken_for_html(visit: Visit) -> None:
    page = visit(ADDRESS)
    page.get_by_role("textbox", name="Partie 1").fill("<img src=x onerror=alert(1)>")
    place(page, "carhaix", "<img src=x onerror=alert(1)>", "La campagne")
    expect(page.locator("#panier-equilibre")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("#contenu img").count() == 0


def test_the_basket_works_from_disk(visit: Visit, offline: Path) -> None:
    page = visit((offline / ADDRESS / "index.html").as_uri())
    place(page, "carhaix", "La ville", "La campagne")
    expect(page.locator(".panier-apport")).to_have_count(1)
    with page.expect_download():
        page.get_by_role("button", name="Enregistrer").click()
    link = page.locator(".panier-carte a").first
    link.click()
    expect(page.locator("h1")).to_be_visible()
    assert "/cas/" in page.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing_on_a_basket_in_use(visit: Visit, scheme: str, width: int) -> None:
    size = {"width": width, "height": 800}
    page = visit(f"{ADDRESS}#cas=brest-cob", color_scheme=scheme, viewport=size)
    page.get_by_role("button", name="Écrire et poser une carte blanche").click()
    page.locator(".panier-degres input").first.check(force=True)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
