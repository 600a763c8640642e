"""The declaration of accessibility."""

from __future__ import annotations

from typing import NamedTuple

from passerelles.pages.contexts.pieces import Anchor, Item


class CriterionRow(NamedTuple):
    """A criterion of the RGAA, and what is known of it."""

    number: str
    wording: str
    state: str
    finding: str


class ThemeOfCriteria(NamedTuple):
    """The criteria of one theme."""

    key: str
    title: str
    number: str
    rows: tuple[CriterionRow, ...]


class StatementPage(NamedTuple):
    """What French law wants a site to say of its accessibility, in its order."""

    title: str
    site: Anchor
    """The address of the site, as far as it is known, and the way to its home page."""
    version: str
    """The version of the RGAA."""
    state: str
    auditor: str | None
    """Who made the audit; None while nobody has."""
    share: str
    """How many criteria are respected, in percent."""
    tally: str
    """How many criteria are in each state."""
    themes: tuple[ThemeOfCriteria, ...]
    failing: tuple[str, ...]
    exceptions: tuple[str, ...]
    exempt: tuple[str, ...]
    established: str | None
    updated: str | None
    environments: tuple[str, ...]
    tools: tuple[str, ...]
    sample: tuple[str, ...]
    contact: str | None
    """Where a fault can be told to the publisher."""
    notice: Anchor | None
    """The page with the publisher's address."""
    defender: tuple[Item, ...]
    """Where one turns next."""
    edit: str | None
