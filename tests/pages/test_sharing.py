"""What a link to a page shows where it is shared: its words, and its preview picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageColor
from tests.shelf import Shelf

from passerelles import pipeline
from passerelles.addresses import Addresses, of_preview
from passerelles.library import Library, Side
from passerelles.pages import Frame
from passerelles.pages.home import TITLE
from passerelles.pages.previews import HEIGHT, WIDTH, Preview, draw
from passerelles.pages.previews.canvas import COLOURS

SITE = "https://exemple.fr/base/"
ROLES = {
    "cases/pacte.yml": {
        "territoires": [
            {"territoire": "ville", "role": "periurbain"},
            {"territoire": "campagne", "role": "rural"},
        ],
        "anciens_identifiants": ["contrat"],
    }
}
CASE = Preview("Cas", "Un pacte", "", ((Side.TOWN, "Villeneuve"), (Side.LAND, "Pays des Collines")))
MOST_BYTES = 15_000
TEXT = st.text(st.one_of(st.just(" "), st.characters(exclude_categories=("C", "Z"))))
"""Any text of one line."""


@pytest.fixture(scope="module")
def library(library_of: Callable[..., Library]) -> Library:
    return library_of(ROLES)


@pytest.fixture(scope="module")
def metadata_of(
    library: Library, html: Callable[[str], Element]
) -> Callable[..., dict[str, str | None]]:
    """The metadata of a page, on a site with pictures, by name."""

    def read(address: str, **changes: object) -> dict[str, str | None]:
        links = replace(Addresses(site=SITE, previews=True), **changes)
        pages = {page.address: page for page in pipeline.publish(library, links).pages}
        metas = html(pages[address].head).iter("meta")
        return {meta.get("property") or meta.get("name", ""): meta.get("content") for meta in metas}

    return read


def test_a_shared_page_says_what_it_is_where_it_stands_and_how_it_looks(
    metadata_of: Callable[..., dict[str, str | None]],
) -> None:
    told = metadata_of("cas/pacte/")
    assert told == {
        "description": "Une ville et sa campagne se chauffent ensemble.",
        "og:site_name": "Passerelles",
        "og:locale": "fr_FR",
        "og:type": "article",
        "og:title": "Un pacte pour le bois",
        "og:description": "Une ville et sa campagne se chauffent ensemble.",
        "og:url": f"{SITE}cas/pacte/",
        "og:image": f"{SITE}assets/passerelles/apercus/cas/pacte.png",
        "og:image:type": "image/png",
        "og:image:width": "800",
        "og:image:height": "420",
        "og:image:alt": "Cas — Un pacte pour le bois — Villeneuve, Pays des Collines",
        "twitter:card": "summary_large_image",
    }


def test_the_home_page_is_the_site_itself(
    metadata_of: Callable[..., dict[str, str | None]],
) -> None:
    told = metadata_of("")
    assert told["og:type"] == "website"
    assert told["og:title"] == TITLE
    assert told["og:url"] == SITE
    assert told["og:image"] == f"{SITE}assets/passerelles/apercus/accueil.png"


@pytest.mark.parametrize("changes", [{"previews": False}, {"site": ""}])
def test_without_pictures_or_without_a_place_no_picture_is_promised(
    metadata_of: Callable[..., dict[str, str | None]], library: Library, changes: dict[str, object]
) -> None:
    told = metadata_of("cas/pacte/", **changes)
    assert told["og:title"] == "Un pacte pour le bois"
    assert told["twitter:card"] == "summary"
    assert not [name for name in told if name.startswith("og:image")]
    links = replace(Addresses(site=SITE, previews=True), **changes)
    assert not any(page.preview for page in pipeline.publish(library, links).pages)


def test_a_former_address_and_the_missing_page_are_not_shared(
    metadata_of: Callable[..., dict[str, str | None]], library: Library
) -> None:
    assert not [name for name in metadata_of("cas/contrat/") if name.startswith("og:")]
    site = pipeline.publish(library, Addresses(site=SITE, previews=True))
    assert "og:" not in site.missing.head
    assert [page.address for page in site.pages if not page.preview] == ["cas/contrat/"]


def test_every_page_has_a_picture_that_says_what_it_is(library: Library) -> None:
    site = pipeline.publish(library, Addresses(site=SITE, previews=True))
    pages = {page.address: page for page in site.pages}
    assert pages["cas/pacte/"].preview == Preview(
        "Cas",
        "Un pacte pour le bois",
        "Une ville et sa campagne se chauffent ensemble.",
        ((Side.TOWN, "Villeneuve"), (Side.LAND, "Pays des Collines")),
    )
    files = Shelf()
    for part in site.parts(Frame.cut("")):
        site.write(part, files)
    assert "assets/passerelles/apercus/cas/pacte.png" in files
    assert {of_preview(page.address) for page in site.pages if page.preview} <= files.keys()


def opened(content: bytes) -> Image.Image:
    picture = Image.open(BytesIO(content))
    assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT))
    return picture.convert("RGB")


def columns_of(picture: Image.Image, colour: str) -> tuple[int, int]:
    """Where the pixels of a colour of the palette begin and end, above the coloured ground."""
    above = picture.crop((0, 100, WIDTH, HEIGHT - 14))
    other = ImageChops.difference(above, Image.new("RGB", above.size, COLOURS[colour]))
    found = other.convert("L").point([255, *[0] * 255]).getbbox()
    return (found[0], found[2]) if found else (-1, -1)


def test_town_stands_on_the_left_countryside_on_the_right_in_their_colours() -> None:
    picture = opened(draw(CASE))
    _, end_of_town = columns_of(picture, "town")
    start_of_land, _ = columns_of(picture, "land")
    start, end = columns_of(picture, "flow")
    assert 0 < end_of_town < start < end < start_of_land


def test_no_arrow_stands_where_one_bank_only_is_known() -> None:
    picture = opened(draw(replace(CASE, banks=CASE.banks[1:])))
    assert columns_of(picture, "flow") == (-1, -1)
    assert columns_of(picture, "town") == (-1, -1)


def test_the_same_value_gives_the_same_bytes_and_each_word_counts() -> None:
    assert draw(CASE) == draw(replace(CASE))
    others = [
        replace(CASE, title="Un autre"),
        replace(CASE, kind="Notion"),
        replace(CASE, banks=()),
    ]
    assert len({draw(CASE), *map(draw, others)}) == 4


@settings(max_examples=30)
@given(TEXT, TEXT, st.lists(st.tuples(st.sampled_from(list(Side)[:3]), TEXT), max_size=9))
def test_whatever_is_to_be_said_the_margins_stay_empty(
    title: str, lead: str, banks: list[tuple[Side, str]]
) -> None:
    content = draw(Preview("Cas", title * 20, lead * 20, tuple(banks)))
    picture = opened(content)
    paper = ImageColor.getrgb(COLOURS["paper"])
    low = HEIGHT - 14 - (0 if banks else 98)  # the landscape is as wide as the picture
    margins = [(0, 0, 40, low), (WIDTH - 40, 0, WIDTH, low)]
    for box in margins:
        assert picture.crop(box).getcolors() == [((box[2] - box[0]) * box[3], paper)]


def test_the_longest_words_of_the_shipped_base_make_a_small_picture(
    shipped_site: pipeline.Site,
) -> None:
    longest = max(shipped_site.pages, key=lambda page: len(page.title))
    preview = Preview("Messages", longest.title, longest.description)
    assert len(draw(preview)) <= MOST_BYTES
