"""The addresses of all pages, for search engines."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree as ET

from passerelles import pipeline
from passerelles.addresses import Addresses
from passerelles.library import Library

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
FORMER = {"cases/pacte.yml": {"anciens_identifiants": ["contrat-bois"]}}


def test_it_lists_every_page_but_those_that_have_moved(
    site_of: Callable[..., pipeline.Site],
) -> None:
    site = site_of(FORMER)
    tree = ET.fromstring(site.files["sitemap.xml"])  # noqa: S314 - ours
    listed = [place.text for place in tree.iterfind(f"{NAMESPACE}url/{NAMESPACE}loc")]
    pages = {page.address for page in site.pages}
    assert "cas/contrat-bois/" in pages
    kept = [page.address for page in site.pages if page.address != "cas/contrat-bois/"]
    assert listed == [f"https://exemple.fr/base/{address}" for address in kept]


def test_it_tells_no_date(site_of: Callable[..., pipeline.Site]) -> None:
    assert "lastmod" not in site_of().files["sitemap.xml"]


def test_there_is_none_where_the_address_of_the_site_is_not_known(
    library_of: Callable[..., Library],
) -> None:
    assert "sitemap.xml" not in pipeline.publish(library_of(), Addresses()).files
