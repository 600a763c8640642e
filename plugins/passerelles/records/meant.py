"""What somebody plausibly meant by a value that is refused: the mend that its message proposes.

Each function gives a value that would be accepted, or None where guessing would mislead.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Collection, Mapping

from passerelles.text import fold

MONTHS = (
    "janv", "fevr", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec",
)  # fmt: skip
MULTIPLES: Mapping[str, int] = {
    "k€": 10**3, "keur": 10**3, "m€": 10**6, "meur": 10**6, "md€": 10**9,
    "mille": 10**3, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9,
}  # fmt: skip
WORDS: Mapping[str, str] = {
    "no": "non", "off": "non", "false": "non", "faux": "non", "n": "non",
    "yes": "oui", "on": "oui", "true": "oui", "vrai": "oui", "y": "oui", "o": "oui",
}  # fmt: skip
"""What other tools than ours take for yes and no."""
CODES: Mapping[str, str] = {
    "france": "FR", "belgique": "BE", "suisse": "CH", "luxembourg": "LU", "allemagne": "DE",
    "espagne": "ES", "italie": "IT", "royaume-uni": "GB", "portugal": "PT", "pays-bas": "NL",
    "€": "EUR", "euro": "EUR", "euros": "EUR", "franc suisse": "CHF", "francs suisses": "CHF",
    "francais": "fr", "anglais": "en", "allemand": "de", "neerlandais": "nl", "espagnol": "es",
    "italien": "it",
}  # fmt: skip
"""Countries, currencies and languages by their names."""


def number(text: str) -> str | None:
    """The number in `3 057,5 €` (3057.5), `1.000.000` (1000000) or `2 millions` (2000000)."""
    bare = re.sub(r"[\s'’]", "", text[:60]).replace("\N{MINUS SIGN}", "-").replace(",", ".")
    found = re.fullmatch(r"(-?)0*(\d{1,15}(?:\.\d{1,9})*)([^\d.]*)\.?", bare, re.ASCII)
    if not found:
        return None
    sign, digits, unit = found.groups()
    if digits.count(".") > 1:
        if not re.fullmatch(r"\d{1,3}(\.\d{3})+", digits):
            return None
        digits = digits.replace(".", "")
    factor = MULTIPLES.get(fold(unit))
    if factor:
        digits = f"{round(float(digits) * factor)}"
    return sign + digits


def date(text: str) -> str | None:
    """The date in `08/09/2020`, `8 septembre 2020` (2020-09-08) or `sept. 2020` (2020-09)."""
    words = [word for word in re.split(r"[\s/.\-]+", fold(text[:40])) if word and word != "le"]
    if len(words) > 1 and re.fullmatch(r"[12]\d{3}", words[0], re.ASCII):
        words.reverse()
    parts = [_month(word) if word.isalpha() else word.removesuffix("er") for word in words]
    if not 1 < len(parts) <= len(("day", "month", "year")):
        return None
    if not all(re.fullmatch(r"\d\d?", part, re.ASCII) for part in parts[:-1]):
        return None
    if not re.fullmatch(r"[12]\d{3}", parts[-1], re.ASCII):
        return None
    year, month, *day = reversed(parts)
    if not 1 <= int(month) <= len(MONTHS) or (day and not 1 <= int(day[0]) <= days_in(year, month)):
        return None
    return "-".join([year, f"{month:0>2}", *(f"{each:0>2}" for each in day)])


def days_in(year: str, month: str) -> int:
    """How many days a month has."""
    return monthrange(int(year), int(month))[1]


def _month(word: str) -> str:
    """The number of a month from its name or the start of it; empty where it is none, or two."""
    found = [
        number_
        for number_, start in enumerate(MONTHS, 1)
        if word.startswith(start) or (len(word) > len("ma") and start.startswith(word))
    ]
    return str(found[0]) if len(found) == 1 else ""


def year(text: str) -> str | None:
    """The year of a date, however it is written."""
    found = re.findall(r"(?<!\d)[12]\d{3}(?!\d)", text[:40], re.ASCII)
    return str(found[0]) if len(found) == 1 else None


def choice(text: str, known: Collection[str]) -> str | None:
    """`oui` or `non` for what says so elsewhere, where they are what may be said."""
    found = WORDS.get(fold(text[:40]).strip())
    return found if found in known else None


def url(text: str) -> str | None:
    """The address with its `https://`, where only that lacks."""
    bare = re.sub(r"^(?:https?)?:?/{0,2}(?=[\w-]+\.)", "", text)
    if re.fullmatch(r"[\w-]++(?:\.[\w-]++)++(?:[/?#]\S*+)?", bare):
        return f"https://{bare}"
    return None


def code(text: str, pattern: str) -> str | None:
    """The code that a name, or a code in the wrong letters, stands for."""
    candidates = (text.upper(), text.lower(), CODES.get(fold(text[:40]).strip(), ""))
    return next((each for each in candidates if re.fullmatch(pattern, each, re.ASCII)), None)
