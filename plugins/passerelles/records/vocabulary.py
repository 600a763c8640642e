"""The closed lists of values: what stands in the files, and what a reader reads."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic_core import CoreSchema, core_schema

from passerelles.records.refusal import text_of, wrong


class Choice(StrEnum):
    """A value of a closed list, with its French label."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Keep the label beside the value."""
        choice = str.__new__(cls, value)
        choice._value_ = value
        choice.label = label
        return choice

    @classmethod
    def read(cls, value: object) -> Self:
        """The value that a scalar of a file stands for."""
        text = text_of(value)
        found = next((choice for choice in cls if choice.value == str(text)), None)
        if found is None:
            raise wrong("valeur-inconnue", trouve=str(text), parmi=" ".join(cls))
        return found

    @classmethod
    def __get_pydantic_core_schema__(cls, *_: object) -> CoreSchema:
        """Tell Pydantic how it is read and written."""
        return core_schema.no_info_plain_validator_function(
            cls.read, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, *_: object) -> dict[str, object]:
        """Tell an editor's program which values there are."""
        return {"type": "string", "enum": [str(value) for value in cls]}


class Status(Choice):
    """How far a practice has come."""

    PROJECT = "projet", "En projet"
    EXPERIMENT = "experimentation", "En expérimentation"
    RUNNING = "en_cours", "En cours"
    DONE = "acheve", "Achevé"
    ABANDONED = "abandonne", "Abandonné"


class Role(Choice):
    """What a territory is in a cooperation."""

    URBAN = "urbain", "urbain"
    PERIURBAN = "periurbain", "périurbain"
    RURAL = "rural", "rural"
    MIXED = "mixte", "urbain et rural"


class ActorType(Choice):
    """What an actor is."""

    LOCAL_AUTHORITY = "collectivite", "collectivité"
    STATE = "etat", "État"
    ASSOCIATION = "association", "association"
    SOCIAL_ECONOMY = "ess", "économie sociale et solidaire"
    COMPANY = "entreprise", "entreprise"
    RESEARCH = "recherche", "recherche"
    NETWORK = "reseau", "réseau"
    CITIZENS = "citoyens", "citoyens"
    FUNDER = "financeur", "financeur"


class Flux(Choice):
    """What kind of thing an exchange carries."""

    INFORMATION = "information", "information et savoirs"
    CAPITAL = "capitaux", "capitaux"
    GOODS = "biens", "biens"
    MATTER_ENERGY = "matieres_energie", "matières et énergie"
    PERSONS = "personnes", "personnes"
    SERVICES = "services", "services"


class ExchangeState(Choice):
    """How far an exchange has come."""

    PLANNED = "envisage", "envisagé"
    STARTED = "engage", "engagé"
    DONE = "realise", "réalisé"


class MeansType(Choice):
    """What kind of means a practice has."""

    FUNDING = "financement", "financement"
    ENGINEERING = "ingenierie", "ingénierie"
    LAND = "foncier", "foncier"
    EQUIPMENT = "equipement", "équipement"
    VOLUNTEERS = "benevolat", "bénévolat"


class SheetState(Choice):
    """How far the record itself has come."""

    DRAFT = "ebauche", "ébauche"
    COMPLETE = "complete", "complète"
    REVIEWED = "relue", "relue"


class Scheme(Choice):
    """The part of the glossary to which a concept belongs."""

    NOTION = "notion", "Notions"
    THEME = "thematique", "Thématiques"
    FRAMEWORK = "dispositif", "Dispositifs"
    STRUCTURE = "structure", "Structures"
    LEVER = "levier", "Leviers"
    BRAKE = "frein", "Freins"
    TOOL = "outil", "Outils"


class TerritoryType(Choice):
    """What a territory is."""

    METROPOLE = "metropole", "métropole"
    AGGLOMERATION = "agglomeration", "communauté d’agglomération"
    COMMUNITY = "communaute_de_communes", "communauté de communes"
    PETR = "petr", "pôle d’équilibre territorial et rural"
    PAYS = "pays", "pays"
    PNR = "pnr", "parc naturel régional"
    COMMUNE = "commune", "commune"
    DEPARTEMENT = "departement", "département"
    REGION = "region", "région"
    BASIN = "bassin", "bassin de vie ou d’emploi"
    OTHER = "autre", "autre territoire"


class SourceType(Choice):
    """What a document is."""

    REPORT = "rapport", "rapport"
    NOTE = "note", "note"
    LETTER = "lettre", "lettre"
    PROGRAMME = "programme", "programme"
    LEAFLET = "plaquette", "plaquette"
    ARTICLE = "article", "article"
    SITE = "site", "site"


class YesNo(Choice):
    """Yes or no, as text."""

    YES = "oui", "oui"
    NO = "non", "non"


class CriterionState(Choice):
    """What is known of a criterion of the RGAA."""

    CONFORMING = "conforme", "conforme"
    FAILING = "non_conforme", "non conforme"
    IRRELEVANT = "non_applicable", "non applicable"
    UNKNOWN = "non_audite", "non audité"
