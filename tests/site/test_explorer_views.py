"""The views of what was found, what one may take away from them, and the comparison."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from passerelles import pipeline

from .explored import cases, drawn

Visit = Callable[..., Page]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("width", "view"),
    [(1440, "cartes"), (390, "cartes")]
    + [(width, view) for width in (320, 1440) for view in ("tableau", "carte", "frise")],
)
def test_no_view_has_a_barrier(visit: Visit, scheme: str, width: int, view: str) -> None:
    size = {"width": width, "height": 900}
    page = drawn(visit(f"explorer/?q=energie&vue={view}", viewport=size, color_scheme=scheme))
    violations = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_comparison_has_no_barrier_and_marks_what_is_common(visit: Visit) -> None:
    page = drawn(visit("comparer/?cas=tera&cas=cairn", viewport={"width": 1440, "height": 900}))
    assert page.locator("thead [data-case]").count() == 2
    expect(page.locator("tr", has_text="Thématiques").locator(".commun").first).to_contain_text(
        "Développement économique"
    )
    assert Axe().run(page).response["violations"] == []


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_the_comparison_is_never_wider_than_the_window(visit: Visit, width: int) -> None:
    for query in ("?cas=brest-cob&cas=tera", "?cas=brest-cob&cas=tera&cas=cairn&cas=catl"):
        page = drawn(visit(f"comparer/{query}", viewport={"width": width, "height": 844}))
        assert page.locator("tbody td").count() > 0
        assert page.evaluate("document.documentElement.scrollWidth") <= width, query


@pytest.mark.parametrize("width", [390, 1440])
def test_the_names_of_compared_cases_stay_in_sight(visit: Visit, width: int) -> None:
    for query in ("?cas=brest-cob&cas=tera", "?cas=brest-cob&cas=tera&cas=cairn&cas=catl"):
        page = drawn(visit(f"comparer/{query}", viewport={"width": width, "height": 844}))
        page.locator("tbody th").last.scroll_into_view_if_needed()
        expect(page.locator("thead a").first).to_be_in_viewport(ratio=0.9)


@pytest.mark.parametrize("query", ["", "?cas=tera", "?cas=nulle&cas=<b>", "?cas=%"])
def test_fewer_than_two_cases_to_compare_say_what_to_do(visit: Visit, query: str) -> None:
    page = drawn(visit(f"comparer/{query}"))
    expect(page.locator("[data-etat]")).to_contain_text("choisissez de deux à quatre cas")


def test_every_view_shows_the_same_cases(visit: Visit) -> None:
    pages = [
        drawn(visit(f"explorer/?thematique=energie&vue={view}"))
        for view in ("cartes", "tableau", "carte", "frise")
    ]
    shown = [sorted(cases(page)) for page in pages]
    assert shown[0]
    assert all(each == shown[0] for each in shown)


def test_a_heading_of_the_table_sorts(visit: Visit) -> None:
    page = drawn(visit("explorer/?vue=tableau"))
    heading = page.get_by_role("columnheader", name="Cas")
    heading.get_by_role("button").click()
    drawn(page)
    up = cases(page)
    page.get_by_role("columnheader", name="Cas").get_by_role("button").click()
    drawn(page)
    assert cases(page) == up[::-1]


def test_picked_cases_are_compared_and_exported(visit: Visit) -> None:
    page = drawn(visit("explorer/?q=monnaie+locale"))
    for name in ("cairn", "tera"):
        page.locator(f"[data-case={name}] input[name=choix]").check()
    expect(page.locator("[data-emporter]")).to_contain_text("2\u00a0cas choisis")
    with page.expect_download() as download:
        page.get_by_role("button", name="JSON").click()
    data = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert [case["id"] for case in data["cas"]] == ["cairn", "tera"]
    assert data["cas"][1]["url"].endswith("/cas/tera/")
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    lines = Path(download.value.path()).read_text("utf-8-sig").splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("id;titre;url;resume;thematique")
    page.get_by_role("link", name="Comparer").click()
    drawn(page)
    assert page.locator("thead [data-case]").count() == 2


def test_pointing_at_a_choice_leaves_what_was_picked(
    visit: Visit, shipped: pipeline.Reading
) -> None:
    page = drawn(visit("explorer/?q=monnaie+locale"))
    box = page.locator("[data-case=cairn] input[name=choix]")
    box.check()
    theme = str(shipped.library.cases["cairn"].themes[0])
    page.locator(f"input[name=thematique][value={theme}]").dispatch_event("pointerover")
    page.evaluate("new Promise(done => requestIdleCallback(done))")
    expect(box).to_be_checked()
