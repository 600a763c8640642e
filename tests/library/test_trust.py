"""What counts as a claim of a case, and when a claim has a source."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from passerelles.library import Library
from passerelles.library.trust import claims, paragraphs, sourced_share, unsourced
from passerelles.records import Case, Citation
from passerelles.text import rich

HERE = "note-2019 § 1"
CITED = "[@note-2019 § 1]"
EXCHANGE = {"de": "ville", "vers": "campagne", "apport": "Du bois", "flux": "matieres_energie"}
LEVER = {"terme": "Se parler", "schema": "levier", "definition": "Se dire les choses."}
BRAKE = {"terme": "Se taire", "schema": "frein", "definition": "Ne rien se dire."}
BARE = {
    "objectifs": {"texte": "Se chauffer au bois."},
    "echanges": {**EXCHANGE, "etat": "envisage"},
    "moyens": {"nature": "financement", "libelle": "Une subvention"},
    "chronologie": {"date": "2016", "texte": "La signature."},
    "resultats": {"libelle": "Trois chaufferies"},
    "leviers": {"concept": "se-parler"},
    "freins": {"concept": "se-taire"},
    "enseignements": {"texte": "Commencer petit."},
}
"""An item of each list, without a source."""


@pytest.fixture(scope="session")
def case_of(library_of: Callable[..., Library]) -> Callable[..., Case]:
    """The case of the small base, with some keys more."""

    def case(**keys: Any) -> Case:
        concepts = {"glossary/se-parler.yml": LEVER, "glossary/se-taire.yml": BRAKE}
        return library_of({**concepts, "cases/pacte.yml": keys}).cases["pacte"]

    return case


def test_a_case_that_only_sums_itself_up_claims_nothing(case_of: Callable[..., Case]) -> None:
    assert sourced_share(case_of()) == (0, 0)


@pytest.mark.parametrize("field", BARE)
def test_an_item_of_a_list_is_a_claim_and_counts_as_sourced_once_it_names_a_document(
    field: str, case_of: Callable[..., Case]
) -> None:
    bare, sourced = case_of(**{field: [BARE[field]]}), {**BARE[field], "source": HERE}
    assert [claim.field for claim in claims(bare)] == [field]
    assert sourced_share(bare) == (0, 1)
    assert sourced_share(case_of(**{field: [sourced]})) == (1, 1)


def test_a_lever_that_is_only_named_is_a_claim_without_source(
    case_of: Callable[..., Case],
) -> None:
    case = case_of(leviers=["se-parler"])
    assert [(claim.field, claim.words) for claim in unsourced(case)] == [("leviers", "se-parler")]


def test_a_citation_in_the_text_of_an_item_is_its_source(case_of: Callable[..., Case]) -> None:
    case = case_of(enseignements=[{"texte": f"Commencer petit. {CITED}"}])
    assert [claim.sources for claim in claims(case)] == [(Citation("note-2019", "§ 1"),)]


def test_each_paragraph_of_a_text_is_a_claim(case_of: Callable[..., Case]) -> None:
    case = case_of(defis=f"Le bois manque. {CITED}\n\nL’argent aussi.")
    assert sourced_share(case) == (1, 2)
    assert [claim.words for claim in unsourced(case)] == ["L’argent aussi."]


def test_transfer_and_the_notes_of_territories_are_told_in_paragraphs_too(
    case_of: Callable[..., Case],
) -> None:
    case = case_of(
        territoires=[{"territoire": "ville", "note": "Chef de file."}, "campagne"],
        transfert={
            "conditions": "Des élus.",
            "limites": "Peu d’argent.",
            "premiers_pas": "Écrire.",
        },
    )
    fields = ["territoires", "transfert", "transfert", "transfert"]
    assert [claim.field for claim in unsourced(case)] == fields


def test_each_item_of_a_list_in_a_text_is_a_claim_and_the_line_that_announces_it_is_none(
    case_of: Callable[..., Case],
) -> None:
    case = case_of(defis=f"Il manque :\n\n- du bois ; {CITED}\n- des bras.")
    assert [claim.words for claim in claims(case)] == ["du bois ;", "des bras."]
    assert sourced_share(case) == (1, 2)


def test_headings_make_no_claim(case_of: Callable[..., Case]) -> None:
    assert sourced_share(case_of(defis=f"## Le bois\n\nIl manque. {CITED}")) == (1, 1)


def test_who_takes_part_and_what_else_to_read_are_no_claims(case_of: Callable[..., Case]) -> None:
    case = case_of(
        acteurs=[{"nom": "La mairie", "type": "collectivite", "role": "Paie."}],
        voir_aussi=[{"cas": "foire", "raison": "Le même pays."}],
    )
    assert sourced_share(case) == (0, 0)


def test_a_row_of_a_table_is_a_paragraph_and_its_head_is_none() -> None:
    table = f"| Qui | Quoi |\n|---|---|\n| Ville | Argent {CITED} |\n| Campagne | Bois |"
    found = [
        (each.words, len(each.citations)) for each in paragraphs(rich.parse(table, tables=True))
    ]
    assert found == [("Ville Argent", 1), ("Campagne Bois", 0)]


def test_a_paragraph_knows_each_document_that_it_cites_and_where() -> None:
    (found,) = paragraphs(rich.parse("Du *bois* [@a § 1] et de l’eau [@b]."))
    assert found.words == "Du bois et de l’eau."
    assert found.citations == (Citation("a", "§ 1"), Citation("b", None))
