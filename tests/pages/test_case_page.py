"""The page of a case: everything that its file says, and where the rest of the base leads to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import ascii_lowercase
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from passerelles import pipeline
from passerelles.records import Case

SECTIONS = [
    ("echanges", "Qui apporte quoi à qui"),
    ("defis", "Défis"),
    ("objectifs", "Objectifs"),
    ("resultats", "Résultats"),
    ("enseignements", "Enseignements"),
    ("leviers", "Leviers"),
    ("freins", "Freins"),
    ("transfert", "Transfert"),
    ("acteurs", "Acteurs"),
    ("gouvernance", "Gouvernance"),
    ("moyens", "Moyens"),
    ("chronologie", "Chronologie"),
    ("liens", "Liens"),
    ("voir_aussi", "Voir aussi"),
]


@pytest.fixture(scope="module")
def page(full_page: Callable[[str], Element]) -> Element:
    return full_page("cas/pacte/")


@pytest.fixture(scope="module")
def part(page: Element, words: Callable[[Element], str]) -> Callable[[str], str]:
    """The words of the element with an anchor."""

    def read(anchor: str) -> str:
        (found,) = page.findall(f".//*[@id='{anchor}']")
        return words(found)

    return read


def test_a_case_begins_with_its_title_status_period_and_themes(
    page: Element, part: Callable[[str], str], words: Callable[[Element], str]
) -> None:
    (title,) = page.findall(".//h1")
    assert words(title) == "Un pacte pour le bois"
    assert part("statut") == "En cours de 2016 à décembre 2020"
    assert part("thematiques") == "En cours de 2016 à décembre 2020 Énergie"
    assert part("resume") == "Une ville et sa campagne se chauffent ensemble."


def test_its_territories_stand_with_their_roles_and_figures(part: Callable[[str], str]) -> None:
    territories = part("territoires")
    assert territories.startswith("Villeneuve urbain")
    assert "207 000 habitants" in territories
    assert "Elle écrit." in territories
    assert territories.endswith("Pays des Collines rural")


def test_its_actors_are_named_at_once(page: Element, words: Callable[[Element], str]) -> None:
    (line,) = page.findall(".//p[@class='partenaires']")
    assert words(line) == "Acteurs : La scierie et Le réseau."


def test_sections_answer_in_the_order_of_who_is_in_a_hurry(page: Element) -> None:
    found = [section.get("id") for section in page.iter("section")]
    assert [each for each in found if each in dict(SECTIONS)] == [key for key, _ in SECTIONS]
    assert found[0] == "territoires"


def test_the_contents_of_a_case_name_its_sections(
    page: Element, words: Callable[[Element], str]
) -> None:
    links = page.findall(".//nav[@class='plan']//a")
    assert [(link.get("href"), words(link)) for link in links] == [
        (f"#{key}", title) for key, title in SECTIONS
    ]


def test_a_case_of_few_words_needs_no_contents(page_of: Callable[..., Element]) -> None:
    assert page_of("cas/pacte/").find(".//nav[@class='plan']") is None


def test_a_sheet_that_is_only_begun_says_so(
    page_of: Callable[..., Element], words: Callable[[Element], str]
) -> None:
    sheet = {"etat": "ebauche", "creee": "2026-11-01"}
    page = page_of("cas/pacte/", {"cases/pacte.yml": {"fiche": sheet}})
    assert "Fiche à l’état d’ébauche" in words(page)
    assert "ébauche" not in words(page_of("cas/pacte/"))


@pytest.mark.parametrize(("anchor", "title"), SECTIONS)
def test_every_filled_section_has_its_key_as_its_anchor(
    page: Element, words: Callable[[Element], str], anchor: str, title: str
) -> None:
    (section,) = page.findall(f".//section[@id='{anchor}']")
    heading = section.find("h2")
    assert heading is not None
    assert words(heading) == title
    assert heading.get("id") == section.get("aria-labelledby")


def test_every_key_of_the_model_is_an_anchor_of_the_page(
    page: Element, full: Mapping[str, Any]
) -> None:
    keys = {str(info.alias) for info in Case.model_fields.values()}
    assert keys - set(full["cases/pacte.yml"]) == {"statut", "thematiques"}
    anchors = {element.get("id") for element in page.iter()}
    headings_and_dates = {"titre", "debut", "fin", "anciens_identifiants"}
    assert keys - headings_and_dates <= anchors


@pytest.mark.parametrize(
    ("anchor", "text"),
    [
        ("objectifs", "Planter mieux 4 cible : 100 ha échéance : 2030"),
        ("acteurs", "La scierie entreprise · coupe le bois Le réseau a réseau"),
        ("moyens", "40 000 € Une aide 3 financement · La région · 2016"),
        (
            "chronologie",
            "novembre 2016 On signe. 8 2018 On recommence. décembre 2020 Fin de la coopération.",
        ),
        ("resultats", "1 200 foyers Foyers chauffés 2020"),
        ("leviers", "Se parler Chaque mois. 6"),
        ("freins", "Méfiance"),
        ("enseignements", "Commencer petit. 5"),
        ("transfert", "Conditions Du temps. Limites Des forêts. Premiers pas Se voir."),
        ("voir_aussi", "La foire aux semences Le même pays."),
        ("dispositifs", "Dispositifs Contrat"),
        ("structures", "Structures SCIC"),
        ("notions", "Notions Réciprocité"),
        ("outils", "Outils Diagnostic"),
    ],
)
def test_a_section_says_all_that_its_field_holds(
    part: Callable[[str], str], anchor: str, text: str
) -> None:
    whole = f"{dict(SECTIONS).get(anchor, '')} {text}"
    assert part(anchor).replace(" ", "") == whole.replace(" ", "")


def test_the_links_that_lead_out_have_letters_and_paper_has_their_addresses(
    page: Element, words: Callable[[Element], str]
) -> None:
    letters = {words(each) for each in page.findall(".//sup[@class='ailleurs']")}
    out = [str(link.get("href")) for link in page.iter("a")]
    out = [href for href in out if href.startswith("https://") and "/edit/" not in href]
    listed = [words(each) for each in page.findall(".//section[@class='ailleurs-adresses']//li")]
    assert listed == list(dict.fromkeys(out))
    assert letters == set(ascii_lowercase[: len(listed)])


def test_an_exchange_says_who_brings_what_to_whom(
    page: Element, words: Callable[[Element], str]
) -> None:
    first, second = page.findall(".//section[@id='echanges']//ol/li")
    assert words(first).startswith("La scierie apporte à Villeneuve Du bois2 matières et énergie")
    assert words(first).endswith("engagé · Énergie")
    assert words(second).startswith("Villeneuve apporte à Pays des Collines Des conseils")
    assert first.get("class") == "echange etat-engage"
    assert next(first.iter("span")).get("class") == "partie role-acteur"


def test_notes_are_numbered_as_one_reads_and_once_for_each_place(
    page: Element, words: Callable[[Element], str]
) -> None:
    calls = [words(call) for call in page.findall(".//sup[@class='appel']")]
    first_calls = list(dict.fromkeys(calls))
    assert first_calls == [str(number) for number in range(1, len(first_calls) + 1)]
    assert len(calls) > len(first_calls)
    notes = [words(note) for note in page.findall(".//section[@id='notes']/ol/li")]
    assert notes == [
        "Note sur les échanges (Cap Rural, 2019), § 1 ↩",
        "Note sur les échanges (Cap Rural, 2019), § 3 ↩",
        "Note sur les échanges (Cap Rural, 2019), § 2 ↩",
        "Note sur les échanges (Cap Rural, 2019) ↩",
        "Note sur les échanges (Cap Rural, 2019), § 6 ↩",
        "Note sur les échanges (Cap Rural, 2019), § 5 ↩",
        "Lettre aux communes (Le réseau, décembre 2020) ↩",
        "Note sur les échanges (Cap Rural, 2019), § 4 ↩",
    ]


def test_every_call_leads_to_its_note_and_has_an_anchor_of_its_own(page: Element) -> None:
    calls = page.findall(".//sup/a")
    ids = {element.get("id") for element in page.iter()}
    assert all(str(call.get("href")).removeprefix("#") in ids for call in calls)
    assert len({call.get("id") for call in calls}) == len(calls)


def test_every_note_leads_back_to_its_first_call(page: Element) -> None:
    calls = page.findall(".//sup/a")
    first = {call.get("href"): f"#{call.get('id')}" for call in reversed(calls)}
    back = {
        f"#{note.get('id')}": note.findall("a")[-1].get("href")
        for note in page.findall(".//section[@id='notes']/ol/li")
    }
    assert back == first


def test_calls_are_named(page: Element) -> None:
    calls = page.findall(".//sup/a")
    assert all(call.get("aria-label") == f"Note {call.text}" for call in calls)


def test_documents_are_listed_once_with_their_places(part: Callable[[str], str]) -> None:
    assert part("sources") == "Sources Note sur les échanges § 1 ; § 2 Lettre aux communes"


def test_near_cases_say_why(page: Element, words: Callable[[Element], str]) -> None:
    (near,) = page.findall(".//ul[@class='proches']/li")
    link = near.find("a")
    assert link is not None
    assert link.get("href") == "../foire/"
    assert "même levier (se parler)" in words(near)
    assert "même territoire (Pays des Collines)" in words(near)


@pytest.mark.parametrize(
    ("term", "forms", "shown"),
    [
        ("SCIC", ["société coopérative"], "SCIC"),
        ("Leader", ["fonds européen Leader"], "Leader"),
        ("France Relance", ["plan « France Relance »"], "France Relance"),
        ("Pacte État-métropoles", ["pacte « État-métropoles »"], "pacte État-métropoles"),
        ("Échange", ["échanges", "Échange de biens"], "échange"),
        ("Pôle (de pays)", ["Grand Pôlement"], "pôle (de pays)"),
    ],
)
def test_a_shared_acronym_or_proper_name_keeps_its_capitals(
    page_of: Callable[..., Element],
    words: Callable[[Element], str],
    term: str,
    forms: list[str],
    shown: str,
) -> None:
    concept = {"terme": term, "formes": forms, "schema": "structure", "definition": "Un mot."}
    both = {"structures": ["mot"]}
    changes = {"glossary/mot.yml": concept, "cases/pacte.yml": both, "cases/foire.yml": both}
    assert f"même structure ({shown})" in words(page_of("cas/pacte/", changes))


def test_a_case_tells_who_mentions_it_once_and_by_what(
    page: Element, words: Callable[[Element], str]
) -> None:
    (section,) = [
        section for section in page.iter("section") if words(section).startswith("Mentionné par")
    ]
    assert words(section) == (
        "Mentionné par Cas, sous « défis » La foire aux semences "
        "Sessions, sous « déroulé », « fiches à remettre » Une journée ensemble"
    )
    links = [link.get("href") for link in section.iter("a")]
    assert links[0] == "../foire/#defis"


def test_a_case_says_how_far_its_sheet_is_and_leads_to_its_file(
    page: Element, part: Callable[[str], str]
) -> None:
    sheet = part("fiche")
    for text in ("relue", "1er novembre 2026", "20 novembre 2026", "novembre 2028", "Anne Blanc"):
        assert text in sheet
    hrefs = [link.get("href") for link in page.iter("a")]
    assert "https://forge.fr/edit/main/cases/pacte.yml" in hrefs


def test_an_image_is_shown_with_its_text_and_its_author(
    page: Element, words: Callable[[Element], str]
) -> None:
    (image,) = page.findall(".//section[@id='images']//img")
    assert (image.get("src"), image.get("alt")) == ("../../images/bois/vue.svg", "Une coupe")
    (caption,) = page.findall(".//section[@id='images']//figcaption")
    assert words(caption) == "Anne, CC BY 4.0"


def test_links_lead_out_as_they_are_written(page: Element) -> None:
    hrefs = {link.get("href") for link in page.iter("a")}
    assert {"https://reseau.fr/a?b=c&d=e", "https://pacte.fr"} <= hrefs


def test_a_page_has_a_title_a_description_and_a_trail(
    full_site: pipeline.Site, page: Element, words: Callable[[Element], str]
) -> None:
    (found,) = [each for each in full_site.pages if each.address == "cas/pacte/"]
    assert (found.title, found.file) == ("Un pacte pour le bois", "cases/pacte.yml")
    assert found.description == "Une ville et sa campagne se chauffent ensemble."
    trail = page.find(".//nav[@class='fil']")
    assert trail is not None
    assert words(trail) == "Accueil Cas Un pacte pour le bois"
    assert [link.get("href") for link in trail.iter("a")] == ["../../", "../"]
