"""The form under which two spellings of a word are the same.

French readers type « reciprocite », « coeur » or « l'eau » for « réciprocité », « cœur » and
« l’eau »; documents mix both apostrophes, several hyphens and invisible characters. Whatever
compares words (glossary forms, search, near-duplicates) compares their folded forms.

Folding works on each character for itself, in no context. That is what lets `alignment` lead a
place in a folded text back to the text, and what lets the tests check every character there is.

Source: Unicode Standard §3.13 (compatibility caseless matching) and UAX #15 (NFKD).
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

__all__ = ["fold", "fold_character"]

_APOSTROPHES: Final = "\u2018\u2019\u02bc\u00b4\u2032"
_HYPHENS: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212"
# Soft hyphen, joiners, direction marks, variation selectors: a reader sees none of them.
_INVISIBLE: Final = "\u00ad\u034f\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff"

# What NFKD and case folding leave apart, but a French reader takes for the same.
_SAME: Final[Mapping[str, str]] = (
    {"œ": "oe", "æ": "ae"}
    | dict.fromkeys(_APOSTROPHES, "'")
    | dict.fromkeys(_HYPHENS, "-")
    | dict.fromkeys(_INVISIBLE, "")
)
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]")


def fold(text: str) -> str:
    """Return the folded form of a text: no accents, no capitals, plain punctuation.

    Accents and other combining marks go, compatibility characters are taken apart (« ² » is
    « 2 », « … » is « ... »), capitals become small, « œ » becomes « oe », every apostrophe the
    straight one, every hyphen and dash the hyphen, every fixed-width or no-break space the
    ordinary one; soft hyphens and other invisible characters vanish. Line ends and tabs stay.

    The result can be shorter or longer than the text (see `alignment`). Folding a folded text
    changes nothing, and `fold(a + b) == fold(a) + fold(b)`.
    """
    if text.isascii():
        return text.lower()
    # The substitution leaves only characters that case folding keeps, and ASCII.
    return _NOT_ASCII.sub(lambda found: fold_character(found[0]), text).casefold()


@lru_cache(maxsize=4096)
def fold_character(character: str) -> str:
    """Return the folded form of one character: no, one or several characters."""
    if character in _SAME:
        return _SAME[character]
    apart = unicodedata.normalize("NFKD", character.casefold())
    folded = "".join(_SAME.get(part, part) for part in apart if not unicodedata.combining(part))
    # Some characters come apart into capitals or into others that come apart again (« ℃ »).
    return folded if folded == character else fold(folded)
