"""Which cases are near to a case: the rarer what they share, the nearer they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import isclose, log
from typing import Any

import pytest

from passerelles.library import Kin, Library, Trait

SCHEMES = {"c": "dispositif", "l": "levier", "f": "frein", "t": "thematique"}
FIELDS = {"c": "dispositifs", "l": "leviers", "f": "freins", "t": "thematiques"}


@pytest.fixture(scope="session")
def kin_of(library_of: Callable[..., Library]) -> Callable[..., Mapping[str, tuple[Kin, ...]]]:
    """Kinship of cases that have concepts: `c1` is a framework, `l1` a lever, `t1` a theme.

    Each case stands on a territory of its own, and every case has a theme.
    """

    def kin(cases: Mapping[str, str]) -> Mapping[str, tuple[Kin, ...]]:
        changes: dict[str, Any] = {"cases/pacte.yml": None, "cases/foire.yml": None}
        for name, concepts in cases.items():
            keys: dict[str, list[str]] = {}
            for concept in concepts.split():
                keys.setdefault(FIELDS[concept[0]], []).append(concept)
                changes[f"glossary/{concept}.yml"] = {
                    "terme": concept * 3,
                    "schema": SCHEMES[concept[0]],
                    "definition": "Un mot.",
                }
            changes[f"territories/lieu-{name}.yml"] = {"nom": name, "type": "autre", "pays": "FR"}
            changes[f"cases/{name}.yml"] = {
                "titre": f"Le cas {name * 5}",
                "resume": "Un cas.",
                "statut": "projet",
                "territoires": [f"lieu-{name}"],
                "sources": ["note-2019"],
                **keys,
            }
        return library_of(changes).kin

    return kin


def names(kin: tuple[Kin, ...]) -> list[str]:
    return [each.case for each in kin]


def test_a_case_that_shares_nothing_has_no_kin(kin_of: Callable[..., Any]) -> None:
    assert kin_of({"a": "t1", "b": "t2"}) == {"a": (), "b": ()}


def test_what_is_shared_is_told_with_its_field(kin_of: Callable[..., Any]) -> None:
    kin = kin_of({"a": "t1 c1", "b": "t2 c1", "d": "t3"})
    assert names(kin["a"]) == ["b"]
    assert kin["a"][0].shared == (Trait("dispositifs", "c1"),)
    assert isclose(kin["a"][0].weight, log(4 / 2))


def test_the_rarer_weighs_more(kin_of: Callable[..., Any]) -> None:
    kin = kin_of({"a": "t1 c1", "b": "t1", "d": "t1", "e": "t2 c1"})
    assert names(kin["a"]) == ["e", "b", "d"]


def test_what_is_shared_is_told_from_the_rarest_on(kin_of: Callable[..., Any]) -> None:
    kin = kin_of({"a": "t1 l1 f1", "b": "t1 l1 f1", "d": "t1 f1", "e": "t1"})
    assert [trait.value for trait in kin["a"][0].shared] == ["l1", "f1", "t1"]


def test_what_every_case_has_weighs_least_but_says_something(kin_of: Callable[..., Any]) -> None:
    kin = kin_of({"a": "t1", "b": "t1"})
    assert isclose(kin["a"][0].weight, log(3 / 2))


def test_equals_stand_in_the_order_of_the_alphabet_and_at_most_five_are_told(
    kin_of: Callable[..., Any],
) -> None:
    kin = kin_of(dict.fromkeys("gfedcba", "t1"))
    assert names(kin["d"]) == ["a", "b", "c", "e", "f"]


def test_kinship_is_mutual_and_the_same_in_every_run(kin_of: Callable[..., Any]) -> None:
    cases = {"a": "t1 c1 l1", "b": "t1 l2", "d": "t2 c1 l2", "e": "t2 l1"}
    kin = kin_of(cases)
    assert kin == kin_of(dict(reversed(cases.items())))
    weights = {(one, each.case): each.weight for one, found in kin.items() for each in found}
    assert all(isclose(weight, weights[other, one]) for (one, other), weight in weights.items())


def test_territories_and_kinds_of_exchange_count_too(library_of: Callable[..., Library]) -> None:
    library = library_of()
    assert library.kin["pacte"] == (Kin("foire", log(3 / 2), (Trait("territoires", "campagne"),)),)
    exchange = {"apport": "Des graines", "flux": "biens", "etat": "realise"}
    there = [{"de": "campagne", "vers": "ville", **exchange}]
    here = [{"de": "ville", "vers": "autre", **exchange}]
    other = {"nom": "Autre", "type": "autre", "pays": "FR"}
    library = library_of(
        {
            "cases/pacte.yml": {"echanges": there},
            "cases/foire.yml": {"territoires": ["ville", "autre"], "echanges": here},
            "territories/autre.yml": other,
        }
    )
    assert Trait("flux", "biens") in library.kin["pacte"][0].shared


def test_every_kin_of_the_shipped_base_shares_what_it_says(shipped: Any) -> None:
    library = shipped.library
    attributes = {"dispositifs": "frameworks", "leviers": "levers", "thematiques": "themes"}
    for name, found in library.kin.items():
        assert [each.weight for each in found] == sorted(
            (each.weight for each in found), reverse=True
        )
        for each in found:
            assert each.case != name
            assert each.shared
            for trait in each.shared:
                if trait.field in attributes:
                    for case in (name, each.case):
                        values = getattr(library.cases[case], attributes[trait.field])
                        assert trait.value in map(str, values)
