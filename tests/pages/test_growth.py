"""No page grows with the number of cases: what is in plenty goes on elsewhere."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import pytest

from passerelles import addresses, pipeline
from passerelles.addresses import Addresses
from passerelles.library import Key, Library
from passerelles.records import Kind
from passerelles.search import FACETS

SITE = "https://exemple.fr/"
SMALLER, LARGER = 200, 600
ROOM, SPARE = 1.1, 5_000
"""How much larger than in the smaller base the largest page of a family may be, as a factor and in
bytes: titles differ, and the page of a small record fills up to its share."""
MOST = 200_000
"""Bytes that no page exceeds."""


@pytest.fixture(scope="module")
def grown(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[int, pipeline.Reading]:
    """Bases of two sizes, put together from the shipped one."""

    def read(cases: int) -> pipeline.Reading:
        folder = tmp_path_factory.mktemp(f"cases-{cases}")
        command = [sys.executable, "-m", "bench.corpus", str(folder), "--cases", str(cases)]
        subprocess.run(command, cwd=root, check=True, timeout=120)
        return pipeline.read(folder)

    return {cases: read(cases) for cases in (SMALLER, LARGER)}


@pytest.fixture(scope="module")
def sites(grown: Mapping[int, pipeline.Reading]) -> Mapping[int, pipeline.Site]:
    """The sites of both."""
    links = Addresses(site=SITE)
    return {cases: pipeline.publish(each.library, links) for cases, each in grown.items()}


def family(address: str) -> str:
    """A list and its pages; the records below it, and theirs; any other page by itself."""
    parts = address.split("/")[:-1]
    if not parts or parts[0] not in {"cas", "glossaire", "territoires", "sources", "echanges"}:
        return address
    return parts[0] if len(parts) == 1 or parts[1] == "page" else f"{parts[0]}, below"


def largest(site: pipeline.Site) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for page in site.pages:
        size = len(f"{page.header}{page.main}{page.footer}".encode())
        found[family(page.address)] = max(size, found.get(family(page.address), 0))
    return found


def test_three_times_as_many_cases_make_no_page_larger(
    sites: Mapping[int, pipeline.Site],
) -> None:
    smaller, larger = largest(sites[SMALLER]), largest(sites[LARGER])
    assert set(smaller) == set(larger)
    grown = {
        name: (smaller[name], larger[name])
        for name in smaller
        if larger[name] > ROOM * smaller[name] + SPARE
    }
    assert grown == {}
    assert max(larger.values()) <= MOST


def test_every_page_but_a_tool_can_be_reached_by_links_alone(
    sites: Mapping[int, pipeline.Site], html: Callable[[str], Element]
) -> None:
    pages = {f"{SITE}{page.address}": page for page in sites[SMALLER].pages}
    reached, waiting = {SITE}, [SITE]
    while waiting:
        here = waiting.pop()
        page = pages[here]
        for part in (page.header, page.main, page.footer):
            for link in html(part).iter("a"):
                to = urljoin(here, link.get("href", "")).split("#")[0].split("?")[0]
                if to in pages and to not in reached:
                    reached.add(to)
                    waiting.append(to)
    assert set(pages) - reached == {f"{SITE}{addresses.COMPARE}"}, "which the explorer opens"


def test_whatever_uses_a_concept_stands_on_its_page_or_those_that_continue_it(
    grown: Mapping[int, pipeline.Reading],
    sites: Mapping[int, pipeline.Site],
    html: Callable[[str], Element],
) -> None:
    library = grown[LARGER].library
    name = max(library.concepts, key=lambda each: len(_cases(library, each)))
    home = f"glossaire/{name}/"
    pages = [page for page in sites[LARGER].pages if page.address.startswith(home)]
    assert len(pages) > 1
    assert pages[1].title == f"{library.concepts[name].term}, page 2 sur {len(pages)}"
    found = {
        urljoin(f"{SITE}{page.address}", link.get("href", "")).split("#")[0]
        for page in pages
        for link in html(page.main).iter("a")
    }
    assert {f"{SITE}cas/{case}/" for case in _cases(library, name)} <= found
    explorer = f"{SITE}explorer/?{library.concepts[name].scheme.value}={name}"
    assert explorer in found


def test_the_explorer_of_many_cases_begins_all_lists_and_leads_to_their_ends(
    grown: Mapping[int, pipeline.Reading],
    sites: Mapping[int, pipeline.Site],
    html: Callable[[str], Element],
) -> None:
    library = grown[LARGER].library
    pages = {f"{SITE}{page.address}": page for page in sites[LARGER].pages}
    explorer = f"{SITE}{addresses.EXPLORER}"
    shown = [each.get("data-case") for each in html(pages[explorer].main).iter("li")]
    assert len([case for case in shown if case]) == 20
    lists = {f"{SITE}{address}" for address in addresses.LISTS.values()}
    found, waiting = set(), [explorer]
    for here in waiting:
        for link in html(pages[here].main).iter("a"):
            to = urljoin(here, link.get("href", "")).split("#")[0]
            if to in found:
                continue
            found.add(to)
            if to in pages and (to in lists or "/page/" in to):
                waiting.append(to)
    values = [each.key for facet in FACETS for each in facet.values(library).values() if each.key]
    wanted = [Key(Kind.CASE, name) for name in library.cases]
    wanted += [key for key in values if library.cases_of(key)]
    assert len(wanted) > 2 * LARGER // 3
    missing = {f"{SITE}{addresses.of_record(key.kind, key.id)}" for key in wanted} - found
    assert missing == set()


def _cases(library: Library, name: str) -> tuple[str, ...]:
    return library.cases_of(Key(Kind.CONCEPT, name))
