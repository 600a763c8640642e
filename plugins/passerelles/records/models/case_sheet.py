"""What stands around a case: links, images, other cases, the state of its sheet."""

from __future__ import annotations

from pydantic import field_validator

from passerelles.records.models.base import Model, field
from passerelles.records.refusal import wrong
from passerelles.records.values import CaseId, DateText, Items, Line, Rich, Url
from passerelles.records.vocabulary import SheetState


class Link(Model):
    """Un lien vers un site."""

    title: Line = field("titre", "Titre", "Ce que l’on y trouve.", "Le site de la démarche")
    url: Url = field("url", "Adresse", "L’adresse complète.", "https://www.exemple.fr/demarche")


class Image(Model):
    """Une image."""

    file: Line = field(
        "fichier", "Fichier", "Le nom du fichier, dans `content/images/`.", "carhaix.jpg"
    )
    alternative: Line = field(
        "texte_alternatif",
        "Texte alternatif",
        "Ce que montre l’image, pour qui ne la voit pas.",
        "Les élus signent le contrat.",
    )
    credit: Line = field("credit", "Crédit", "L’auteur de l’image.", "Ville de Carhaix")
    licence: Line = field(
        "licence", "Licence", "Sous quelle licence l’image est publiée.", "CC BY 4.0"
    )

    @field_validator("file")
    @classmethod
    def under_images(cls, file: str) -> str:
        """Refuse a path that leaves the folder of images."""
        name = file.removeprefix("content/images/")
        if name.startswith("/") or "\\" in name or {"", ".", ".."} & set(name.split("/")):
            raise wrong("image-hors-dossier", trouve=file)
        return name


class SeeAlso(Model):
    """Un autre cas à lire, et pourquoi."""

    case: CaseId = field("cas", "Cas", "L’identifiant d’un cas.", "biovallee")
    reason: Rich = field(
        "raison", "Raison", "Pourquoi le lire.", "Le même sujet, une autre échelle."
    )


class Sheet(Model):
    """L’état de la fiche elle-même."""

    state: SheetState = field("etat", "État de la fiche", "Où en est la fiche.", "complete")
    created: DateText = field("creee", "Créée le", "Quand la fiche a été écrite.", "2026-11-21")
    reviewed: DateText | None = field(
        "revue", "Relue le", "Quand la fiche a été relue.", "2026-11-30", default=None
    )
    review_due: DateText | None = field(
        "a_revoir", "À revoir le", "Quand la fiche devra être relue.", "2028-11", default=None
    )
    authors: Items[Line] = field(
        "auteurs", "Auteurs", "Qui a écrit la fiche.", "[Cap Rural]", default=()
    )
