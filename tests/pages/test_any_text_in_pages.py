"""What editors may write: hostile texts stay texts, long ones nest well, empty ones vanish."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings

from passerelles import pipeline
from passerelles.addresses import Addresses
from passerelles.library import Library

from .hostile import ANY, HOSTILE, Sort, base_with, harmless, hostile

BLOCKS = (
    "Un paragraphe. [@note-2019 § 1]\n\n# Notes\n\nUn autre\\\nsuite.\n\n- un\n- deux\n\n> cité\n\n"
    "# Défis\n\n1. un\n\n   deux\n\n```\ncode\n```\n\n# Notes"
)
"""A rich text with every block there is, whose headings have the names of parts of the page."""
FORBIDDEN = frozenset({"base", "embed", "iframe", "link", "meta", "object", "script", "style"})
TOOLS = frozenset({"explorer/", "comparer/", "echanges/panier/"})
"""Pages on which scripts fill what is empty."""
FILLED = frozenset(
    {"aside", "blockquote", "caption", "dd", "dl", "dt", "figure", "footer", "h1", "h2", "h3", "h4"}
    | {"header", "li", "nav", "ol", "p", "pre", "section", "span", "sup", "table", "ul"}
)
"""Elements that say that something stands in them."""


def parts_of(site: pipeline.Site, html: Callable[[str], Element]) -> Iterator[tuple[str, Element]]:
    for page in (*site.pages, site.missing):
        for part in (page.header, page.main, page.footer):
            yield page.address, html(part)


def everywhere(full: Mapping[str, Any], text: str) -> tuple[dict[str, Any], set[str]]:
    """The full base with one text in all fields, and the words by which each line is known."""
    numbers = count()
    written: set[str] = set()

    def said(sort: Sort) -> str:
        word = f"zz{next(numbers)}zz"
        written.update({word} if sort is Sort.LINE else ())
        return hostile(text, sort, word)

    changes = base_with(full, said)
    changes["content/a-propos.md"] = f"# À propos {text}\n\n{hostile(text, Sort.RICH)}\n"
    return changes, written


def structure_of(site: pipeline.Site, html: Callable[[str], Element]) -> Counter[Any]:
    """How many elements of each sort there are on each page.

    What is drawn depends on widths, and who stands beside whom on the alphabet.
    """
    found: Counter[Any] = Counter()
    for address, tree in parts_of(site, html):
        beside = tree.findall(".//nav[@class='voisins']")
        drawn = {id(element) for part in (*tree.iter("svg"), *beside) for element in part.iter()}
        for element in tree.iter():
            if id(element) not in drawn:
                found[address, element.tag, tuple(sorted(element.attrib))] += 1
    return found


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_text_wherever_it_is_written(
    full: Mapping[str, Any],
    site_of: Callable[..., pipeline.Site],
    html: Callable[[str], Element],
    text: str,
) -> None:
    changes, written = everywhere(full, text)
    site = site_of(changes)
    shown: set[str] = set()
    for address, tree in parts_of(site, html):
        for element in tree.iter():
            assert element.tag not in FORBIDDEN, address
            assert not [name for name in element.attrib if name.startswith("on")], address
            href = element.get("href", "").strip().lower()
            assert not href.startswith(("javascript:", "data:")), address
            shown.update(word for word in written if word in str(element.attrib))
        shown.update(word for word in written if word in "".join(tree.itertext()))
    assert written == shown, "every text is shown somewhere"
    letters = "".join(char if char.isalnum() else "m" for char in text)
    assert structure_of(site, html) == structure_of(site_of(everywhere(full, letters)[0]), html)


@settings(max_examples=15)
@given(ANY)
def test_any_text_makes_the_same_pages_as_a_harmless_one(
    full: Mapping[str, Any],
    site_of: Callable[..., pipeline.Site],
    html: Callable[[str], Element],
    text: str,
) -> None:
    made, expected = (
        structure_of(site_of(everywhere(full, each)[0]), html) for each in (text, harmless(text))
    )
    assert made == expected


def test_texts_of_many_blocks_nest_well_wherever_they_stand(
    full: Mapping[str, Any],
    site_of: Callable[..., pipeline.Site],
    html: Callable[[str], Element],
) -> None:
    changes = base_with(full, lambda sort: BLOCKS if sort is Sort.RICH else None)
    changes["sessions/journee.yml"]["objectifs"] = [BLOCKS, BLOCKS]
    changes["content/a-propos.md"] = f"# À propos\n\n{BLOCKS}\n\n## Contenu\n\n## Note 1\n"
    for address, tree in parts_of(site_of(changes), html):
        anchors = [element.get("id") for element in tree.iter() if element.get("id") is not None]
        assert "" not in anchors, address
        assert sorted(anchors) == sorted(set(anchors)), address
        assert FORBIDDEN.isdisjoint(element.tag for element in tree.iter())


@pytest.mark.parametrize("links", [Addresses(), Addresses(source="https://forge.fr/edit/")])
def test_what_is_not_filled_leaves_no_trace(
    library_of: Callable[..., Library],
    html: Callable[[str], Element],
    words: Callable[[Element], str],
    links: Addresses,
) -> None:
    changes = {
        "sessions/jour.yml": {"titre": "Un jour", "date": "2020"},
        "sources/seule.yml": {"titre": "Seule", "editeur": "X", "date": "2020", "type": "note"},
        "glossary/seul.yml": {"terme": "Seul", "schema": "notion", "definition": "Un mot."},
        "territories/seul.yml": {"nom": "Seul", "type": "autre", "pays": "FR"},
        "content/vide.md": "# Vide\n",
    }
    for address, tree in parts_of(pipeline.publish(library_of(changes), links), html):
        for element in tree.iter() if address not in TOOLS else ():
            spoken = element.get("role") == "status"  # filled when there is something to tell
            if element.tag in FILLED and not element.get("aria-hidden") and not spoken:
                holds = words(element) or element.find(".//img") is not None
                assert holds, (address, element.tag, element.attrib)
        assert len(tree.findall(".//h1")) <= 1


def test_a_minimal_case_has_no_sections_but_its_own(
    page_of: Callable[..., Element], words: Callable[[Element], str]
) -> None:
    page = page_of("cas/foire/", {"cases/pacte.yml": None, "territories/ville.yml": None})
    assert [words(heading) for heading in page.iter("h2")] == [
        "Pays des Collines",
        "Sources",
        "Cette fiche",
    ]
    assert page.find(".//sup") is None
    assert page.find(".//*[@id='notes']") is None
    assert "None" not in words(page)


@pytest.mark.parametrize(
    "names", [("Cap Rural", "Cap rural"), ("Cap-Rural", "Cap Rural"), ("…", "—")]
)
def test_groups_of_a_list_have_anchors_of_their_own(
    page_of: Callable[..., Element], names: tuple[str, str]
) -> None:
    source = {"titre": "Une autre note", "date": "2020", "type": "note"}
    page = page_of(
        "sources/",
        {
            "sources/note-2019.yml": {"editeur": names[0]},
            "sources/note-2020.yml": {**source, "editeur": names[1]},
        },
    )
    anchors = [element.get("id") for element in page.iter() if element.get("id") is not None]
    assert "" not in anchors
    assert sorted(anchors) == sorted(set(anchors))
