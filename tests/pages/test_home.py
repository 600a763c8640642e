"""The home page: the ways in, an exchange that is told, what is new."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from xml.etree.ElementTree import Element

import pytest

PageOf = Callable[..., Element]
Words = Callable[[Element], str]

BANKS = [
    {"territoire": "ville", "role": "urbain"},
    {"territoire": "campagne", "role": "rural"},
]


def exchange(giver: str, receiver: str, what: str) -> Mapping[str, str]:
    return {"de": giver, "vers": receiver, "apport": what, "flux": "biens", "etat": "realise"}


def dated(state: str, created: str, reviewed: str = "") -> Mapping[str, Any]:
    sheet = {"etat": state, "creee": created} | ({"revue": reviewed} if reviewed else {})
    return {"fiche": sheet}


def section(page: Element, title: str) -> Element:
    found = page.find(f".//section[@aria-labelledby='{title}']")
    assert found is not None
    return found


def test_what_is_new_comes_from_the_sheets_the_latest_first(page_of: PageOf, words: Words) -> None:
    changes = {
        "cases/pacte.yml": dated("complete", "2026-11-01"),
        "cases/foire.yml": dated("relue", "2026-02", "2026-11-20"),
    }
    news = section(page_of("", changes), "titre-nouveau")
    assert [words(each) for each in news.findall(".//li")] == [
        "La foire aux semences fiche relue, le 20 novembre 2026",
        "Un pacte pour le bois nouvelle fiche, le 1er novembre 2026",
    ]


def test_without_dates_nothing_is_said_to_be_new(page_of: PageOf) -> None:
    assert page_of("").find(".//section[@aria-labelledby='titre-nouveau']") is None


def test_the_case_shown_is_one_in_which_both_banks_give(page_of: PageOf, words: Words) -> None:
    changes = {
        "cases/foire.yml": {
            "territoires": BANKS,
            "echanges": [exchange("ville", "campagne", f"Don {rank}") for rank in range(3)],
        },
        "cases/pacte.yml": {
            "territoires": BANKS,
            "acteurs": [{"cle": "scierie", "nom": "La scierie", "type": "entreprise"}],
            "echanges": [
                exchange("campagne", "ville", "Du bois"),
                exchange("scierie", "ville", "Des planches"),
                exchange("ville", "campagne", "Des conseils"),
            ],
        },
    }
    shown = section(page_of("", changes), "titre-une")
    text = words(shown)
    assert "Un exemple, 2 échanges sur 3" in text
    assert "Un pacte pour le bois" in text
    assert "Du bois" in text
    assert "Des conseils" in text
    assert "Des planches" not in text


def test_figures_are_those_of_the_base_and_lead_to_the_lists(page_of: PageOf) -> None:
    page = page_of("")
    figures = page.find(".//header[@class='tete']/p[@class='details']")
    assert figures is not None
    assert [(link.get("href"), link.text) for link in figures] == [
        ("cas/", "2\u00a0cas"),
        ("echanges/", "0\u00a0échange"),
        ("glossaire/", "2\u00a0mots"),
        ("territoires/", "2\u00a0territoires"),
    ]


def test_subjects_are_those_with_most_cases_and_one_way_leads_to_the_others(
    page_of: PageOf, words: Words
) -> None:
    names = [f"sujet-{rank}" for rank in range(12)]
    changes: dict[str, Any] = {
        f"glossary/{name}.yml": {"terme": name, "schema": "thematique", "definition": "Un mot."}
        for name in names
    }
    changes["cases/pacte.yml"] = {"thematiques": names}
    changes["cases/foire.yml"] = {"thematiques": ["sujet-7"]}
    subjects = section(page_of("", changes), "titre-sujets")
    items = [words(each) for each in subjects.findall(".//li")]
    assert items[0] == "sujet-7 2 cas"
    assert len(items) == 9
    assert items[-1] == "Les 12 sujets"
    last = subjects.findall(".//li/a")[-1]
    assert last.get("href") == "glossaire/#thematique"


@pytest.mark.parametrize(
    ("changes", "key", "href"),
    [
        ({}, "territoires", "territoires/"),
        ({"content/comprendre.md": "# Comprendre\n\nUn mot.\n"}, "comprendre", "comprendre/"),
        ({"content/agir.md": "# Agir\n\nUn mot.\n"}, "agir", "agir/"),
        (
            {"glossary/oser.yml": {"terme": "Oser", "schema": "levier", "definition": "Un mot."}},
            "leviers",
            "glossaire/#levier",
        ),
        (
            {"sessions/jour.yml": {"titre": "Un jour", "date": "2020"}},
            "sessions",
            "sessions/",
        ),
        (
            {
                "cases/pacte.yml": {
                    "territoires": BANKS,
                    "echanges": [exchange("campagne", "ville", "Du bois")],
                }
            },
            "echanges",
            "echanges/",
        ),
    ],
)
def test_a_way_in_stands_where_it_leads_to_something(
    page_of: PageOf, changes: Mapping[str, Any], key: str, href: str
) -> None:
    way = f".//a[@class='entree-{key}']"
    found = page_of("", changes).find(way)
    assert found is not None
    assert found.get("href") == href
    if changes:
        assert page_of("").find(way) is None
