"""What a group has put together outlives its tab, and reaches others by link or file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from .basket import ADDRESS, place

Visit = Callable[..., Page]


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
