"""The base against the documents on which it rests.

These tests need the documents, which are not in the repository. They run where the environment
variable PASSERELLES_DOCUMENTS names a folder that holds them under the names that `places.yml`
gives, and are skipped elsewhere:

    PASSERELLES_DOCUMENTS=…/sources pytest tests/content
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import cache
from typing import Any

import pytest
from rapidfuzz import fuzz

from passerelles import pipeline
from passerelles.records import Citation
from passerelles.text import fold, french_date

from . import copying
from .figures import figures, in_digits, in_words
from .statements import Statement, names

AS_SCANNED = 90
"""Likeness, in percent, of a heading and what the recognition of characters made of it."""

Passage = Callable[[Citation], str]
Figures = Callable[[Citation], frozenset[Fraction]]


@pytest.fixture(scope="session")
def figures_at(passage: Passage) -> Figures:
    """The figures that stand at a place of a document."""
    return cache(lambda citation: figures(passage(citation)))


@pytest.fixture(scope="session")
def ours(data_of: Callable[[str], Any]) -> set[tuple[str, Fraction]]:
    """The figures that we counted ourselves, by file."""
    return {(each["fichier"], Fraction(each["figure"])) for each in data_of("ours.yml")}


def lost(statement: Statement, figures: Iterable[Fraction]) -> list[str]:
    cited = "; ".join(map(str, statement.sources))
    return [f"{statement.file}: {statement.words}: {value} [{cited}]" for value in sorted(figures)]


def test_every_date_in_a_field_stands_at_the_place_that_is_cited(
    stated: tuple[Statement, ...], passage: Passage, shipped: pipeline.Reading
) -> None:
    """A date may also be that of the document: what a letter reports, it reports on its day."""
    sources = shipped.library.sources

    def stands(date: str, citation: Citation) -> bool:
        issued = french_date(sources[citation.source].date.text)
        words = " ".join(fold(passage(citation)).split())
        return fold(date) in words or issued.endswith(date)

    dates = [each for each in stated if each.date]
    strange = [
        f"{each.file}: {each.where} {each.words}"
        for each in dates
        if not any(stands(each.words, citation) for citation in each.sources)
    ]
    assert len(dates) > 1
    assert not strange, "\n".join(strange)


def test_every_figure_in_digits_stands_at_the_place_that_is_cited(
    stated: tuple[Statement, ...],
    figures_at: Figures,
    shipped: pipeline.Reading,
    ours: set[tuple[str, Fraction]],
) -> None:
    """The year of a document goes without saying."""
    strange = []
    for each in stated:
        known = {
            Fraction(shipped.library.sources[cited.source].date.year) for cited in each.sources
        }
        known = known.union(*map(figures_at, each.sources))
        found = in_digits(each.words) - known if each.sources and not each.date else ()
        strange += lost(each, {value for value in found if (each.file, value) not in ours})
    assert not strange, "\n".join(strange)


def test_every_figure_in_words_stands_in_a_document_that_is_cited(
    stated: tuple[Statement, ...], figures_at: Figures, ours: set[tuple[str, Fraction]]
) -> None:
    """Not at the very place: « trois leviers » is how many one counts there."""
    strange = []
    for each in stated:
        known = frozenset().union(*(figures_at(Citation(cited.source)) for cited in each.sources))
        found = in_words(each.words) - known if each.sources else ()
        strange += lost(each, {value for value in found if (each.file, value) not in ours})
    assert not strange, "\n".join(strange)


def test_no_figure_is_said_to_be_ours_that_is_no_longer_there(
    stated: tuple[Statement, ...], ours: set[tuple[str, Fraction]]
) -> None:
    there = {
        (each.file, value)
        for each in stated
        for value in in_digits(each.words) | in_words(each.words)
    }
    assert ours - there == set()


def test_no_sentence_is_copied(
    stated: tuple[Statement, ...],
    documents: Mapping[str, str],
    shipped: pipeline.Reading,
    data_of: Callable[[str], Any],
) -> None:
    repeated = copying.left_out(names(shipped.library).union(data_of("names.yml")))
    texts = [(each, repeated.sub(copying.BREAK, each.words)) for each in stated if not each.name]
    known = {word for _, text in texts for word in copying.words(text)}
    copied = {
        name: copying.Copied(copying.words(document, known)) for name, document in documents.items()
    }
    runs = [
        f"{each.file}: {run} [{name}]"
        for name, document in copied.items()
        for each, text in texts
        for run in document.in_text(copying.words(text))
    ]
    assert not runs, "\n".join(runs)


def test_every_place_is_a_heading_of_its_document(
    places: Mapping[str, Any], passage: Passage
) -> None:
    def found(document: str, place: str) -> bool:
        text = " ".join(fold(passage(Citation(document, place))).split())
        heading = fold(place).removeprefix("§ ")
        return fuzz.partial_ratio(heading, text) >= AS_SCANNED

    strange = [
        f"{document} {place}"
        for document, facts in places.items()
        for place in facts["lieux"]
        if place not in facts.get("sans_titre", {}) and not found(document, place)
    ]
    assert not strange, "\n".join(strange)
