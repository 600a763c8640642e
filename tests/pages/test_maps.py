"""Territories on a map: where they stand, what they say, where they lead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import hypot
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passerelles.addresses import MAP_PICTURE, TERRITORIES, Addresses
from passerelles.library import Library
from passerelles.pages.drawings import map_frame
from passerelles.pages.maps import impression
from passerelles.pages.writer import Writer

PageOf = Callable[..., Element]
BREST = {"lat": 48.39, "lon": -4.49}


def place(name: str, **keys: Any) -> Mapping[str, Any]:
    return {"nom": name, "type": "commune", "pays": "FR", **keys}


def changes() -> Mapping[str, Any]:
    return {
        "territories/ville.yml": place(
            "Villeneuve", coordonnees=BREST, departements=["29"], region="53"
        ),
        "territories/ile.yml": place("Saint-Denis", coordonnees={"lat": -20.9, "lon": 55.4}),
    }


def test_a_territory_is_a_link_with_its_name_and_its_number_of_cases(page_of: PageOf) -> None:
    page = page_of("territoires/", changes())
    links = page.findall(".//svg//a")
    assert [link.get("href") for link in links] == ["ville/"]
    (link,) = links
    assert link.get("aria-label") == "Villeneuve\u00a0: 1\u00a0cas"
    point = link.findall("circle")[-1]
    x, y = map_frame().place(-4.49, 48.39)
    assert (point.get("cx"), point.get("cy")) == (f"{x:.1f}", f"{y:.1f}")


def test_who_is_on_no_map_is_named_below_it(
    page_of: PageOf, words: Callable[[Element], str]
) -> None:
    page = page_of("territoires/", changes())
    caption = page.find(".//figcaption")
    assert caption is not None
    assert words(caption) == "Sans point sur la carte : Pays des Collines, Saint-Denis."
    listed = {words(each) for each in page.findall(".//p[@class='nom']")}
    assert {"Villeneuve", "Saint-Denis", "Pays des Collines"} <= listed


def test_where_many_are_on_no_map_their_number_is_said(
    page_of: PageOf, words: Callable[[Element], str]
) -> None:
    nowhere = {f"territories/nulle-part-{rank}.yml": place(f"Là {rank}") for rank in range(12)}
    caption = page_of("territoires/", {**changes(), **nowhere}).find(".//figcaption")
    assert caption is not None
    assert words(caption) == "14 territoires sans point sur la carte."


def test_territories_of_one_place_are_drawn_apart_and_each_leads_to_its_own(
    page_of: PageOf, words: Callable[[Element], str]
) -> None:
    beside = place("Le Port", coordonnees=BREST, departements=["29"], region="53")
    page = page_of("territoires/", {**changes(), "territories/port.yml": beside})
    links = page.findall(".//svg//a")
    assert sorted(str(link.get("href")) for link in links) == ["port/", "ville/"]
    targets = [link.findall("circle")[0] for link in links]
    (x, y, radius), (other_x, other_y, _) = (
        [float(str(circle.get(key))) for key in ("cx", "cy", "r")] for circle in targets
    )
    assert hypot(x - other_x, y - other_y) >= 2 * radius - 0.2
    leaders = [leader for link in links if (leader := link.find("path")) is not None]
    x, y = map_frame().place(-4.49, 48.39)
    assert [str(leader.get("d")).endswith(f"L{x:.1f} {y:.1f}") for leader in leaders] == [True] * 2
    caption = page.find(".//figcaption")
    assert caption is not None
    assert words(caption).startswith("Des points voisins sont écartés")


def test_the_outlines_come_from_one_picture_and_only_areas_that_matter_stand_on_the_page(
    page_of: PageOf,
) -> None:
    page = page_of("territoires/", changes())
    (image,) = page.findall(".//svg/image")
    assert image.get("href") == Addresses().link(MAP_PICTURE, TERRITORIES)
    lit = page.findall(".//svg/path[@class='contour actif']")
    assert [area.get("d") for area in lit] == [map_frame().areas["29"]]


def test_without_any_place_there_is_no_map(page_of: PageOf) -> None:
    assert page_of("territoires/").find(".//svg") is None


def test_the_impression_of_a_map_is_small_however_many_territories_there_are(
    library_of: Callable[..., Library],
) -> None:
    def size(number: int) -> int:
        places = {
            f"territories/lieu-{rank}.yml": place(
                f"Lieu {rank}", coordonnees={"lat": 46 + rank % 7 / 100, "lon": 2.0}
            )
            for rank in range(number)
        }
        return len(impression(Writer(library_of(places), Addresses(), "")))

    assert size(60) == size(30)


@given(st.floats(-5.39, 9.79), st.floats(41.21, 51.69))
def test_what_lies_within_the_map_is_placed_on_it(longitude: float, latitude: float) -> None:
    frame = map_frame()
    assert frame.holds(*frame.place(longitude, latitude))


@pytest.mark.parametrize("point", [(55.4, -20.9), (-61.5, 16.2), (2.0, 60.0)])
def test_what_lies_overseas_is_not_on_the_map(point: tuple[float, float]) -> None:
    frame = map_frame()
    assert not frame.holds(*frame.place(*point))
