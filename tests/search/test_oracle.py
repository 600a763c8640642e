"""The browser's engine finds and counts what a brute-force oracle finds and counts."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from passerelles import pipeline

STATES = 10_000
IN_PIECES = 500
SORTS = ("", "titre", "debut", "-titre", "thematique")


@pytest.fixture(scope="session")
def oracle(shipped: pipeline.Reading) -> Any:
    path = Path(__file__).with_name("oracle.py")
    spec = importlib.util.spec_from_file_location("search_oracle", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module.Oracle(shipped.library)


def states(oracle: Any) -> st.SearchStrategy[tuple[str, dict[str, list[str]], str]]:
    """A query, choices and a sort; words are whole, cut short, misspelt, compound or unknown."""
    shown = sorted(oracle.index.vocabulary.shown.values())
    word = st.sampled_from(shown)
    cut = st.tuples(word, st.integers(1, 9)).map(lambda pair: pair[0][: pair[1]])
    wrong = st.tuples(word, st.integers(0, 9), st.sampled_from("aeirzé")).map(
        lambda each: each[0][: each[1]] + each[2] + each[0][each[1] + 1 :]
    )
    swapped = st.tuples(word, st.integers(0, 8)).map(
        lambda each: (
            each[0][: each[1]] + each[0][each[1] : each[1] + 2][::-1] + each[0][each[1] + 2 :]
        )
    )
    compound = st.tuples(word, word).map("-".join)
    typed = st.one_of(
        word,
        word,
        cut,
        wrong,
        swapped,
        compound,
        word.map(lambda each: f"l’{each}"),
        word.map(str.upper),
        st.sampled_from(["de", "la", "x", "2030", "S.C.I.C.", "zzzzzz", "co-construction", "«"]),
    )
    query = st.lists(typed, max_size=4).map(" ".join)
    choices = st.dictionaries(
        st.sampled_from(sorted(oracle.values)), st.integers(0, 10**6), max_size=4
    )
    values = {
        facet: sorted({value for case in cases for value in case})
        for facet, cases in oracle.values.items()
    }

    def chosen(given: dict[str, int]) -> dict[str, list[str]]:
        """One to three values of each facet, drawn by one number."""
        return {
            facet: [
                values[facet][(number // 7**step) % len(values[facet])]
                for step in range(1 + number % 3)
            ]
            for facet, number in given.items()
        }

    return st.tuples(st.one_of(st.just(""), query), choices.map(chosen), st.sampled_from(SORTS))


def drawn(oracle: Any, number: int) -> list[tuple[str, dict[str, list[str]], str]]:
    found: list[tuple[str, dict[str, list[str]], str]] = []

    @settings(
        max_examples=number,
        phases=[Phase.generate],
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(states(oracle))
    def collect(state: tuple[str, dict[str, list[str]], str]) -> None:
        found.append(state)

    collect()
    return found


def address(query: str, chosen: dict[str, list[str]], sort: str) -> str:
    given = {"q": query, "tri": sort} | chosen
    return "?" + urlencode({key: value for key, value in given.items() if value}, doseq=True)


def expected(oracle: Any, query: str, chosen: dict[str, list[str]]) -> dict[str, Any]:
    """What the picture of a state must hold."""
    found = oracle.text(query)
    text = None if found is None else set(found[0])
    everything = range(len(oracle.cases))
    among = [at for at in everything if text is None or at in text]
    results = [at for at in among if oracle.holds(at, chosen)]
    return {
        "results": results,
        "scores": found[0] if found else {},
        "missing": found[1] if found else 0,
        "others": sum(oracle.holds(at, chosen) for at in everything),
        "alone": {
            facet: sum(oracle.holds(at, chosen, but=facet) for at in among) - len(results)
            for facet in oracle.values
        },
        "counts": oracle.counts(chosen, text),
    }


def compare(oracle: Any, ask: Any, number: int) -> None:
    all_states = drawn(oracle, number)
    assert len(all_states) >= number * 0.9
    answers = ask([{"ask": "state", "address": address(*state)} for state in all_states])
    for (query, chosen, sort), answer in zip(all_states, answers, strict=True):
        right = expected(oracle, query, chosen)
        state = (query, chosen, sort)
        assert sorted(answer["results"]) == right["results"], state
        assert len(answer["missing"]) == right["missing"], state
        assert answer["others"] == right["others"], state
        assert answer["alone"] == right["alone"], state
        for facet, counts in answer["counts"].items():
            held = {value: count for value, count in counts.items() if count}
            assert held == dict(right["counts"][facet]), (state, facet)
        if sort == "titre" or (not sort and not right["scores"]):
            assert answer["results"] == right["results"], state
        elif not sort:
            scores = right["scores"]
            assert answer["results"] == sorted(
                right["results"], key=lambda at: (-scores[at], at)
            ), state


def test_every_result_and_every_count_of_ten_thousand_states_is_right(
    oracle: Any, ask: Any
) -> None:
    compare(oracle, ask, STATES)


def test_an_index_in_pieces_answers_as_one_file_does(oracle: Any, ask_in_pieces: Any) -> None:
    compare(oracle, ask_in_pieces, IN_PIECES)
