"""What is set aside in a text comes back as it was, and no other character changes its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passerelles.text.verbatim import mask_addresses, outside_verbatim

PIECES = st.sampled_from(
    [
        *" \n«»'’()/\\@&.:;-~1aé\ufffc",
        "http://",
        "www.",
        "mailto:",
        "x@y.fr",
        "&amp;",
        "../a",
        "C:\\",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=20).map("".join))


@given(TEXTS)
def test_a_change_that_changes_nothing_gives_any_text_back(text: str) -> None:
    assert outside_verbatim(str, text) == text


@given(TEXTS)
def test_what_is_set_aside_is_not_changed(text: str) -> None:
    prose: list[str] = []

    def change(given: str) -> str:
        prose.append(given)
        return given.replace("a", "o")

    changed = outside_verbatim(change, text)
    assert len(changed) == len(text)
    assert text.count("a") - changed.count("a") == prose[0].count("a")


@given(TEXTS)
def test_masking_leaves_each_character_in_its_place_or_covers_it(text: str) -> None:
    masked = mask_addresses(text)
    assert len(masked) == len(text)
    assert all(new in {old, "\ufffc"} for old, new in zip(text, masked, strict=True))


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("voir https://a.fr/pays, puis", "voir ****************** puis"),
        ("écrire à pays@a.fr.", "écrire à **********"),
        ("www.pays.fr et pays", "*********** et pays"),
        ("le pays/la ville", "le pays/la ville"),
    ],
)
def test_web_and_mail_addresses_are_masked(text: str, masked: str) -> None:
    assert mask_addresses(text).replace("\ufffc", "*") == masked
