"""The criteria of the RGAA, the French rules of accessibility; ORIGINE.md says where from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["VERSION", "RgaaCriterion", "criteria"]

VERSION = "4.1.2"


@dataclass(frozen=True, slots=True)
class RgaaCriterion:
    """One criterion, as the RGAA words it."""

    number: str
    """Theme and rank: `8.3`."""
    theme: str
    wording: str


@cache
def criteria() -> Mapping[str, RgaaCriterion]:
    """Every criterion by its number, in the order of the RGAA."""
    text = files(__name__).joinpath("criteres.tsv").read_text(encoding="utf-8")
    rows = (RgaaCriterion(*line.split("\t")) for line in text.splitlines()[1:])
    return MappingProxyType({row.number: row for row in rows})
