"""Where cases and territories lie: on a map that all pages share, and in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import hypot
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from passerelles import addresses, pipeline
from passerelles.library import Side
from passerelles.pages.drawings import Spot, map_picture, place_mark, where_svg

PageOf = Callable[..., Element]
Html = Callable[[str], Element]
Words = Callable[[Element], str]
BREST = Spot(Side.TOWN, (-4.49, 48.39), ("29",))
LIGHT = 8_000
"""Bytes that the marks of one page may take."""


@pytest.fixture
def drawn(html: Html) -> Callable[..., Element]:
    """The map on which some territories are marked."""

    def draw(*spots: Spot) -> Element:
        svg = where_svg(spots, "carte.svg", "Carte")
        assert svg is not None
        (found,) = html(svg).iter("svg")
        return found

    return draw


def test_a_territory_is_marked_where_it_lies(drawn: Callable[..., Element]) -> None:
    map_ = drawn(BREST)
    (mark,) = map_.findall("path[@transform]")
    assert mark.get("class") == "ou-marque cote-urbain"
    assert mark.get("transform") == "translate(18.8 99.3) scale(1.5)"
    (area,) = map_.findall("path[@class='contour actif']")
    assert str(area.get("d")) in map_picture()


def test_territories_of_one_point_are_marked_beside_each_other(
    drawn: Callable[..., Element],
) -> None:
    map_ = drawn(BREST, Spot(Side.LAND, BREST.point, ("29",)))
    assert len(map_.findall("path[@class='contour actif']")) == 1
    marks = [str(mark.get("transform")) for mark in map_.findall("path[@transform]")]
    (x, y), (other_x, other_y) = (
        map(float, re.findall(r"[\d.]+", transform)[:2]) for transform in marks
    )
    assert hypot(x - other_x, y - other_y) >= 16


def test_what_has_neither_point_nor_area_on_the_map_is_not_drawn(
    drawn: Callable[..., Element],
) -> None:
    island = Spot(Side.LAND, None, ("974",))
    assert where_svg((island, Spot(Side.TOWN, None, ())), "carte.svg", "Carte") is None
    assert len(drawn(BREST, island).findall("path")) == 2


def test_each_side_has_a_shape_of_its_own(html: Html) -> None:
    shapes = {str(next(html(place_mark(side)).iter("path")).get("d")) for side in Side}
    assert len(shapes) == len(Side) - 1  # whoever is on neither bank


def test_the_shared_picture_is_an_svg_without_style_or_script(html: Html) -> None:
    picture = map_picture()
    (svg,) = html(picture).iter("svg")
    assert {element.tag for element in svg.iter()} == {"svg", "g", "path"}
    assert "style" not in picture


def test_a_page_marks_its_territories_on_the_shared_picture(
    full_page: Callable[[str], Element], full_site: pipeline.Site, words: Words
) -> None:
    for address in ("cas/pacte/", "territoires/ville/"):
        (figure,) = full_page(address).findall(".//figure[@class='carte-ou']")
        image = figure.find("svg/image")
        assert image is not None
        assert image.get("href") == f"../../{addresses.MAP_PICTURE}"
        assert words(figure).endswith("Finistère (29)")
    assert addresses.MAP_PICTURE in full_site.files


def test_a_region_is_named_and_not_marked_by_its_chief_town(page_of: PageOf, words: Words) -> None:
    region = {
        "nom": "Bretagne",
        "type": "region",
        "code_insee": "53",
        "region": "53",
        "coordonnees": {"lat": 48.11, "lon": -1.68},
    }
    page = page_of("cas/foire/", {"territories/campagne.yml": region})
    assert page.find(".//figure[@class='carte-ou']") is None
    found = page_of("cas/pacte/", {"territories/campagne.yml": region, **town()})
    (figure,) = found.findall(".//figure[@class='carte-ou']")
    assert words(figure).endswith("Finistère (29), Bretagne")
    assert len(figure.findall("svg/path[@transform]")) == 1


def town() -> dict[str, Any]:
    point = {"lat": 48.39, "lon": -4.49}
    return {"territories/ville.yml": {"departements": ["29"], "coordonnees": point}}


def test_no_map_of_the_shipped_base_weighs_on_its_page(
    shipped_site: pipeline.Site, html: Callable[[str], Element]
) -> None:
    maps = 0
    for page in shipped_site.pages:
        for figure in html(page.main).findall(".//figure[@class='carte-ou']"):
            maps += 1
            assert sum(len(str(path.get("d"))) for path in figure.iter("path")) < LIGHT
    assert maps > 1


def test_what_lies_abroad_is_called_by_its_country(page_of: PageOf, words: Words) -> None:
    liege = {
        "nom": "Liège",
        "type": "autre",
        "pays": "BE",
        "coordonnees": {"lat": 50.63, "lon": 5.57},
    }
    page = page_of("territoires/campagne/", {"territories/campagne.yml": liege})
    (figure,) = page.findall(".//figure[@class='carte-ou']")
    assert words(figure).endswith("Belgique")
