"""Links between records: typed, in order, each with the field that holds it and its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from passerelles.library import Key, Library, Link
from passerelles.problems import Place
from passerelles.records import Kind

PACTE, FOIRE = Key(Kind.CASE, "pacte"), Key(Kind.CASE, "foire")
ENERGIE, BOIS = Key(Kind.CONCEPT, "energie"), Key(Kind.CONCEPT, "bois")
VILLE, NOTE = Key(Kind.TERRITORY, "ville"), Key(Kind.SOURCE, "note-2019")

BASE = {
    "cases/pacte.yml": """\
titre: Un pacte pour le bois
resume: Une ville et sa campagne se chauffent ensemble.
statut: en_cours
territoires:
  - ville
  - territoire: campagne
    note: Loin de [[cas:foire]].
acteurs:
  - {cle: scierie, nom: La scierie, type: entreprise}
thematiques: [energie]
echanges:
  - {de: scierie, vers: ville, apport: Du bois, flux: biens, thematique: bois, etat: engage}
defis: |
  Le [[bois]] manque. [@note-2019 § 2]
voir_aussi:
  - {cas: foire, raison: Le même pays.}
sources: [note-2019 § 1, note-2019 § 2]
""",
    "glossary/bois.yml": {
        "terme": "Bois",
        "schema": "thematique",
        "definition": "De quoi chauffer. [@note-2019 p. 3]",
        "plus_large": ["energie"],
    },
    "sessions/journee.yml": {
        "titre": "Une journée",
        "date": "2020",
        "fiches": ["pacte", "energie", "ville"],
    },
    "content/a-propos.md": "# À propos\n\nVoir [[pacte]].\n",
}


def told(links: Iterable[Link]) -> list[tuple[str, str, str]]:
    """Who points at whom, and by which field."""
    return [(str(link.source.id), link.field, link.target.id) for link in links]


@pytest.fixture(scope="module")
def library(library_of: Callable[..., Library]) -> Library:
    return library_of(BASE)


def test_every_reference_becomes_a_link_in_the_order_of_the_file(library: Library) -> None:
    found = [link for link in library.links if link.source == PACTE]
    assert [(link.path, link.target.id) for link in found] == [
        (("territoires", 0), "ville"),
        (("territoires", 1, "territoire"), "campagne"),
        (("territoires", 1, "note"), "foire"),
        (("thematiques", 0), "energie"),
        (("echanges", 0, "thematique"), "bois"),
        (("defis",), "bois"),
        (("defis",), "note-2019"),
        (("voir_aussi", 0, "cas"), "foire"),
        (("sources", 0), "note-2019"),
        (("sources", 1), "note-2019"),
    ]


def test_a_link_knows_its_place_its_field_and_where_in_the_document(library: Library) -> None:
    link = next(link for link in library.links if link.where == "§ 2" and link.field == "defis")
    assert link == Link(PACTE, Place("cases/pacte.yml", 14, 25, 9), NOTE, ("defis",), "§ 2")


def test_parties_to_an_exchange_are_no_links(library: Library) -> None:
    assert "scierie" not in {link.target.id for link in library.links}
    assert ("pacte", "echanges", "ville") not in told(library.links)


def test_the_records_that_point_at_a_record_are_told_with_the_field(library: Library) -> None:
    assert told(library.to(BOIS)) == [("pacte", "echanges", "bois"), ("pacte", "defis", "bois")]
    assert told(library.to(ENERGIE)) == [
        ("pacte", "thematiques", "energie"),
        ("bois", "plus_large", "energie"),
        ("journee", "fiches", "energie"),
    ]
    assert told(library.to(PACTE)) == [
        ("a-propos", "texte", "pacte"),
        ("journee", "fiches", "pacte"),
    ]
    assert told(library.to(FOIRE)) == [
        ("pacte", "territoires", "foire"),
        ("pacte", "voir_aussi", "foire"),
    ]


def test_what_nothing_points_at_has_no_backlinks(library: Library) -> None:
    assert library.to(Key(Kind.SESSION, "journee")) == ()


def test_the_places_cited_in_a_document_are_told(library: Library) -> None:
    cited = [(link.source.id, link.field, link.where) for link in library.to(NOTE)]
    assert cited == [
        ("foire", "sources", None),
        ("pacte", "defis", "§ 2"),
        ("pacte", "sources", "§ 1"),
        ("pacte", "sources", "§ 2"),
        ("bois", "definition", "p. 3"),
    ]


def test_a_document_that_cites_itself_is_no_link_and_no_problem(
    library_of: Callable[..., Library],
) -> None:
    library = library_of({"sources/note-2019.yml": {"note": "Voir l’erreur. [@note-2019 p. 7]"}})
    assert not [link for link in library.links if link.source == NOTE]


@pytest.mark.parametrize(
    ("target", "key"),
    [
        ("pacte", PACTE),
        ("cas:pacte", PACTE),
        ("ville", VILLE),
        ("territoire:ville", VILLE),
        ("a-propos", Key(Kind.PAGE, "a-propos")),
        ("journee", Key(Kind.SESSION, "journee")),
    ],
)
def test_a_link_in_a_text_leads_to_the_record_of_that_name(
    library: Library, target: str, key: Key
) -> None:
    assert library.resolve(target) == key


def test_a_kind_tells_two_records_of_one_name_apart(library_of: Callable[..., Library]) -> None:
    library = library_of(
        {
            "territories/pacte.yml": {"nom": "Pacte", "type": "autre", "pays": "FR"},
            "cases/foire.yml": {"defis": "[[cas:pacte]] et [[territoire:pacte]]"},
        }
    )
    found = [link.target for link in library.links if link.field == "defis"]
    assert found == [PACTE, Key(Kind.TERRITORY, "pacte")]
    assert library.resolve("territoire:pacte") == Key(Kind.TERRITORY, "pacte")
