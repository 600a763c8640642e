"""The document around every page, and what a record may not do to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from passerelles import pipeline
from passerelles.pages import HOLES, Frame

DOCUMENT = (
    '<!doctype html><link href="{base}/style.css">{head}<title>{title} · Essai</title>'
    "{header}<main>{main}</main>{footer}"
).format(**HOLES)
"""What a theme prints."""


@pytest.fixture
def site(site_of: Callable[..., pipeline.Site]) -> pipeline.Site:
    return site_of()


def test_every_page_puts_its_own_into_the_holes_of_the_document(site: pipeline.Site) -> None:
    frame = Frame.cut(DOCUMENT)
    for page in (*site.pages, site.missing):
        document = frame.around(page)
        assert document.startswith("<!doctype html>")
        assert f"{page.head}<title>" in document
        assert document.endswith(f"{page.header}<main>{page.main}</main>{page.footer}")
        assert not any(mark in document for mark in HOLES.values())


@pytest.mark.parametrize(
    ("address", "link"),
    [("", "./style.css"), ("cas/", "../style.css"), ("cas/pacte/", "../../style.css")],
)
def test_links_of_the_theme_lead_from_every_depth_to_the_root(
    site: pipeline.Site, address: str, link: str
) -> None:
    page = next(page for page in site.pages if page.address == address)
    assert f'<link href="{link}">' in Frame.cut(DOCUMENT).around(page)


@pytest.mark.parametrize(("root", "link"), [("/base/", "/base/style.css"), ("/", "/style.css")])
def test_links_of_the_theme_begin_at_the_root_of_the_server_where_no_page_is(
    site: pipeline.Site, root: str, link: str
) -> None:
    missing = replace(site.missing, root=root)
    assert f'<link href="{link}">' in Frame.cut(DOCUMENT).around(missing)


def test_a_title_is_text_wherever_it_stands(site: pipeline.Site) -> None:
    page = replace(next(site.pages), title='</title><script>"&')
    document = Frame.cut(DOCUMENT).around(page)
    assert "<title>&lt;/title&gt;&lt;script&gt;&#34;&amp; · Essai</title>" in document


def test_no_record_opens_a_hole(site_of: Callable[..., pipeline.Site]) -> None:
    forged = HOLES["footer"]
    case = {"titre": f"Un pacte {forged}", "resume": f"Du bois {forged}.", "defis": forged}
    site = site_of({"cases/pacte.yml": case})
    page = next(page for page in site.pages if page.address == "cas/pacte/")
    document = Frame.cut(DOCUMENT).around(page)
    assert document.count('<footer class="pied">') == 1
    assert forged in document
