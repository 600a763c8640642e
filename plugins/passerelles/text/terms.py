"""Finds the terms of the glossary in a text."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final, Self

from passerelles.text.alignment import Alignment
from passerelles.text.forms import Pattern, TermForm, by_first_token, is_word, letters, tokens
from passerelles.text.normalise import fold
from passerelles.text.verbatim import mask_addresses

__all__ = ["TermSpan", "Terms"]

# Between two words without a space, these make one word of them: « arrière-pays »,
# « habitant·e·s », « citoyen.ne », « pacte.pdf ».
_JOINERS: Final = frozenset("-·.")
# What a hyphen adds to a word without changing its sense: « ce pacte-là ».
_PARTICLES: Final = frozenset({"ci", "la"})


@dataclass(frozen=True, order=True, slots=True)
class TermSpan:
    """Where a text speaks of a concept: `text[start:end]` is the form it uses."""

    start: int
    """Characters of the text before the form."""
    end: int
    """Characters of the text up to the end of the form."""
    concept: str
    """Identifier of the concept."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The forms of all terms, ready to be found; made by `Terms.of`."""

    forms: tuple[TermForm, ...]
    _starting: Mapping[str, Mapping[int, Sequence[Pattern]]] = field(repr=False, compare=False)
    """The patterns that a token can start, by their number of tokens, longest first."""

    @classmethod
    def of(cls, forms: Iterable[TermForm]) -> Self:
        """Prepare forms for finding; their order does not matter, nor do repetitions.

        A form without any letter or digit is kept in `forms` and found nowhere.
        """
        distinct = tuple(sorted(set(forms)))
        return cls(distinct, by_first_token(map(Pattern.of, distinct)))

    def find(self, text: str, *, skip: Collection[str] = ()) -> tuple[TermSpan, ...]:
        """Return where the text uses a form, in order and without overlaps.

        Of several forms the leftmost is taken, and there the longest. Forms of concepts in `skip`
        are not found; a shorter form of another concept may stand in their place.

        Words are found whatever their case and accents, in the singular as written or in the
        plural, each word of a form for itself (« territoires de projet »). An acronym (a form
        whose letters, two at least, are all capitals) is found as written only. Words of a form
        are separated as in the form: by a space (any kind and number), any hyphen, any
        apostrophe. The article of « l’alliance » stays outside; « mésalliance »,
        « arrière-pays » for « pays », and web and mail addresses hold no form.

        Where the same words are forms of several concepts (see `ambiguity`), an acronym goes
        before words, a form as written before a derived plural, then the lesser identifier.
        """
        prose = mask_addresses(text)
        found = tokens(fold(prose))
        if self._starting.keys().isdisjoint(found):
            return ()
        return tuple(self._spans(prose, found, skip))

    def _spans(self, text: str, found: Sequence[str], skip: Collection[str]) -> Iterator[TermSpan]:
        alignment = Alignment.of(text)
        places = list(accumulate(map(len, found), initial=0))
        free = 0
        for first, token in enumerate(found):
            if first < free or token not in self._starting:
                continue
            for length, patterns in self._starting[token].items():
                run = found[first : first + length]
                fitting = [pattern for pattern in patterns if pattern.fits(run)]
                if not fitting or _is_part_of_word(found, first, first + length):
                    continue
                start = alignment.origin(places[first])
                end = alignment.origin(places[first + length])
                if start is None or end is None:
                    continue
                best = _best(fitting, run, text[start:end], skip)
                if best:
                    yield TermSpan(start, end, best.source.concept)
                    free = first + length
                    break


def _is_part_of_word(found: Sequence[str], first: int, after: int) -> bool:
    """Whether a hyphen or a point makes one word of `found[first:after]` and its neighbour."""
    return _joined(found, first - 1, first - 2) or (
        _joined(found, after, after + 1) and found[after + 1] not in _PARTICLES
    )


def _joined(found: Sequence[str], joiner: int, neighbour: int) -> bool:
    return 0 <= neighbour < len(found) and found[joiner] in _JOINERS and is_word(found[neighbour])


def _best(
    fitting: Iterable[Pattern], run: Sequence[str], shown: str, skip: Collection[str]
) -> Pattern | None:
    """Return the pattern to which a run of tokens belongs, which the text shows so."""
    allowed = [
        pattern
        for pattern in fitting
        if pattern.source.concept not in skip
        and (pattern.acronym is None or pattern.acronym == letters(shown))
    ]
    if len(allowed) > 1:
        allowed.sort(key=lambda fit: (fit.acronym is None, fit.derived(run), fit.source.concept))
    return allowed[0] if allowed else None
