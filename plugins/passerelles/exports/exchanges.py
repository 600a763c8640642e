"""Every exchange as data: `echanges.json`, `echanges.csv`, and the script that pages load."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Crossing, Key, Library, crossings
from passerelles.pages.drawings import SHAPES
from passerelles.pages.labels import DIRECTIONS
from passerelles.records import ExchangeState, Flux, Kind, Role

COLUMNS = (
    "id", "cas", "cas_titre", "url", "rang",
    "de", "de_nom", "de_role", "vers", "vers_nom", "vers_role",
    "apport", "flux", "thematique", "etat", "sens", "source",
)  # fmt: skip
"""What is said of each exchange, in this order."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""With one of these first, a spreadsheet would compute a cell instead of showing it."""
BYTE_ORDER_MARK = "\ufeff"
"""Without it, Excel takes the file for one of before Unicode."""

Record = Mapping[str, str | int | None]
"""An exchange, by column; None where the base says nothing."""


def exchange_files(library: Library, links: Addresses) -> Mapping[str, str]:
    """Give each file's text by its address."""
    records = [_record(library, links, each) for each in crossings(library)]
    return {
        addresses.EXCHANGES_JSON: json.dumps({"echanges": records}, ensure_ascii=False, indent=1),
        addresses.EXCHANGES_CSV: to_csv(records),
        addresses.EXCHANGES_SCRIPT: _script(library, links, records),
    }


def to_csv(records: list[Record]) -> str:
    """Records as French spreadsheets read them: semicolons, and no cell that could be a formula."""
    text = io.StringIO()
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows.writerow(COLUMNS)
    rows.writerows([_cell(record[column]) for column in COLUMNS] for record in records)
    return BYTE_ORDER_MARK + text.getvalue()


def _cell(value: str | int | None) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _record(library: Library, links: Addresses, each: Crossing) -> Record:
    exchange = each.exchange
    address = addresses.of_section(addresses.of_record(Kind.CASE, each.case), "echanges")
    return {
        "id": each.id,
        "cas": each.case,
        "cas_titre": library.name(Key(Kind.CASE, each.case)),
        "url": links.canonical(address),
        "rang": each.rank,
        "de": each.giver.id,
        "de_nom": each.giver.name,
        "de_role": each.giver.role or None,
        "vers": each.receiver.id,
        "vers_nom": each.receiver.name,
        "vers_role": each.receiver.role or None,
        "apport": exchange.brings,
        "flux": exchange.flux.value,
        "thematique": exchange.theme.id if exchange.theme else None,
        "etat": exchange.state.value,
        "sens": each.direction.value,
        "source": str(exchange.source) if exchange.source else None,
    }


def _script(library: Library, links: Addresses, records: list[Record]) -> str:
    """The same as a script, with the words for its values: a page opened from disk may load it.

    Links to cases lead from the page of the basket.
    """
    data = {
        "echanges": records,
        "liens": {
            str(record["cas"]): links.link(
                addresses.of_record(Kind.CASE, str(record["cas"])), addresses.BASKET
            )
            for record in records
        },
        "formes": {flux.value: shape for flux, shape in SHAPES.items()},
        "libelles": {name: dict(labels) for name, labels in _labels(library, records)},
    }
    return f"globalThis.passerellesEchanges = {json.dumps(data, ensure_ascii=False)};\n"


def _labels(
    library: Library, records: list[Record]
) -> Iterator[tuple[str, Iterable[tuple[str, str]]]]:
    themes = sorted({str(record["thematique"]) for record in records if record["thematique"]})
    yield "flux", ((each.value, each.label) for each in Flux)
    yield "etat", ((each.value, each.label) for each in ExchangeState)
    yield "role", (*((each.value, each.label) for each in Role), ("acteur", "acteur"))
    yield "sens", ((each.value, label) for each, (label, _) in DIRECTIONS.items())
    yield "thematique", ((name, library.name(Key(Kind.CONCEPT, name))) for name in themes)
