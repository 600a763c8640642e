"""Which plurals are derived from a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passerelles.text.normalise import fold
from passerelles.text.plurals import plurals


@pytest.mark.parametrize(
    ("word", "plural"),
    [
        ("territoire", "territoires"),
        ("métropolitain", "metropolitains"),
        ("régional", "regionaux"),
        ("canal", "canaux"),
        ("festival", "festivals"),
        ("bail", "baux"),
        ("travail", "travaux"),
        ("détail", "details"),
        ("réseau", "reseaux"),
        ("noyau", "noyaux"),
        ("landau", "landaus"),
        ("lieu", "lieux"),
        ("jeu", "jeux"),
        ("pneu", "pneus"),
        ("trou", "trous"),
        ("genou", "genoux"),
        ("œil", "yeux"),
        ("développement", "developpements"),
    ],
)
def test_a_word_has_its_plural(word: str, plural: str) -> None:
    assert plurals(fold(word)) == {fold(word), plural}


@pytest.mark.parametrize("word", ["idéal", "final", "val", "émail"])
def test_some_words_have_two_plurals(word: str) -> None:
    assert len(plurals(fold(word))) == 3


@pytest.mark.parametrize("word", ["pays", "prix", "gaz", "flux", "fonds", "réseaux"])
def test_a_word_in_s_x_or_z_stays(word: str) -> None:
    assert plurals(fold(word)) == {fold(word)}


@pytest.mark.parametrize("word", ["de", "et", "entre", "à", "d", "1901", "km2", "&", "-", "_"])
def test_what_is_no_content_word_stays(word: str) -> None:
    assert plurals(fold(word)) == {fold(word)}


@given(st.text(min_size=1).map(fold).filter(bool))
def test_any_word_is_among_its_plurals_which_are_folded_like_it(word: str) -> None:
    assert word in plurals(word)
    assert set(map(fold, plurals(word))) == plurals(word)
