"""What `typeset` does to a text: the rules as data in `typography.yml`, and what always holds."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from passerelles.text.typography import typeset

GOLDEN = yaml.safe_load(Path(__file__).with_name("typography.yml").read_text("utf-8"))
HIDDEN, VISIBLE = "\u00a0\u202f", "⍽⎵"

SIGNS = st.sampled_from(
    [
        *"'\"«»;:!?….,()[]/\\@&=-–’“”%€°§ \t\n\u00a0\u202f\u2009\ufffc\u0301aAlLMhqu0159é",
        *["...", "..", "M. ", "Mme ", "n°", "p. ", "§ ", " km", " %", " h ", "3 057", "l'", "qu'"],
        *["http://", "www.", "mailto:", "x@y.fr", "&amp;", "../", " »", "« "],
    ]
)
TEXTS = st.one_of(st.text(), st.lists(SIGNS, max_size=20).map("".join))


def hide(text: str) -> str:
    return text.translate(str.maketrans(VISIBLE, HIDDEN))


def show(text: str) -> str:
    return text.translate(str.maketrans(HIDDEN, VISIBLE))


ROWS = [
    pytest.param(row["avant"], row["apres"], id=f"{rule['regle']}: {row['avant']}")
    for rule in GOLDEN
    for row in rule["cas"] + [{"avant": text, "apres": text} for text in rule["inchanges"]]
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_a_text_is_published_as_the_table_says(before: str, after: str) -> None:
    assert show(typeset(hide(before))) == after


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_what_is_published_is_not_changed_again(before: str, after: str) -> None:
    assert show(typeset(hide(after))) == after, before


@settings(max_examples=10 * settings().max_examples)
@given(TEXTS)
def test_setting_any_text_twice_gives_the_same_as_once(text: str) -> None:
    once = typeset(text)
    assert typeset(once) == once


@settings(max_examples=5 * settings().max_examples)
@given(TEXTS)
def test_letters_and_digits_of_any_text_stay_in_their_order(text: str) -> None:
    assert list(filter(str.isalnum, typeset(text))) == list(filter(str.isalnum, text))


@given(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True))
def test_an_identifier_stays(identifier: str) -> None:
    assert typeset(identifier) == identifier


@given(st.from_regex(r"https?://[a-z.]+/[!#-;=?-~]*", fullmatch=True))
def test_an_address_stays(address: str) -> None:
    assert typeset(address) == address
    assert typeset(f"« {address} » : l'eau") == f"«\u202f{address}\u202f»\u00a0: l’eau"


@given(st.one_of(st.dates(), st.times(), st.decimals(allow_nan=False, allow_infinity=False)))
def test_a_date_a_time_or_a_decimal_number_stays(value: object) -> None:
    assert typeset(str(value)) == str(value)


@pytest.mark.parametrize(
    "unit",
    [
        *"\"' :;!?«»./@&1aMh°\u00a0\u202f\u0301\ufffc",
        *["...", "1 ", "1 000 ", '"a" ', "« ", " ;", "M. ", "n° ", "'\"", "\"'"],
        *["http://", "www.", "a@", "a-", "&a", "a/", "/a", "a\\"],
    ],
)
def test_a_hundred_kilobytes_of_the_same_sign_are_set_without_going_astray(unit: str) -> None:
    # Quadratic time would be noticed here by whoever runs the tests: minutes, not milliseconds.
    text = unit * (100_000 // len(unit))
    once = typeset(text)
    assert typeset(once) == once
    assert typeset(f"l'eau {text} l'air").startswith("l’eau")


def test_a_text_with_nothing_to_set_is_the_very_same_object() -> None:
    text = "Pays Centre-Ouest-Bretagne"
    assert typeset(text) is text
