"""Sets a piece of plain French text as a printer would, for display.

Sources: Imprimerie nationale, *Lexique des règles typographiques* (entries « Ponctuation »,
« Guillemets », « Nombres », « Abréviations »); JoliTypo's rules for French (no-break spaces,
quotes, ellipsis, numbers, units), after *Abrégé du code typographique à l'usage de la presse*.
Inside « » the narrow space is taken, as before high punctuation.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from passerelles.text.figures import MONTHS
from passerelles.text.quotes import pair_quotes
from passerelles.text.verbatim import outside_verbatim

__all__ = ["typeset"]

_WIDE: Final = "\u00a0"
_NARROW: Final = "\u202f"

_SPACE: Final = r"[ \t\u00a0\u2000-\u200a\u202f\u205f]"
# Taken from its first space only, and never given back: linear time on a run of any length.
_SPACES: Final = rf"{_SPACE}(?<!{_SPACE}{_SPACE}){_SPACE}*+"
# A letter, or the accent of a letter where it is written apart (NFD).
_LETTER: Final = r"(?:[^\W\d_]|[\u0300-\u036f])"
_BEFORE_POINT: Final = rf"(?:[»)]|{_LETTER})"
_GROUPS: Final = rf"(?:{_SPACE}[0-9]{{3}})++(?!\w|{_SPACE}[0-9])"
_DIGITS: Final = "0123456789"
_CAPITAL: Final = r"[A-ZÀ-ÖØ-ÞŒ]"
_UNIT: Final = (
    r"(?:(?:[kM]|Md)?€|\$|°C?|habitants?|hab\.?|ans?|mois|jours?|heures?|h|min|s|euros?"
    r"|millions?|milliards?|ha|[kcm]?m[²³23]?|[kMGT]?W[hc]?|[kM]?t|k?g|[hcm]?[lL])(?![\w'’\-])"
)
_MONTH: Final = rf"(?:{'|'.join(MONTHS)})(?!\w)"
_REFERENCE: Final = (
    r"(?:(?<=\b[nN]°)|(?<=§)|(?<=\b[pPt]\.)|(?<=\bpp\.)|(?<=\b[aA]rt\.)|(?<=\b[cC]hap\.)"
    r"|(?<=\b[fF]ig\.)|(?<=\b[vV]ol\.)|(?<=\b[aA]nn\.))"
)


def _narrow_spaces(number: re.Match[str]) -> str:
    return re.sub(_SPACE, _NARROW, number[0])


@dataclass(frozen=True, slots=True)
class _Rule:
    needs: frozenset[str]
    """Characters without any of which the rule has nothing to do."""
    pattern: re.Pattern[str]
    """Starts with the very characters it is about and looks back only then: the engine skips."""
    replacement: str | Callable[[re.Match[str]], str]


_RULES: Final = tuple(
    _Rule(frozenset(needs), re.compile(pattern), replacement)
    for needs, pattern, replacement in (
        # The apostrophe of an elision: in a word, before a number or a mark, or after an elided
        # word even where the piece ends. Minutes, feet and 'words' between quotes stay.
        (
            "'",
            rf"'(?:(?<={_LETTER}')(?=[\w«“\"(\[\ufffc])|(?<=\b[cdjlmnstCDJLMNST]')|(?<=[qQ][uU]'))",
            "\u2019",
        ),
        # Three points, no more.
        (".", r"\.\.\.(?<![./\\…]\.\.\.)(?![./\\…])", "…"),
        # Marks have a space inside, also where they are all that a piece starts or ends with.
        ("«", rf"«{_SPACE}*+(?![\r\n])", "«" + _NARROW),
        ("»", r"»(?<!\s»)", _NARROW + "»"),
        # The space before high punctuation and a closing mark.
        (";!?»", rf"{_SPACES}(?=[;!?](?!=)|»)", _NARROW),
        (":", rf"{_SPACES}(?=:(?:\s|\Z))", _WIDE),
        # The same where it is missing, if this can only be French punctuation.
        (
            ";!?",
            rf"[;!?](?<={_BEFORE_POINT}[;!?])(?:(?<=;)|[!?]*+)(?=[\s»)\]\"”’…]|\Z)",
            _NARROW + r"\g<0>",
        ),
        (":", rf":(?<={_BEFORE_POINT}:)(?=\s|\Z)", _WIDE + ":"),
        # Thousands, if the whole run of digits reads as one number: « 3 057 », not « 0 0 800 ».
        (
            _DIGITS,
            rf"[1-9](?<![\w.,+][1-9])(?<![0-9]{_SPACE}[1-9])[0-9]{{0,2}}+{_GROUPS}",
            _narrow_spaces,
        ),
        # A number and its unit; hours and minutes.
        ("%‰", rf"([0-9]){_SPACE}++(?=[%‰])", rf"\1{_NARROW}"),
        (_DIGITS, rf"([0-9]){_SPACE}++(?={_UNIT})", rf"\1{_WIDE}"),
        (_DIGITS, rf"h(?<=[0-9]{_SPACE}h){_SPACE}(?=[0-9]{{2}}(?!\w))", f"h{_WIDE}"),
        # The day of a month and the month: « 8 septembre », « 1er mai ».
        (_DIGITS, rf"([0-9](?:er)?){_SPACE}++(?={_MONTH})", rf"\1{_WIDE}"),
        # What announces a number or a name stays with it: « n° 8 », « § 3.2 », « Mme Blanc ».
        (_DIGITS, rf"([°§.]){_REFERENCE}{_SPACE}++(?=[0-9])", rf"\1{_WIDE}"),
        ("M", rf"(M(?<!\wM)(?:M?\.|(?:me|lle)s?)){_SPACE}++(?={_CAPITAL}|\Z)", rf"\1{_WIDE}"),
    )
)
# Where none of these stands, no rule applies.
_TRIGGER: Final = re.compile(
    rf"""['"«»;:!?]|\.\.\.|[0-9](?:er)?{_SPACE}|{_SPACE}[0-9]|M(?:M?\.|me|lle)"""
)


def typeset(text: str) -> str:
    r"""Return the text with French apostrophes, quotation marks, ellipses and no-break spaces.

    The text is prose without markup, whole or a piece between two tags, so it may start with
    « : suite » or end with « l' ». Identifiers, addresses, paths, dates, times, decimal numbers
    and `key=value` come back as they are; source code must not be given, nor values in a syntax
    of their own in which spaces or `word:` mean something (CSS declarations, SVG paths, JSON).

    U+202F goes inside « », before `;` `!` `?` `%` and into thousands; U+00A0 before `:`, before
    units, between day and month, after « n° », « p. », « § », « M. », « Mme ». A missing space is
    added only inside « » and before punctuation that follows a letter, `)` or `»` and ends a word.

    Letters and digits stay, in their order. `typeset(typeset(text)) == typeset(text)`. The time
    is linear in the text; a text with nothing to set is told by one search.
    """
    if not _TRIGGER.search(text):
        return text
    return outside_verbatim(_set, pair_quotes(text) if '"' in text else text)


def _set(prose: str) -> str:
    characters = set(prose)
    for rule in _RULES:
        if not rule.needs.isdisjoint(characters):
            prose = rule.pattern.sub(rule.replacement, prose)
    return prose
