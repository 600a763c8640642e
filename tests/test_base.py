"""The base of this repository is sound on a fixed day, and all of it can be reached."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import pytest

from passerelles import pipeline
from passerelles.problems import message
from passerelles.records import Kind

FIVE = ["biovallee", "brest-cob", "catl", "ptce-sud-aquitaine", "tera"]
SITE = "https://exemple.fr/base/"


def test_the_shipped_base_has_no_error_and_no_warning(shipped: pipeline.Reading) -> None:
    told = [f"{problem.place}: {problem.code} {message(problem)}" for problem in shipped.problems]
    assert told == []


def test_every_file_of_a_record_is_read(shipped: pipeline.Reading, root: Any) -> None:
    for kind in Kind:
        files = {
            f"{kind.folder}/{path.name}"
            for path in (root / kind.folder).glob(f"*{kind.suffix}")
            if path.name != "README.md"
        }
        read = {
            entry.file
            for entry in shipped.library.entries.values()
            if entry.kind is kind and entry.value is not None
        }
        assert read == files


def test_every_record_can_be_reached_from_the_home_page(
    shipped: pipeline.Reading, shipped_site: pipeline.Site, html: Callable[[str], Element]
) -> None:
    pages = {page.address: page for page in shipped_site.pages}
    waiting, reached = [""], {""}
    for address in waiting:
        page = pages[address]
        for part in (page.header, page.main, page.footer):
            for link in html(part).iter("a"):
                target = urljoin(SITE + address, link.get("href", "")).partition("#")[0]
                there = target.removeprefix(SITE)
                if there in pages and there not in reached:
                    reached.add(there)
                    waiting.append(there)
    written = {page.address for page in pages.values() if page.file}
    assert len(written) == len(shipped.library.entries) + 1  # the statement of accessibility
    assert written <= reached


def test_every_link_within_the_site_leads_to_a_page_and_a_section_that_exist(
    shipped_site: pipeline.Site, html: Callable[[str], Element]
) -> None:
    trees = {page.address: html(page.main) for page in shipped_site.pages}
    anchors = {
        address: {str(element.get("id")) for element in tree.iter()}
        for address, tree in trees.items()
    }
    lost = []
    for address, tree in trees.items():
        for link in tree.iter("a"):
            whole = urljoin(SITE + address, link.get("href", ""))
            if whole.startswith(SITE):
                path, _, anchor = whole.removeprefix(SITE).partition("#")
                known = {"", *anchors.get(path, ())}
                if path not in shipped_site.files and anchor not in known and "=" not in anchor:
                    lost.append((address, whole))
                if path not in trees and path not in shipped_site.files:
                    lost.append((address, whole))
    assert lost == []


@pytest.mark.parametrize("name", FIVE)
def test_the_first_five_cases_are_complete_and_every_claim_of_theirs_has_its_source(
    shipped: pipeline.Reading, name: str
) -> None:
    case = shipped.library.cases[name]
    assert case.sheet
    assert case.sheet.state in {"complete", "relue"}
    for items in (
        case.goals,
        case.exchanges,
        case.timeline,
        case.results,
        case.means,
        case.lessons,
    ):
        assert all(item.source for item in items), name
    assert case.challenges
    assert case.levers or case.brakes
