"""The basket as a group uses it: what is put on the table, and printed."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page

ADDRESS = "echanges/panier/"


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
