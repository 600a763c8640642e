"""Widths are never too small, and lines never too long."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from passerelles.pages.drawings.text_width import text_width, wrapped

printable = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
sentences = st.lists(printable, min_size=1, max_size=12).map(" ".join)


def test_bold_is_at_least_as_wide() -> None:
    for character in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéèàçœŒ0123456789 ’-":
        assert text_width(character, 10, bold=True) >= text_width(character, 10)


def test_an_unknown_character_counts_as_the_widest() -> None:
    assert text_width("漢", 100) == 118


@given(sentences, st.floats(40, 400))
def test_lines_fit_and_lose_no_letter(text: str, width: float) -> None:
    lines = wrapped(text, width, 15)
    assert all(text_width(line, 15) <= width for line in lines)
    kept = "".join(lines).replace("-", "").replace(" ", "")
    assert kept == text.replace("-", "").replace(" ", "")


def test_a_long_word_breaks_after_its_own_hyphen_first() -> None:
    assert wrapped("Aliment-Terre", 80, 13, bold=True) == ("Aliment-", "Terre")


def test_a_long_word_without_one_gets_a_hyphen() -> None:
    first, *_ = wrapped("intercommunalité", 80, 13)
    assert first.endswith("-")
