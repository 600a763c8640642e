"""Which known word is proposed for one that is not known, and when none is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passerelles.text import nearest

SUBJECTS = ["alimentation", "eau", "energie", "foret-bois", "mobilite", "sante"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("energi", "energie"),
        ("energies", "energie"),
        ("enregie", "energie"),  # two letters swapped are one mistake
        ("Énergie", "energie"),
        ("forêt_bois", "foret-bois"),
        ("foret bois", "foret-bois"),
        ("alimentaton", "alimentation"),
        ("sante", "sante"),
    ],
)
def test_a_slip_leads_to_the_word_that_was_meant(word: str, meant: str) -> None:
    assert nearest(word, SUBJECTS) == meant


@pytest.mark.parametrize("word", ["tourisme", "e", "xyz", "", "aliment", "🌲"])
def test_nothing_is_proposed_where_nothing_is_near(word: str) -> None:
    assert nearest(word, SUBJECTS) is None


@pytest.mark.parametrize("word", ["l_e_b", "l e b", "L-É_B"])
def test_what_joins_words_makes_no_difference(word: str) -> None:
    assert nearest(word, ["l-e-b"]) == "l-e-b"


def test_nothing_is_proposed_where_nothing_is_known() -> None:
    assert nearest("energie", []) is None


@pytest.mark.parametrize("known", [["baies", "bains"], ["bains", "baies"], {"bains", "baies"}])
def test_of_two_words_as_near_the_first_in_the_alphabet_is_proposed(known: list[str]) -> None:
    assert nearest("baixs", known) == "baies"


@given(st.text(max_size=20), st.lists(st.text(max_size=20)))
def test_what_is_proposed_is_known_whatever_the_order(word: str, known: list[str]) -> None:
    proposed = nearest(word, known)
    assert proposed is None or proposed in known
    assert proposed == nearest(word, reversed(known))
