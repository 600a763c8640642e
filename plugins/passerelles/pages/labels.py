"""What readers call the fields: the labels of the model, as words of a page."""

from __future__ import annotations

from collections.abc import Mapping

from passerelles.library import Direction
from passerelles.records import MODELS, Flux, Kind

LABELS: Mapping[Kind, Mapping[str, str]] = {
    kind: {key: str(info.title) for key, info in model.keys().items()}
    for kind, model in MODELS.items()
}
"""The label of each field of each kind, by its YAML key."""

TEXT = "texte"
"""The field under which the text of a hand-written page stands."""


def label(kind: Kind, key: str) -> str:
    """The label of a field."""
    return "Texte" if kind is Kind.PAGE else LABELS[kind][key]


SAME = {
    "dispositifs": ("même dispositif", "mêmes dispositifs"),
    "structures": ("même structure", "mêmes structures"),
    "notions": ("même notion", "mêmes notions"),
    "outils": ("même outil", "mêmes outils"),
    "thematiques": ("même thématique", "mêmes thématiques"),
    "leviers": ("même levier", "mêmes leviers"),
    "freins": ("même frein", "mêmes freins"),
    "territoires": ("même territoire", "mêmes territoires"),
    "flux": ("même flux", "mêmes flux"),
}
"""How one says that two cases share one thing, or several, by field."""


def flux_label(value: str) -> str:
    """How a flux is called."""
    return next(flux.label for flux in Flux if flux == value)


DIRECTIONS: Mapping[Direction, tuple[str, str]] = {
    Direction.TOWN_TO_LAND: (
        "urbain → rural",
        "Un territoire urbain ou périurbain apporte à un territoire rural.",
    ),
    Direction.LAND_TO_TOWN: (
        "rural → urbain",
        "Un territoire rural apporte à un territoire urbain ou périurbain.",
    ),
    Direction.TOWN_TO_TOWN: (
        "urbain ↔ urbain",
        "Deux territoires urbains ou périurbains.",
    ),
    Direction.LAND_TO_LAND: ("rural ↔ rural", "Deux territoires ruraux."),
    Direction.OTHER: (
        "autres territoires",
        "Deux territoires, dont l’un au moins est urbain et rural, ou sans rôle précisé.",
    ),
    Direction.WITH_ACTOR: (
        "avec un acteur",
        "Un territoire et une organisation ou un groupe, quel que soit celui qui apporte.",
    ),
    Direction.AMONG_ACTORS: ("entre acteurs", "Deux organisations ou groupes."),
}
"""How each direction is called, and which exchanges it holds."""
