"""The addresses of all pages, for search engines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import escape

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.pages import Leaf


def sitemap_files(leaves: Iterable[Leaf], links: Addresses) -> Mapping[str, str]:
    """The text of the sitemap by its address; none where the site's own address is not known.

    It tells no dates: that of a build says nothing about a page.
    """
    if not links.site:
        return {}
    lines = (
        f"<url><loc>{escape(links.canonical(leaf.address))}</loc></url>\n"
        for leaf in leaves
        if not leaf.moved
    )
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{''.join(lines)}</urlset>\n"
    )
    return {addresses.SITEMAP: text}
