"""Where everything stands on the site, and the links that lead there."""

from __future__ import annotations

from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.records import Kind

SITE = "https://exemple.fr/base/"
ONLINE = Addresses(site=SITE)
OFFLINE = Addresses(site=SITE, directories=False)

NAMES = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
ANCHORS = st.from_regex(r"[a-z][a-z_-]*", fullmatch=True)
PAGES = st.one_of(
    st.builds(addresses.of_record, st.sampled_from(Kind), NAMES),
    st.builds(addresses.of_message, NAMES),
    st.sampled_from([addresses.HOME, *addresses.LISTS.values()]),
    st.sampled_from([addresses.HELP, addresses.FIELDS, addresses.MESSAGES]),
)
FILES = st.one_of(
    st.builds(addresses.of_data, st.sampled_from(["cas.json", "schemas/cas.json"])),
    st.builds(addresses.of_asset, st.just("passerelles.css")),
    st.builds(
        addresses.of_image, st.text(min_size=1).map(lambda name: f"{ord(name[0])}/é ?#%.jpg")
    ),
)
TARGETS = st.one_of(PAGES, FILES, st.builds(addresses.of_section, PAGES, ANCHORS))


@pytest.mark.parametrize(
    ("kind", "name", "address"),
    [
        (Kind.CASE, "tera", "cas/tera/"),
        (Kind.CONCEPT, "reciprocite", "glossaire/reciprocite/"),
        (Kind.TERRITORY, "brest-metropole", "territoires/brest-metropole/"),
        (Kind.SOURCE, "rtes-2020", "sources/rtes-2020/"),
        (Kind.SESSION, "session-2020", "sessions/session-2020/"),
        (Kind.PAGE, "a-propos", "a-propos/"),
        (Kind.PAGE, "index", ""),
    ],
)
def test_each_kind_of_record_has_its_address(kind: Kind, name: str, address: str) -> None:
    assert addresses.of_record(kind, name) == address


@given(*[st.tuples(st.sampled_from(Kind), NAMES)] * 2)
def test_two_records_share_no_address(one: tuple[Kind, str], other: tuple[Kind, str]) -> None:
    files = {addresses.file_of(addresses.of_record(*each)) for each in (one, other)}
    assert len(files) == len({one, other})


@given(NAMES.filter(lambda name: name not in addresses.RESERVED))
def test_a_page_has_the_address_of_no_list(name: str) -> None:
    address = addresses.of_record(Kind.PAGE, name)
    assert not set(addresses.LISTS.values()) & {address}
    assert address not in {addresses.EXPLORER, addresses.COMPARE, addresses.DATA, addresses.HELP}


def test_other_things_have_their_addresses() -> None:
    assert addresses.of_message("cle-inconnue") == "aide/messages/cle-inconnue/"
    assert addresses.of_scheme("notion") == "glossaire/#notion"
    assert addresses.of_data("cas.json") == "donnees/cas.json"
    assert addresses.of_schema("cas.json") == "donnees/schemas/cas.json"
    assert addresses.of_image("forêt/bois 1.jpg") == "images/for%C3%AAt/bois%201.jpg"
    assert addresses.of_section("cas/tera/", "defis") == "cas/tera/#defis"


@pytest.mark.parametrize(
    ("address", "here", "online", "offline"),
    [
        ("", "", "./", "index.html"),
        ("cas/", "", "cas/", "cas/index.html"),
        ("cas/tera/", "", "cas/tera/", "cas/tera/index.html"),
        ("", "cas/", "../", "../index.html"),
        ("", "cas/tera/", "../../", "../../index.html"),
        ("cas/", "cas/tera/", "../", "../index.html"),
        ("cas/tera/", "cas/", "tera/", "tera/index.html"),
        ("cas/catl/", "cas/tera/", "../catl/", "../catl/index.html"),
        ("cas/tera/", "cas/tera/", "./", "index.html"),
        ("glossaire/#notion", "", "glossaire/#notion", "glossaire/index.html#notion"),
        (
            "glossaire/#notion",
            "cas/tera/",
            "../../glossaire/#notion",
            "../../glossaire/index.html#notion",
        ),
        ("cas/tera/#defis", "cas/tera/", "#defis", "#defis"),
        ("#ici", "", "#ici", "#ici"),
        ("#ici", "cas/", "../#ici", "../index.html#ici"),
        ("donnees/cas.json", "cas/tera/", "../../donnees/cas.json", "../../donnees/cas.json"),
        ("images/vue.jpg", "", "images/vue.jpg", "images/vue.jpg"),
        ("cas/cas/", "cas/", "cas/", "cas/index.html"),
    ],
)
def test_a_link_is_relative_to_the_page_it_stands_on(
    address: str, here: str, online: str, offline: str
) -> None:
    assert ONLINE.link(address, here) == online
    assert OFFLINE.link(address, here) == offline


@given(TARGETS, PAGES)
def test_a_browser_that_follows_a_link_arrives_at_the_address(target: str, here: str) -> None:
    assert urljoin(SITE + here, ONLINE.link(target, here)) == SITE + target


@given(TARGETS, PAGES, st.sampled_from(["", "a/", "a/b/"]))
def test_a_link_leads_to_the_file_itself_where_no_server_finds_it(
    target: str, here: str, folder: str
) -> None:
    root = f"https://disque/{folder}"
    path, _, anchor = target.partition("#")
    arrived, _, section = urljoin(
        root + addresses.file_of(here), OFFLINE.link(target, here)
    ).partition("#")
    assert (arrived, section) == (root + addresses.file_of(path), anchor)


@given(TARGETS, PAGES)
def test_no_link_begins_at_the_root_nor_names_the_site(target: str, here: str) -> None:
    for links in (ONLINE, OFFLINE):
        link = links.link(target, here)
        assert link
        assert not link.startswith("/")
        assert not urlsplit(link).scheme
        assert not urlsplit(link).netloc


@pytest.mark.parametrize(
    ("site", "link"),
    [
        ("https://exemple.fr/base/", "/base/cas/"),
        ("https://exemple.fr/", "/cas/"),
        ("", "/cas/"),
    ],
)
def test_a_link_of_the_page_that_may_stand_anywhere_begins_at_the_root(
    site: str, link: str
) -> None:
    rooted = Addresses(site=site, rooted=True)
    assert rooted.link("cas/", addresses.HOME) == link


@given(TARGETS, st.sampled_from(["", "x/", "x/y/z"]))
def test_a_rooted_link_arrives_from_anywhere(target: str, here: str) -> None:
    rooted = Addresses(site=SITE, rooted=True)
    assert urljoin(SITE + here, rooted.link(target, addresses.HOME)) == SITE + target


def test_an_address_is_whole_for_whoever_reads_it_elsewhere() -> None:
    assert ONLINE.canonical("cas/tera/") == "https://exemple.fr/base/cas/tera/"
    assert ONLINE.message("tabulation") == "https://exemple.fr/base/aide/messages/tabulation/"
    assert Addresses().canonical("cas/tera/") == "cas/tera/"


def test_a_file_is_edited_where_the_repository_says() -> None:
    links = Addresses(source="https://forge.fr/edit/main/")
    assert links.edit("cases/tera.yml") == "https://forge.fr/edit/main/cases/tera.yml"
    assert unquote(str(links.edit("content/été #1.md"))).endswith("content/été #1.md")
    assert "#" not in str(links.edit("content/été #1.md"))
    assert Addresses().edit("cases/tera.yml") is None


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("", "index.html"),
        ("cas/", "cas/index.html"),
        ("cas/tera/", "cas/tera/index.html"),
        ("donnees/cas.json", "donnees/cas.json"),
    ],
)
def test_a_page_is_the_index_of_its_folder(address: str, file: str) -> None:
    assert addresses.file_of(address) == file


def test_no_page_written_by_hand_may_take_the_place_of_a_part_of_the_site() -> None:
    parts = {"cas", "glossaire", "territoires", "sources", "sessions", "aide", "donnees", "assets"}
    assert parts | {"explorer", "comparer", "echanges"} <= addresses.RESERVED
