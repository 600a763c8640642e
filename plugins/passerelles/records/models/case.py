"""A case: one practice of cooperation."""

from __future__ import annotations

from typing import ClassVar

from pydantic import ValidationInfo, field_validator

from passerelles.records.kinds import Kind
from passerelles.records.models.base import RecordModel, field
from passerelles.records.models.case_parties import Actor, Exchange, TerritoryRole
from passerelles.records.models.case_sheet import Image, Link, SeeAlso, Sheet
from passerelles.records.models.case_story import (
    Event,
    Goal,
    Lesson,
    Means,
    Result,
    Transfer,
    UsedBrake,
    UsedLever,
)
from passerelles.records.refusal import wrong
from passerelles.records.values import (
    Date,
    DateText,
    Distinct,
    FormerId,
    FrameworkId,
    Items,
    NotionId,
    Rich,
    SourcePlace,
    StructureId,
    Summary,
    ThemeId,
    Title,
    ToolId,
)
from passerelles.records.vocabulary import Status
from passerelles.text import period


class Case(RecordModel):
    """Un cas : une pratique de coopération entre villes et campagnes."""

    kind: ClassVar = Kind.CASE

    title: Title = field(
        "titre",
        "Titre",
        "Le titre de la fiche, 140 caractères au plus.",
        "Un pacte entre la ville et la campagne",
    )
    summary: Summary = field(
        "resume",
        "Résumé",
        "Une phrase ou deux, 500 caractères au plus.",
        "Une métropole et un pays rural s’engagent à échanger ce que chacun a.",
    )
    status: Status = field("statut", "Statut", "Où en est la pratique.", "en_cours")
    start: DateText | None = field(
        "debut", "Début", "Quand elle a commencé : année, mois ou jour.", "2016", default=None
    )
    end: DateText | None = field("fin", "Fin", "Quand elle s’est achevée.", "2020-12", default=None)
    territories: Distinct[TerritoryRole] = field(
        "territoires", "Territoires", "Les territoires, avec leur rôle.", "[brest-metropole]"
    )
    actors: Items[Actor] = field(
        "acteurs",
        "Acteurs",
        "Qui prend part à la coopération.",
        "- nom: Conservatoire de Brest",
        default=(),
    )
    themes: Distinct[ThemeId] = field(
        "thematiques",
        "Thématiques",
        "Les sujets, par leurs identifiants du glossaire.",
        "[energie]",
    )
    frameworks: Distinct[FrameworkId] = field(
        "dispositifs",
        "Dispositifs",
        "Les cadres de la coopération.",
        "[contrat-de-reciprocite]",
        default=(),
    )
    structures: Distinct[StructureId] = field(
        "structures", "Structures", "Les formes d’organisation.", "[scic]", default=()
    )
    notions: Distinct[NotionId] = field(
        "notions", "Notions", "Les notions en jeu.", "[reciprocite]", default=()
    )
    tools: Distinct[ToolId] = field(
        "outils", "Outils", "Les outils employés.", "[parcel]", default=()
    )
    challenges: Rich | None = field(
        "defis",
        "Défis",
        "La situation de départ, ce qu’il fallait résoudre.",
        "La métropole manque de ressources. [@rtes-2020 Introduction]",
        default=None,
    )
    governance: Rich | None = field(
        "gouvernance",
        "Gouvernance",
        "Qui décide, qui suit, comment.",
        "Un comité réunit les deux parties.",
        default=None,
    )
    goals: Items[Goal] = field(
        "objectifs",
        "Objectifs",
        "Ce que l’on veut atteindre.",
        "- texte: Réserver des terres aux maraîchers",
        default=(),
    )
    exchanges: Items[Exchange] = field(
        "echanges",
        "Échanges",
        "Qui apporte quoi à qui.",
        "- de: pays-centre-ouest-bretagne",
        default=(),
    )
    means: Items[Means] = field(
        "moyens",
        "Moyens",
        "Les moyens donnés à la coopération.",
        "- nature: financement",
        default=(),
    )
    timeline: Items[Event] = field(
        "chronologie", "Chronologie", "Les moments de son histoire.", "- date: 2016", default=()
    )
    results: Items[Result] = field(
        "resultats",
        "Résultats",
        "Ce qui a été constaté.",
        "- libelle: Personnes installées",
        default=(),
    )
    levers: Distinct[UsedLever] = field(
        "leviers", "Leviers", "Ce qui aide.", "[cultiver-les-differences]", default=()
    )
    brakes: Distinct[UsedBrake] = field(
        "freins", "Freins", "Ce qui gêne.", "[meconnaissance-mutuelle]", default=()
    )
    lessons: Items[Lesson] = field(
        "enseignements",
        "Enseignements",
        "Ce que l’on peut en retenir.",
        "- texte: Commencer petit.",
        default=(),
    )
    transfer: Transfer | None = field(
        "transfert",
        "Transfert",
        "Ce qu’il faut savoir pour faire de même ailleurs.",
        "conditions: Un portage politique.",
        default=None,
    )
    links: Items[Link] = field(
        "liens", "Liens", "Où en lire plus.", "- titre: Le site de la démarche", default=()
    )
    images: Items[Image] = field(
        "images", "Images", "Les images de la fiche.", "- fichier: carhaix.jpg", default=()
    )
    see_also: Distinct[SeeAlso] = field(
        "voir_aussi", "Voir aussi", "D’autres cas à lire.", "- cas: biovallee", default=()
    )
    sources: Distinct[SourcePlace] = field(
        "sources", "Sources", "Les documents sur lesquels la fiche repose.", "[rtes-2020]"
    )
    sheet: Sheet | None = field(
        "fiche", "Fiche", "L’état de la fiche.", "etat: complete", default=None
    )
    former_ids: Distinct[FormerId] = field(
        "anciens_identifiants",
        "Anciens identifiants",
        "Les identifiants que la fiche a eus et qui mènent désormais ici.",
        "[brest]",
        default=(),
    )

    @field_validator("end")
    @classmethod
    def not_before_start(cls, end: Date | None, info: ValidationInfo) -> Date | None:
        """Refuse an end before the start."""
        start = info.data.get("start")
        if start and end and end.before(start):
            raise wrong("dates-inversees", debut=start.text, fin=end.text)
        return end

    @property
    def period(self) -> str:
        """When the practice took place, in words."""
        start, end = self.start, self.end
        return period(start.text if start else None, end.text if end else None)

    @property
    def name(self) -> str:
        """What the record is called wherever it is named."""
        return self.title
