"""The known word that somebody most plausibly meant."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from passerelles.text.normalise import fold

PLAUSIBLE = 0.7
"""Share of the letters that must agree: below it, a proposal misleads more than it helps."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word nearest to `word`, or None where none is near enough.

    Distance is that of Damerau and Levenshtein over folded letters, a swap counting as one
    (https://rapidfuzz.github.io/RapidFuzz/Usage/distance/DamerauLevenshtein.html); of equally
    near words the first in alphabetical order is taken.
    """
    found = process.extractOne(
        word,
        sorted(known),
        processor=_letters,
        scorer=DamerauLevenshtein.normalized_similarity,
        score_cutoff=PLAUSIBLE,
    )
    return str(found[0]) if found else None


def _letters(word: str) -> str:
    return fold(word).replace("_", "-").replace(" ", "-")
