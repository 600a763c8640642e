"""How a type of value refuses what it is given: with a code of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic_core import PydanticCustomError

from passerelles.records.tree import Text


def wrong(code: str, fix: str | None = None, **facts: str) -> PydanticCustomError:
    """An error that carries a code of the catalogue, its facts and its mend."""
    return PydanticCustomError(code, "{code}", {"code": code, "facts": facts, "fix": fix})


def wrong_items(code: str, facts: Mapping[int, Mapping[str, str]]) -> PydanticCustomError:
    """The same for several items of a list: the facts of each by its position."""
    return PydanticCustomError(code, "{code}", {"items": facts})


def text_of(value: object) -> Text:
    """The scalar itself; refuses lists, mappings and blank texts."""
    if not isinstance(value, Text):
        raise wrong("texte-attendu", trouve="une liste" if isinstance(value, list) else "un bloc")
    if not value.strip():
        raise wrong("valeur-vide")
    return value
