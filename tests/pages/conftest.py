"""A base in which every field of every kind is filled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from passerelles import pipeline

NOTE = "note-2019"


def concept(term: str, scheme: str, definition: str = "Ce que dit le mot.", **keys: Any) -> Any:
    return {"terme": term, "schema": scheme, "definition": definition, **keys}


FULL: Mapping[str, Any] = {
    "cases/pacte.yml": {
        "titre": "Un pacte pour le bois",
        "resume": "Une ville et sa campagne se chauffent ensemble.",
        "debut": "2016",
        "fin": "2020-12",
        "territoires": [
            {"territoire": "ville", "role": "urbain", "note": "Elle écrit. [@note-2019 § 1]"},
            {"territoire": "campagne", "role": "rural"},
        ],
        "acteurs": [
            {"cle": "scierie", "nom": "La scierie", "type": "entreprise", "role": "coupe le bois"},
            {"nom": "Le réseau", "type": "reseau", "lien": "https://reseau.fr/a?b=c&d=e"},
        ],
        "dispositifs": ["contrat"],
        "structures": ["scic"],
        "notions": ["reciprocite"],
        "outils": ["diagnostic"],
        "defis": "Il manque du bois. [@note-2019 § 2]\n\nEt de l’eau. [@note-2019 § 1]",
        "gouvernance": "- Un comité\n- Un vote [@lettre-2020]",
        "objectifs": [
            {"texte": "Planter *mieux*", "cible": "100 ha", "echeance": "2030", "source": NOTE}
        ],
        "echanges": [
            {
                "de": "scierie",
                "vers": "ville",
                "apport": "Du bois",
                "flux": "matieres_energie",
                "thematique": "energie",
                "etat": "engage",
                "source": "note-2019 § 3",
            },
            {
                "de": "ville",
                "vers": "campagne",
                "apport": "Des conseils",
                "flux": "information",
                "etat": "envisage",
            },
        ],
        "moyens": [
            {
                "nature": "financement",
                "libelle": "Une aide",
                "montant": 40000,
                "financeur": "La région",
                "annee": 2016,
                "source": "note-2019 § 2",
            }
        ],
        "chronologie": [
            {"date": "2018", "texte": "On recommence."},
            {"date": "2016-11", "texte": "On signe.", "source": "note-2019 § 4"},
        ],
        "resultats": [
            {"libelle": "Foyers chauffés", "valeur": 1200, "unite": "foyers", "date": "2020"}
        ],
        "leviers": [{"concept": "se-parler", "texte": "Chaque mois.", "source": "note-2019 § 5"}],
        "freins": ["mefiance"],
        "enseignements": [{"texte": "Commencer petit.", "source": "note-2019 § 6"}],
        "transfert": {
            "conditions": "Du temps.",
            "limites": "Des forêts.",
            "premiers_pas": "Se voir.",
        },
        "liens": [{"titre": "Le site", "url": "https://pacte.fr"}],
        "images": [
            {
                "fichier": "bois/vue.svg",
                "texte_alternatif": "Une coupe",
                "credit": "Anne",
                "licence": "CC BY 4.0",
            }
        ],
        "voir_aussi": [{"cas": "foire", "raison": "Le même pays."}],
        "sources": ["note-2019 § 1", "note-2019 § 2", "lettre-2020"],
        "fiche": {
            "etat": "relue",
            "creee": "2026-11-01",
            "revue": "2026-11-20",
            "a_revoir": "2028-11",
            "auteurs": ["Anne Blanc"],
        },
        "anciens_identifiants": ["contrat-bois"],
    },
    "cases/foire.yml": {"leviers": ["se-parler"], "defis": "Comme le [[cas:pacte|pacte]]."},
    "glossary/contrat.yml": concept("Contrat", "dispositif", lien_automatique="non"),
    "glossary/scic.yml": concept("SCIC", "structure"),
    "glossary/diagnostic.yml": concept("Diagnostic", "outil"),
    "glossary/se-parler.yml": concept("Se parler", "levier"),
    "glossary/mefiance.yml": concept("Méfiance", "frein"),
    "glossary/bois.yml": concept("Bois-énergie", "thematique", plus_large=["energie"]),
    "glossary/reciprocite.yml": concept(
        "Réciprocité",
        "notion",
        "Chacun donne. [@note-2019 § 7]\n\nEt reçoit.",
        formes=["réciproque"],
        autres_definitions=[{"texte": "Un échange.", "source": "lettre-2020 p. 2"}],
        associes=["contrat"],
        sources=["note-2019 § 7"],
    ),
    "territories/ville.yml": {
        "code_insee": "29019",
        "type": "commune",
        "departements": ["29"],
        "region": "53",
        "coordonnees": {"lat": 48.39, "lon": 4.49},
        "population": {"valeur": 207000, "annee": 2016, "source": "note-2019 § 8"},
        "superficie_km2": {"valeur": 49.5, "source": NOTE},
        "communes": {"valeur": 1, "source": NOTE},
        "epci": {"valeur": 1, "source": NOTE},
        "membre_de": ["region"],
        "sources": ["note-2019 § 8"],
    },
    "territories/region.yml": {"nom": "La région", "type": "autre", "pays": "BE"},
    "sources/lettre-2020.yml": {
        "titre": "Lettre aux communes",
        "editeur": "Le réseau",
        "date": "2020-12",
        "type": "lettre",
        "auteurs": ["Anne Blanc", "Luc Noir"],
        "url": "https://reseau.fr/lettre",
        "pages": 8,
        "langue": "en",
        "licence": "CC BY 4.0",
        "note": "Lue en [[session:journee|séance]].",
    },
    "sessions/journee.yml": {
        "titre": "Une journée ensemble",
        "date": "2020-09-08",
        "lieu": "Saint-Étienne",
        "organisateur": "Cap Rural",
        "public": "Des élus. [@lettre-2020 p. 1]",
        "objectifs": ["Se connaître", "Trouver des sujets"],
        "intervenants": ["Une élue"],
        "deroule": [
            {"heure": "9 h 30", "titre": "Accueil", "texte": "Un café.", "fiches": ["pacte"]},
            {"titre": "Débat"},
        ],
        "fiches": ["pacte", "reciprocite", "ville"],
        "sources": ["lettre-2020"],
    },
    "content/a-propos.md": (
        "# À propos\n\nUne base. [@note-2019 § 9]\n\n## Un\n\n## Deux\n\n## Trois\n"
    ),
    "content/images/bois/vue.svg": "<svg/>",
}


@pytest.fixture(scope="session")
def full() -> Mapping[str, Any]:
    """What fills every field of the small base."""
    return FULL


@pytest.fixture(scope="session")
def full_site(site_of: Callable[..., pipeline.Site]) -> pipeline.Site:
    """The site of a base in which every field is filled."""
    return site_of(FULL)


@pytest.fixture(scope="session")
def full_page(full_site: pipeline.Site, html: Callable[[str], Any]) -> Callable[[str], Any]:
    """A page of that site, as a tree."""
    pages = {page.address: page for page in full_site.pages}
    return lambda address: html(pages[address].main)
