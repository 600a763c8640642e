"""A form of a glossary term as the sequence of tokens in which a text can show it."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Self

from passerelles.text.normalise import fold
from passerelles.text.plurals import plurals

__all__ = ["Pattern", "TermForm", "by_first_token", "is_word", "letters", "tokens"]

_TOKEN: Final = re.compile(r"\w+|\s+|[^\w\s]")
# What a form asks for between two words: see `_is_gap`.
_GAP: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, order=True, slots=True)
class TermForm:
    """One written form of a term: « pôle métropolitain », « PNR »."""

    form: str
    """As it stands in the glossary. In the singular, its plurals are found too."""
    concept: str
    """Identifier of the concept that it names."""


def tokens(folded: str) -> list[str]:
    """Cut a folded text into words, runs of spaces and single other characters."""
    return _TOKEN.findall(folded)


def is_word(token: str) -> bool:
    """Whether a token is a word (or a number), and neither spaces nor a sign."""
    return token[0] == "_" or token[0].isalnum()


def letters(text: str) -> str:
    """Return the letters and digits of a text, with their case and accents (NFC)."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text)))


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a run of tokens must be in order to show a form."""

    source: TermForm
    written: tuple[str, ...]
    """The folded tokens of the form itself."""
    wanted: tuple[frozenset[str], ...]
    """For each place, the tokens that will do; the empty set is a run of spaces."""
    acronym: str | None
    """The letters that must stand there with their case; `None` for a form made of words."""

    @classmethod
    def of(cls, form: TermForm) -> Self:
        """Return the pattern of a form; it has no places if the form has no letter or digit."""
        written = tuple(tokens(fold(form.form).strip()))
        if not any(map(is_word, written)):
            written = ()
        acronym = _acronym(form.form)
        wanted = (
            _GAP if token.isspace() else frozenset({token}) if acronym else plurals(token)
            for token in written
        )
        return cls(form, written, tuple(wanted), acronym)

    def fits(self, run: Sequence[str]) -> bool:
        """Whether a run of tokens shows the form, the case of letters apart."""
        # The last word, seldom the right one by chance, saves looking at all others.
        if run[-1] not in self.wanted[-1] or len(run) != len(self.wanted):
            return False
        for token, wanted in zip(run, self.wanted, strict=True):
            if token not in wanted and (wanted or not _is_gap(token)):
                return False
        return True

    def derived(self, run: Sequence[str]) -> int:
        """Return how many tokens of a run that fits are other than in the form as written."""
        return sum(
            bool(wanted) and token != written
            for token, written, wanted in zip(run, self.written, self.wanted, strict=True)
        )

    def meets(self, other: Self) -> bool:
        """Whether some run shows both forms, and nothing in how it is written decides for one.

        Capitals decide between an acronym and a word: « PACTE » is the law, « pacte » is not.
        """
        return (
            len(self.wanted) == len(other.wanted)
            and self.acronym == other.acronym
            and all(a & b or a == b for a, b in zip(self.wanted, other.wanted, strict=True))
        )


def by_first_token(patterns: Iterable[Pattern]) -> dict[str, dict[int, list[Pattern]]]:
    """Sort patterns by each token that can start them, then by their length, longest first."""
    index: dict[str, dict[int, list[Pattern]]] = {}
    for pattern in sorted(patterns, key=lambda pattern: -len(pattern.wanted)):
        for token in pattern.wanted[0] if pattern.wanted else ():
            by_length = index.setdefault(token, {})
            by_length.setdefault(len(pattern.wanted), []).append(pattern)
    return index


def _is_gap(token: str) -> bool:
    """Whether a token parts words of one sentence: spaces, a line end, but no empty line."""
    return token.isspace() and token.count("\n") <= 1


def _acronym(form: str) -> str | None:
    capitals = [character for character in form if character.isalpha()]
    if len(capitals) >= 2 and all(map(str.isupper, capitals)):  # noqa: PLR2004 - a pair at least
        return letters(form)
    return None
