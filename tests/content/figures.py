"""The figures of a French text, in digits and in words: « 2 millions », « cent fermes »."""

from __future__ import annotations

import re
from fractions import Fraction

from passerelles.text import fold

UNITS = "deux trois quatre cinq six sept huit dix onze douze treize quatorze quinze seize"
NUMERALS = (
    dict(zip(UNITS.split(), (*range(2, 9), *range(10, 17)), strict=True))
    | {"vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
    | {"cent": 100, "cents": 100, "mille": 1000}
    | {"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30}
    | {"centaine": 100, "double": 2}
)
"""« un » is more often an article, and « neuf » means new."""
SHARES = {"moitie": 2, "tiers": 3, "quart": 4, "quarts": 4, "dixieme": 10, "dixiemes": 10}
LARGE = {"million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9}

SPACE = r"[ \u00a0\u202f]"
NUMBER = re.compile(
    rf"(?<![\w/])(?P<whole>\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)|\d++)(?!/\d)(?:,(?P<part>\d+))?"
    rf"{SPACE}?(?P<sign>%)?"
)
RATIO = re.compile(r"(?<![\w/])(\d)/(\d)(?![\w/])")
HOUR = re.compile(r"(?<=\d)h(?=\d|\b)")
_NUMERAL = "|".join(sorted(NUMERALS, key=len, reverse=True))
WORDS = re.compile(
    rf"(?<![\w-])(?:{_NUMERAL})(?:(?:-| )(?:et(?:-| ))?(?:{_NUMERAL}))*(?![\w-]| feuille)"
)
SHARE = re.compile(rf"(?<![\w-])(?:({_NUMERAL}) )?({'|'.join(SHARES)})(?![\w-])")
BOTH = re.compile(r"\b(?:les|des|aux|eux|tous|toutes) deux\b(?! (?:tiers|cents|mille|million))")
LARGER = re.compile(rf"{SPACE}*({'|'.join(LARGE)})\b")


def in_digits(text: str) -> frozenset[Fraction]:
    """The figures that a text writes in digits; the sign of a percentage is left out."""
    return frozenset(value for value, _ in _numbers(_plain(text)))


def in_words(text: str) -> frozenset[Fraction]:
    """The figures that a text writes in words: « moitié » is 1/2, « les deux » says none."""
    text = BOTH.sub("", _plain(text))
    shares = [Fraction(NUMERALS.get(many, 1), SHARES[of]) for many, of in SHARE.findall(text)]
    found = WORDS.finditer(SHARE.sub("", text))
    return frozenset(shares) | {_numeral(each[0]) * _times(each) for each in found}


def figures(document: str) -> frozenset[Fraction]:
    """Every figure on which a text may rest: where a document says « 50 % », 50 and one half."""
    shares = {value / 100 for value, is_percentage in _numbers(_plain(document)) if is_percentage}
    return in_digits(document) | in_words(document) | shares


def _plain(text: str) -> str:
    return HOUR.sub(" h ", fold(text).replace("\n", " "))


def _numbers(text: str) -> set[tuple[Fraction, bool]]:
    """Each figure in digits, and whether it is a percentage."""
    found = {(Fraction(int(each[1]), int(each[2])), False) for each in RATIO.finditer(text)}
    for each in NUMBER.finditer(text):
        value = Fraction(re.sub(r"\D", "", each["whole"]) + "." + (each["part"] or "0"))
        found.add((value * _times(each), bool(each["sign"])))
    return found


def _times(found: re.Match[str]) -> int:
    """What the word after a number multiplies it by."""
    large = LARGER.match(found.string, found.end())
    return LARGE[large[1]] if large else 1


def _numeral(words: str) -> Fraction:
    """« quatre-vingt-deux mille » gives 82000."""
    total = current = last = 0
    for word in re.findall(_NUMERAL, words):
        value = NUMERALS[word]
        if value == NUMERALS["mille"]:
            total, current = total + max(current, 1) * value, 0
        elif value == NUMERALS["cent"]:
            current = max(current, 1) * value
        elif value == NUMERALS["vingt"] and last == NUMERALS["quatre"]:
            current += (value - 1) * last
        else:
            current += value
        last = value
    return Fraction(total + current)
