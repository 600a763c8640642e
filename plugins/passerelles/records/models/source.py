"""A document on which records rest."""

from __future__ import annotations

from typing import ClassVar

from passerelles.records.kinds import Kind
from passerelles.records.models.base import RecordModel, field
from passerelles.records.values import (
    DateText,
    Items,
    Language,
    Line,
    Number,
    Rich,
    Url,
)
from passerelles.records.vocabulary import SourceType


class Source(RecordModel):
    """Un document."""

    kind: ClassVar = Kind.SOURCE

    title: Line = field(
        "titre",
        "Titre",
        "Le titre du document.",
        '"Relations villes-campagnes : la nouvelle donne"',
    )
    publisher: Line = field("editeur", "Éditeur", "Qui l’a publié.", "Cap Rural")
    date: DateText = field("date", "Date", "Quand il a paru.", "2019")
    type: SourceType = field("type", "Type", "Ce qu’il est.", "note")
    authors: Items[Line] = field("auteurs", "Auteurs", "Qui l’a écrit.", "[Cap Rural]", default=())
    url: Url | None = field(
        "url", "Adresse", "Où le lire en ligne.", "https://www.caprural.org", default=None
    )
    pages: Number | None = field("pages", "Pages", "Le nombre de pages.", "7", default=None)
    language: Language | None = field(
        "langue", "Langue", "Le code de la langue, en deux minuscules.", "fr", default=None
    )
    licence: Line | None = field(
        "licence",
        "Licence",
        "Sous quelle licence il est publié.",
        "Licence Ouverte 2.0",
        default=None,
    )
    note: Rich | None = field(
        "note",
        "Note",
        "Ce qu’il faut savoir du document.",
        "Texte issu d’une numérisation.",
        default=None,
    )

    @property
    def name(self) -> str:
        """What the record is called wherever it is named."""
        return self.title
