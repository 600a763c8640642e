"""What can only be wrong between records, and what is no reason to complain."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import permutations
from typing import Any

import pytest

from passerelles.pipeline import Reading
from passerelles.problems import Problem, Severity, severity

CONCEPT = {"schema": "notion", "definition": "Ce que dit le mot."}


@pytest.fixture(scope="session")
def problems_of(reading_of: Callable[..., Reading]) -> Callable[..., list[Problem]]:
    """The problems of one code in the small base with changes."""

    def problems(code: str, changes: Any, today: date | None = None) -> list[Problem]:
        found = reading_of(changes, today).problems
        return [problem for problem in found if problem.code == code]

    return problems


def notions(above: dict[str, list[str]]) -> dict[str, Any]:
    """Notions, each with the broader ones that it names."""
    return {
        f"glossary/{name}.yml": {**CONCEPT, "terme": name.title(), "plus_large": broader or None}
        for name, broader in above.items()
    }


@pytest.mark.parametrize(
    ("above", "paths"),
    [
        ({"a": ["b"], "b": ["a"]}, ["a → b → a"]),
        ({"a": ["b"], "b": ["c"], "c": ["a"]}, ["a → b → c → a"]),
        ({"a": ["b"], "b": ["a"], "c": ["d"], "d": ["c"]}, ["a → b → a", "c → d → c"]),
        ({"a": ["b"], "b": ["c"], "c": ["b"]}, ["b → c → b"]),
        ({"a": ["b"], "b": ["a", "c"], "c": ["b"]}, ["a → b → a", "b → c → b"]),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, []),
    ],
)
def test_a_circle_of_broader_concepts_is_told_once_at_its_first_concept(
    problems_of: Callable[..., list[Problem]], above: dict[str, list[str]], paths: list[str]
) -> None:
    found = problems_of("cercle", notions(above))
    assert [problem.facts["chemin"] for problem in found] == paths
    assert [problem.place.file for problem in found] == [
        f"glossary/{path[0]}.yml" for path in paths
    ]
    assert {problem.place.line for problem in found} <= {5, 6}


def test_a_circle_of_territories_is_told(problems_of: Callable[..., list[Problem]]) -> None:
    changes = {
        "territories/ville.yml": {"membre_de": ["campagne"]},
        "territories/campagne.yml": {"membre_de": ["ville"]},
    }
    (problem,) = problems_of("cercle", changes)
    assert problem.facts["chemin"] == "campagne → ville → campagne"


def test_concepts_that_are_merely_close_to_each_other_form_no_circle(
    problems_of: Callable[..., list[Problem]],
) -> None:
    changes = {
        "glossary/energie.yml": {"associes": ["agriculture"]},
        "glossary/agriculture.yml": {"associes": ["energie"]},
    }
    assert problems_of("cercle", changes) == []


@pytest.mark.parametrize(
    ("title", "alike"),
    [
        ("Un pacte pour le bois", True),
        ("un pacte, pour le bois !", True),
        ("Pour le bois, un pacte", True),
        ("Un pacte pour les bois", True),
        ("Un pacte pour l’eau", False),
        ("Du bois pour la ville", False),
    ],
)
def test_two_cases_of_the_same_territories_with_nearly_one_title_are_told_as_a_warning(
    problems_of: Callable[..., list[Problem]],
    title: str,
    alike: bool,  # noqa: FBT001
) -> None:
    twin = {"titre": title, "territoires": ["campagne", "ville"], "thematiques": ["agriculture"]}
    found = problems_of("fiches-voisines", {"cases/foire.yml": twin})
    assert bool(found) is alike
    for problem in found:
        assert severity(problem) is Severity.WARNING
        assert {problem.place.file, problem.facts["autre"]} == {
            "cases/foire.yml",
            "cases/pacte.yml",
        }


def test_the_same_title_in_other_territories_is_no_double(
    problems_of: Callable[..., list[Problem]],
) -> None:
    twin = {"titre": "Un pacte pour le bois"}
    assert problems_of("fiches-voisines", {"cases/foire.yml": twin}) == []


def test_a_concept_that_nothing_uses_is_told_as_a_warning(
    problems_of: Callable[..., list[Problem]],
) -> None:
    (problem,) = problems_of("concept-inutilise", notions({"oubli": []}))
    assert (problem.place.file, problem.facts) == ("glossary/oubli.yml", {"terme": "Oubli"})
    assert severity(problem) is Severity.WARNING


@pytest.mark.parametrize(
    "user",
    [
        {"cases/foire.yml": {"notions": ["oubli"]}},
        {"cases/foire.yml": {"defis": "Voir [[oubli]]."}},
        {"glossary/energie.yml": {"associes": ["oubli"]}},
        {"sessions/jour.yml": {"titre": "Un jour", "date": "2020", "fiches": ["oubli"]}},
        {"content/a-propos.md": "# À propos\n\nVoir [[oubli]].\n"},
    ],
)
def test_a_concept_that_anything_names_is_in_use(
    problems_of: Callable[..., list[Problem]], user: dict[str, Any]
) -> None:
    assert problems_of("concept-inutilise", {**notions({"oubli": []}), **user}) == []


def test_a_concept_that_is_only_misspelt_where_it_is_named_is_not_told_besides(
    reading_of: Callable[..., Reading],
) -> None:
    (problem,) = reading_of({"cases/pacte.yml": {"thematiques": ["energi"]}}).problems
    assert (problem.code, problem.fix) == ("reference-inconnue", "energie")


@pytest.mark.parametrize(
    ("due", "today", "told"),
    [
        ("2026-11-21", date(2026, 11, 20), False),
        ("2026-11-21", date(2026, 11, 21), True),
        ("2026-11", date(2026, 10, 31), False),
        ("2026-11", date(2026, 11, 1), True),
        ("2027", date(2026, 12, 31), False),
        ("2027", date(2027, 1, 1), True),
        ("2026-11-21", None, False),
    ],
)
def test_a_case_is_due_for_review_from_the_first_day_of_its_date(
    problems_of: Callable[..., list[Problem]],
    due: str,
    today: date | None,
    told: bool,  # noqa: FBT001
) -> None:
    sheet = {"fiche": {"etat": "complete", "creee": "2020", "a_revoir": due}}
    found = problems_of("relecture-due", {"cases/foire.yml": sheet}, today)
    assert bool(found) is told
    for problem in found:
        assert severity(problem) is Severity.WARNING
        assert (problem.place.file, problem.facts) == ("cases/foire.yml", {"date": due})


@pytest.mark.parametrize(
    "changes",
    [
        {"cases/foire.yml": {"anciens_identifiants": ["pacte"]}},
        {"cases/foire.yml": {"anciens_identifiants": ["foire"]}},
        {
            "cases/foire.yml": {"anciens_identifiants": ["vieux"]},
            "cases/pacte.yml": {"anciens_identifiants": ["vieux"]},
        },
    ],
)
def test_a_former_identifier_that_is_in_use_is_told_once(
    problems_of: Callable[..., list[Problem]], changes: dict[str, Any]
) -> None:
    (problem,) = problems_of("ancien-identifiant-pris", changes)
    assert severity(problem) is Severity.ERROR


def test_a_former_identifier_may_be_the_name_of_a_record_of_another_kind(
    problems_of: Callable[..., list[Problem]],
) -> None:
    changes = {"cases/foire.yml": {"anciens_identifiants": ["ville"]}}
    assert problems_of("ancien-identifiant-pris", changes) == []


def test_forms_that_two_concepts_claim_are_told_as_a_warning(
    problems_of: Callable[..., list[Problem]],
) -> None:
    changes = {"glossary/energie.yml": {"formes": ["agricultures"]}}
    (problem,) = problems_of("formes-en-conflit", changes)
    assert severity(problem) is Severity.WARNING
    silent = {"glossary/energie.yml": {"formes": ["agricultures"], "lien_automatique": "non"}}
    assert problems_of("formes-en-conflit", silent) == []


def test_an_image_that_no_file_holds_is_told(problems_of: Callable[..., list[Problem]]) -> None:
    image = {"texte_alternatif": "Un bois", "credit": "La ville", "licence": "CC BY 4.0"}
    images = {"cases/foire.yml": {"images": [{"fichier": "bois/vue.svg", **image}]}}
    (problem,) = problems_of("image-absente", images)
    assert problem.facts == {"trouve": "bois/vue.svg"}
    assert problems_of("image-absente", {**images, "content/images/bois/vue.svg": "<svg/>"}) == []


@pytest.mark.parametrize("names", list(permutations(["a", "b", "c"]))[:4])
def test_what_is_told_does_not_depend_on_the_order_in_which_files_were_written(
    reading_of: Callable[..., Reading], names: tuple[str, ...]
) -> None:
    above = {"a": ["b"], "b": ["c"], "c": ["a"]}
    changes = notions({name: above[name] for name in names})
    assert reading_of(changes).problems == reading_of(notions(above)).problems
