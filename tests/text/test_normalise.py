"""Which spellings fold to the same, and how places in a folded text lead back."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passerelles.text.alignment import Alignment
from passerelles.text.normalise import fold, fold_character

TEXTS = st.one_of(st.text(), st.text("aéœŒ…ß½\u0301\u00ad’–\u00a0 "))


def is_assigned(character: str) -> bool:
    return unicodedata.category(character) not in {"Cn", "Co", "Cs"}


@pytest.mark.parametrize(
    ("spelling", "folded"),
    [
        ("Réciprocité", "reciprocite"),
        ("RÉCIPROCITÉ", "reciprocite"),
        (unicodedata.normalize("NFD", "Réciprocité"), "reciprocite"),
        ("Ça, là-bas, Noël, où", "ca, la-bas, noel, ou"),
        ("cœur, ŒUVRE", "coeur, oeuvre"),
        ("ex æquo, Ægir", "ex aequo, aegir"),
        ("l'eau", "l'eau"),
        ("l’eau", "l'eau"),
        ("l\u02bceau", "l'eau"),
        ("l\u2018eau", "l'eau"),
        ("villes-campagnes", "villes-campagnes"),
        ("villes\u2010campagnes", "villes-campagnes"),
        ("villes\u2011campagnes", "villes-campagnes"),
        ("villes–campagnes", "villes-campagnes"),
        ("villes—campagnes", "villes-campagnes"),
        ("villes\u2212campagnes", "villes-campagnes"),
        ("3\u00a0057\u202fkm²", "3 057 km2"),
        ("coopé\u00adration", "cooperation"),
        ("coopé\u200bration\ufeff", "cooperation"),
        ("et caetera…", "et caetera..."),
        ("ﬁnancement", "financement"),
        ("Straße", "strasse"),
        ("ligne\net\tcolonne", "ligne\net\tcolonne"),
        ("« pays »", "« pays »"),
        ("", ""),
    ],
)
def test_spellings_of_the_same_word_fold_to_the_same(spelling: str, folded: str) -> None:
    assert fold(spelling) == folded


def test_folding_every_character_there_is_twice_gives_the_same_as_once() -> None:
    for character in filter(is_assigned, map(chr, range(sys.maxunicode + 1))):
        folded = fold(character)
        assert fold(folded) == folded, hex(ord(character))
        assert fold(f"É{character}Œ") == "e" + folded + "oe", hex(ord(character))


@given(TEXTS, TEXTS)
def test_what_is_folded_in_two_pieces_is_what_is_folded_whole(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)
    assert fold(one) == "".join(map(fold_character, one))


@given(TEXTS)
def test_accents_written_apart_make_no_difference(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)
    assert fold(unicodedata.normalize("NFC", text)) == fold(text)


@given(TEXTS)
def test_a_place_that_leads_back_divides_the_text_as_it_divides_the_folded_text(text: str) -> None:
    alignment, folded = Alignment.of(text), fold(text)
    for place in range(len(folded) + 1):
        origin = alignment.origin(place)
        if origin is not None:
            assert fold(text[:origin]) == folded[:place]
            assert fold(text[origin:]) == folded[place:]


@given(TEXTS)
def test_only_a_place_inside_what_one_character_became_does_not_lead_back(text: str) -> None:
    alignment = Alignment.of(text)
    borders = {len(fold(text[:place])) for place in range(len(text) + 1)}
    for place in range(len(fold(text)) + 1):
        assert (alignment.origin(place) is not None) == (place in borders)


def test_an_accent_written_apart_stays_with_its_letter() -> None:
    assert Alignment.of("e\u0301t").origin(1) == 2
