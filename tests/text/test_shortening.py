"""Cutting a text to a length."""

from textwrap import shorten

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passerelles.text import opening, shortened


def test_a_text_is_cut_between_two_words() -> None:
    assert shortened("Du bois pour les chaufferies", 12) == "Du bois…"


def test_a_compound_word_is_not_cut() -> None:
    assert shortened("Des relations villes-campagnes", 24) == "Des relations…"


def test_a_short_text_keeps_all_its_words() -> None:
    assert shortened(" Du  bois\n", 7) == "Du bois"


@pytest.mark.parametrize(
    ("text", "longest", "expected"),
    [
        ("Du bois. Et de l’eau. Puis rien.", 22, "Du bois. Et de l’eau."),
        ("Du bois. Et de l’eau. Puis rien.", 20, "Du bois."),
        ("Du bois\u202f! Et de l’eau.", 12, "Du bois\u202f!"),
        ("Selon M. Dupont, du bois. Et de l’eau.", 26, "Selon M. Dupont, du bois."),
        ("Du bois pour les chaufferies. Fin.", 12, "Du bois…"),
        ("Du bois. Fin.", 40, "Du bois. Fin."),
    ],
)
def test_whole_sentences_open_a_text(text: str, longest: int, expected: str) -> None:
    assert opening(text, longest) == expected


@given(st.text("ab- \n\u00a0é.", max_size=200), st.integers(5, 40))
def test_a_text_is_cut_where_textwrap_cuts_it(text: str, longest: int) -> None:
    cut = shorten(text, longest, placeholder="…", break_on_hyphens=False)
    assert shortened(text, longest) == cut
