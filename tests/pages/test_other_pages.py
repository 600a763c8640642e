"""The pages of concepts, territories, documents and sessions, the lists, and what is no record."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest
from tests.conftest import SMALL

from passerelles import pipeline


@pytest.fixture(scope="module")
def part(
    full_page: Callable[[str], Element], words: Callable[[Element], str]
) -> Callable[[str, str], str]:
    """The words of the element with an anchor on a page."""

    def read(address: str, anchor: str) -> str:
        (found,) = full_page(address).findall(f".//*[@id='{anchor}']")
        return words(found)

    return read


def links_in(element: Element) -> list[tuple[str, str]]:
    return [(str(link.get("href")), "".join(link.itertext())) for link in element.iter("a")]


def test_a_concept_says_what_it_is_in_every_way_it_is_said(part: Callable[[str, str], str]) -> None:
    here = "glossaire/reciprocite/"
    assert part(here, "definition") == "Chacun donne.1 Et reçoit."
    assert part(here, "formes") == "On écrit aussi : réciproque."
    assert part(here, "autres_definitions") == (
        "Autres définitions Un échange.Lettre aux communes2"
    )
    assert part(here, "notes") == (
        "Notes Note sur les échanges (Cap Rural, 2019), § 7 ↩ "
        "Lettre aux communes (Le réseau, décembre 2020), p. 2 ↩"
    )
    assert part(here, "sources") == "Sources Note sur les échanges § 7"


def test_a_concept_lists_what_uses_it_by_relation(part: Callable[[str, str], str]) -> None:
    assert part("glossaire/se-parler/", "usages") == (
        "Où l’on s’en sert Cas, sous « leviers » La foire aux semences Un pacte pour le bois"
    )
    assert part("glossaire/reciprocite/", "usages") == (
        "Où l’on s’en sert Cas, sous « notions » Un pacte pour le bois "
        "Sessions, sous « fiches à remettre » Une journée ensemble"
    )


def test_a_use_leads_to_the_section_in_which_it_stands(
    full_page: Callable[[str], Element],
) -> None:
    page = full_page("glossaire/se-parler/")
    section = page.find(".//section[@id='usages']")
    assert section is not None
    assert links_in(section) == [
        ("../../cas/foire/#leviers", "La foire aux semences"),
        ("../../cas/pacte/#leviers", "Un pacte pour le bois"),
    ]


def test_a_concept_has_its_neighbours(part: Callable[[str, str], str]) -> None:
    assert part("glossaire/bois/", "plus_large") == "Plus large Énergie"
    assert part("glossaire/energie/", "plus_etroits") == "Plus précis Bois-énergie"
    assert part("glossaire/reciprocite/", "associes") == "Associés Contrat"


def test_a_concept_tells_the_cases_it_has_through_a_narrower_one(
    page_of: Callable[..., Element], words: Callable[[Element], str]
) -> None:
    bois = {
        "terme": "Bois",
        "schema": "thematique",
        "definition": "Un mot.",
        "plus_large": ["energie"],
    }
    changes = {"glossary/bois.yml": bois, "cases/foire.yml": {"thematiques": ["bois"]}}
    section = page_of("glossaire/energie/", changes).find(".//section[@id='usages']")
    assert section is not None
    assert words(section) == (
        "Où l’on s’en sert Cas, par un concept plus précis La foire aux semences "
        "Cas, sous « thématiques » Un pacte pour le bois"
    )


def test_a_territory_says_its_facts_and_its_figures_with_their_notes(
    part: Callable[[str, str], str],
) -> None:
    here = "territoires/ville/"
    assert part(here, "chiffres") == (
        "Chiffres 207 000 habitants, en 20161 49,5 km² superficie2 1 commune2 1 intercommunalité2"
    )
    assert part(here, "departements") == "Département Finistère (29)"
    assert part(here, "region") == "Région Bretagne"
    assert part(here, "code_insee") == "Code INSEE 29019"
    assert part(here, "membre_de") == "Membre de La région"
    assert part(here, "notes") == (
        "Notes Note sur les échanges (Cap Rural, 2019), § 8 ↩ "
        "Note sur les échanges (Cap Rural, 2019) ↩"
    )
    assert part("territoires/region/", "membres") == "Membres Villeneuve"
    assert part("territoires/region/", "pays") == "Pays Belgique"


def test_a_territory_tells_its_cases_and_those_of_its_members(
    part: Callable[[str, str], str],
) -> None:
    assert part("territoires/campagne/", "usages") == (
        "Cas et mentions Cas La foire aux semences Un pacte pour le bois"
    )
    assert part("territoires/region/", "usages") == (
        "Cas et mentions Cas, par un territoire membre Un pacte pour le bois"
    )


def test_a_document_lists_every_claim_that_rests_on_it_by_its_place(
    full_page: Callable[[str], Element], words: Callable[[Element], str]
) -> None:
    section = full_page("sources/note-2019/").find(".//section[@id='affirmations']")
    assert section is not None
    found: dict[str, list[str]] = {}
    for passage in section.iter("details"):
        (place,) = passage.iter("h3")
        found[words(place)] = [words(item) for item in passage.findall("dl/div")]
    assert found["§ 1"] == ["Un pacte pour le bois Elle écrit. Territoires Et de l’eau. Défis"]
    assert found["§ 2"] == ["Un pacte pour le bois Il manque du bois. Défis Une aide Moyens"]
    assert found["§ 9"] == ["À propos Une base. Texte"]
    assert found["§ 3"] == ["Un pacte pour le bois Du bois Échanges"]
    assert found["§ 4"] == ["Un pacte pour le bois On signe. Chronologie"]
    assert found["§ 7"][0] == "Réciprocité Chacun donne. Définition"
    assert found["§ 8"][0] == "Villeneuve 207000 Population"


def test_a_claim_leads_to_the_section_that_makes_it(full_page: Callable[[str], Element]) -> None:
    links = links_in(full_page("sources/note-2019/"))
    assert ("../../cas/pacte/#defis", "Défis") in links
    assert ("../../cas/pacte/", "Un pacte pour le bois") in links


def test_much_that_rests_on_a_document_is_folded_away_with_its_number(
    full_page: Callable[[str], Element], words: Callable[[Element], str]
) -> None:
    much = list(full_page("sources/note-2019/").iter("details"))
    assert words(much[1].find("summary")) == "§ 1 2 affirmations"  # type: ignore[arg-type]
    assert not [passage for passage in much if "open" in passage.attrib]
    little = list(full_page("sources/lettre-2020/").iter("details"))
    assert little
    assert all("open" in passage.attrib for passage in little)


def test_places_in_a_document_are_listed_in_their_order(
    page_of: Callable[..., Element], words: Callable[[Element], str]
) -> None:
    places = ["p. 10", "p. 2", "§ 10.1", "§ 2", "§ 9", "Annexe"]
    sources = [f"note-2019 {place}" for place in places]
    page = page_of("sources/note-2019/", {"cases/foire.yml": {"sources": sources}})
    section = page.find(".//section[@id='affirmations']")
    assert section is not None
    found = [words(heading) for heading in section.iter("h3")]
    assert [place for place in found if place.startswith("§")] == ["§ 2", "§ 9", "§ 10.1"]
    assert [place for place in found if place.startswith("p.")] == ["p. 2", "p. 10"]


def test_a_document_says_what_it_is_and_where_to_read_it(
    full_page: Callable[[str], Element], part: Callable[[str, str], str]
) -> None:
    here = "sources/lettre-2020/"
    assert part(here, "editeur") == "Éditeur Le réseau"
    assert part(here, "date") == "Date décembre 2020"
    assert part(here, "auteurs") == "Auteurs Anne Blanc, Luc Noir"
    assert ("https://reseau.fr/lettre", "Lire le document") in links_in(full_page(here))
    assert ("../../sessions/journee/", "séance") in links_in(full_page(here))


def test_a_session_is_a_kit_of_what_is_done_and_handed_out(
    part: Callable[[str, str], str],
) -> None:
    here = "sessions/journee/"
    assert part(here, "public") == "Pour qui Des élus.1"
    assert part(here, "objectifs") == "Objectifs Se connaître Trouver des sujets"
    assert part(here, "deroule") == ("Déroulé 9 h 30 Accueil Un café. Un pacte pour le bois Débat")
    assert part(here, "intervenants") == "Intervenants Une élue"
    assert part(here, "date") == "8 septembre 2020"
    assert part(here, "lieu") == "Saint-Étienne"
    assert part(here, "sources") == "Sources Lettre aux communes"


def test_handouts_stand_in_the_order_in_which_they_are_handed_out(
    full_page: Callable[[str], Element],
) -> None:
    section = full_page("sessions/journee/").find(".//section[@id='fiches']")
    assert section is not None
    assert links_in(section) == [
        ("../../cas/pacte/", "Un pacte pour le bois"),
        ("../../glossaire/reciprocite/", "Réciprocité"),
        ("../../territoires/ville/", "Villeneuve"),
    ]


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("cas/", ["La foire aux semences", "Un pacte pour le bois"]),
        ("territoires/", ["La région", "Pays des Collines", "Villeneuve"]),
        ("sources/", ["Lettre aux communes", "Note sur les échanges"]),
        ("sessions/", ["Une journée ensemble"]),
        ("glossaire/", ["Agriculture", "Bois-énergie", "Contrat", "Diagnostic", "Énergie"]),
    ],
)
def test_a_list_leads_to_every_record_of_its_kind(
    full_page: Callable[[str], Element], address: str, names: list[str]
) -> None:
    shown = [
        name for href, name in links_in(full_page(address)) if not href.startswith(("#", "../"))
    ]
    assert set(names) <= set(shown)


def test_a_page_written_by_hand_has_its_text_its_contents_and_its_notes(
    full_page: Callable[[str], Element], part: Callable[[str, str], str]
) -> None:
    page = full_page("a-propos/")
    assert [heading.tag for heading in page.iter() if heading.tag in {"h1", "h2"}][:4] == [
        "h1",
        "h2",
        "h2",
        "h2",
    ]
    contents = page.find(".//nav[@class='plan']")
    assert contents is not None
    assert links_in(contents) == [("#un", "Un"), ("#deux", "Deux"), ("#trois", "Trois")]
    assert part("a-propos/", "notes") == ("Notes Note sur les échanges (Cap Rural, 2019), § 9 ↩")


def test_the_home_page_leads_to_the_lists_and_shows_an_exchange(
    full_page: Callable[[str], Element], words: Callable[[Element], str]
) -> None:
    home = full_page("")
    hrefs = {href for href, _ in links_in(home)}
    assert {"cas/pacte/", "glossaire/energie/", "territoires/", "sessions/"} <= hrefs
    assert "2 cas · 2 échanges" in words(home)


def test_every_page_has_an_address_and_a_title_of_its_own(full_site: pipeline.Site) -> None:
    pages = tuple(full_site.pages)
    assert [page.address for page in pages] == [leaf.address for leaf in full_site.leaves]
    assert len({page.address for page in pages}) == len(pages)
    assert len({page.title for page in pages}) == len(pages)
    assert all(page.description for page in pages)


def test_a_page_names_the_rule_that_leads_to_its_neighbours(
    full_page: Callable[[str], Element], words: Callable[[Element], str]
) -> None:
    for address, said in {
        "glossaire/bois/": (
            "De A à Z : Thématiques ← avant Agriculture après → Énergie",
            ["../#thematique", "../agriculture/", "../energie/"],
        ),
        "sources/lettre-2020/": (
            "Par date : Sources ← avant Note sur les échanges",
            ["../", "../note-2019/"],
        ),
    }.items():
        (nav,) = full_page(address).findall(".//nav[@class='voisins']")
        assert (words(nav), [href for href, _ in links_in(nav)]) == said


def test_a_record_that_stands_alone_has_no_way_to_neighbours(
    full_page: Callable[[str], Element],
) -> None:
    assert full_page("sessions/journee/").find(".//nav[@class='voisins']") is None


def test_a_base_without_a_record_is_a_site_nonetheless(
    site_of: Callable[..., pipeline.Site], html: Callable[[str], Element]
) -> None:
    site = site_of(dict.fromkeys(SMALL))
    assert not site.library.entries
    assert site.files
    for page in (*site.pages, site.missing):
        assert html(page.main).findall(".//h1"), page.address


def test_a_former_address_leads_to_the_case(full_site: pipeline.Site) -> None:
    (found,) = [each for each in full_site.pages if each.address == "cas/contrat-bois/"]
    assert found.moved_to == "../pacte/"
    assert 'href="../pacte/"' in found.main
