"""Points that are too near to each other on a map make room."""

from itertools import combinations
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passerelles.pages.drawings import spread

SIDE = 300
APART = 20
POINTS = st.lists(st.tuples(st.floats(0, SIDE), st.floats(0, SIDE)), max_size=12)


def nearest(places: list[tuple[float, float]]) -> float:
    return min(hypot(x - u, y - v) for (x, y), (u, v) in combinations(places, 2))


def test_points_with_room_stay_where_they_are() -> None:
    points = [(0.0, 0.0), (20.5, 0.0), (150.0, 300.0)]
    assert spread(points, APART, SIDE, SIDE) == points


@pytest.mark.parametrize("number", [2, 3, 7, 40])
def test_points_of_one_place_all_make_room_around_it(number: int) -> None:
    places = spread([(150.0, 150.0)] * number, APART, SIDE, SIDE)
    assert nearest(places) >= 0.9 * APART
    assert (
        hypot(sum(x for x, _ in places) / number - 150, sum(y for _, y in places) / number - 150)
        < 1
    )


def test_in_a_corner_they_make_room_towards_the_map() -> None:
    places = spread([(0.0, 0.0)] * 3, APART, SIDE, SIDE)
    assert all(0 <= x <= SIDE and 0 <= y <= SIDE for x, y in places)
    assert nearest(places) >= 0.9 * APART


@given(POINTS)
def test_however_they_lie_they_stay_on_the_map_and_the_same_each_time(
    points: list[tuple[float, float]],
) -> None:
    places = spread(points, APART, SIDE, SIDE)
    assert len(places) == len(points)
    assert all(0 <= x <= SIDE and 0 <= y <= SIDE for x, y in places)
    assert places == spread(points, APART, SIDE, SIDE)
