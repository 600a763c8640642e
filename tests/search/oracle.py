"""What the search should find, worked out the slow way: every case and every word looked at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz.distance import OSA

from passerelles.library import Library
from passerelles.records import Case, Kind
from passerelles.search.documents import document, numbered
from passerelles.search.index import Index, build, packed
from passerelles.search.words import tokens, words
from passerelles.text import fold

ATTRIBUTES = {
    "thematique": "themes",
    "dispositif": "frameworks",
    "structure": "structures",
    "notion": "notions",
    "outil": "tools",
    "levier": "levers",
    "frein": "brakes",
    "territoire": "territories",
}
MOST_WORDS = 12


def pieces(token: str) -> list[str]:
    """What the hyphens of a token set apart."""
    return re.split("[-\u2010\u2011]", token)


@dataclass(frozen=True, eq=False)
class Oracle:
    """Answers from the library itself."""

    library: Library

    @cached_property
    def cases(self) -> tuple[str, ...]:
        """Identifiers by ordinal."""
        return tuple(key.id for key in numbered(self.library) if key.kind is Kind.CASE)

    @cached_property
    def values(self) -> Mapping[str, Sequence[set[str]]]:
        """What each case has under each facet, by ordinal."""
        cases = [self.library.cases[name] for name in self.cases]
        found = {
            facet: [
                self._closed({str(each) for each in getattr(case, attribute)}) for case in cases
            ]
            for facet, attribute in ATTRIBUTES.items()
        }
        return found | {
            "region": [self._regions(case) for case in cases],
            "flux": [{each.flux.value for each in case.exchanges} for case in cases],
            "statut": [{case.status.value} for case in cases],
            "annee": [{case.start.text[:4]} if case.start else set() for case in cases],
            "etat_fiche": [{case.sheet.state.value} if case.sheet else set() for case in cases],
        }

    def _closed(self, named: set[str]) -> set[str]:
        """With every broader concept."""
        found = set(named)
        while True:
            concepts = [
                self.library.concepts[name] for name in found if name in self.library.concepts
            ]
            more = {str(up) for concept in concepts for up in concept.broader} - found
            if not more:
                return found
            found |= more

    def _regions(self, case: Case) -> set[str]:
        regions = {self.library.territories[str(each)].region for each in case.territories}
        return {region for region in regions if region}

    def holds(self, ordinal: int, chosen: Mapping[str, Sequence[str]], but: str = "") -> bool:
        """Whether a case answers to all chosen facets, one left out."""
        return all(
            self.values[facet][ordinal] & set(wanted)
            for facet, wanted in chosen.items()
            if wanted and facet != but
        )

    def counts(
        self, chosen: Mapping[str, Sequence[str]], text: set[int] | None
    ) -> Mapping[str, Counter[str]]:
        """How many cases have each value, the choices of its own facet left out."""
        everything = range(len(self.cases))
        among = [at for at in everything if text is None or at in text]
        return {
            facet: Counter(
                value for at in among if self.holds(at, chosen, but=facet) for value in values[at]
            )
            for facet, values in self.values.items()
        }

    @cached_property
    def index(self) -> Index:
        """Words and postings of all documents."""
        return build(packed(document(self.library, key)) for key in numbered(self.library))

    @cached_property
    def weights(self) -> Mapping[int, Mapping[int, int]]:
        """The score of each case under each term that some case has."""
        found = {
            term: {
                ordinal: posting.rarity * weight
                for ordinal, weight in posting.documents
                if ordinal < len(self.cases)
            }
            for term, posting in enumerate(self.index.postings)
        }
        return {term: scores for term, scores in found.items() if scores}

    @cached_property
    def surfaces(self) -> Mapping[str, int]:
        """The words that stand in cases, with their terms."""
        terms = self.index.vocabulary.terms
        return {surface: term for surface, term in terms.items() if term in self.weights}

    def text(self, query: str) -> tuple[dict[int, int], int] | None:
        """The cases that a text finds with their scores, and how many words it leaves out."""
        clauses: dict[str, dict[int, int]] = {}
        for token in tokens(query):
            parts = [fold(word) for part in pieces(token) for word in words(part)]
            joined = [fold(word) for word in words(token)][len(parts) :]
            key = " ".join(parts)
            if parts and key not in clauses and len(clauses) < MOST_WORDS:
                clauses[key] = self._clause(tuple(parts), "".join(joined))
        if not clauses:
            return None
        return self._together(list(clauses.values()))

    def _clause(self, parts: tuple[str, ...], joined: str) -> dict[int, int]:
        each = [self._best(self.meant(part)) for part in parts]
        common = set(each[0]).intersection(*each)
        scores = {at: sum(scores[at] for scores in each) for at in common}
        whole = self._best({self.surfaces[joined]} if joined in self.surfaces else set())
        return {at: max(scores.get(at, 0), whole.get(at, 0)) for at in {*scores, *whole}}

    @lru_cache  # noqa: B019 - one oracle lives as long as the tests
    def meant(self, word: str) -> frozenset[int]:
        """The terms that a typed word means."""
        if word in self.surfaces:
            return frozenset({self.surfaces[word]})
        begun = {term for surface, term in self.surfaces.items() if surface.startswith(word)}
        if begun:
            return frozenset(begun)
        forgiven = 0 if len(word) < 4 else 1 if len(word) < 8 else 2
        for edits in range(1, forgiven + 1):
            near = [each for each in self.surfaces if OSA.distance(word, each) == edits]
            near.sort(key=lambda each: (-len(self.weights[self.surfaces[each]]), each))
            if near:
                return frozenset(list(dict.fromkeys(self.surfaces[each] for each in near))[:3])
        return frozenset()

    def _best(self, terms: frozenset[int] | set[int]) -> dict[int, int]:
        scores: dict[int, int] = {}
        for term in terms:
            for at, score in self.weights[term].items():
                scores[at] = max(score, scores.get(at, 0))
        return scores

    @staticmethod
    def _together(clauses: list[dict[int, int]]) -> tuple[dict[int, int], int]:
        """All clauses, or those of the case that holds most of them and scores best."""
        held = {
            at: [clause for clause in clauses if at in clause] for each in clauses for at in each
        }
        if not held:
            return {}, len(clauses)
        best = min(held, key=lambda at: (-len(held[at]), -sum(each[at] for each in held[at]), at))
        kept = held[best]
        common = set(kept[0]).intersection(*kept)
        return {at: sum(each[at] for each in kept) for at in common}, len(clauses) - len(kept)
