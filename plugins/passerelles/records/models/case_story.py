"""What a case aimed at, had, did and taught."""

from __future__ import annotations

from passerelles.records.mentions import Reference
from passerelles.records.models.base import SOURCE, BareOrWhole, Model, field
from passerelles.records.values import (
    BrakeId,
    Currency,
    DateText,
    LeverId,
    Line,
    Number,
    Rich,
    SourcePlace,
    Year,
)
from passerelles.records.vocabulary import MeansType


class Goal(Model):
    """Un objectif."""

    text: Rich = field(
        "texte", "Objectif", "Ce que l’on veut atteindre.", "Réserver des terres aux maraîchers"
    )
    target: Line | None = field(
        "cible", "Cible", "La quantité visée.", "100 exploitations", default=None
    )
    due: DateText | None = field("echeance", "Échéance", "La date visée.", "2030", default=None)
    source: SourcePlace | None = field(*SOURCE, default=None)


class Means(Model):
    """Un moyen donné à la coopération."""

    type: MeansType = field("nature", "Nature", "Ce dont il s’agit.", "financement")
    label: Line = field(
        "libelle", "Libellé", "Le moyen, en quelques mots.", "Appel à projets régional"
    )
    amount: Number | None = field(
        "montant", "Montant", "Le montant, sans unité ni séparateur.", "40000", default=None
    )
    currency: Currency | None = field(
        "devise", "Devise", "Le code de la devise ; EUR si rien n’est dit.", "EUR", default=None
    )
    funder: Line | None = field(
        "financeur", "Financeur", "Qui paie.", "Conseil régional", default=None
    )
    year: Year | None = field("annee", "Année", "L’année.", "2016", default=None)
    source: SourcePlace | None = field(*SOURCE, default=None)


class Event(Model):
    """Un moment de l’histoire de la coopération."""

    date: DateText = field("date", "Date", "Quand : année, mois ou jour.", "2016-11")
    text: Rich = field("texte", "Texte", "Ce qui s’est passé.", "Le contrat est signé.")
    source: SourcePlace | None = field(*SOURCE, default=None)


class Result(Model):
    """Un résultat constaté."""

    label: Line = field("libelle", "Libellé", "Ce qui a été obtenu.", "Personnes installées")
    value: Number | None = field(
        "valeur", "Valeur", "La quantité, sans unité ni séparateur.", "40", default=None
    )
    unit: Line | None = field("unite", "Unité", "L’unité.", "personnes", default=None)
    date: DateText | None = field(
        "date", "Date", "Quand cela a été constaté.", "2020", default=None
    )
    source: SourcePlace | None = field(*SOURCE, default=None)


class UsedConcept(BareOrWhole):
    """Un levier ou un frein, et comment il s’est montré ici."""

    concept: Reference
    text: Rich | None = field(
        "texte",
        "Texte",
        "Comment il s’est montré ici.",
        "Les élus se réunissent chaque année.",
        default=None,
    )
    source: SourcePlace | None = field(*SOURCE, default=None)

    def __str__(self) -> str:
        return str(self.concept)


class UsedLever(UsedConcept):
    """Un levier, et comment il a joué ici."""

    concept: LeverId = field(
        "concept", "Levier", "L’identifiant d’un levier.", "cultiver-les-differences"
    )


class UsedBrake(UsedConcept):
    """Un frein, et comment il s’est fait sentir ici."""

    concept: BrakeId = field(
        "concept", "Frein", "L’identifiant d’un frein.", "meconnaissance-mutuelle"
    )


class Lesson(Model):
    """Un enseignement."""

    text: Rich = field(
        "texte",
        "Enseignement",
        "Ce que l’on peut en retenir.",
        "Commencer par un sujet qui intéresse les deux parties.",
    )
    source: SourcePlace | None = field(*SOURCE, default=None)


class Transfer(Model):
    """Ce qu’il faut savoir pour faire de même ailleurs."""

    conditions: Rich | None = field(
        "conditions",
        "Conditions",
        "Ce qu’il faut réunir.",
        "Un portage politique dans la durée.",
        default=None,
    )
    limits: Rich | None = field(
        "limites",
        "Limites",
        "Ce qui ne se transpose pas.",
        "Le contrat ne crée pas de moyens.",
        default=None,
    )
    first_steps: Rich | None = field(
        "premiers_pas",
        "Premiers pas",
        "Par où commencer.",
        "Recenser les sujets communs.",
        default=None,
    )
