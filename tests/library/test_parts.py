"""Texts link to the pages that nobody wrote by hand: lists, tools, help."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from passerelles import addresses, pipeline
from passerelles.records import Kind


def page(text: str) -> dict[str, str]:
    return {"content/guide.md": f"# Guide\n\n{text}\n"}


@pytest.mark.parametrize(
    ("written", "href", "words"),
    [
        ("[[page:glossaire]]", "../glossaire/", "Glossaire"),
        ("[[page:panier|le panier]]", "../echanges/panier/", "le panier"),
        ("[[page:accueil]]", "../", "Accueil"),
        ("[[page:champs]]", "../aide/champs/", "Les champs des fiches"),
    ],
)
def test_a_text_links_to_a_part_of_the_site(
    page_of: Callable[..., Element], written: str, href: str, words: str
) -> None:
    link = page_of("guide/", page(f"Voir {written}.")).find(".//div[@class='recit']//a")
    assert link is not None
    assert (link.get("href"), link.text) == (href, words)


@pytest.mark.parametrize("name", addresses.PARTS)
def test_every_part_that_can_be_linked_has_a_page_of_that_name(
    shipped_site: pipeline.Site, name: str
) -> None:
    label, address = addresses.PARTS[name]
    titles = {page.address: page.title for page in shipped_site.pages}
    assert titles[address].startswith(label)
    assert addresses.of_record(Kind.PAGE, name) == address


def test_a_part_that_does_not_exist_is_an_error_with_the_nearest_one(
    reading_of: Callable[..., pipeline.Reading],
) -> None:
    (problem,) = reading_of(page("Voir [[page:glosaire]].")).problems
    assert problem.code == "reference-inconnue"
    assert problem.facts["propose"] == "glossaire"
    assert problem.place.file == "content/guide.md"


def test_a_record_that_bears_the_name_of_a_part_keeps_its_links(
    page_of: Callable[..., Element],
) -> None:
    concept = {"terme": "Échanges", "schema": "notion", "definition": "Un mot."}
    changes = page("[[echanges]] et [[page:echanges]]") | {"glossary/echanges.yml": concept}
    links = page_of("guide/", changes).findall(".//div[@class='recit']/p/a")
    hrefs = [link.get("href") for link in links]
    assert hrefs[:2] == ["../glossaire/echanges/", "../echanges/"]


@pytest.mark.parametrize("name", ["panier", "charte", "glossaire"])
def test_no_page_written_by_hand_takes_the_name_of_a_part(
    found_in: Callable[..., list[tuple[str, object]]], name: str
) -> None:
    found = found_in({f"content/{name}.md": "# Titre\n\nDu texte.\n"})
    assert [code for code, _ in found] == ["nom-reserve"]


def test_the_guide_names_every_part_that_can_be_linked(root: Path) -> None:
    guide = (root / "CONTRIBUTING.md").read_text("utf-8")
    assert [name for name in addresses.PARTS if f"`[[page:{name}]]`" not in guide] == []
