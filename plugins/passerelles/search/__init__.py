"""The search: facets as data, the index, and the browser code that looks things up in it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Anew, Key, Library, Maker
from passerelles.records import Kind
from passerelles.search.cards import cards, told
from passerelles.search.columns import columns, labels_of
from passerelles.search.details import details, labels
from passerelles.search.documents import document, numbered
from passerelles.search.encoding import gaps, numbers
from passerelles.search.facets import FACETS, Facet, Value
from passerelles.search.index import Packed, build, packed
from passerelles.search.places import outlines, places
from passerelles.search.scripts import script_files
from passerelles.search.shards import (
    CARDS,
    Shard,
    bundled,
    files,
    posting_shards,
    shards_of,
    word_shards,
)
from passerelles.search.words import ELISIONS, STOPS

__all__ = [
    "FACETS",
    "Facet",
    "Value",
    "labels_of",
    "outlines",
    "script_files",
    "search_files",
    "told",
]


def search_files(
    library: Library, links: Addresses, maker: Maker | None = None
) -> Mapping[str, str]:
    """Give the text of every file of the index by its address."""
    maker = maker or Anew(library)
    keys = numbered(library)
    cases = tuple(key.id for key in keys if key.kind is Kind.CASE)
    names = (f"mots {key.kind} {key.id}" for key in keys)
    index = build(
        maker.made(name, partial(_packed, key)) for name, key in zip(names, keys, strict=True)
    )
    words, postings = word_shards(index.vocabulary), posting_shards(index.postings)
    drawn = shards_of("cards", maker.made("cartes", partial(_cards, links)), CARDS)
    together = bundled(drawn.shards[: sum(start < len(cases) for start in drawn.starts)])
    facets = shards_of("columns", maker.made("colonnes", _columns))
    compared = shards_of("details", maker.made("comparaison", _details))
    dates = maker.made("dates", _dates)
    manifest = Shard.of(
        "index",
        {
            "kinds": [[kind, sum(key.kind is kind for key in keys)] for kind in Kind],
            "words": words.starts,
            "postings": numbers(gaps(postings.starts)),
            "columns": facets.starts,
            "cards": numbers(gaps(drawn.starts)),
            "bundles": len(together),
            "details": numbers(gaps(compared.starts)),
            "labels": labels(),
            "stops": sorted(STOPS),
            "elisions": sorted(ELISIONS),
        },
    )
    found = (
        *facets.shards,
        *words.shards,
        *postings.shards,
        *drawn.shards,
        Shard.of("dates", dates),
        Shard.of("ids", cases),
        Shard.of("places", maker.made("lieux", partial(places, links=links))),
    )
    apart = ((shard.name, shard.script()) for shard in (*compared.shards, outlines()))
    scripts = (*files(manifest, found, together), *apart)
    return {addresses.of_search(name): text for name, text in scripts}


def _packed(key: Key, library: Library) -> Packed:
    return packed(document(library, key))


def _cases(library: Library) -> tuple[str, ...]:
    return tuple(key.id for key in numbered(library) if key.kind is Kind.CASE)


def _cards(links: Addresses, library: Library) -> list[dict[str, Any]]:
    return list(cards(library, links, numbered(library)))


def _columns(library: Library) -> list[dict[str, Any]]:
    return columns(library, _cases(library))


def _details(library: Library) -> list[dict[str, Any]]:
    return [details(library, name) for name in _cases(library)]


def _dates(library: Library) -> list[list[str]]:
    return [_dates_of(library, name) for name in _cases(library)]


def _dates_of(library: Library, name: str) -> list[str]:
    """When a case began, when its sheet was last reviewed or else written, when the case ended."""
    case = library.cases[name]
    sheet = case.sheet
    reviewed = (sheet.reviewed or sheet.created).text if sheet else ""
    return [case.start.text if case.start else "", reviewed, case.end.text if case.end else ""]
