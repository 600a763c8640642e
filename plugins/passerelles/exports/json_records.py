"""The records as JSON: `cas.json`, `glossaire.json`, `territoires.json`, `sources.json`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Key, Library
from passerelles.records import Kind, RecordModel

FILES = {
    Kind.CASE: ("cas.json", "cas"),
    Kind.CONCEPT: ("glossaire.json", "concepts"),
    Kind.TERRITORY: ("territoires.json", "territoires"),
    Kind.SOURCE: ("sources.json", "sources"),
}
"""The file of each kind, and the key under which its records stand in it."""


def json_files(library: Library, links: Addresses) -> Mapping[str, str]:
    """Give each file's text by its address."""
    return {
        addresses.of_data(name): _listed(
            list_name,
            (_record(library, links, key) for key in library.entries if key.kind is kind),
        )
        for kind, (name, list_name) in FILES.items()
    }


def _listed(name: str, records: Iterable[dict[str, Any]]) -> str:
    """A file of records, as `json.dumps` writes it; but it holds one record at a time."""
    texts = (json.dumps(record, ensure_ascii=False, indent=1) for record in records)
    items = ",\n  ".join(text.replace("\n", "\n  ") for text in texts)
    return f'{{\n "{name}": [\n  {items}\n ]\n}}' if items else f'{{\n "{name}": []\n}}'


def _record(library: Library, links: Addresses, key: Key) -> dict[str, Any]:
    """Identifier, address, then the keys of the file in their order; references as identifiers."""
    record = library[key]
    if not isinstance(record, RecordModel):
        raise TypeError(key)
    values = record.model_dump(mode="json", by_alias=True, exclude_unset=True)
    ordered = {name: values[name] for name in library.entries[key].keys}
    url = links.canonical(addresses.of_record(key.kind, key.id))
    return {"id": key.id, "url": url, **ordered}
