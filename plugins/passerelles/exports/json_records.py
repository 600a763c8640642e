"""The records as JSON: `cas.json`, `glossaire.json`, `territoires.json`, `sources.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from typing import Any

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Anew, Key, Library, Maker
from passerelles.records import Kind, RecordModel

FILES = {
    Kind.CASE: ("cas.json", "cas"),
    Kind.CONCEPT: ("glossaire.json", "concepts"),
    Kind.TERRITORY: ("territoires.json", "territoires"),
    Kind.SOURCE: ("sources.json", "sources"),
}
"""The file of each kind, and the key under which its records stand in it."""
NEW_LINE = "\n  "
"""Between the lines of a record: it stands in a list, which stands in an object."""


def json_files(library: Library, links: Addresses, maker: Maker | None = None) -> Mapping[str, str]:
    """Give each file's text by its address."""
    maker = maker or Anew(library)
    files = {}
    for kind, (name, list_name) in FILES.items():
        keys = (key for key in library.entries if key.kind is kind)
        texts = [maker.made(f"json {kind} {key.id}", partial(_text, links, key)) for key in keys]
        listed = f"[\n  {f',{NEW_LINE}'.join(texts)}\n ]" if texts else "[]"
        files[addresses.of_data(name)] = f'{{\n "{list_name}": {listed}\n}}'
    return files


def _text(links: Addresses, key: Key, library: Library) -> str:
    """A record as it stands in its file: two steps further in."""
    text = json.dumps(_record(library, links, key), ensure_ascii=False, indent=1)
    return text.replace("\n", NEW_LINE)


def _record(library: Library, links: Addresses, key: Key) -> dict[str, Any]:
    """Identifier, address, then the keys of the file in their order; references as identifiers."""
    record = library[key]
    if not isinstance(record, RecordModel):
        raise TypeError(key)
    values = record.model_dump(mode="json", by_alias=True, exclude_unset=True)
    ordered = {name: values[name] for name in library.entries[key].keys}
    url = links.canonical(addresses.of_record(key.kind, key.id))
    return {"id": key.id, "url": url, **ordered}
