"""A territory."""

from __future__ import annotations

from typing import ClassVar

from pydantic import ValidationInfo, field_validator

from passerelles.records import official
from passerelles.records.kinds import Kind
from passerelles.records.models.base import Model, RecordModel, field
from passerelles.records.refusal import wrong, wrong_items
from passerelles.records.values import (
    Country,
    Distinct,
    FormerId,
    Latitude,
    Line,
    Longitude,
    Number,
    SourcePlace,
    TerritoryId,
    Year,
)
from passerelles.records.vocabulary import TerritoryType

WITH_SIREN = {TerritoryType.METROPOLE, TerritoryType.AGGLOMERATION, TerritoryType.COMMUNITY}
INSEE_LISTS = {
    TerritoryType.COMMUNE: official.name_of_commune,
    TerritoryType.DEPARTEMENT: official.name_of_departement,
    TerritoryType.REGION: official.name_of_region,
}


class Figure(Model):
    """Un chiffre du territoire."""

    value: Number = field("valeur", "Valeur", "Le nombre, sans unité ni séparateur.", "207000")
    year: Year | None = field("annee", "Année", "L’année du chiffre.", "2016", default=None)
    source: SourcePlace = field(
        "source",
        "Source",
        "Le document qui le donne, puis l’endroit.",
        "ddtm14-2019 La question de la réciprocité",
    )


class Coordinates(Model):
    """Un point sur la carte, en degrés (WGS 84)."""

    latitude: Latitude = field("lat", "Latitude", "Vers le nord, en degrés.", "48.39")
    longitude: Longitude = field("lon", "Longitude", "Vers l’est, en degrés.", "-4.49")


class Territory(RecordModel):
    """Un territoire."""

    kind: ClassVar = Kind.TERRITORY

    title: Line = field("nom", "Nom", "Le nom du territoire.", "Brest métropole")
    type: TerritoryType = field("type", "Type", "Ce qu’il est.", "metropole")
    country: Country = field("pays", "Pays", "Le code du pays, en deux capitales.", "FR")
    siren: Line | None = field(
        "code_siren",
        "Code SIREN",
        "Neuf chiffres, pour une intercommunalité.",
        "242900314",
        default=None,
    )
    insee: Line | None = field(
        "code_insee",
        "Code INSEE",
        "Le code officiel d’une commune, d’un département ou d’une région.",
        "29019",
        default=None,
    )
    departements: Distinct[Line] = field(
        "departements", "Départements", "Les codes des départements.", "[29]", default=()
    )
    region: Line | None = field("region", "Région", "Le code de la région.", "53", default=None)
    coordinates: Coordinates | None = field(
        "coordonnees",
        "Coordonnées",
        "Un point sur la carte.",
        "{lat: 48.39, lon: -4.49}",
        default=None,
    )
    population: Figure | None = field(
        "population",
        "Population",
        "Le nombre d’habitants.",
        "{valeur: 207000, source: ddtm14-2019}",
        default=None,
    )
    area: Figure | None = field(
        "superficie_km2",
        "Superficie",
        "La superficie, en kilomètres carrés.",
        "{valeur: 218, source: ddtm14-2019}",
        default=None,
    )
    communes: Figure | None = field(
        "communes",
        "Communes",
        "Le nombre de communes.",
        "{valeur: 8, source: ddtm14-2019}",
        default=None,
    )
    epci: Figure | None = field(
        "epci",
        "EPCI",
        "Le nombre d’intercommunalités.",
        "{valeur: 1, source: ddtm14-2019}",
        default=None,
    )
    member_of: Distinct[TerritoryId] = field(
        "membre_de",
        "Membre de",
        "Les territoires dont celui-ci fait partie.",
        "[pays-de-brest]",
        default=(),
    )
    sources: Distinct[SourcePlace] = field(
        "sources",
        "Sources",
        "Les documents sur lesquels la fiche repose.",
        "[ddtm14-2019]",
        default=(),
    )
    former_ids: Distinct[FormerId] = field(
        "anciens_identifiants",
        "Anciens identifiants",
        "Les identifiants que la fiche a eus et qui mènent désormais ici.",
        "[brest]",
        default=(),
    )

    @field_validator("siren")
    @classmethod
    def official_siren(cls, siren: str | None, info: ValidationInfo) -> str | None:
        """Refuse a number that is none, or that no intercommunality bears."""
        if siren is None:
            return None
        if not official.is_siren(siren):
            raise wrong("siren-invalide", trouve=siren)
        if info.data.get("type") in WITH_SIREN and not official.name_of_epci(siren):
            raise wrong("siren-inconnu", trouve=siren)
        return siren

    @field_validator("insee")
    @classmethod
    def official_insee(cls, code: str | None, info: ValidationInfo) -> str | None:
        """Refuse a code that no commune, département or region bears."""
        kind = info.data.get("type")
        if code is None or kind is None:
            return code
        if kind in INSEE_LISTS and not INSEE_LISTS[kind](code):
            mended = f"0{code}" if INSEE_LISTS[kind](f"0{code}") else None
            raise wrong("insee-inconnu", mended, trouve=code, type=kind.label)
        return code

    @field_validator("departements")
    @classmethod
    def official_departements(cls, codes: tuple[str, ...]) -> tuple[str, ...]:
        """Refuse a code that no département bears."""
        unknown = {
            position: {"trouve": code, "type": TerritoryType.DEPARTEMENT.label}
            for position, code in enumerate(codes)
            if not official.name_of_departement(code)
        }
        if unknown:
            raise wrong_items("insee-inconnu", unknown)
        return codes

    @field_validator("region")
    @classmethod
    def official_region(cls, code: str | None) -> str | None:
        """Refuse a code that no region bears."""
        if code is not None and not official.name_of_region(code):
            raise wrong("insee-inconnu", trouve=code, type="région")
        return code

    @property
    def abroad(self) -> bool:
        """Whether it is not in France, whose codes it cannot have then."""
        return self.country != "FR"

    @property
    def name(self) -> str:
        """What the record is called wherever it is named."""
        return self.title
