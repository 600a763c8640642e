"""What follows from the links: narrower concepts, members, and the cases of both."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from passerelles.library import Key, Library
from passerelles.records import Kind


def concept(term: str, scheme: str = "thematique", **keys: Any) -> dict[str, Any]:
    return {"terme": term, "schema": scheme, "definition": "Ce que dit le mot.", **keys}


def territory(name: str, **keys: Any) -> dict[str, Any]:
    return {"nom": name, "type": "autre", "pays": "FR", **keys}


BASE = {
    "glossary/bois.yml": concept("Bois", plus_large=["energie"]),
    "glossary/soleil.yml": concept("Soleil", plus_large=["energie", "agriculture"]),
    "glossary/granules.yml": concept("Granulés", plus_large=["bois"]),
    "glossary/contrat.yml": concept("Contrat", "dispositif"),
    "glossary/se-parler.yml": concept("Se parler", "levier"),
    "territories/pays.yml": territory("Grand pays", membre_de=["region"]),
    "territories/region.yml": territory("Région"),
    "territories/campagne.yml": {"membre_de": ["pays"]},
    "cases/chaufferie.yml": {
        "titre": "La chaufferie du bourg",
        "resume": "On s’y chauffe aux granulés.",
        "statut": "projet",
        "territoires": ["pays"],
        "thematiques": ["granules"],
        "leviers": [{"concept": "se-parler", "texte": "On en parle au [[contrat]]."}],
        "sources": ["note-2019"],
    },
    "cases/foire.yml": {"defis": "On y parle d’[[energie]] et de la [[ville]]."},
}


@pytest.fixture(scope="module")
def library(library_of: Callable[..., Library]) -> Library:
    return library_of(BASE)


def test_narrower_concepts_are_derived_from_the_broader_ones(library: Library) -> None:
    assert library.narrower == {
        "energie": ("bois", "soleil"),
        "agriculture": ("soleil",),
        "bois": ("granules",),
    }


def test_a_concept_with_all_below_it_comes_from_the_broadest_down(library: Library) -> None:
    assert library.with_narrower("energie") == ("energie", "bois", "soleil", "granules")
    assert library.with_narrower("contrat") == ("contrat",)


def test_a_concept_below_two_others_comes_once(library_of: Callable[..., Library]) -> None:
    both = concept("Sous les deux", plus_large=["bois", "soleil"])
    library = library_of({**BASE, "glossary/deux.yml": both})
    assert library.with_narrower("energie").count("deux") == 1


def test_members_of_a_territory_are_derived(library: Library) -> None:
    assert library.members == {"region": ("pays",), "pays": ("campagne",)}
    assert library.with_members("region") == ("region", "pays", "campagne")


@pytest.mark.parametrize(
    ("name", "cases"),
    [
        ("energie", ("chaufferie", "pacte")),
        ("bois", ("chaufferie",)),
        ("granules", ("chaufferie",)),
        ("soleil", ()),
        ("agriculture", ("foire",)),
        ("se-parler", ("chaufferie",)),
    ],
)
def test_a_concept_has_the_cases_of_those_below_it(
    library: Library, name: str, cases: tuple[str, ...]
) -> None:
    assert library.cases_of(Key(Kind.CONCEPT, name)) == cases


def test_a_case_does_not_have_what_its_texts_merely_mention(library: Library) -> None:
    assert library.cases_of(Key(Kind.CONCEPT, "contrat")) == ()
    assert "foire" not in library.cases_of(Key(Kind.CONCEPT, "energie"))
    assert library.cases_of(Key(Kind.TERRITORY, "ville")) == ("pacte",)


@pytest.mark.parametrize(
    ("name", "cases"),
    [
        ("region", ("chaufferie", "foire", "pacte")),
        ("pays", ("chaufferie", "foire", "pacte")),
        ("campagne", ("foire", "pacte")),
        ("ville", ("pacte",)),
    ],
)
def test_a_territory_has_the_cases_of_its_members(
    library: Library, name: str, cases: tuple[str, ...]
) -> None:
    assert library.cases_of(Key(Kind.TERRITORY, name)) == cases


def test_a_theme_of_an_exchange_is_a_theme_of_the_case(library_of: Callable[..., Library]) -> None:
    exchange = {"de": "ville", "vers": "campagne", "apport": "Du soleil", "flux": "biens"}
    exchanges = [{**exchange, "thematique": "soleil", "etat": "engage"}]
    library = library_of({**BASE, "cases/pacte.yml": {"echanges": exchanges}})
    assert library.cases_of(Key(Kind.CONCEPT, "soleil")) == ("pacte",)


def test_records_are_found_by_their_kind_and_called_by_their_name(library: Library) -> None:
    assert list(library.cases) == ["chaufferie", "foire", "pacte"]
    assert library.name(Key(Kind.CASE, "pacte")) == "Un pacte pour le bois"
    assert library.name(Key(Kind.CONCEPT, "energie")) == "Énergie"
    assert library.name(Key(Kind.TERRITORY, "ville")) == "Villeneuve"
    assert library.name(Key(Kind.SOURCE, "note-2019")) == "Note sur les échanges"
    with pytest.raises(KeyError):
        library[Key(Kind.CASE, "inconnu")]


def test_what_is_told_of_a_concept_in_short_is_its_first_paragraph_without_marks(
    library_of: Callable[..., Library],
) -> None:
    definition = "Ce qui *chauffe* la [[ville]]. [@note-2019]\n\nEt bien plus."
    library = library_of({"glossary/energie.yml": {"definition": definition}})
    assert library.briefs["energie"] == "Ce qui chauffe la ville."


def test_a_concept_whose_forms_are_not_linked_has_none_among_the_terms(
    library_of: Callable[..., Library],
) -> None:
    forms = {"formes": ["énergies", "watts"]}
    linked = library_of({"glossary/energie.yml": forms})
    silent = library_of({"glossary/energie.yml": {**forms, "lien_automatique": "non"}})
    assert {form.form for form in linked.terms.forms} == {
        "Agriculture",
        "Énergie",
        "énergies",
        "watts",
    }
    assert {form.form for form in silent.terms.forms} == {"Agriculture"}
