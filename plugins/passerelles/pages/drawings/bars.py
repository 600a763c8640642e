"""Bars of quantities that may be compared: what is there full, what is only aimed at in outline."""

from __future__ import annotations

from markupsafe import Markup

from passerelles.pages.markup import filled

LENGTH, HEIGHT = 100, 4
"""A bar is stretched to the room that it has: its length counts in hundredths of it."""

BAR = (
    '<svg class="barre" viewBox="0 0 {length} {height}" preserveAspectRatio="none" '
    'aria-hidden="true"><rect class="barre-fond" width="{length}" height="{height}"/>'
    '<rect class="{name}" width="{part}" height="{height}"/></svg>'
)
"""Hidden from who cannot see it: the quantity stands beside it in words."""


def bar(share: float) -> Markup:
    """A quantity beside others: its share of the greatest, from 0 to 1."""
    return _drawn("barre-part", share)


def aimed_bar(share: float) -> Markup:
    """The share of a whole that is to be reached, from 0 to 1."""
    return _drawn("barre-visee", share)


def _drawn(name: str, share: float) -> Markup:
    part = f"{share * LENGTH:.1f}".removesuffix(".0")
    return filled(BAR, length=LENGTH, height=HEIGHT, name=name, part=part)
