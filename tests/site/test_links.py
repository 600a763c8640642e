"""Where the links of the built site lead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

from .conftest import ROOT, UNDER, trees

HOST = "https://caprural.github.io"
MISSING = "404.html"
OWN = {"img", "script", "link", "iframe", "source", "video", "audio", "object", "embed", "form"}
"""Elements that load what they point to."""
POINTERS = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "headers")


def targets(tree: Element) -> Iterator[tuple[str, str]]:
    """Every address on a page, with the element that holds it."""
    for each in tree.iter():
        for name in ("href", "src", "srcset", "action", "data", "poster"):
            if name in each.attrib:
                yield each.tag, each.attrib[name]


def identifiers(tree: Element) -> list[str]:
    return [each.attrib["id"] for each in tree.iter() if "id" in each.attrib]


def broken(folder: Path, pages: Mapping[str, Element]) -> set[str]:
    """Every link within the site that leads to no file of it, or to nothing on the page."""
    anchors = {address: set(identifiers(tree)) for address, tree in pages.items()}
    found = set()
    for address, tree in pages.items():
        for _, target in targets(tree):
            parts = urlsplit(urljoin(f"{HOST}{UNDER}{address}", target))
            if not parts.geturl().startswith(f"{HOST}{UNDER}"):
                continue
            path = unquote(parts.path.removeprefix(UNDER))
            page = path.removesuffix("index.html")
            file = folder / (f"{path}index.html" if path.endswith("/") or not path else path)
            state = "=" in parts.fragment  # what a script reads, not a place on the page
            known = not parts.fragment or unquote(parts.fragment) in anchors.get(page, ())
            if not file.is_file() or not (known or state):
                found.add(f"{address} → {target}")
    return found


def test_every_link_leads_to_a_page_and_a_place_on_it(
    built: Path, pages: Mapping[str, Element]
) -> None:
    assert broken(built, pages) == set()


def test_every_address_of_the_sitemap_and_of_the_ledger_is_that_of_a_page(
    built: Path, pages: Mapping[str, Element]
) -> None:
    sitemap = re.findall(r"<loc>(.+)</loc>", (built / "sitemap.xml").read_text("utf-8"))
    ledger = [
        line
        for line in (ROOT / "adresses.txt").read_text("utf-8").splitlines()
        if not line.startswith("#")
    ]
    assert {f"{HOST}{UNDER}{address}" for address in pages} >= set(sitemap)
    assert pages.keys() >= set(ledger)
    assert len(sitemap) > len(ledger) / 2 > 100


def test_every_link_of_the_offline_site_leads_to_a_file(
    offline: Path, html: Callable[[str], Element]
) -> None:
    pages = trees(offline, html)
    assert broken(offline, pages) == set()
    assert MISSING not in pages, "its links begin at the root of a server, which there is none of"
    folders = {
        f"{address} → {target}"
        for address, tree in pages.items()
        for _, target in targets(tree)
        if urlsplit(target).path.endswith("/") and not urlsplit(target).netloc
    }
    assert folders == set()


def test_no_identifier_stands_twice_on_a_page(pages: Mapping[str, Element]) -> None:
    twice = {
        f"{address}#{identifier}"
        for address, tree in pages.items()
        for identifier, times in Counter(identifiers(tree)).items()
        if times > 1
    }
    assert twice == set()


def test_every_label_and_description_refers_to_something_on_the_page(
    pages: Mapping[str, Element],
) -> None:
    lost = {
        f"{address} {name}={identifier}"
        for address, tree in pages.items()
        for each in tree.iter()
        for name in POINTERS
        for identifier in each.get(name, "").split()
        if identifier not in identifiers(tree)
    }
    assert lost == set()


def test_nothing_but_a_link_that_a_reader_follows_leads_to_another_host(
    pages: Mapping[str, Element],
) -> None:
    elsewhere = {
        f"{address} <{tag}> {target}"
        for address, tree in pages.items()
        for tag, target in targets(tree)
        if tag in OWN and urlsplit(target).netloc and not target.startswith(f"{HOST}{UNDER}")
    }
    assert elsewhere == set()


def test_every_link_to_another_host_is_https_or_http(pages: Mapping[str, Element]) -> None:
    schemes = {
        urlsplit(target).scheme
        for tree in pages.values()
        for tag, target in targets(tree)
        if tag == "a"
    }
    assert schemes <= {"", "http", "https", "mailto"}


def test_a_page_holds_no_script_and_no_style_of_its_own(pages: Mapping[str, Element]) -> None:
    inline = {
        f"{address} <{each.tag} {each.attrib}>"
        for address, tree in pages.items()
        for each in tree.iter()
        if each.tag == "style"
        or (each.tag == "script" and "src" not in each.attrib)
        or any(name == "style" or name.startswith("on") for name in each.attrib)
    }
    assert inline == set()


def test_our_style_loads_nothing(built: Path) -> None:
    for file in built.glob("assets/passerelles/*.css"):
        assert re.findall(r"url\((?!#)|@import|@font-face", file.read_text("utf-8")) == [], file


def test_no_script_of_ours_knows_another_host(built: Path) -> None:
    for file in built.glob("assets/passerelles/*.js"):
        assert re.findall(r"https?://(?!www\.w3\.)", file.read_text("utf-8")) == [], file


def test_every_note_is_called_and_every_call_has_its_note(pages: Mapping[str, Element]) -> None:
    for address, tree in pages.items():
        calls = tree.findall(".//sup[@class='appel']/a")
        notes = tree.findall(".//section[@id='notes']/ol/li")
        called = dict.fromkeys(call.get("href") for call in calls)
        assert sorted(called) == sorted(f"#{note.get('id')}" for note in notes), address
    assert pages["cas/brest-cob/"].find(".//section[@id='notes']") is not None
