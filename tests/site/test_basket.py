"""A group builds, saves, reloads and prints a basket: by keyboard, by touch, from disk."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]
ADDRESS = "echanges/panier/"
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


def place(page: Page, query: str, giver: str, receiver: str) -> None:
    """Put the first card that a query finds on the table, with clicks."""
    page.get_by_label("Chercher une carte").fill(query)
    page.get_by_role("button", name=re.compile("^Poser cette carte")).first.click()
    page.locator("#panier-cartes").get_by_label("Qui apporte").select_option(label=giver)
    page.locator("#panier-cartes").get_by_label("Qui reçoit").select_option(label=receiver)
    page.get_by_role("button", name="Mettre sur la table").click()


def pages_of(pdf: Path) -> int:
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))


def print_to(page: Page, file: Path) -> Path:
    """Print a page as its style says."""
    page.pdf(path=file, prefer_css_page_size=True)
    return file


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
    expect(page.locator("#panier-questions")).to_contain_text("Rien ne va encore vers La campagne")
    expect(page.locator("#panier-questions")).to_contain_text("Et si cet apport cessait")
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


def test_unsaved_work_survives_a_closed_tab(visit: Visit) -> None:
    page = visit(ADDRESS)
    place(page, "carhaix", "La ville", "La campagne")
    page.get_by_label("Suites").fill("Le comité suit")
    again = page.context.new_page()
    page.close()
    again.goto(page.url)
    expect(again.locator(".panier-apport")).to_have_count(1)
    expect(again.get_by_label("Suites")).to_have_value("Le comité suit")


def test_all_can_be_erased_from_the_device(visit: Visit) -> None:
    page = visit(ADDRESS)
    place(page, "carhaix", "La ville", "La campagne")
    page.get_by_role("button", name="Recommencer").click()
    assert page.evaluate("localStorage.length") == 2
    page.get_by_role("button", name="Tout effacer de cet appareil").click()
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    expect(page.locator(".panier-apport")).to_have_count(0)


def test_a_link_brings_the_basket_to_somebody_else(visit: Visit) -> None:
    page = visit(f"{ADDRESS}#cas=brest-cob", permissions=["clipboard-read", "clipboard-write"])
    expect(page.locator(".panier-apport")).to_have_count(6)
    assert "#" not in page.url
    page.get_by_role("button", name="Partager").click()
    expect(page.locator("#panier-message")).to_contain_text("Le lien est copié")
    link = page.evaluate("navigator.clipboard.readText()")
    other = visit(link[link.index(ADDRESS) :])
    expect(other.locator(".panier-apport")).to_have_count(6)
    expect(other.locator("#panier-message")).to_have_text("Le panier est ouvert.")


def test_a_damaged_link_says_so_and_keeps_what_can_be_kept(visit: Visit) -> None:
    page = visit(f"{ADDRESS}#cas=brest-cob", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Partager").click()
    expect(page.locator("#panier-message")).to_contain_text("Le lien est copié")
    link = page.evaluate("navigator.clipboard.readText()")
    cut = visit(link[link.index(ADDRESS) : -120])
    expect(cut.locator("#panier-message")).to_contain_text("Ce lien est abîmé")
    expect(cut.locator(".panier-apport")).to_have_count(5)
    wrong = visit(f"{ADDRESS}#panier=1.zzz.bonjour")
    expect(wrong.locator("#panier-message")).to_contain_text("n’est pas un panier")


def test_a_link_does_not_lose_the_basket_at_hand(visit: Visit) -> None:
    page = visit(ADDRESS)
    place(page, "carhaix", "La ville", "La campagne")
    page.goto(f"{page.url}#cas=brest-cob")
    expect(page.locator(".panier-apport")).to_have_count(6)
    page.reload()
    page.get_by_role("button", name="Reprendre le panier précédent").click()
    expect(page.locator(".panier-apport")).to_have_count(1)


def test_a_file_that_is_no_basket_changes_nothing(visit: Visit, tmp_path: Path) -> None:
    page = visit(ADDRESS)
    place(page, "carhaix", "La ville", "La campagne")
    file = tmp_path / "autre.json"
    file.write_text("bonjour", "utf-8")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Ouvrir").click()
    chooser.value.set_files(file)
    expect(page.locator("#panier-message")).to_contain_text("Ce fichier n’est pas un panier")
    expect(page.locator(".panier-apport")).to_have_count(1)


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


def test_words_of_others_are_never_taken_for_html(visit: Visit) -> None:
    page = visit(ADDRESS)
    page.get_by_role("textbox", name="Partie 1").fill("<img src=x onerror=alert(1)>")
    place(page, "carhaix", "<img src=x onerror=alert(1)>", "La campagne")
    expect(page.locator("#panier-equilibre")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("#contenu img").count() == 0


def test_a_full_basket_still_fits_on_one_page(visit: Visit, tmp_path: Path) -> None:
    records = [
        {"type": "panier", "version": 1, "titre": "Un titre assez long " * 5},
        *(
            {"type": "partie", "id": f"p{n}", "nom": "Communauté " * 7, "role": "rural"}
            for n in range(6)
        ),
        *(
            {
                "type": "apport",
                "de": f"p{n % 6}",
                "vers": f"p{(n + 1) % 6}",
                "apport": "Un apport très précisément décrit, " * 5,
                "flux": "matieres_energie",
                "importance": [5, 5],
            }
            for n in range(20)
        ),
        {"type": "conditions", "texte": "Une condition. " * 80},
        {"type": "suites", "texte": "Une suite. " * 100},
    ]
    file = tmp_path / "plein.json"
    file.write_text(json.dumps(records), "utf-8")
    page = visit(ADDRESS)
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Ouvrir").click()
    chooser.value.set_files(file)
    expect(page.locator(".panier-apport")).to_have_count(20)
    assert pages_of(print_to(page, tmp_path / "plein.pdf")) == 1
    fits = "e => e.scrollHeight <= e.clientHeight"
    assert page.locator("#feuille").evaluate(fits)


def test_cards_are_printed_eight_to_a_sheet_with_blank_ones(visit: Visit, tmp_path: Path) -> None:
    page = visit(ADDRESS)
    page.evaluate("window.print = () => {}")
    cards = page.evaluate("passerellesEchanges.echanges.length")
    page.get_by_role("button", name="Imprimer les cartes").click()
    assert pages_of(print_to(page, tmp_path / "cartes.pdf")) == -(-(cards + 4) // 8)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext reads the PDF")
def test_the_printed_basket_says_all_that_was_agreed(visit: Visit, tmp_path: Path) -> None:
    page = visit(ADDRESS)
    place(page, "carhaix", "La ville", "La campagne")
    page.get_by_label("Titre du panier").fill("Notre panier")
    page.get_by_label("Conditions").fill("Un prix juste")
    pdf = print_to(page, tmp_path / "panier.pdf")
    text = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    for said in ("Notre panier", "Un prix juste", "La ville", "services", "sens unique"):
        assert said in text
    assert "Enregistrer" not in text


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
