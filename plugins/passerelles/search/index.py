"""Which documents hold which terms, and how much each occurrence says.

Weights are those of BM25F: occurrences are weighted by field and set against the length of the
field before they are summed, and only the sum saturates. They are computed here once; the browser
multiplies two whole numbers.

Source: S. Robertson and H. Zaragoza, « The Probabilistic Relevance Framework: BM25 and Beyond »,
Foundations and Trends in Information Retrieval 3 (4), 2009, § 3.6.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from passerelles.search.documents import Document, Field
from passerelles.search.words import Vocabulary, Word, tokens, vocabulary, words

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
RAREST: Final = 100
"""What the rarity of a term is multiplied by to be a whole number."""


@dataclass(frozen=True, slots=True)
class Posting:
    """A term: how rare it is, and the documents that hold it."""

    rarity: int
    documents: Sequence[tuple[int, int]]
    """Ordinal, and weight between 1 and `FINEST`; by ordinal."""


@dataclass(frozen=True, slots=True)
class Index:
    """All that is needed to find documents by their words."""

    vocabulary: Vocabulary
    postings: Sequence[Posting]
    """By the number of the term."""


def build(documents: Iterable[Document]) -> Index:
    """Index documents, in the order of their ordinals."""
    counted = [tuple(tokens(text) for text in each.texts) for each in documents]
    everywhere: Counter[str] = Counter()
    for fields in counted:
        for count in fields:
            everywhere.update(count)
    meanings = {token: words(token) for token in everywhere}
    found = vocabulary(_occurrences(everywhere, meanings))
    terms = {
        token: tuple(found.terms[word.surface] for word in meaning)
        for token, meaning in meanings.items()
        if meaning
    }
    return Index(found, _postings(counted, terms))


Counted = Sequence[tuple[Counter[str], ...]]
"""How often each token stands in each field of each document."""


def _occurrences(
    everywhere: Mapping[str, int], meanings: Mapping[str, tuple[Word, ...]]
) -> Counter[Word]:
    found: Counter[Word] = Counter()
    for token, number in everywhere.items():
        for word in meanings[token]:
            found[word] += number
    return found


def _postings(counted: Counted, terms: Mapping[str, tuple[int, ...]]) -> Sequence[Posting]:
    lengths = [[count.total() for count in fields] for fields in counted]
    means = [max(1.0, sum(each) / len(lengths)) for each in zip(*lengths, strict=True)]
    documents: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for ordinal, fields in enumerate(counted):
        sums: defaultdict[int, float] = defaultdict(float)
        for field, count in zip(Field, fields, strict=True):
            long = lengths[ordinal][field] / means[field]
            each = WEIGHTS[field] / (1 - LENGTHS[field] + LENGTHS[field] * long)
            for token, number in count.items():
                for term in terms.get(token, ()):
                    sums[term] += each * number
        for term, total in sums.items():
            weight = round(FINEST * total / (SATURATION + total))
            documents[term].append((ordinal, max(1, weight)))
    return [
        Posting(_rarity(len(counted), len(documents[term])), documents[term])
        for term in range(len(documents))
    ]


def _rarity(everything: int, holding: int) -> int:
    """The inverse document frequency of the formula, kept above zero."""
    return max(1, round(RAREST * log(1 + (everything - holding + 0.5) / (holding + 0.5))))
