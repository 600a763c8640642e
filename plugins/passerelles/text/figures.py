"""Numbers and dates as they are written in French."""

from __future__ import annotations

from decimal import Decimal
from string import ascii_lowercase

MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
NARROW = "\u202f"
NO_BREAK = "\u00a0"


def french_number(number: float) -> str:
    """`3057.5` gives `3 057,5`, with a narrow no-break space between thousands."""
    return f"{Decimal(str(number)):,f}".replace(",", NARROW).replace(".", ",")


def letters(rank: int) -> str:
    """The letters of a rank, from 1: `a` … `z`, `aa`, `ab` …, as lists are counted."""
    found = ""
    while rank > 0:
        rank, last = divmod(rank - 1, len(ascii_lowercase))
        found = ascii_lowercase[last] + found
    return found


def quantity(number: float, unit: str = "") -> str:
    """A number and its unit, kept together: `40 000 €`."""
    space = NARROW if unit == "%" else NO_BREAK
    return f"{french_number(number)}{space}{unit}" if unit else french_number(number)


def amount(number: float, currency: str | None = None) -> str:
    """A sum of money; euros where nothing else is said."""
    return quantity(number, "€" if currency in {None, "EUR"} else str(currency))


def french_date(text: str) -> str:
    """`2020-09-08` gives `8 septembre 2020`; a month or a year alone is given as such."""
    year, *rest = text.split("-")
    if not rest:
        return year
    month = MONTHS[int(rest[0]) - 1]
    day = f"{_ordinal(int(rest[1]))}{NO_BREAK}" if len(rest) > 1 else ""
    return f"{day}{month}{NO_BREAK}{year}"


def period(start: str | None, end: str | None) -> str:
    """When something lasted: `depuis 2016`, `de 2014 à 2018`, `jusqu’en 2018`, `en 2018`."""
    if start and end:
        return _at(start) if start == end else f"{_from(start)} {_to(end)}"
    if start:
        return f"depuis {_le(start)}"
    return f"jusqu’{_until(end)}" if end else ""


def count(number: int, noun: str, plural: str | None = None) -> str:
    """`1 cas`, `3 sources`: a number and its noun."""
    return f"{french_number(number)}{NO_BREAK}{agreed(number, noun, plural)}"


def agreed(number: float, noun: str, plural: str | None = None) -> str:
    """The noun as it stands after a number; zero and one are singular."""
    return noun if number < 2 else plural or f"{noun}s"  # noqa: PLR2004 - French plural begins at two


def _ordinal(day: int) -> str:
    return "1er" if day == 1 else str(day)


def _le(text: str) -> str:
    """A day has its article: `le 8 septembre 2020`."""
    return f"le {french_date(text)}" if text.count("-") > 1 else french_date(text)


def _at(text: str) -> str:
    return _le(text) if text.count("-") > 1 else f"en {french_date(text)}"


def _from(text: str) -> str:
    if text.count("-") > 1:
        return f"du {french_date(text)}"
    date = french_date(text)
    return f"d’{date}" if date[0] in "ao" else f"de {date}"


def _until(text: str) -> str:
    return _to(text) if text.count("-") > 1 else _at(text)


def _to(text: str) -> str:
    return f"au {french_date(text)}" if text.count("-") > 1 else f"à {french_date(text)}"
