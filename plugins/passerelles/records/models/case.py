"""A case: one practice of cooperation."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import ValidationInfo, field_validator, model_validator

from passerelles.records.kinds import Kind
from passerelles.records.mentions import Party, Reference
from passerelles.records.models.base import Model, RecordModel, field
from passerelles.records.refusal import wrong
from passerelles.records.tree import Text
from passerelles.records.values import (
    ActorId,
    BrakeId,
    CaseId,
    Currency,
    Date,
    DateText,
    Distinct,
    FormerId,
    FrameworkId,
    Items,
    LeverId,
    Line,
    NotionId,
    Number,
    PartyId,
    Rich,
    SourcePlace,
    StructureId,
    Summary,
    TerritoryId,
    ThemeId,
    Title,
    ToolId,
    Url,
    Year,
)
from passerelles.records.vocabulary import (
    ActorType,
    ExchangeState,
    Flux,
    MeansType,
    Role,
    SheetState,
    Status,
)

SOURCE = (
    "source",
    "Source",
    "Le document qui le dit, puis l’endroit : section, page ou titre du passage.",
    "cap-rural-2019 § 3.2",
)


class TerritoryRole(Model):
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

    @model_validator(mode="before")
    @classmethod
    def bare(cls, value: Any) -> Any:
        """Accept the identifier alone."""
        return {"territoire": value} if isinstance(value, Text) else value

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


class UsedConcept(Model):
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

    @model_validator(mode="before")
    @classmethod
    def bare(cls, value: Any) -> Any:
        """Accept the identifier alone."""
        return {"concept": value} if isinstance(value, Text) else value

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

    def __str__(self) -> str:
        return str(self.case)


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
    def name(self) -> str:
        """What the record is called wherever it is named."""
        return self.title
