"""A concept of the glossary."""

from __future__ import annotations

from typing import ClassVar

from passerelles.records.kinds import Kind
from passerelles.records.models.base import Model, RecordModel, field
from passerelles.records.values import (
    ConceptId,
    Distinct,
    FormerId,
    Items,
    Line,
    Rich,
    SourcePlace,
)
from passerelles.records.vocabulary import Scheme, YesNo


class OtherDefinition(Model):
    """Une définition qui diffère, montrée à côté de la première."""

    text: Rich = field(
        "texte", "Définition", "La définition.", "Pour les élus rencontrés, la notion reste floue."
    )
    source: SourcePlace = field(
        "source",
        "Source",
        "Le document qui la donne, puis l’endroit.",
        "ddtm14-2019 La notion de réciprocités",
    )


class Concept(RecordModel):
    """Un concept du glossaire."""

    kind: ClassVar = Kind.CONCEPT

    term: Line = field("terme", "Terme", "Le terme préféré, au singulier.", "Réciprocité")
    scheme: Scheme = field("schema", "Schéma", "La partie du glossaire où il se range.", "notion")
    definition: Rich = field(
        "definition",
        "Définition",
        "En quelques phrases, pour un élu qui découvre le mot.",
        "La contribution de chacun, au bénéfice de tous. [@cap-rural-2019 § 3.3]",
    )
    forms: Distinct[Line] = field(
        "formes",
        "Autres formes",
        "Pluriel irrégulier, féminin, sigle, synonyme.",
        "[réciproque]",
        default=(),
    )
    other_definitions: Items[OtherDefinition] = field(
        "autres_definitions",
        "Autres définitions",
        "Les définitions qui diffèrent.",
        "- texte: Une autre définition.",
        default=(),
    )
    broader: Distinct[ConceptId] = field(
        "plus_large",
        "Plus large",
        "Les concepts dont celui-ci fait partie.",
        "[cooperation]",
        default=(),
    )
    related: Distinct[ConceptId] = field(
        "associes", "Associés", "Les concepts proches.", "[transaction]", default=()
    )
    linked: YesNo = field(
        "lien_automatique",
        "Lien automatique",
        "Si ses formes deviennent des liens dans les textes.",
        "non",
        default=YesNo.YES,
    )
    sources: Distinct[SourcePlace] = field(
        "sources",
        "Sources",
        "Les documents sur lesquels la fiche repose.",
        "[cap-rural-2019 § 3.3]",
        default=(),
    )
    former_ids: Distinct[FormerId] = field(
        "anciens_identifiants",
        "Anciens identifiants",
        "Les identifiants que la fiche a eus et qui mènent désormais ici.",
        "[reciprocites]",
        default=(),
    )

    @property
    def name(self) -> str:
        """What the record is called wherever it is named."""
        return self.term
