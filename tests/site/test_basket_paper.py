"""The basket on paper."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .basket import ADDRESS, pages_of, place, print_to

Visit = Callable[..., Page]


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
