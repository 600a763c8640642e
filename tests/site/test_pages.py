"""What stands on every page of the built site."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import pytest
import yaml

from .conftest import ROOT

SITE = "https://caprural.github.io/passerelles/"
EDIT = "https://github.com/caprural/passerelles/edit/main/"
MISSING = "404.html"
FOLDERS = {
    "cas": "cases",
    "glossaire": "glossary",
    "territoires": "territories",
    "sources": "sources",
    "sessions": "sessions",
}
"""The folder of the records of each part of the site."""
UNSHOWN = {"titre", "debut", "fin", "anciens_identifiants"}
"""Keys of a case that make no part of its page: they are in its head, or nowhere."""
SPOKEN_NOT = {"code", "pre", "script", "style", "template"}
FULL_WITH = {"h1", "h2", "h3", "h4", "p", "ul", "ol", "dl", "li", "dt", "dd", "a", "section", "nav"}
"""Elements that mean nothing when nothing can be read in them."""


def records(folder: str) -> list[str]:
    return [path.stem for path in sorted((ROOT / folder).glob("*.yml"), key=lambda path: path.name)]


def moved(tree: Element) -> bool:
    """Whether a page only leads from a former address to the one that holds now."""
    return tree.find(".//meta[@http-equiv='refresh']") is not None


def element(tree: Element, identifier: str) -> Element | None:
    return tree.find(f".//*[@id='{identifier}']")


def texts(tree: Element) -> Iterator[str]:
    """Every stretch of text that is read as French."""
    if tree.tag not in SPOKEN_NOT:
        yield tree.text or ""
        for child in tree:
            yield from texts(child)
            yield child.tail or ""


def meta(tree: Element, name: str) -> list[str | None]:
    return [each.get("content") for each in tree.iterfind(f".//meta[@name='{name}']")]


@pytest.mark.parametrize(("part", "folder"), FOLDERS.items())
def test_every_record_has_a_page_below_the_list_of_its_kind(
    pages: Mapping[str, Element], part: str, folder: str
) -> None:
    expected = {f"{part}/", *(f"{part}/{name}/" for name in records(folder))}
    found = {address for address, tree in pages.items() if not moved(tree)}
    assert {address for address in found if address.split("/")[0] == part} == expected


def test_the_other_pages_are_home_help_what_is_written_by_hand_and_the_missing_page(
    pages: Mapping[str, Element],
) -> None:
    written = {f"{path.stem}/" for path in (ROOT / "content").glob("*.md")} - {"index/"}
    others = {address for address in pages if address.split("/")[0] not in FOLDERS}
    messages = {address for address in others if address.startswith("aide/messages/")}
    tools = {"explorer/", "comparer/", "echanges/", "echanges/panier/", "charte/", "accessibilite/"}
    assert others - messages == {"", MISSING, "aide/", "aide/champs/", *tools, *written}
    assert "aide/messages/" in messages


@pytest.mark.parametrize(
    ("name", "key", "folder"),
    [
        ("cas", "cas", "cases"),
        ("glossaire", "concepts", "glossary"),
        ("territoires", "territoires", "territories"),
        ("sources", "sources", "sources"),
    ],
)
def test_the_data_hold_every_record_with_the_address_of_its_page(
    built: Path, name: str, key: str, folder: str
) -> None:
    data = json.loads((built / f"donnees/{name}.json").read_text("utf-8"))
    assert list(data) == [key]
    assert [each["id"] for each in data[key]] == records(folder)
    for each in data[key]:
        record = yaml.safe_load((ROOT / folder / f"{each['id']}.yml").read_text("utf-8"))
        assert each["url"] == record.pop("url", f"{SITE}{name}/{each['id']}/")
        assert [key for key in each if key not in {"id", "url"}] == list(record)


@pytest.mark.parametrize("name", FOLDERS)
def test_every_kind_of_record_has_a_schema(built: Path, name: str) -> None:
    schema = json.loads((built / f"donnees/schemas/{name}.json").read_text("utf-8"))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["type"] == "object"


def test_every_page_says_that_it_is_french(pages: Mapping[str, Element]) -> None:
    assert {tree.find("html").get("lang") for tree in pages.values()} == {"fr"}


def test_every_page_gives_its_canonical_address(pages: Mapping[str, Element]) -> None:
    given = {
        address: [link.get("href") for link in tree.iterfind(".//link[@rel='canonical']")]
        for address, tree in pages.items()
        if address != MISSING and not moved(tree)
    }
    assert given == {address: [f"{SITE}{address}"] for address in given}


def test_every_page_has_a_title_of_its_own(pages: Mapping[str, Element]) -> None:
    titles = Counter(tree.find(".//title").text for tree in pages.values())
    assert [title for title, times in titles.items() if times > 1] == []
    assert all(re.fullmatch(r"\S.* · Passerelles", title) for title in titles)


def test_every_page_but_home_says_where_it_stands(pages: Mapping[str, Element]) -> None:
    for address, tree in pages.items():
        trail = tree.find(".//nav[@class='fil']")
        if address in {"", MISSING}:
            assert trail is None, address
            continue
        assert trail is not None, address
        first, *_, last = trail.findall(".//li")
        assert "".join(first.itertext()) == "Accueil", address
        assert last.get("aria-current") == "page", address


def test_every_page_describes_itself_in_a_line(pages: Mapping[str, Element]) -> None:
    described = {address: meta(tree, "description") for address, tree in pages.items()}
    wrong = {
        address: found
        for address, found in described.items()
        if len(found) != 1 or not 10 <= len(found[0]) <= 501 or "\n" in found[0]
    }
    assert wrong == {}


def test_every_page_has_one_main_heading_and_skips_no_level(pages: Mapping[str, Element]) -> None:
    for address, tree in pages.items():
        levels = [int(each.tag[1]) for each in tree.iter() if re.fullmatch(r"h[1-6]", each.tag)]
        assert levels[0] == 1, address
        assert levels.count(1) == 1, address
        steps = [after - before for before, after in pairwise(levels)]
        assert max(steps, default=0) <= 1, (address, levels)


@pytest.mark.parametrize(("part", "folder"), FOLDERS.items())
def test_the_page_of_a_record_leads_to_its_file_to_correct_it(
    pages: Mapping[str, Element], part: str, folder: str
) -> None:
    for name in records(folder):
        links = [unquote(each.get("href", "")) for each in pages[f"{part}/{name}/"].iter("a")]
        assert [link for link in links if "/edit/" in link] == [f"{EDIT}{folder}/{name}.yml"]


def test_every_key_of_a_case_is_the_anchor_of_its_section(pages: Mapping[str, Element]) -> None:
    missing = {
        name: keys
        for name in records("cases")
        if (
            keys := [
                key
                for key in yaml.safe_load((ROOT / f"cases/{name}.yml").read_text("utf-8"))
                if key not in UNSHOWN and element(pages[f"cas/{name}/"], key) is None
            ]
        )
    }
    assert missing == {}


def test_nothing_on_a_page_is_empty(pages: Mapping[str, Element]) -> None:
    empty = {
        f"{address} <{each.tag} {each.attrib}>"
        for address, tree in pages.items()
        for each in tree.iter()
        if each.tag in FULL_WITH and not "".join(each.itertext()).strip()
    }
    assert empty == set()


def test_no_text_shows_what_only_a_program_understands(pages: Mapping[str, Element]) -> None:
    leftovers = re.compile(r"\b(None|True|False|Undefined)\b|\{\{|\{%|\[\[|\[@|&[a-z]+;|<[a-z/]")
    found = {
        (address, text)
        for address, tree in pages.items()
        if not address.startswith("aide/messages/")  # they speak of what programs understand
        for text in texts(tree)
        if leftovers.search(text)
    }
    assert found == set()


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(r"\w['\u02bc]\w", id="an apostrophe is curly"),
        pytest.param(r"(?<![\u202f!?])[;!?](?=\s|$)", id="a narrow no-break space before ; ! ?"),
        pytest.param(r"(?<!\u00a0):(?=\s)", id="a no-break space before a colon"),
        pytest.param(r"«(?![\u00a0\u202f])|(?<![\u00a0\u202f])»", id="guillemets keep their words"),
        pytest.param(r"\.\.\.", id="an ellipsis is one character"),
        pytest.param(r"(?<!\()[“”\"](?!\))", id="quotation marks are French"),
        pytest.param(r"\d (?=\d{3}\b)", id="thousands stay together"),
    ],
)
def test_texts_have_french_typography(pages: Mapping[str, Element], fault: str) -> None:
    found = {
        f"{address}: …{text[max(0, match.start() - 20) : match.end() + 20]}…"
        for address, tree in pages.items()
        for text in [*texts(tree), *meta(tree, "description")]
        for match in [re.search(fault, text)]
        if match
    }
    assert found == set()
