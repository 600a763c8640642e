"""Tells which forms of the glossary are ambiguous: they can name two concepts."""

from collections.abc import Iterable
from itertools import combinations

from passerelles.text.forms import Pattern, TermForm, by_first_token

__all__ = ["clashes"]


def clashes(forms: Iterable[TermForm]) -> tuple[tuple[TermForm, TermForm], ...]:
    """Return the pairs of forms of different concepts that the same text can show, in order.

    Such a text is linked to one of the two concepts only: the forms are to be corrected. An
    acronym and a word do not clash (« PACTE », « pacte »): capitals tell which one is meant.
    """
    patterns = map(Pattern.of, sorted(set(forms)))
    return tuple(
        sorted(
            {
                (one.source, other.source)
                for by_length in by_first_token(patterns).values()
                for rivals in by_length.values()
                for one, other in combinations(rivals, 2)
                if one.source.concept != other.source.concept and one.meets(other)
            }
        )
    )
