"""The names of records: what may be one, and which one was meant."""

from __future__ import annotations

import re

from passerelles.text import fold

MAX_LENGTH = 80
IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*+")
DOCUMENT = re.compile(r"(.*?\b(?:19|20)\d\d)\b[\s,;:]*(.*)|(.*?)[\s,;:]*((?:§|pp?\.|page).*)")
"""A source up to its year, or up to a section or a page; then the place in it."""


def is_identifier(text: str) -> bool:
    """Whether a text may name a record."""
    return len(text) <= MAX_LENGTH and IDENTIFIER.fullmatch(text) is not None


def slug(text: str) -> str:
    """The identifier nearest to a text: `Ville & campagne` gives `ville-campagne`."""
    return _slug(text) or "nom-de-la-fiche"


def meant_identifier(text: str) -> str | None:
    """The identifier that a text was meant to be, or None where it is no name at all."""
    if re.search(r"[/,;]", text):
        return None
    return _slug(text.rpartition(":")[2]) or None


def meant_citation(text: str) -> str | None:
    """The reference that `Cap Rural 2019, § 3.2` was meant to be: `cap-rural-2019 § 3.2`."""
    found = DOCUMENT.fullmatch(text[:300])
    before, after, *others = found.groups() if found else (text, "")
    if before is None:
        before, after = others
    source = meant_identifier(before or "")
    return f"{source} {after}".rstrip() if source else None


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:MAX_LENGTH].rstrip("-")
