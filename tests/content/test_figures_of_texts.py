"""How the figures of a text are found, by which the base is held against the documents."""

from fractions import Fraction

import pytest

from .figures import figures, in_digits, in_words


def numbers(*values: int | str) -> frozenset[Fraction]:
    return frozenset(Fraction(value) for value in values)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("207 000 habitants sur 218 km²", (207000, 218)),
        ("218\t207 000\t948", (218, 207000, 948)),
        ("40\u202f000 euros", (40000,)),
        ("2 millions d’euros", (2000000,)),
        ("2 millions deuros", (2000000,)),
        ("54 % et 10%", (54, 10)),
        ("3 057,5 km²", ("3057.5",)),
        ("les 11–30 ans", (11, 30)),
        ("9h30-17h", (9, 30, 17)),
        ("2/3 de ces aires", ("2/3",)),
        ("en 2014, 2015 et 2016", (2014, 2015, 2016)),
        ("le Labo’M21, km2, la fiche n°8", (8,)),
        ("aucun chiffre", ()),
    ],
)
def test_figures_in_digits_are_read_as_a_french_reader_does(
    text: str, found: tuple[int | str, ...]
) -> None:
    assert in_digits(text) == numbers(*found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cent fermes en sept ans", (100, 7)),
        ("Vingt-cinq participants", (25,)),
        ("soixante-dix-huit", (78,)),
        ("quatre-vingts, quatre-vingt-douze", (80, 92)),
        ("deux cent mille", (200000,)),
        ("vingt et un mille", (20, 1000)),
        ("une dizaine, une trentaine", (10, 30)),
        ("la moitié, les deux tiers, trois quarts, un dixième", ("1/2", "2/3", "3/4", "1/10")),
        ("plus que doublé, ou le double", (2,)),
        ("les deux, l’un des deux, aux deux partenaires", ()),
        ("le mille-feuille, un neuf, des sujets neufs", ()),
        ("une, second, deuxième, tiers-lieu", ()),
    ],
)
def test_figures_in_words_count_where_they_are_meant_as_figures(
    text: str, found: tuple[int | str, ...]
) -> None:
    assert in_words(text) == numbers(*found)


def test_half_may_rest_on_fifty_per_cent_and_twenty_five_on_digits() -> None:
    assert in_words("la moitié") <= figures("à 50% du panier")
    assert in_words("vingt-cinq") <= figures("25 participants maximum")
    assert not in_words("un tiers") <= figures("30 % des voix")
