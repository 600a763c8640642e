"""Who takes part in a case, and who brings what to whom."""

from __future__ import annotations

from pydantic import ValidationInfo, field_validator

from passerelles.records.mentions import Party
from passerelles.records.models.base import SOURCE, BareOrWhole, Model, field
from passerelles.records.refusal import wrong
from passerelles.records.values import (
    ActorId,
    Line,
    PartyId,
    Rich,
    SourcePlace,
    TerritoryId,
    ThemeId,
    Url,
)
from passerelles.records.vocabulary import ActorType, ExchangeState, Flux, Role


class TerritoryRole(BareOrWhole):
    """Un territoire de la coopération, et ce qu’il y est."""

    territory: TerritoryId = field(
        "territoire", "Territoire", "L’identifiant d’un territoire.", "brest-metropole"
    )
    role: Role | None = field(
        "role", "Rôle", "Ce qu’est ce territoire dans la coopération.", "urbain", default=None
    )
    note: Rich | None = field(
        "note",
        "Note",
        "Une précision, un doute, une contradiction entre documents.",
        "Chef de file.",
        default=None,
    )

    def __str__(self) -> str:
        return str(self.territory)


class Actor(Model):
    """Une organisation ou un groupe qui prend part à la coopération."""

    key: ActorId | None = field(
        "cle",
        "Clé",
        "Le nom court par lequel les échanges désignent cet acteur.",
        "conservatoire",
        default=None,
    )
    name: Line = field("nom", "Nom", "Le nom de l’acteur.", "Conservatoire de Brest")
    type: ActorType = field("type", "Type", "Ce qu’est l’acteur.", "collectivite")
    role: Line | None = field(
        "role",
        "Rôle",
        "Ce que l’acteur fait ici.",
        "accompagne les écoles de musique",
        default=None,
    )
    link: Url | None = field("lien", "Lien", "Son site.", "https://www.exemple.fr", default=None)


class Exchange(Model):
    """Un apport : qui apporte quoi à qui."""

    giver: PartyId = field(
        "de",
        "De",
        "Qui apporte : un territoire du cas, ou la clé d’un acteur.",
        "pays-centre-ouest-bretagne",
    )
    receiver: PartyId = field(
        "vers",
        "Vers",
        "Qui reçoit : un territoire du cas, ou la clé d’un acteur.",
        "brest-metropole",
    )
    brings: Line = field("apport", "Apport", "Ce qui est apporté.", "Du bois pour les chaufferies")
    flux: Flux = field("flux", "Flux", "La nature de ce qui circule.", "matieres_energie")
    theme: ThemeId | None = field(
        "thematique", "Thématique", "Le sujet de l’échange.", "energie", default=None
    )
    state: ExchangeState = field("etat", "État", "Où en est l’échange.", "envisage")
    source: SourcePlace | None = field(*SOURCE, default=None)

    @field_validator("receiver")
    @classmethod
    def other_than_giver(cls, receiver: Party, info: ValidationInfo) -> Party:
        """Refuse an exchange of somebody with themselves."""
        if receiver == info.data.get("giver"):
            raise wrong("echange-avec-soi", partie=receiver.id)
        return receiver
