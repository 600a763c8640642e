"""A training session and what is handed out in it."""

from __future__ import annotations

from typing import ClassVar

from passerelles.records.kinds import Kind
from passerelles.records.models.base import Model, RecordModel, field
from passerelles.records.values import (
    DateText,
    Distinct,
    FormerId,
    HandoutId,
    Items,
    Line,
    Rich,
    SourcePlace,
)


class Step(Model):
    """Un moment de la séance."""

    time: Line | None = field("heure", "Heure", "L’heure, comme on la dit.", "9 h 30", default=None)
    title: Line = field("titre", "Titre", "Ce qui se passe.", "Tour de table")
    text: Rich | None = field(
        "texte",
        "Texte",
        "Comment cela se passe.",
        "Chacun dit son territoire et sa question.",
        default=None,
    )
    handouts: Distinct[HandoutId] = field(
        "fiches", "Fiches", "Les fiches qui servent à ce moment.", "[brest-cob]", default=()
    )


class Session(RecordModel):
    """Une séance de formation ou d’échanges."""

    kind: ClassVar = Kind.SESSION

    title: Line = field(
        "titre", "Titre", "Le titre de la séance.", "Vers des paniers de transactions réciproques"
    )
    date: DateText = field("date", "Date", "Quand elle a lieu.", "2020-09-08")
    place: Line | None = field("lieu", "Lieu", "Où elle a lieu.", "Saint-Étienne", default=None)
    organiser: Line | None = field(
        "organisateur", "Organisateur", "Qui l’organise.", "Cap Rural", default=None
    )
    audience: Rich | None = field(
        "public", "Public", "Pour qui.", "Élus et agents du développement local.", default=None
    )
    goals: Items[Rich] = field(
        "objectifs",
        "Objectifs",
        "Ce que l’on veut en retirer.",
        "- Repérer des sujets d’échange",
        default=(),
    )
    speakers: Items[Line] = field(
        "intervenants",
        "Intervenants",
        "Qui intervient, avec sa fonction.",
        "- Une élue de Saint-Étienne Métropole",
        default=(),
    )
    steps: Items[Step] = field(
        "deroule", "Déroulé", "Les moments de la séance.", "- titre: Tour de table", default=()
    )
    handouts: Distinct[HandoutId] = field(
        "fiches",
        "Fiches à remettre",
        "Les fiches, dans l’ordre où on les remet.",
        "[brest-cob, reciprocite]",
        default=(),
    )
    sources: Distinct[SourcePlace] = field(
        "sources",
        "Sources",
        "Les documents sur lesquels la fiche repose.",
        "[cap-rural-2020]",
        default=(),
    )
    former_ids: Distinct[FormerId] = field(
        "anciens_identifiants",
        "Anciens identifiants",
        "Les identifiants que la fiche a eus et qui mènent désormais ici.",
        "[session-1]",
        default=(),
    )

    @property
    def name(self) -> str:
        """What the record is called wherever it is named."""
        return self.title
