"""Derives the plural of a French word.

Source: Grevisse and Goosse, *Le Bon Usage*, chapter on the plural of nouns (general rule; words in
-s -x -z; in -au -eau -eu; in -al; in -ail; in -ou) with the exceptions listed there.
"""

from collections.abc import Mapping
from typing import Final

__all__ = ["plurals"]

# Words without a plural of their own, which stay as they are inside a longer term.
_GRAMMATICAL: Final = frozenset(
    {"au", "avec", "ce", "chez", "contre", "de", "du", "elle", "en", "entre", "et", "il", "je"}
    | {"la", "le", "leur", "lui", "ne", "ni", "on", "ou", "par", "pour", "qu", "quand", "que"}
    | {"qui", "sa", "sauf", "se", "selon", "si", "son", "sur", "te", "tu", "un", "une"}
)
_ENDINGS: Final = (("al", "aux"), ("au", "aux"), ("eu", "eux"))


def _words(words: str, ending: int, *plural_endings: str) -> dict[str, tuple[str, ...]]:
    """Give each of some words its plurals: without its last `ending` letters, with each ending."""
    return {
        word: tuple(word[: len(word) - ending] + plural for plural in plural_endings)
        for word in words.split()
    }


_EXCEPTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    **_words("aval bal bancal cal carnaval chacal fatal festival natal naval", 0, "s"),
    **_words("pal recital regal serval tonal", 0, "s"),
    **_words("banal choral final glacial ideal jovial marial pascal val", 1, "ls", "ux"),
    **_words("aspirail bail corail soupirail travail vantail vitrail", 2, "ux"),
    **_words("email", 2, "ils", "ux"),  # a message and an enamel: folded, the same word
    **_words("landau sarrau bleu emeu enfeu pneu", 0, "s"),
    **_words("bijou caillou chou genou hibou joujou pou", 0, "x"),
    "ciel": ("cieux",),
    "oeil": ("yeux",),
    "monsieur": ("messieurs",),
}


def plurals(word: str) -> frozenset[str]:
    """Return a folded word (see `normalise.fold`) together with its plural or plurals.

    The word alone comes back if its plural is the same (-s, -x, -z), if it is a grammatical word
    (« de », « entre ») or a single letter, or if it is not made of letters. Feminines are not
    derived.
    """
    if len(word) == 1 or word in _GRAMMATICAL or not word.isalpha() or word[-1] in "sxz":
        return frozenset({word})
    if word in _EXCEPTIONS:
        return frozenset({word, *_EXCEPTIONS[word]})
    for singular, plural in _ENDINGS:
        if word.endswith(singular):
            return frozenset({word, word.removesuffix(singular) + plural})
    return frozenset({word, word + "s"})
