"""Where the territories of the cases are, and the outlines of the map that they stand on."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Library
from passerelles.records import Kind
from passerelles.search.shards import Shard
from passerelles.text import typeset


def outlines() -> Shard:
    """The outlines of départements and Belgian provinces; `outlines/ORIGINE.md` says whence."""
    text = (files(__package__) / "outlines" / "contours.json").read_text("utf-8")
    return Shard.of("outlines", json.loads(text))


def places(library: Library, links: Addresses) -> dict[str, Any]:
    """By identifier, of each territory that a case names: name, path, point, départements."""
    named = {str(each) for case in library.cases.values() for each in case.territories}
    found = {}
    for name in sorted(named):
        territory = library.territories[name]
        point = territory.coordinates
        found[name] = {
            "name": typeset(territory.title),
            "path": links.link(addresses.of_record(Kind.TERRITORY, name), addresses.HOME),
            "point": [float(point.longitude), float(point.latitude)] if point else None,
            "areas": list(territory.departements),
        }
    return found
