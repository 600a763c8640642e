"""Which documents hold which terms, and how much each occurrence says.

Weights are those of BM25F: occurrences are weighted by field and set against the length of the
field before they are summed, and only the sum saturates. They are computed here once; the browser
multiplies two whole numbers.

Source: S. Robertson and H. Zaragoza, « The Probabilistic Relevance Framework: BM25 and Beyond »,
Foundations and Trends in Information Retrieval 3 (4), 2009, § 3.6.
"""

from __future__ import annotations

from array import array
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from math import log
from typing import Final

from passerelles.search.documents import Document, Field
from passerelles.search.words import Vocabulary, counted, vocabulary
from passerelles.text import fold

WEIGHTS: Final[Mapping[Field, float]] = {
    Field.TITLE: 8.0,
    Field.FORMS: 4.0,
    Field.SUMMARY: 3.0,
    Field.SECTION: 1.5,
    Field.REST: 1.0,
}
"""How much more an occurrence says in one field than in another."""
LENGTHS: Final[Mapping[Field, float]] = {
    Field.TITLE: 0.3,
    Field.FORMS: 0.5,
    Field.SUMMARY: 0.5,
    Field.SECTION: 0.75,
    Field.REST: 0.75,
}
"""How far the length of a field counts against its words: b of the formula."""
SATURATION: Final = 1.2
"""k₁ of the formula."""
FINEST: Final = 45
"""The greatest weight of a term in a document, as a whole number."""
STEPS: Final = tuple(
    SATURATION * step / (FINEST - step)
    for step in (weight - 0.5 for weight in range(2, FINEST + 1))
)
"""From which weighted frequency tf on a weight, `FINEST` · tf / (k₁ + tf), rounds to 2, 3…"""
PLACES: Final = 64
"""What an ordinal is multiplied by to make room for a weight."""
RAREST: Final = 100
"""What the rarity of a term is multiplied by to be a whole number."""


@dataclass(frozen=True, slots=True)
class Posting:
    """A term: how rare it is, and the documents that hold it."""

    rarity: int
    packed: Sequence[int]
    """`PLACES` times the ordinal, plus the weight, of each document, by ordinal."""

    @property
    def documents(self) -> Iterator[tuple[int, int]]:
        """Ordinal, and weight between 1 and `FINEST`."""
        return (divmod(each, PLACES) for each in self.packed)


@dataclass(frozen=True, slots=True)
class Index:
    """All that is needed to find documents by their words."""

    vocabulary: Vocabulary
    postings: Sequence[Posting]
    """By the number of the term."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A field of a document: its words, by their numbers, and how often each stands in it.

    Arrays, for there are millions of them.
    """

    words: Sequence[int]
    times: Sequence[int]


Packed = tuple[tuple[str, bytes], ...]
"""For each field of a document its words, and how often each stands in it, to be kept."""


def packed(document: Document) -> Packed:
    """Count the words of a document."""
    counts = map(counted, document.texts)
    return tuple((" ".join(each), array("I", each.values()).tobytes()) for each in counts)


def build(documents: Iterable[Packed]) -> Index:
    """Index the words of documents, in the order of their ordinals."""
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__  # each new word gets the next number
    fields = [tuple(_unpacked(*field, numbers) for field in document) for document in documents]
    holding = Counter(chain.from_iterable(field.words for field in chain(*fields)))
    found = vocabulary({word: holding[number] for word, number in numbers.items()})
    return Index(found, _postings(fields, [found.terms[fold(word)] for word in numbers]))


def _unpacked(names: str, times: bytes, numbers: Mapping[str, int]) -> Counted:
    words = names.split(" ") if names else ()
    return Counted(array("I", map(numbers.__getitem__, words)), array("I", times))


def _postings(documents: Sequence[tuple[Counted, ...]], terms: Sequence[int]) -> Sequence[Posting]:
    """The postings of all terms; `terms` gives that of each word."""
    lengths = [[sum(field.times) for field in fields] for fields in documents]
    means = [max(1.0, sum(each) / len(lengths)) for each in zip(*lengths, strict=True)]
    packed: defaultdict[int, array[int]] = defaultdict(partial(array, "Q"))
    for ordinal, fields in enumerate(documents):
        sums: defaultdict[int, float] = defaultdict(float)
        for kind, field in zip(Field, fields, strict=True):
            long = lengths[ordinal][kind] / means[kind]
            each = WEIGHTS[kind] / (1 - LENGTHS[kind] + LENGTHS[kind] * long)
            meant = map(terms.__getitem__, field.words)
            for term, number in zip(meant, field.times, strict=True):
                sums[term] += each * number
        least = ordinal * PLACES + 1
        for term, above in zip(sums, map(partial(bisect, STEPS), sums.values()), strict=True):
            packed[term].append(least + above)
    return [
        Posting(_rarity(len(documents), len(packed[term])), packed[term])
        for term in range(len(packed))
    ]


def _rarity(everything: int, holding: int) -> int:
    """The inverse document frequency of the formula, kept above zero."""
    return max(1, round(RAREST * log(1 + (everything - holding + 0.5) / (holding + 0.5))))
