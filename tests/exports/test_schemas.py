"""The schemas by which an editor's program completes keys accept what the base accepts.

That those in the repository are fresh is tested with the other generated files.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from passerelles.exports.json_schemas import schemas
from passerelles.records import MODELS, Kind, choices_of

ROOT = Path(__file__).parents[2]
FILES = {
    Kind.CASE: "cas.json",
    Kind.CONCEPT: "glossaire.json",
    Kind.TERRITORY: "territoires.json",
    Kind.SOURCE: "sources.json",
    Kind.SESSION: "sessions.json",
}
TYPES = {"string": str, "number": (int, float), "integer": int, "object": dict, "array": list}
KNOWN = frozenset(
    {"$defs", "$ref", "$schema", "additionalProperties", "anyOf", "default", "description", "enum"}
    | {"examples", "format", "items", "maxLength", "minItems", "properties", "required", "title"}
    | {"type"}
)
"""The words of JSON Schema that `refusals` understands, or that refuse nothing."""


class _Core(yaml.SafeLoader):
    """Reads scalars as YAML 1.2 does, on which editors' programs stand: without dates."""


_Core.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(("timestamp", "bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def refusals(value: Any, schema: Any, root: Any, at: str) -> Iterator[str]:
    """Why a schema does not accept a value."""
    assert set(schema) <= KNOWN, set(schema) - KNOWN
    if "$ref" in schema:
        yield from refusals(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, at)
    if "anyOf" in schema:
        tries = [list(refusals(value, each, root, at)) for each in schema["anyOf"]]
        yield from min(tries, key=len)
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(isinstance(value, TYPES[name]) for name in types if name in TYPES):
        yield f"{at}: {value!r} is no {types}"
    elif "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is not in {schema['enum']}"
    elif isinstance(value, str) and len(value) > schema.get("maxLength", len(value)):
        yield f"{at}: too long"
    elif isinstance(value, list):
        yield from _refusals_of_items(value, schema, root, at)
    elif isinstance(value, dict):
        yield from _refusals_of_keys(value, schema, root, at)


def _refusals_of_items(value: Any, schema: Any, root: Any, at: str) -> Iterator[str]:
    if len(value) < schema.get("minItems", 0):
        yield f"{at}: too few"
    for index, item in enumerate(value):
        yield from refusals(item, schema.get("items", {}), root, f"{at}[{index}]")


def _refusals_of_keys(value: Any, schema: Any, root: Any, at: str) -> Iterator[str]:
    properties = schema.get("properties", {})
    for name in schema.get("required", []):
        if name not in value:
            yield f"{at}: {name} is missing"
    for name, item in value.items():
        if name in properties:
            yield from refusals(item, properties[name], root, f"{at}.{name}")
        elif schema.get("additionalProperties") is False:
            yield f"{at}: {name} is unknown"


def test_there_is_a_schema_for_each_kind_of_record() -> None:
    assert set(schemas()) == set(FILES.values())


@pytest.mark.parametrize("kind", MODELS)
def test_a_schema_accepts_every_record_of_the_shipped_base(kind: Kind) -> None:
    schema = json.loads(schemas()[FILES[kind]])
    found = []
    for path in sorted((ROOT / kind.folder).glob("*.yml")):
        record = yaml.load(path.read_text("utf-8"), Loader=_Core)  # noqa: S506 - a safe loader
        found += refusals(record, schema, schema, path.name)
    assert found == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("titre", None),
        ("titre", "x" * 141),
        ("statut", "encours"),
        ("inconnu", "x"),
        ("sources", []),
    ],
)
def test_a_schema_refuses_what_the_base_refuses(key: str, value: Any) -> None:
    schema = json.loads(schemas()["cas.json"])
    record = {
        "titre": "Un pacte",
        "resume": "Une phrase.",
        "statut": "en_cours",
        "territoires": ["ville", {"territoire": "campagne", "role": "rural"}],
        "thematiques": ["energie"],
        "sources": ["note-2019 § 1"],
    }
    assert list(refusals(record, schema, schema, "cas")) == []
    assert list(refusals({**record, key: value}, schema, schema, "cas"))


@pytest.mark.parametrize("kind", MODELS)
def test_a_schema_explains_every_key_in_french_with_its_values(kind: Kind) -> None:
    schema = json.loads(schemas()[FILES[kind]])
    model = MODELS[kind]
    assert list(schema["properties"]) == list(model.keys())
    for mapping in (schema, *schema.get("$defs", {}).values()):
        for key, field in mapping.get("properties", {}).items():
            assert field.get("title"), key
            assert str(field.get("description", "")).endswith("."), key
            assert field.get("examples"), key
    for key, info in model.keys().items():
        values = json.dumps(schema["properties"][key])
        missing = [each for each in choices_of(info.annotation) if f'"{each}"' not in values]
        assert "$ref" in values or missing == []
