"""How much of a text stands word for word in a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from passerelles.text import fold

LONGEST = 8
"""So many words in a row may be the same; French needs some to say anything at all."""

QUOTED = "«[^»]*»"
WORD = re.compile(r"[a-z0-9]+|¶")
ELIDED = re.compile(r"([ldsncjmt]|qu)([aeiouyh][a-z]+)")
BREAK = " ¶ "
"""Stands where something is left out, so that no run goes across it."""


def words(text: str, known: Iterable[str] = ()) -> list[str]:
    """The words of a text, « l’ » and « d’ » being words of their own.

    Scanned documents lose apostrophes: where « lenvironnement » is none of the known words and
    « environnement » is one, it is read as two.
    """
    vocabulary = frozenset(known)
    return [part for word in WORD.findall(fold(text)) for part in _parted(word, vocabulary)]


def _parted(word: str, known: frozenset[str]) -> tuple[str, ...]:
    found = ELIDED.fullmatch(word)
    return found.groups() if found and word not in known and found[2] in known else (word,)


def left_out(names: Iterable[str]) -> re.Pattern[str]:
    """What may be repeated: marked quotations and names."""
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile("|".join([QUOTED, *(re.escape(name) for name in longest_first)]))


class Copied:
    """Finds in texts the runs of words that stand in a document."""

    def __init__(self, document: Sequence[str]) -> None:
        self.document = document
        size = LONGEST + 1
        self.runs = {tuple(document[at : at + size]) for at in range(len(document) - size + 1)}

    def in_text(self, text: Sequence[str]) -> Iterator[str]:
        """Each run that is too long, as far as it goes."""
        at = 0
        while at + LONGEST < len(text):
            end = at + LONGEST + 1
            if tuple(text[at:end]) not in self.runs:
                at += 1
                continue
            while end < len(text) and tuple(text[end - LONGEST : end + 1]) in self.runs:
                end += 1
            yield " ".join(text[at:end])
            at = end
