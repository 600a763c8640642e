"""What is known of the site's accessibility: every criterion of the RGAA, and who looked at it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
    model_validator,
)

from passerelles.records import rgaa
from passerelles.records.models.base import Model, field
from passerelles.records.refusal import text_of, wrong, wrong_items
from passerelles.records.values import DateText, Distinct, Items, Line, Url
from passerelles.records.vocabulary import CriterionState
from passerelles.text import count


def _number(value: object) -> str:
    number = str(text_of(value))
    known = rgaa.criteria()
    if number not in known:
        meant = number.replace(",", ".")
        raise wrong("critere-inconnu", meant if meant in known else None, trouve=number)
    return number


def _full_date(date: DateText) -> DateText:
    if len(date.text) != len("AAAA-MM-JJ"):
        raise wrong("jour-manquant", trouve=date.text)
    return date


CriterionNumber = Annotated[str, PlainValidator(_number), WithJsonSchema({"type": "string"})]
Day = Annotated[DateText, AfterValidator(_full_date)]


class Criterion(Model):
    """Un critère du RGAA, et ce que l’on en sait."""

    number: CriterionNumber = field("critere", "Critère", "Le numéro du critère.", "8.3")
    state: CriterionState = field(
        "etat",
        "État",
        "Ce que l’audit en dit ; `non_audite` tant que personne n’a regardé.",
        "conforme",
    )
    finding: Line | None = field(
        "constat",
        "Constat",
        "Ce qui a été constaté ; obligatoire pour un critère audité.",
        "Chaque page dit qu’elle est en français.",
        default=None,
    )
    proof: Line | None = field(
        "preuve",
        "Preuve",
        "Le nom de l’essai automatique (`tests/site/`) qui le prouve sur toutes les pages.",
        "test_every_page_has_a_default_language",
        default=None,
    )

    @model_validator(mode="after")
    def told(self) -> Self:
        """Refuse a verdict without what was found."""
        if self.state is not CriterionState.UNKNOWN and not self.finding:
            raise wrong("constat-absent", critere=self.number, etat=self.state.label)
        return self

    def __str__(self) -> str:
        return self.number


class Audit(Model):
    """L’audit d’accessibilité du site : `accessibilite.yml`."""

    established: Day = field(
        "date", "Date", "Le jour où l’état des critères a été établi.", "2026-11-21"
    )
    updated: Day | None = field(
        "mise_a_jour",
        "Mise à jour",
        "Le jour de la dernière correction.",
        "2027-03-01",
        default=None,
    )
    auditor: Line | None = field(
        "auditeur",
        "Auditeur",
        "Qui a mené l’audit de conformité ; à laisser de côté tant que personne ne l’a mené.",
        "Cap Rural, en interne",
        default=None,
    )
    contact: Url | None = field(
        "contact",
        "Contact",
        "L’adresse de la page par laquelle signaler un défaut à l’éditeur.",
        "https://www.exemple.fr/contact",
        default=None,
    )
    environments: Items[Line] = field(
        "environnements",
        "Environnements de test",
        "Les navigateurs et les technologies d’assistance employés.",
        "- Firefox et NVDA",
        default=(),
    )
    tools: Items[Line] = field("outils", "Outils", "Les outils employés.", "- axe-core", default=())
    sample: Items[Line] = field(
        "pages", "Pages", "Les pages vérifiées.", "- la page d’accueil", default=()
    )
    exceptions: Items[Line] = field(
        "derogations",
        "Dérogations",
        "Les contenus pour lesquels une charge disproportionnée est invoquée, et pourquoi.",
        "- Les plans d’archives, trop nombreux pour être décrits",
        default=(),
    )
    exempt: Items[Line] = field(
        "exemptions",
        "Exemptions",
        "Les contenus que la loi ne soumet pas à l’obligation d’accessibilité.",
        "- Les documents publiés par d’autres, vers lesquels le site renvoie",
        default=(),
    )
    criteria: Distinct[Criterion] = field(
        "criteres",
        "Critères",
        "Tous les critères du RGAA, chacun avec son état.",
        "- {critere: 8.3, etat: non_audite}",
    )

    @field_validator("criteria")
    @classmethod
    def whole(cls, criteria: tuple[Criterion, ...], info: ValidationInfo) -> tuple[Criterion, ...]:
        """Refuse a list with gaps, and verdicts that neither a person nor a test gave."""
        missing = [number for number in rgaa.criteria() if number not in set(map(str, criteria))]
        if missing:
            rows = (f"  - {{critere: {number}, etat: non_audite}}" for number in missing)
            raise wrong(
                "critere-manquant",
                nombre=count(len(missing), "critère"),
                trouve=", ".join(missing),
                ligne="\n".join(rows),
            )
        if info.data.get("auditor") is None and (unproven := dict(_unproven(criteria))):
            raise wrong_items("preuve-absente", unproven)
        return criteria


def _unproven(criteria: Iterable[Criterion]) -> Iterable[tuple[int, dict[str, str]]]:
    """The places of verdicts without a test, and what each says."""
    favourable = {CriterionState.CONFORMING, CriterionState.IRRELEVANT}
    for place, criterion in enumerate(criteria):
        if criterion.state in favourable and criterion.proof is None:
            yield place, {"critere": criterion.number, "etat": criterion.state.label}
