"""Long lists: groups, letters, pages, and a map, for whoever looks for a name among many."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passerelles import addresses, pipeline
from passerelles.addresses import Addresses
from passerelles.library import Library
from passerelles.pages.paging import beginnings, cut, numbered, pager
from passerelles.pages.writer import Writer
from passerelles.records import Kind

PageOf = Callable[..., Element]
Words = Callable[[Element], str]

GROUPS = st.dictionaries(st.text(max_size=3), st.lists(st.integers(), max_size=9), max_size=6)
CASE = {
    "resume": "Une ville et sa campagne.",
    "statut": "acheve",
    "territoires": ["campagne"],
    "thematiques": ["energie"],
    "sources": ["note-2019"],
}


def many(number: int) -> Mapping[str, Any]:
    """So many cases, the first of them called as a page of the list might be."""
    names = ["page", "page-2", *(f"cas-{rank:03}" for rank in range(number - 2))]
    return {f"cases/{name}.yml": {"titre": f"Le cas {name}", **CASE} for name in names}


def links_in(element: Element) -> list[str]:
    return [str(link.get("href")) for link in element.iter("a")]


def pairs(groups: Mapping[str, Sequence[int]]) -> list[tuple[str, int]]:
    return [(name, item) for name, items in groups.items() for item in items]


@given(GROUPS, st.integers(1, 12))
def test_a_list_that_is_cut_holds_everything_once_and_in_its_order(
    groups: dict[str, list[int]], size: int
) -> None:
    parts = cut(groups, size)
    again = [
        (name, item) for part in parts for name, items in part.groups.items() for item in items
    ]
    assert again == [(name, item) for name, items in groups.items() for item in items]
    held = [sum(map(len, part.groups.values())) for part in parts]
    assert all(number == size for number in held[:-1])
    assert len(parts) == 1 or 0 < held[-1] <= size
    assert [part.number for part in parts] == list(range(1, len(parts) + 1))
    assert {part.total for part in parts} == {len(parts)}


def test_a_group_that_goes_on_is_known_by_the_page_on_which_it_begins() -> None:
    parts = cut({"a": [1], "b": [2, 3, 4], "c": [5]}, 2)
    assert beginnings(parts) == {"a": 1, "b": 1, "c": 3}
    assert numbered("Cas", parts[0]) == "Cas"
    assert numbered("Cas", parts[2]) == "Cas, page 3 sur 3"


@pytest.mark.parametrize(
    ("number", "total", "named", "gaps"),
    [
        (1, 2, [1, 2], []),
        (1, 9, [1, 2, 3, 9], [9]),
        (5, 9, [1, 3, 4, 5, 6, 7, 9], [3, 9]),
        (9, 9, [1, 7, 8, 9], [7]),
        (40, 200, [1, 38, 39, 40, 41, 42, 200], [38, 200]),
    ],
)
def test_a_pager_names_the_pages_around_and_no_more_however_many_there_are(
    library_of: Callable[..., Library], number: int, total: int, named: list[int], gaps: list[int]
) -> None:
    here = addresses.of_page(addresses.CASES, number)
    found = pager(Writer(library_of(), Addresses(), here), addresses.CASES, number, total)
    assert found is not None
    assert [step.number for step in found.steps] == named
    assert [step.number for step in found.steps if step.gap] == gaps
    assert [step.number for step in found.steps if step.current] == [number]
    assert (found.before is None) == (number == 1)
    assert (found.after is None) == (number == total)


def test_a_short_list_has_no_pager(library_of: Callable[..., Library]) -> None:
    assert pager(Writer(library_of(), Addresses(), "cas/"), "cas/", 1, 1) is None


@given(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True), st.integers(2, 9999))
def test_no_record_can_stand_where_a_list_goes_on(name: str, number: int) -> None:
    places = {addresses.of_page(addresses.LISTS[kind], number) for kind in addresses.LISTS}
    assert addresses.of_record(Kind.CASE, name) not in places


def test_a_long_list_goes_on_at_addresses_that_no_case_takes(
    site_of: Callable[..., pipeline.Site], html: Callable[[str], Element]
) -> None:
    site = site_of(many(130))
    pages = {page.address: page for page in site.pages}
    lists = ["cas/", "cas/page/2/", "cas/page/3/"]
    assert {"cas/page/", "cas/page-2/", *lists} <= set(pages)
    assert "cas/page/4/" not in pages
    assert pages["cas/page/2/"].title == "Cas, page 2 sur 3"
    shown = [link for address in lists for link in _records(address, html(pages[address].main))]
    others = addresses.of_alphabet("cas/")
    expected = [page for page in pages if page.startswith("cas/") and page not in lists]
    expected = [page for page in expected if not page.startswith(others)]
    assert sorted(shown) == sorted(expected)


def _records(address: str, tree: Element) -> list[str]:
    """The addresses of the cases whose rows stand on a page of the list."""
    here = Addresses()
    names = {here.link(f"cas/{name}/", address): f"cas/{name}/" for name in _names()}
    rows = tree.findall(".//ul[@class='lignes']//p[@class='nom']/a")
    return [names[str(row.get("href"))] for row in rows]


def _names() -> list[str]:
    changed = [file.removeprefix("cases/").removesuffix(".yml") for file in many(130)]
    return [*changed, "pacte", "foire"]


def test_a_page_of_a_list_leads_to_the_one_before_and_the_one_after(page_of: PageOf) -> None:
    page = page_of("cas/page/2/", many(130))
    nav = page.find(".//nav[@class='pages']")
    assert nav is not None
    ways = {link.get("rel"): link.get("href") for link in nav.findall("a")}
    assert ways == {"prev": "../../", "next": "../3/"}
    current = nav.findall(".//a[@aria-current='page']")
    assert [link.get("href") for link in current] == ["./"]


def test_a_long_list_has_its_names_from_a_to_z_on_pages_of_their_own(
    site_of: Callable[..., pipeline.Site], html: Callable[[str], Element], words: Words
) -> None:
    others = {
        f"cases/autre-{rank:03}.yml": {"titre": f"Un autre cas {rank:03}", **CASE}
        for rank in range(60)
    }
    pages = {page.address: page for page in site_of(many(70) | others).pages}
    first, second = (html(pages[f"cas/page/a-z/{more}"].main) for more in ("", "page/2/"))
    assert pages["cas/page/a-z/page/2/"].title == "Cas de A à Z, page 2 sur 2"
    listed = [
        words(name) for each in (first, second) for name in each.findall(".//section//section//li")
    ]
    assert listed == sorted(listed, key=str.lower)
    assert len(listed) == len({page for page in pages if page.count("/") == 2 and "cas/" in page})
    for address, ways in {
        "cas/": ["page/a-z/#lettre-l", "page/a-z/#lettre-u"],
        "cas/page/2/": ["../a-z/#lettre-l", "../a-z/#lettre-u"],
        "cas/page/a-z/": ["#lettre-l", "#lettre-u"],
        "cas/page/a-z/page/2/": ["../../#lettre-l", "../../#lettre-u"],
    }.items():
        letters = html(pages[address].main).find(".//nav[@class='lettres']")
        assert letters is not None
        assert [way for way in links_in(letters) if way[-1] in "lu"] == ways
    assert first.find(".//section[@id='lettre-u']") is not None


def test_a_group_that_begins_on_another_page_is_reached_there(page_of: PageOf) -> None:
    there = {
        "territories/dehors.yml": {"nom": "Zurich", "type": "commune", "pays": "CH"},
        "cases/loin.yml": {"titre": "Loin", **CASE, "territoires": ["dehors"]},
    }
    page = page_of("cas/", many(130) | there)
    nav = page.find(".//nav[@class='sommaire']")
    assert nav is not None
    assert links_in(nav) == ["#plusieurs-regions", "page/3/#hors-de-france"]
    assert nav.find(".//li[@id='hors-de-france']") is not None, "the anchor leads on from here"


def test_groups_say_how_many_they_hold(page_of: PageOf, words: Words) -> None:
    page = page_of("glossaire/", {"glossary/levier.yml": _concept("Un levier", "levier")})
    nav = page.find(".//nav[@class='sommaire']")
    assert nav is not None
    assert words(nav) == "Thématiques 2 Leviers 1"


def _concept(term: str, scheme: str) -> Mapping[str, str]:
    return {"terme": term, "schema": scheme, "definition": "Un mot."}


def test_a_letter_leads_to_its_names_and_is_inert_where_there_are_none(
    page_of: PageOf, words: Words
) -> None:
    terms = {f"glossary/mot-{rank}.yml": _concept(f"Mot {rank}", "notion") for rank in range(9)}
    terms["glossary/oeuvre.yml"] = _concept("Œuvre commune", "notion")
    terms["glossary/chiffre.yml"] = _concept("3D", "notion")
    page = page_of("glossaire/", terms)
    letters = page.find(".//nav[@class='lettres']")
    assert letters is not None
    assert words(letters) == " ".join("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    assert links_in(letters) == ["#lettre-a", "#lettre-e", "#lettre-m", "#lettre-o"]
    under = page.find(".//section[@id='lettre-o']")
    assert under is not None
    assert words(under) == "O Œuvre commune"
    every = [words(each) for each in page.findall(".//section[@class='alphabet']//li")]
    assert every[:4] == ["3D", "Agriculture", "Énergie", "Mot 0"]


def test_a_list_read_at_a_glance_has_no_alphabet(page_of: PageOf) -> None:
    assert page_of("cas/").find(".//nav[@class='lettres']") is None
