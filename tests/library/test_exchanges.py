"""Who exchanges with whom, in which direction, and whether something comes back."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from passerelles.library import Direction, Library, Side, balance, crossings
from passerelles.library.exchanges import direction
from passerelles.pipeline import Reading
from passerelles.records import Flux

ACTORS = [
    {"cle": "ferme", "nom": "Ferme du Haut", "type": "entreprise"},
    {"cle": "cantine", "nom": "Cantine", "type": "collectivite"},
]


def case_with(*ways: str, roles: tuple[str, ...] = ("urbain", "rural")) -> dict[str, object]:
    """The changes that give a case exchanges « de-vers », each of another flux than the last."""
    flux = list(Flux)
    return {
        "cases/pacte.yml": {
            "territoires": [
                {"territoire": name, "role": role}
                for name, role in zip(("ville", "campagne"), roles, strict=True)
            ],
            "acteurs": ACTORS,
            "echanges": [
                {
                    "de": way.split(">")[0],
                    "vers": way.split(">")[1],
                    "apport": f"Apport {number}",
                    "flux": flux[number % len(flux)].value,
                    "etat": "engage",
                }
                for number, way in enumerate(ways)
            ],
        }
    }


def test_every_pair_of_sides_has_a_direction() -> None:
    assert {direction(*sides) for sides in product(Side, repeat=2)} == set(Direction)


@pytest.mark.parametrize(
    ("way", "roles", "expected"),
    [
        ("ville>campagne", ("urbain", "rural"), Direction.TOWN_TO_LAND),
        ("ville>campagne", ("periurbain", "rural"), Direction.TOWN_TO_LAND),
        ("campagne>ville", ("urbain", "rural"), Direction.LAND_TO_TOWN),
        ("ville>campagne", ("urbain", "urbain"), Direction.TOWN_TO_TOWN),
        ("ville>campagne", ("rural", "rural"), Direction.LAND_TO_LAND),
        ("ville>campagne", ("urbain", "mixte"), Direction.OTHER),
        ("ville>ferme", ("urbain", "rural"), Direction.WITH_ACTOR),
        ("ferme>ville", ("urbain", "rural"), Direction.WITH_ACTOR),
        ("ferme>cantine", ("urbain", "rural"), Direction.AMONG_ACTORS),
    ],
)
def test_the_direction_follows_from_the_roles_in_the_case(
    library_of: Callable[..., Library], way: str, roles: tuple[str, ...], expected: Direction
) -> None:
    (found,) = crossings(library_of(case_with(way, roles=roles)))
    assert found.direction is expected


def test_a_territory_without_a_role_stands_on_no_bank(
    library_of: Callable[..., Library],
) -> None:
    changes = case_with("ville>campagne")
    changes["cases/pacte.yml"]["territoires"] = ["ville", "campagne"]  # type: ignore[index]
    (found,) = crossings(library_of(changes))
    assert found.direction is Direction.OTHER
    assert found.giver.role == ""


def test_each_exchange_is_named_by_its_case_and_its_rank(
    library_of: Callable[..., Library],
) -> None:
    found = crossings(library_of(case_with("ville>campagne", "campagne>ville")))
    assert [each.id for each in found] == ["pacte-1", "pacte-2"]


def test_what_comes_back_directly_through_others_or_not_is_told_apart(
    library_of: Callable[..., Library],
) -> None:
    ways = ("ville>campagne", "campagne>ville", "campagne>ferme", "ferme>ville", "ville>cantine")
    found = balance(tuple(crossings(library_of(case_with(*ways)))))
    assert [each.rank for each in found.returned] == [1, 2]
    assert [each.rank for each in found.circling] == [3, 4]
    assert [each.rank for each in found.one_way] == [5]
    assert found.reciprocal == tuple(Flux)[:4]


def test_what_each_party_gives_another_receives(shipped: Reading) -> None:
    for name in shipped.library.cases:
        of_case = tuple(each for each in crossings(shipped.library) if each.case == name)
        shares = balance(of_case).shares
        for flux in Flux:
            given = sum(share.gives.get(flux, 0) for share in shares)
            received = sum(share.receives.get(flux, 0) for share in shares)
            assert given == received == sum(each.exchange.flux is flux for each in of_case)
