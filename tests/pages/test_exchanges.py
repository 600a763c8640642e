"""What pages say of exchanges: the drawing, the words, the balance, the matrix."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from passerelles.library import Library, balance, crossings
from passerelles.pages.balance_words import caution, sentence, sides

Words = Callable[[Element], str]
PageOf = Callable[..., Element]


def exchange(way: str, flux: str = "biens", etat: str = "realise") -> Mapping[str, str]:
    """An exchange « de>vers »."""
    giver, receiver = way.split(">")
    apport = f"Ce que {giver} donne"
    return {"de": giver, "vers": receiver, "apport": apport, "flux": flux, "etat": etat}


def changes(*exchanges: Mapping[str, str]) -> Mapping[str, Any]:
    """A small base whose first case has these exchanges, between town, countryside and actors."""
    actors = [
        {"cle": f"acteur-{number}", "nom": f"Acteur {number}", "type": "association"}
        for number in range(9)
    ]
    territories = [
        {"territoire": "ville", "role": "urbain"},
        {"territoire": "campagne", "role": "rural"},
    ]
    return {
        "cases/pacte.yml": {
            "territoires": territories,
            "acteurs": actors,
            "echanges": list(exchanges),
        }
    }


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([exchange("ville>campagne")], "Échange à sens unique"),
        (
            [exchange("ville>campagne"), exchange("ville>campagne", "services")],
            "Échanges à sens unique",
        ),
        (
            [exchange("ville>campagne"), exchange("campagne>ville")],
            "Réciprocité sur un seul flux",
        ),
        (
            [
                exchange("ville>campagne"),
                exchange("campagne>ville", "services"),
                exchange("ville>acteur-1", "capitaux"),
            ],
            "Réciprocité sur deux flux, et un échange à sens unique",
        ),
        (
            [
                exchange("ville>campagne"),
                exchange("campagne>acteur-1", "services"),
                exchange("acteur-1>ville", "capitaux"),
                exchange("ville>acteur-2"),
                exchange("ville>acteur-3"),
            ],
            "Échanges en boucle sur trois flux, et 2 échanges à sens unique",
        ),
    ],
)
def test_a_sentence_says_how_exchanges_are_balanced(
    library_of: Callable[..., Library], given: list[Mapping[str, str]], said: str
) -> None:
    assert sentence(balance(tuple(crossings(library_of(changes(*given)))))) == said


def test_what_is_only_planned_is_not_taken_for_reciprocity(
    library_of: Callable[..., Library],
) -> None:
    back = exchange("campagne>ville", "services", "envisage")
    found = tuple(crossings(library_of(changes(exchange("ville>campagne"), back))))
    assert caution(found) == "Sans ce qui n’est encore qu’envisagé, rien ne revient."


def test_nothing_is_added_where_all_is_under_way(library_of: Callable[..., Library]) -> None:
    found = tuple(crossings(library_of(changes(exchange("ville>campagne")))))
    assert caution(found) == ""


def test_what_crosses_from_bank_to_bank_is_named(library_of: Callable[..., Library]) -> None:
    given = (exchange("ville>campagne", "services"), exchange("campagne>ville"))
    found = tuple(crossings(library_of(changes(*given))))
    assert sides(found) == "De l’urbain au rural : services ; du rural à l’urbain : biens."


def test_a_case_shows_drawing_words_table_and_balance(page_of: PageOf, words: Words) -> None:
    page = page_of("cas/pacte/", changes(exchange("ville>campagne"), exchange("campagne>ville")))
    section = page.find(".//section[@id='echanges']")
    assert section is not None
    assert section.find(".//svg[@role='img']") is not None
    assert len(section.findall(".//ol[@class='echanges']/li")) == 2
    table = section.find(".//details//table")
    assert table is not None
    assert len(table.findall("tbody/tr")) == 2
    text = words(section)
    assert "Réciprocité sur un seul flux." in text
    assert "l’absence d’un échange n’est pas une preuve" in text
    assert "Pointe pleine : réalisé." in text


def test_no_identifier_stands_twice_on_a_page_with_exchanges(page_of: PageOf) -> None:
    given = {**exchange("ville>campagne"), "source": "note-2019 p. 3"}
    for address in ("cas/pacte/", "echanges/", "echanges/panier/", ""):
        page = page_of(address, changes(given, exchange("campagne>ville")))
        found = [element.get("id") for element in page.iter() if element.get("id")]
        assert len(found) == len(set(found)), address


def test_more_parties_than_can_be_drawn_are_listed_in_words(page_of: PageOf) -> None:
    given = [exchange(f"ville>acteur-{number}") for number in range(9)]
    section = page_of("cas/pacte/", changes(*given)).find(".//section[@id='echanges']")
    assert section is not None
    assert section.find(".//svg[@role='img']") is None
    assert len(section.findall(".//ol[@class='echanges']/li")) == 9


def test_many_parties_take_the_whole_width_of_the_page(page_of: PageOf) -> None:
    given = [exchange(f"ville>acteur-{number}") for number in range(6)]
    page = page_of("cas/pacte/", changes(*given))
    assert page.find(".//figure[@class='dessin large']") is not None
    assert page.find(".//div[@class='recit']//section[@id='echanges']") is None


def test_the_basket_can_be_begun_with_a_case(page_of: PageOf) -> None:
    page = page_of("cas/pacte/", changes(exchange("ville>campagne")))
    link = page.find(".//a[@class='panier-lien']")
    assert link is not None
    assert link.get("href") == "../../echanges/panier/#cas=pacte"


def test_each_number_of_the_matrix_leads_to_as_many_exchanges(page_of: PageOf) -> None:
    given = (
        exchange("ville>campagne", "services"),
        exchange("ville>campagne", "services"),
        exchange("campagne>ville"),
        exchange("acteur-1>acteur-2", "capitaux"),
    )
    page = page_of("echanges/", changes(*given))
    links = page.findall(".//table[@class='matrice']//td/a")
    assert sum(int(link.text or 0) for link in links) == len(given)
    for link in links:
        group = page.find(f".//ul[@id='{link.get('href', '')[1:]}']")
        assert group is not None
        assert len(group.findall(".//li[@data-echange]")) == int(link.text or 0)


def test_every_exchange_is_told_with_its_case_parties_theme_state_and_source(
    page_of: PageOf, words: Words
) -> None:
    given = {**exchange("ville>campagne"), "thematique": "energie", "source": "note-2019 p. 3"}
    row = page_of("echanges/", changes(given)).find(".//li[@data-echange='pacte-1']")
    assert row is not None
    text = words(row)
    for said in ("Villeneuve", "apporte à", "Pays des Collines", "réalisé", "Énergie", "p. 3"):
        assert said in text
    links = [link.get("href") for link in row.iter("a")]
    assert links == ["../glossaire/energie/", "../cas/pacte/#echanges", "../sources/note-2019/"]


def test_the_page_says_which_flux_run_from_town_to_countryside(
    page_of: PageOf, words: Words
) -> None:
    page = page_of("echanges/", changes(exchange("ville>campagne", "services")))
    assert "Dans cette base, de l’urbain au rural : services." in words(page)
    assert "un échange absent d’ici peut exister" in words(page)


def test_a_base_without_exchanges_still_has_its_page(page_of: PageOf, words: Words) -> None:
    assert "0 échange" in words(page_of("echanges/"))


def test_the_basket_says_what_it_needs_where_there_is_no_script(
    page_of: PageOf, words: Words
) -> None:
    assert "Cet outil a besoin de JavaScript" in words(page_of("echanges/panier/"))


def test_the_guide_and_the_basket_lead_to_each_other(page_of: PageOf) -> None:
    guide = {"content/guide-panier.md": "# Animer un atelier\n\nDu texte.\n"}
    to_guide = page_of("echanges/panier/", guide).find(".//a[@href='../../guide-panier/']")
    to_basket = page_of("guide-panier/", guide).find(".//a[@href='../echanges/panier/']")
    assert to_guide is not None
    assert to_basket is not None


def test_the_home_page_draws_the_featured_case(page_of: PageOf) -> None:
    home = page_of("", changes(exchange("ville>campagne"), exchange("campagne>ville")))
    assert home.find(".//section[@class='a-la-une']//svg[@role='img']") is not None
    assert home.find(".//section[@id='notes']") is None
