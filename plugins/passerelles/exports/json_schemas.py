"""The model as JSON Schemas: what an editor's program needs to complete and explain keys."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from passerelles import addresses
from passerelles.records import MODELS, Kind

NAMES = {
    Kind.CASE: "cas",
    Kind.CONCEPT: "glossaire",
    Kind.TERRITORY: "territoires",
    Kind.SOURCE: "sources",
    Kind.SESSION: "sessions",
}


def schemas() -> Mapping[str, str]:
    """The text of each schema by the name of its file."""
    return {f"{NAMES[kind]}.json": _schema(kind) for kind in MODELS}


def schema_files() -> Mapping[str, str]:
    """The text of each schema by its address."""
    return {addresses.of_schema(name): text for name, text in schemas().items()}


def _schema(kind: Kind) -> str:
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **MODELS[kind].model_json_schema(by_alias=True),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
