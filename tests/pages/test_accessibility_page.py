"""The declaration of accessibility: it says what the audit says, and never more."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
import yaml

from passerelles import pipeline
from passerelles.library import conformity, respected_share
from passerelles.records import CriterionState, rgaa

FOUND = {"constat": "On a regardé."}
ADDRESS = "accessibilite/"


def audit(states: Mapping[str, Mapping[str, str]], **keys: Any) -> dict[str, str]:
    """The file of an audit in which all that is not told is not audited."""
    rows = [
        {"critere": number, **states.get(number, {"etat": "non_audite"})}
        for number in rgaa.criteria()
    ]
    record = {"date": "2026-11-21", **keys, "criteres": rows}
    return {"accessibilite.yml": yaml.safe_dump(record, allow_unicode=True, sort_keys=False)}


def audited(conforming: int, failing: int = 0, irrelevant: int = 0) -> dict[str, str]:
    """An audit by a person, with so many criteria in each state."""
    verdicts = ["conforme"] * conforming + ["non_conforme"] * failing
    verdicts += ["non_applicable"] * irrelevant
    named = zip(rgaa.criteria(), verdicts, strict=False)
    return audit({name: {"etat": state, **FOUND} for name, state in named}, auditeur="Anne Blanc")


@pytest.fixture
def declared(
    site_of: Callable[..., pipeline.Site],
    html: Callable[[str], Element],
    words: Callable[[Element], str],
) -> Callable[..., tuple[str, str]]:
    """What the declaration says, and what stands below every page."""

    def declare(changes: Mapping[str, Any] | None = None) -> tuple[str, str]:
        page = next(page for page in site_of(changes).pages if page.address == ADDRESS)
        return words(html(page.main)), words(html(page.footer))

    return declare


def test_there_are_106_criteria_in_13_themes() -> None:
    criteria = rgaa.criteria()
    assert len(criteria) == 106
    assert len({each.theme for each in criteria.values()}) == 13
    assert all(each.wording.endswith("?") for each in criteria.values())


def test_without_an_audit_the_site_does_not_conform_and_nothing_is_claimed(
    declared: Callable[..., tuple[str, str]],
) -> None:
    said, below = declared()
    assert "Accessibilité : non conforme" in below
    assert "Passerelles est non conforme avec le référentiel" in said
    assert "il n’existe aucun résultat d’audit en cours de validité" in said
    assert "106 non audités." in said
    assert "date à compléter par Cap Rural" in said


def test_tests_alone_are_no_audit(declared: Callable[..., tuple[str, str]]) -> None:
    proven = {"etat": "conforme", "preuve": "test_x", **FOUND}
    said, below = declared(audit(dict.fromkeys(rgaa.criteria(), proven)))
    assert "Accessibilité : non conforme" in below
    assert "106 conformes." in said
    assert "établie le 21 novembre 2026" in said


@pytest.mark.parametrize(
    ("file", "share", "state"),
    [
        (audited(106), 100, "totalement conforme"),
        (audited(100, 0, 6), 100, "totalement conforme"),
        (audited(105, 1), 99, "partiellement conforme"),
        (audited(53, 53), 50, "partiellement conforme"),
        (audited(52, 54), 49, "non conforme"),
        (audited(60), 56, "partiellement conforme"),  # what nobody looked at is not respected
        (audited(0, 0, 106), 100, "totalement conforme"),
    ],
)
def test_the_state_is_counted_on_the_criteria_that_apply(
    reading_of: Callable[..., pipeline.Reading],
    declared: Callable[..., tuple[str, str]],
    file: Mapping[str, str],
    share: int,
    state: str,
) -> None:
    found = reading_of(file).library.audit
    assert found
    assert (respected_share(found), conformity(found)) == (share, state)
    said, below = declared(file)
    assert f"L’audit de conformité réalisé par Anne Blanc révèle que {share} %" in said
    assert f"Accessibilité : {state}" in below


def test_the_declaration_gives_every_criterion_and_all_that_the_audit_tells(
    declared: Callable[..., tuple[str, str]],
) -> None:
    failing = {"3.2": {"etat": "non_conforme", "constat": "Un texte est trop pâle."}}
    more = {
        "mise_a_jour": "2027-03-01",
        "contact": "https://exemple.fr/contact",
        "environnements": ["Firefox et NVDA"],
        "outils": ["une loupe"],
        "pages": ["la page d’accueil"],
        "derogations": ["Les vieux plans"],
        "exemptions": ["Les cartes d’autrui"],
    }
    said, _ = declared(audit(failing, **more))
    plain = said.replace("\u202f", " ")
    for criterion in rgaa.criteria().values():
        assert f"{criterion.number} {criterion.wording}" in plain.replace("\u00a0", " ")
    assert "Un texte est trop pâle. (critère 3.2)" in said
    assert "mise à jour le 1er mars 2027" in said
    for key, value in more.items():
        assert key == "mise_a_jour" or (value if isinstance(value, str) else value[0]) in said
    assert "Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07" in said


@pytest.mark.parametrize(
    ("today", "due"), [((2029, 11, 20), []), ((2029, 11, 21), ["audit-perime"])]
)
def test_an_audit_counts_for_three_years(
    reading_of: Callable[..., pipeline.Reading], today: tuple[int, int, int], due: list[str]
) -> None:
    assert [each.code for each in reading_of(audit({}), date(*today)).problems] == due
    assert reading_of(audit({})).problems == ()


def test_every_proof_of_our_own_audit_is_a_test(shipped: pipeline.Reading, root: Path) -> None:
    tests = {
        node.name
        for file in (root / "tests/site").glob("test_*.py")
        for node in ast.parse(file.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef)
    }
    audited = shipped.library.audit
    assert audited
    assert {each.proof for each in audited.criteria if each.proof} <= tests
    claimed = [each for each in audited.criteria if each.state is not CriterionState.UNKNOWN]
    assert audited.auditor or all(each.proof for each in claimed)
