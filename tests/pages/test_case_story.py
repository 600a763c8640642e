"""What a case aims at, has, did and reached: figures and times, drawn where that says something."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from xml.etree.ElementTree import Element

import pytest

PageOf = Callable[..., Element]
Words = Callable[[Element], str]


def section(page: Element, anchor: str) -> Element:
    found = page.find(f".//section[@id='{anchor}']")
    assert found is not None
    return found


def bars(part: Element) -> list[tuple[str | None, str | None]]:
    """Sort and length of what is drawn upon the ground of each bar."""
    drawn = [drawing.findall("rect")[1] for drawing in part.iter("svg")]
    return [(each.get("class"), each.get("width")) for each in drawn]


def with_case(**keys: Any) -> Mapping[str, Any]:
    return {"cases/pacte.yml": keys}


def test_sums_of_one_currency_are_drawn_beside_each_other(page_of: PageOf) -> None:
    means = [
        {"nature": "financement", "libelle": "Une aide", "montant": 40000},
        {"nature": "financement", "libelle": "Une autre", "montant": 10000},
        {"nature": "financement", "libelle": "En francs suisses", "montant": 5, "devise": "CHF"},
        {"nature": "foncier", "libelle": "Un terrain"},
    ]
    found = section(page_of("cas/pacte/", with_case(moyens=means)), "moyens")
    assert bars(found) == [("barre-part", "100"), ("barre-part", "25")]


def test_unlike_quantities_are_not_compared(page_of: PageOf, words: Words) -> None:
    results = [
        {"libelle": "Foyers", "valeur": 1200, "unite": "foyers"},
        {"libelle": "Surface", "valeur": 3, "unite": "ha"},
        {"libelle": "Comités", "valeur": 2},
        {"libelle": "Réunions", "valeur": 4},
    ]
    found = section(page_of("cas/pacte/", with_case(resultats=results)), "resultats")
    assert bars(found) == []
    values = [words(value) for value in found.iter("strong")]
    assert values == ["1 200 foyers", "3 ha", "2", "4"]


def test_a_number_and_its_unit_stay_together(page_of: PageOf) -> None:
    results = [{"libelle": "Foyers", "valeur": 1200, "unite": "foyers"}]
    found = section(page_of("cas/pacte/", with_case(resultats=results)), "resultats")
    assert "".join(next(found.iter("strong")).itertext()) == "1\u202f200\u00a0foyers"


@pytest.mark.parametrize(
    ("target", "drawn"),
    [
        ("80 %", [("barre-visee", "80")]),
        ("12,5 % des aides", [("barre-visee", "12.5")]),
        ("100 % des aides", [("barre-visee", "100")]),
        ("une dizaine par an", []),
        ("150 %", []),
        ("100 exploitations, soit 10 %", []),
    ],
)
def test_a_target_is_drawn_where_it_is_a_share_of_a_whole(
    page_of: PageOf, target: str, drawn: list[tuple[str, str]]
) -> None:
    goals = [{"texte": "Faire mieux", "cible": target}]
    found = section(page_of("cas/pacte/", with_case(objectifs=goals)), "objectifs")
    assert bars(found) == drawn


def moments(page: Element) -> list[tuple[str | None, str]]:
    """Sort and words of each point of the timeline."""
    found = section(page, "chronologie").findall(".//ol/li")
    return [(each.get("class"), " ".join(" ".join(each.itertext()).split())) for each in found]


def test_a_timeline_leaves_room_for_the_years_between(page_of: PageOf) -> None:
    dates = ["1950", "2016-11", "2014", "2016"]
    events = [{"date": date, "texte": "Un pas."} for date in dates]
    assert moments(page_of("cas/pacte/", with_case(chronologie=events))) == [
        ("ecart-0", "1950 Un pas."),
        ("ecart-8", "2014 Un pas."),
        ("ecart-2", "novembre 2016 Un pas."),
        ("ecart-0", "2016 Un pas."),
    ]


def test_a_timeline_keeps_the_order_that_dates_leave_open(page_of: PageOf) -> None:
    dates = {"2020-06": "Un.", "2020": "Deux.", "2019": "Trois.", "2020-05": "Quatre."}
    events = [{"date": date, "texte": text} for date, text in dates.items()]
    told = moments(page_of("cas/pacte/", with_case(chronologie=events)))
    assert [words for _, words in told] == [
        "2019 Trois.",
        "mai 2020 Quatre.",
        "juin 2020 Un.",
        "2020 Deux.",
    ]


def test_a_timeline_tells_what_came_before_and_that_it_goes_on(page_of: PageOf) -> None:
    events = [{"date": date, "texte": "Un pas."} for date in ("2013", "2016-11")]
    case = with_case(chronologie=events, debut="2015-06")
    assert moments(page_of("cas/pacte/", case)) == [
        ("ecart-0 avant", "2013 Un pas."),
        ("ecart-2 pendant", "juin 2015 Début de la coopération."),
        ("ecart-1 pendant", "novembre 2016 Un pas."),
        ("toujours", "en cours"),
    ]


def test_a_timeline_tells_the_end_and_what_came_after(page_of: PageOf) -> None:
    events = [{"date": date, "texte": "Un pas."} for date in ("2015", "2018")]
    case = with_case(chronologie=events, debut="2015-06", fin="2017", statut="acheve")
    assert moments(page_of("cas/pacte/", case)) == [
        ("ecart-0 pendant", "2015 Un pas."),
        ("ecart-2 pendant", "2017 Fin de la coopération."),
        ("ecart-1 apres", "2018 Un pas."),
    ]


def test_years_alone_need_little_room(page_of: PageOf) -> None:
    def line(date: str) -> str | None:
        page = page_of("cas/pacte/", with_case(chronologie=[{"date": date, "texte": "Un pas."}]))
        return section(page, "chronologie").find("ol").get("class")  # type: ignore[union-attr]

    assert line("2016") == "frise frise-annees"
    assert line("2016-11") == "frise"
