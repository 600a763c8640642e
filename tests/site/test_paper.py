"""What the browser prints: sheets to hand out, that say where they are from."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from .conftest import ROOT

SITE = "https://caprural.github.io/passerelles/"
LICENCE = "Licence Ouverte 2.0"
SIDES = 2
"""The sides of one sheet."""
A4 = (595, 842)
"""In points."""
RECORDS = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in ROOT.glob("cases/*.yml")}
COMPLETE = sorted(
    name for name, record in RECORDS.items() if record.get("fiche", {}).get("etat") != "ebauche"
)
OTHERS = (
    "",
    "cas/",
    "glossaire/",
    "glossaire/reciprocite/",
    "territoires/",
    "territoires/brest-metropole/",
    "sources/",
    "sources/cap-rural-2020/",
    "sessions/",
    "sessions/paniers-de-transactions-2020/",
    "comprendre/",
    "contribuer/",
    "echanges/",
    "echanges/panier/",
    "aide/champs/",
)
"""A page of each kind that is no case."""
ON_SCREEN = ", ".join(
    (
        *(".evitement", ".entete nav", ".fil", ".plan", ".sommaire", ".lettres", ".voisins"),
        *(".corriger", ".pied", "input", "button"),
    )
)
"""What leads elsewhere or is to be worked with, and has no sense on paper."""
EXCHANGED = "#echanges :is(.dessin, .echanges)"

Visit = Callable[..., Page]


@pytest.fixture
def printed(visit: Visit, tmp_path: Path) -> Callable[[str], PdfReader]:
    """What the browser prints of a page of the site."""
    page = visit()

    def read(address: str) -> PdfReader:
        page.goto(page.url.split("/passerelles/")[0] + f"/passerelles/{address}")
        page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
        return PdfReader(tmp_path / "page.pdf")

    return read


def words(pdf: PdfReader) -> str:
    return " ".join(" ".join(side.extract_text() for side in pdf.pages).split())


def unbroken(text: str) -> str:
    """A text without what the ends of lines put into it."""
    return re.sub(r"[\s\u200b]", "", text)


def test_a_complete_case_holds_on_a_sheet_with_its_address_date_and_licence(
    printed: Callable[[str], PdfReader],
) -> None:
    too_long, unsaid = {}, {}
    for name in COMPLETE:
        pdf = printed(f"cas/{name}/")
        if len(pdf.pages) > SIDES:
            too_long[name] = len(pdf.pages)
        said = words(pdf)
        wanted = [f"{SITE}cas/{name}/", LICENCE]
        missing = [each for each in wanted if unbroken(each) not in unbroken(said)]
        if missing or not re.search(r"Fiche du \d+(er)? \w+ \d{4}", said):
            unsaid[name] = missing
    assert (too_long, unsaid) == ({}, {})


def test_the_links_of_a_case_can_be_read_on_paper(printed: Callable[[str], PdfReader]) -> None:
    said = unbroken(words(printed("cas/brest-cob/")))
    links = [link["url"] for link in RECORDS["brest-cob"]["liens"]]
    assert links
    assert [link for link in links if unbroken(link) not in said] == []


def test_the_documents_of_a_concept_are_told_with_their_places_in_them(
    printed: Callable[[str], PdfReader],
) -> None:
    said = unbroken(words(printed("glossaire/reciprocite/")))
    assert unbroken("Dans le glossaire. Associés : Relation gagnant-gagnant,") in said
    assert unbroken("Sources. Relations villes-campagnes : la nouvelle donne (§ 3.3) ;") in said


@pytest.mark.parametrize("address", ["cas/brest-cob/", *OTHERS])
def test_every_kind_of_page_says_on_paper_where_it_is_from(
    printed: Callable[[str], PdfReader], address: str
) -> None:
    pdf = printed(address)
    said = words(pdf)
    assert LICENCE in said
    assert unbroken(f"{SITE}{address}") in unbroken(said)
    boxes = {(round(side.mediabox.width), round(side.mediabox.height)) for side in pdf.pages}
    assert boxes == {A4}
    assert all(side.extract_text().strip() for side in pdf.pages)


@pytest.mark.parametrize(
    "address", ["explorer/?q=bois&thematique=energie", "comparer/?cas=brest-cob&cas=tera"]
)
def test_the_address_on_paper_leads_back_to_what_was_seen(visit: Visit, address: str) -> None:
    page = visit(address)
    page.locator("html[data-ready='1']").wait_for()
    said = PdfReader(BytesIO(page.pdf())).pages[-1].extract_text()
    assert unbroken(f"{SITE}{address}") in unbroken(said)


@pytest.mark.parametrize("address", ["cas/brest-cob/", *OTHERS])
def test_nothing_is_printed_that_one_would_click(visit: Visit, address: str) -> None:
    page = visit(address)
    page.emulate_media(media="print")
    assert page.locator(ON_SCREEN).filter(visible=True).all_inner_texts() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_sheet_is_black_on_white_whatever_the_screen_is(visit: Visit, scheme: str) -> None:
    page = visit("cas/brest-cob/", color_scheme=scheme)
    page.emulate_media(media="print", color_scheme=scheme)
    expect(page.locator("body")).to_have_css("color", "rgb(0, 0, 0)")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(page.locator(EXCHANGED).first).to_be_visible()
