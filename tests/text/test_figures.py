"""Numbers and dates as they are written in French; spaces are shown as they are."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passerelles.text import amount, count, french_date, french_number, letters, period, quantity

NARROW, WIDE = "\u202f", "\u00a0"


def shown(text: str) -> str:
    """Show the spaces that do not break: `_` for the narrow one, `~` for the other."""
    return text.replace(NARROW, "_").replace(WIDE, "~")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (8, "8"),
        (948, "948"),
        (3057, "3_057"),
        (207000, "207_000"),
        (1234567890, "1_234_567_890"),
        (0.5, "0,5"),
        (3057.25, "3_057,25"),
        (-1500, "-1_500"),
        (0.00001, "0,00001"),
        (123456789012345, "123_456_789_012_345"),
    ],
)
def test_a_number_has_spaces_between_thousands_and_a_comma(number: float, text: str) -> None:
    assert shown(french_number(number)) == text


@given(st.integers() | st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_a_number_without_its_spaces_is_the_number(number: float) -> None:
    assert Decimal(french_number(number).replace(NARROW, "").replace(",", ".")) == number


@pytest.mark.parametrize(
    ("number", "unit", "text"),
    [
        (3057, "km²", "3_057~km²"),
        (12.5, "%", "12,5_%"),
        (40, "personnes", "40~personnes"),
        (40, "", "40"),
    ],
)
def test_a_number_stays_with_its_unit(number: float, unit: str, text: str) -> None:
    assert shown(quantity(number, unit)) == text


def test_a_quantity_need_not_have_a_unit() -> None:
    assert quantity(40) == "40"


@pytest.mark.parametrize(
    ("currency", "text"), [(None, "40_000~€"), ("EUR", "40_000~€"), ("CHF", "40_000~CHF")]
)
def test_an_amount_is_in_euros_unless_another_currency_is_said(
    currency: str | None, text: str
) -> None:
    assert shown(amount(40000, currency)) == text


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ("2016", "2016"),
        ("2016-11", "novembre~2016"),
        ("2020-09-08", "8~septembre~2020"),
        ("2020-08-31", "31~août~2020"),
        ("2019-02-01", "1er~février~2019"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(date: str, text: str) -> None:
    assert shown(french_date(date)) == text


@given(st.dates(min_value=date(1000, 1, 1)))
def test_each_day_is_written_with_its_number_its_month_and_its_year(day: date) -> None:
    number, month, year = french_date(day.isoformat()).split(WIDE)
    assert (int(number.removesuffix("er")), month, int(year)) == (
        day.day,
        french_date(f"{day:%Y-%m}").split(WIDE)[0],
        day.year,
    )


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (None, None, ""),
        ("2016", None, "depuis 2016"),
        ("2016-11", None, "depuis novembre 2016"),
        ("2020-09-08", None, "depuis le 8 septembre 2020"),
        (None, "2018", "jusqu’en 2018"),
        (None, "2018-04", "jusqu’en avril 2018"),
        (None, "2018-04-01", "jusqu’au 1er avril 2018"),
        ("2018", "2018", "en 2018"),
        ("2018-04", "2018-04", "en avril 2018"),
        ("2018-04-01", "2018-04-01", "le 1er avril 2018"),
        ("2014", "2018", "de 2014 à 2018"),
        ("2014-08", "2018-10", "d’août 2014 à octobre 2018"),
        ("2014-04", "2018", "d’avril 2014 à 2018"),
        ("2014-05", "2018-10-31", "de mai 2014 au 31 octobre 2018"),
        ("2014-05-02", "2018", "du 2 mai 2014 à 2018"),
    ],
)
def test_a_period_is_said_in_words(start: str | None, end: str | None, text: str) -> None:
    assert period(start, end).replace(WIDE, " ") == text


@pytest.mark.parametrize(
    ("number", "noun", "plural", "text"),
    [
        (0, "source", None, "0~source"),
        (1, "source", None, "1~source"),
        (2, "source", None, "2~sources"),
        (1200, "habitant", None, "1_200~habitants"),
        (3, "cas", "cas", "3~cas"),
        (3, "travail", "travaux", "3~travaux"),
    ],
)
def test_the_plural_begins_at_two(number: int, noun: str, plural: str | None, text: str) -> None:
    assert shown(count(number, noun, plural)) == text


@pytest.mark.parametrize(
    ("rank", "text"), [(1, "a"), (26, "z"), (27, "aa"), (52, "az"), (53, "ba"), (703, "aaa")]
)
def test_lists_are_counted_in_letters(rank: int, text: str) -> None:
    assert letters(rank) == text
