"""Where the terms of the glossary become links on a page, and where typography stops."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from passerelles import addresses, pipeline

Page = Callable[..., Element]


def concept(term: str, *forms: str, **keys: Any) -> dict[str, Any]:
    definition = f"Ce que dit « {term} »."
    return {
        "terme": term,
        "schema": "notion",
        "definition": definition,
        "formes": forms or None,
        **keys,
    }


def with_text(text: str, **keys: Any) -> dict[str, Any]:
    """A base with two notions, of which a case speaks so."""
    return {
        "glossary/reciprocite.yml": concept("Réciprocité", "PNR"),
        "glossary/contrat.yml": concept("Contrat de réciprocité"),
        "cases/pacte.yml": {"defis": text, **keys},
    }


def terms_in(element: Element) -> list[tuple[str, str]]:
    """The concept and the words of each linked term."""
    links = [link for link in element.iter("a") if link.get("class") == "terme"]
    return [(str(link.get("data-terme")), "".join(link.itertext())) for link in links]


def section(page: Element, anchor: str) -> Element:
    (found,) = page.findall(f".//*[@id='{anchor}']")
    return found


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("La réciprocité, puis la réciprocité.", [("reciprocite", "réciprocité")]),
        ("Des RECIPROCITES", [("reciprocite", "RECIPROCITES")]),
        ("Les contrats de réciprocité", [("contrat", "contrats de réciprocité")]),
        (
            "Un contrat de réciprocité dit la réciprocité",
            [("contrat", "contrat de réciprocité"), ("reciprocite", "réciprocité")],
        ),
        ("Le PNR, non le pnr", [("reciprocite", "PNR")]),
        ("# La réciprocité", []),
        ("> La réciprocité", []),
        ("[La réciprocité](https://a.fr)", []),
        ("`réciprocité`", []),
        ("https://a.fr/réciprocité", []),
        ("La [[reciprocite]], puis la réciprocité", []),
        ("- La *réciprocité*\n- la réciprocité", [("reciprocite", "réciprocité")]),
        ("Un mot.\n\nLa réciprocité.\n\nLa réciprocité.", [("reciprocite", "réciprocité")]),
    ],
)
def test_a_term_is_linked_where_it_first_stands_in_running_text(
    page_of: Page, text: str, terms: list[tuple[str, str]]
) -> None:
    page = page_of("cas/pacte/", with_text(text))
    assert terms_in(section(page, "defis")) == terms


def test_a_term_is_linked_anew_in_each_section(page_of: Page) -> None:
    keys = {
        "resume": "Une réciprocité.",
        "territoires": [{"territoire": "ville", "note": "Une réciprocité."}],
        "gouvernance": "Une réciprocité.",
        "chronologie": [
            {"date": "2016", "texte": "Une réciprocité."},
            {"date": "2017", "texte": "Une réciprocité."},
        ],
        "voir_aussi": [{"cas": "foire", "raison": "Une réciprocité."}],
    }
    page = page_of("cas/pacte/", with_text("Une réciprocité.", **keys))
    for anchor in ("resume", "territoires", "defis", "gouvernance", "chronologie", "voir_aussi"):
        assert terms_in(section(page, anchor)) == [("reciprocite", "réciprocité")], anchor


def test_a_definition_that_differs_is_a_section_of_its_own(page_of: Page) -> None:
    others = [{"texte": "Une réciprocité.", "source": "note-2019"}]
    changes = with_text("Un mot.")
    changes["glossary/alliance.yml"] = concept("Alliance", autres_definitions=others)
    changes["glossary/alliance.yml"]["definition"] = "Une réciprocité."
    page = page_of("glossaire/alliance/", changes)
    assert terms_in(section(page, "definition")) == [("reciprocite", "réciprocité")]
    assert terms_in(section(page, "autres_definitions")) == [("reciprocite", "réciprocité")]


def test_goals_of_a_session_are_a_section_of_its_own(page_of: Page) -> None:
    session = {
        "titre": "Une journée",
        "date": "2020",
        "public": "Pour la réciprocité.",
        "objectifs": ["La réciprocité"],
    }
    page = page_of("sessions/jour/", {**with_text("Un mot."), "sessions/jour.yml": session})
    assert terms_in(section(page, "public")) == [("reciprocite", "réciprocité")]
    assert terms_in(section(page, "objectifs")) == [("reciprocite", "réciprocité")]


def test_a_concept_does_not_link_its_own_forms_on_its_page(page_of: Page) -> None:
    changes = with_text("Un mot.")
    definition = "La réciprocité (PNR) est un contrat de réciprocité."
    changes["glossary/reciprocite.yml"]["definition"] = definition
    page = page_of("glossaire/reciprocite/", changes)
    assert terms_in(page) == [("contrat", "contrat de réciprocité")]


def test_a_concept_can_ask_that_its_forms_be_left_alone(page_of: Page) -> None:
    changes = with_text("Un contrat de réciprocité.")
    changes["glossary/contrat.yml"]["lien_automatique"] = "non"
    page = page_of("cas/pacte/", changes)
    assert terms_in(section(page, "defis")) == [("reciprocite", "réciprocité")]


def test_a_linked_term_brings_its_definition_once(
    page_of: Page, words: Callable[[Element], str]
) -> None:
    text = "Une réciprocité."
    page = page_of("cas/pacte/", with_text(text, gouvernance=text))
    (definition,) = section(page, "definitions")
    assert definition.get("id") == "definition-reciprocite"
    assert "hidden" in section(page, "definitions").attrib
    assert words(definition) == (
        "Réciprocité Ce que dit « Réciprocité ». Lire la fiche du glossaire"
    )
    links = {link.get("href") for link in page.iter("a") if link.get("class") == "terme"}
    assert links == {"../../glossaire/reciprocite/"}
    assert [link.get("href") for link in definition.iter("a")] == ["../../glossaire/reciprocite/"]


def test_only_a_page_with_terms_has_definitions_and_the_script_for_them(
    site_of: Callable[..., pipeline.Site],
) -> None:
    pages = {page.address: page for page in site_of(with_text("Une réciprocité.")).pages}
    (script,) = set(pages["cas/pacte/"].scripts) - set(pages["cas/foire/"].scripts)
    assert script.endswith(addresses.BUBBLES_SCRIPT)
    assert 'id="definitions"' not in pages["cas/foire/"].main


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("L'eau : oui !", "L’eau\u00a0: oui\u202f!"),
        ('Un "mot"', "Un «\u202fmot\u202f»"),
        ("Un **mot** ; un autre", "Un mot\u202f; un autre"),
        ("`a ; b`", "a ; b"),
        ("<https://a.fr/?a=1;b:c>", "https://a.fr/?a=1;b:c"),
        ("[Voir ;](https://a.fr/l'eau;b)", "Voir\u202f;"),
        ("3 057 km² et 12 %", "3\u202f057\u00a0km² et 12\u202f%"),
    ],
)
def test_texts_are_set_as_in_print_but_not_code_nor_addresses(
    page_of: Page, text: str, printed: str
) -> None:
    (paragraph,) = section(page_of("cas/pacte/", with_text(text)), "defis").iter("p")
    letters = [each.text or "" for each in paragraph.iter("sup")]
    assert "".join(paragraph.itertext()) == f"{printed}{''.join(letters)}"
    for link in paragraph.iter("a"):
        assert str(link.get("href")).startswith("https://a.fr/")
        assert not {"\u202f", "\u00a0", "’"} & set(str(link.get("href")))


def test_every_text_of_a_record_is_set_as_in_print(page_of: Page) -> None:
    keys = {
        "titre": "L'eau : pour qui ?",
        "resume": "C'est ici : là !",
        "acteurs": [
            {"nom": "L'agence", "type": "etat", "role": "dit : oui", "lien": "https://a.fr/l'x"}
        ],
        "liens": [{"titre": "L'adresse", "url": "https://a.fr/?q=l'eau;x"}],
        "images": [
            {
                "fichier": "l'eau.svg",
                "texte_alternatif": "L'eau : vue",
                "credit": "L'auteur",
                "licence": "CC BY",
            }
        ],
    }
    changes = {**with_text("Un mot.", **keys), "content/images/l'eau.svg": "<svg/>"}
    page = page_of("cas/pacte/", changes)
    written = ["https://a.fr/l'x", "https://a.fr/?q=l'eau;x"]
    addresses_of_links = page.find(".//section[@class='ailleurs-adresses']/ol")
    assert addresses_of_links is not None
    assert [each.text for each in addresses_of_links] == written
    addresses_of_links.clear()
    texts = "".join(page.itertext())
    assert "'" not in texts
    assert " :" not in texts
    hrefs = {link.get("href") for link in page.iter("a")}
    assert set(written) <= hrefs
    (image,) = page.iter("img")
    assert image.get("src") == "../../images/l%27eau.svg"
    assert image.get("alt") == "L’eau\u00a0: vue"
