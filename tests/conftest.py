"""What many tests stand on: the shipped base, small bases made to measure, and HTML as a tree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder

import pytest
import yaml
from hypothesis import settings

from passerelles import pipeline
from passerelles.addresses import Addresses
from passerelles.library import Library
from passerelles.problems import Place

# A busy machine is no failure. The same commit is tried with the same examples wherever it is
# tested; new ones are looked for by `make fuzz`.
settings.register_profile("passerelles", deadline=None, derandomize=True)
settings.register_profile("fuzz", deadline=None, max_examples=1_000, print_blob=True)
settings.register_profile("mutants", deadline=None, max_examples=10, derandomize=True)
settings.load_profile("passerelles")

ROOT = Path(__file__).parents[1]
LONGEST = "test_every_page.py"
"""The file of tests that takes longest by far: the others are done meanwhile."""
TODAY = date(2026, 11, 21)
LINKS = Addresses(site="https://exemple.fr/base/", source="https://forge.fr/edit/main/")

Changes = Mapping[str, Any]
"""What a base has instead of the small one: a text, a record, or some keys of it, by file."""

SMALL: Mapping[str, Mapping[str, Any]] = {
    "cases/pacte.yml": {
        "titre": "Un pacte pour le bois",
        "resume": "Une ville et sa campagne se chauffent ensemble.",
        "statut": "en_cours",
        "territoires": ["ville", "campagne"],
        "thematiques": ["energie"],
        "sources": ["note-2019"],
    },
    "cases/foire.yml": {
        "titre": "La foire aux semences",
        "resume": "Des jardiniers échangent des graines.",
        "statut": "acheve",
        "territoires": ["campagne"],
        "thematiques": ["agriculture"],
        "sources": ["note-2019"],
    },
    "glossary/energie.yml": {
        "terme": "Énergie",
        "schema": "thematique",
        "definition": "Ce qui chauffe et fait avancer.",
    },
    "glossary/agriculture.yml": {
        "terme": "Agriculture",
        "schema": "thematique",
        "definition": "Ce qui nourrit.",
    },
    "territories/ville.yml": {"nom": "Villeneuve", "type": "autre", "pays": "FR"},
    "territories/campagne.yml": {"nom": "Pays des Collines", "type": "pays", "pays": "FR"},
    "sources/note-2019.yml": {
        "titre": "Note sur les échanges",
        "editeur": "Cap Rural",
        "date": "2019",
        "type": "note",
    },
}
"""A valid base of two cases, by file; no text in it names a term."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that no processor is idle at the end."""
    items.sort(key=lambda item: item.path.name != LONGEST)


@pytest.fixture(scope="session")
def make_base(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Write the small base with changes, and give its root.

    A text stands for the whole file, a mapping for some keys of a record, None for nothing: the
    file, or the key, is left out.
    """

    def make(changes: Changes | None = None) -> Path:
        root = tmp_path_factory.mktemp("base")
        for file, content in (SMALL | dict(changes or {})).items():
            text = content
            if isinstance(content, Mapping):
                record = {**SMALL.get(file, {}), **content}
                kept = {key: value for key, value in record.items() if value is not None}
                text = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=1000)
            if text is not None:
                path = root / file
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text.encode())
        return root

    return make


@pytest.fixture(scope="session")
def reading_of(make_base: Callable[..., Path]) -> Callable[..., pipeline.Reading]:
    """Read the small base with changes."""
    return lambda changes=None, today=None: pipeline.read(make_base(changes), today)


@pytest.fixture(scope="session")
def found_in(reading_of: Callable[..., pipeline.Reading]) -> Callable[..., list[tuple[str, Place]]]:
    """Code and place of every problem of the small base with changes."""

    def found(changes: Changes | None = None, today: date | None = None) -> list[tuple[str, Place]]:
        return [(each.code, each.place) for each in reading_of(changes, today).problems]

    return found


@pytest.fixture(scope="session")
def library_of(reading_of: Callable[..., pipeline.Reading]) -> Callable[..., Library]:
    """The library of the small base with changes, which must hold no error."""

    def library(changes: Changes | None = None) -> Library:
        reading = reading_of(changes)
        assert reading.publishable, reading.problems
        return reading.library

    return library


@pytest.fixture(scope="session")
def site_of(library_of: Callable[..., Library]) -> Callable[..., pipeline.Site]:
    """The site of the small base with changes."""
    return lambda changes=None: pipeline.publish(library_of(changes), LINKS)


@pytest.fixture(scope="session")
def page_of(site_of: Callable[..., pipeline.Site]) -> Callable[..., Element]:
    """The page at an address in the small base with changes, as a tree."""

    def page(address: str, changes: Changes | None = None) -> Element:
        pages = {page.address: page for page in site_of(changes).pages}
        return tree_of(pages[address].main)

    return page


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of this repository."""
    return ROOT


@pytest.fixture(scope="session")
def shipped() -> pipeline.Reading:
    """The base of this repository, read once, as on a fixed day."""
    return pipeline.read(ROOT, TODAY)


@pytest.fixture(scope="session")
def shipped_site(shipped: pipeline.Reading) -> pipeline.Site:
    """The site of the base of this repository."""
    return pipeline.publish(shipped.library, LINKS)


@pytest.fixture(scope="session")
def html() -> Callable[[str], Element]:
    """Read HTML as a tree; what is not well nested fails."""
    return tree_of


@pytest.fixture(scope="session")
def words() -> Callable[[Element], str]:
    """The words of an element, every space in them an ordinary one."""
    return lambda element: " ".join("".join(element.itertext()).split())


def tree_of(html: str) -> Element:
    """Read a piece of HTML, put into a `<body>`."""
    parser = _StrictParser()
    parser.feed(html)
    parser.close()
    return parser.tree()


class _StrictParser(HTMLParser):
    """Builds a tree, and refuses what a browser would have to mend."""

    void = frozenset({"br", "hr", "img", "input", "link", "meta"})
    blocks = frozenset(
        {"article", "aside", "blockquote", "div", "dl", "figure", "footer", "h1", "h2", "h3", "h4"}
        | {"h5", "h6", "header", "hr", "nav", "ol", "p", "pre", "section", "table", "ul"}
    )
    phrasing = frozenset({"a", "code", "em", "h1", "h2", "h3", "h4", "h5", "h6", "p"}) | {
        "span",
        "strong",
        "sup",
    }
    """Elements in which no block may stand, here."""

    def __init__(self) -> None:
        super().__init__()
        self.builder = TreeBuilder()
        self.builder.start("body", {})
        self.open = ["body"]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice: {names}"
        holders = self.phrasing.intersection(self.open)
        assert not (tag in self.blocks and holders), f"<{tag}> in {holders}"
        assert not (tag == "a" and "a" in self.open), "a link in a link"
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in self.void:
            self.builder.end(tag)
        else:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.void:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop(), f"</{tag}> closes nothing"
        self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        self.builder.data(data)

    def tree(self) -> Element:
        assert self.open == ["body"], f"never closed: {self.open}"
        self.builder.end("body")
        return self.builder.close()
