"""Cutting a text to a length."""

from textwrap import shorten

from hypothesis import given
from hypothesis import strategies as st

from passerelles.text import shortened


def test_a_text_is_cut_between_two_words() -> None:
    assert shortened("Du bois pour les chaufferies", 12) == "Du bois…"


def test_a_short_text_keeps_all_its_words() -> None:
    assert shortened(" Du  bois\n", 7) == "Du bois"


@given(st.text("ab- \n\u00a0é.", max_size=200), st.integers(5, 40))
def test_a_text_is_cut_where_textwrap_cuts_it(text: str, longest: int) -> None:
    assert shortened(text, longest) == shorten(text, longest, placeholder="…")
