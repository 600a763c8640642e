"""Which words mean the same."""

from __future__ import annotations

from collections import Counter

import pytest

from passerelles.search.words import vocabulary


def terms(*words: str) -> dict[str, int]:
    """The terms of a base in which these words stand."""
    return dict(vocabulary(Counter(words)).terms)


@pytest.mark.parametrize(
    ("place", "people"),
    [
        ("grenoble", ["grenoblois", "grenobloise", "grenobloises"]),
        ("brest", ["brestois", "brestoise"]),
        ("strasbourg", ["strasbourgeois", "strasbourgeoises"]),
        ("paris", ["parisien", "parisienne", "parisiens"]),
        ("toulouse", ["toulousain", "toulousaines"]),
        ("lyon", ["lyonnais", "lyonnaises"]),
    ],
)
def test_the_people_of_a_place_are_found_by_its_name(place: str, people: list[str]) -> None:
    found = terms(place, *people)
    assert set(found.values()) == {found[place]}


def test_a_place_is_known_where_only_its_people_are_named() -> None:
    found = terms("grenobloise")
    assert found["grenoble"] == found["grenobloise"]


def test_what_only_looks_like_the_people_of_a_place_stands_for_itself() -> None:
    for word in ["quotidien", "citoyenne", "souverain", "prochaine", "autrefois", "gardien"]:
        assert list(terms(word)) == [word]
    assert len(set(terms("gard", "gardien", "urbain", "urbanisme").values())) == 4
