"""What practitioners type finds what they mean, errors included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from passerelles.library import Key
from passerelles.records import Kind

GOLD: Mapping[str, Mapping[str, list[str]]] = yaml.safe_load(
    Path(__file__).with_name("queries.yml").read_text("utf-8")
)
ERRORS = "fautes"
FIRST = 10


@pytest.fixture(scope="module")
def found(ask: Any, keys: tuple[Key, ...]) -> Mapping[str, set[str]]:
    """What a reader is shown for every query, as it is noted in the file.

    The first ten cases in the explorer; of the other kinds the first ten together in the header.
    """
    cases = sum(key.kind is Kind.CASE for key in keys)
    queries = [query for group in GOLD.values() for query in group]
    explorer = ask([{"ask": "text", "q": query, "documents": cases} for query in queries])
    header = ask([{"ask": "text", "q": query, "typing": True} for query in queries])
    found = {}
    for query, inside, above in zip(queries, explorer, header, strict=True):
        others = [at for at in above["documents"] if at >= cases] if above else []
        first = [*(inside["documents"][:FIRST] if inside else []), *others[:FIRST]]
        found[query] = {f"{keys[at].kind}:{keys[at].id}" for at in first}
    return found


def recall(found: Mapping[str, set[str]], groups: Iterator[str]) -> tuple[float, list[Any]]:
    """The mean share of the wanted records that came, and what is missing."""
    wanted = {
        query: records for group in groups for query, records in GOLD[group].items() if records
    }
    shares = {
        query: sum(record in found[query] for record in records) / len(records)
        for query, records in wanted.items()
    }
    missing = [
        (query, sorted(set(wanted[query]) - found[query])) for query in wanted if shares[query] < 1
    ]
    return sum(shares.values()) / len(shares), missing


def test_there_are_enough_queries_and_their_records_exist(keys: tuple[Key, ...]) -> None:
    known = {f"{key.kind}:{key.id}" for key in keys}
    assert sum(len(group) for group in GOLD.values()) >= 150
    wanted = {record for group in GOLD.values() for records in group.values() for record in records}
    assert wanted <= known


def test_at_least_98_in_100_of_the_records_that_must_come_are_among_the_first_ten(
    found: Mapping[str, set[str]],
) -> None:
    share, missing = recall(found, (group for group in GOLD if group != ERRORS))
    assert share >= 0.98, missing


def test_at_least_90_in_100_of_them_come_where_one_letter_is_wrong(
    found: Mapping[str, set[str]],
) -> None:
    share, missing = recall(found, iter([ERRORS]))
    assert share >= 0.9, missing


def test_a_town_finds_what_is_named_after_its_people(found: Mapping[str, set[str]]) -> None:
    for query in ("grenoble", "grenoblois", "agglomération de grenoble"):
        assert "cas:cairn" in found[query]


@pytest.mark.parametrize(
    ("query", "record"),
    [
        ("l’hopital de carhaix", "brest-cob"),
        ("monaie locale", "cairn"),
        ("maraicher", "ceinture-verte-pays-de-bearn"),
    ],
)
def test_they_come_at_each_letter_once_the_word_is_clear(
    ask: Any, keys: tuple[Key, ...], query: str, record: str
) -> None:
    starts = [query[:end] for end in range(7, len(query) + 1)]
    answers = ask([{"ask": "text", "q": start, "typing": True} for start in starts])
    position = keys.index(Key(Kind.CASE, record))
    for start, answer in zip(starts, answers, strict=True):
        assert position in answer["documents"][:FIRST], start
