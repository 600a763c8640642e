"""Who is a stranger to the exchanges of a case, and when that cannot be known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from passerelles.problems import Place

CASE = """\
titre: Un pacte pour le bois
resume: Une ville et sa campagne se chauffent ensemble.
statut: en_cours
thematiques: [energie]
sources: [note-2019]
"""
PARTIES = (
    "territoires: [ville, campagne]\nacteurs:\n  - {cle: mairie, nom: La mairie, type: etat}\n"
)
EXCHANGE = "echanges:\n  - {{de: {}, vers: ville, apport: Du bois, flux: biens, etat: engage}}\n"

Codes = Callable[[str], list[str]]


@pytest.fixture
def codes(found_in: Callable[..., list[tuple[str, Place]]]) -> Codes:
    """What is said of a case that ends with these lines."""
    return lambda text: [code for code, _ in found_in({"cases/pacte.yml": CASE + text})]


@pytest.mark.parametrize("party", ["campagne", "mairie"])
def test_a_territory_or_an_actor_takes_part(codes: Codes, party: str) -> None:
    assert codes(PARTIES + EXCHANGE.format(party)) == []


def test_anybody_else_is_a_stranger(codes: Codes) -> None:
    assert codes(PARTIES + EXCHANGE.format("conservatoire")) == ["partie-inconnue"]


@pytest.mark.parametrize(
    ("written", "instead", "code"),
    [
        ("ville, campagne", "ville, Campagne", "identifiant-invalide"),
        ("[ville, campagne]", "[ville, {territoire: Campagne}]", "identifiant-invalide"),
        ("cle: mairie", "cle: Mairie", "identifiant-invalide"),
        ("cle: mairie", "clef: mairie", "cle-inconnue"),
        ("acteurs:\n", "acteur:\n", "cle-inconnue"),
        ("acteurs:\n", "partenaires:\n", "cle-inconnue"),
        ("{cle: mairie, nom: La mairie, type: etat}", "La mairie", "bloc-attendu"),
    ],
)
def test_none_seems_a_stranger_where_a_mistake_may_hide_who_it_is(
    codes: Codes, written: str, instead: str, code: str
) -> None:
    text = PARTIES.replace(written, instead) + EXCHANGE.format("conservatoire")
    assert codes(text) == [code]


@pytest.mark.parametrize(
    ("written", "instead", "code"),
    [
        ("type: etat", "type: inconnu", "valeur-inconnue"),
        ("nom: La mairie, ", "", "cle-manquante"),
        ("acteurs:", "gouvernanc: Un comité\nacteurs:", "cle-inconnue"),
        ("acteurs:", "debut: hier\nacteurs:", "date-invalide"),
        ("acteurs:", "transfert: {condition: Un portage.}\nacteurs:", "cle-inconnue"),
    ],
)
def test_a_stranger_is_told_beside_a_mistake_that_hides_nobody(
    codes: Codes, written: str, instead: str, code: str
) -> None:
    text = PARTIES.replace(written, instead) + EXCHANGE.format("conservatoire")
    assert sorted(codes(text)) == sorted([code, "partie-inconnue"])
