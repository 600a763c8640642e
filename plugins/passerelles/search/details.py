"""What is set side by side when cases are compared: each field of a case as a list of texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from passerelles.library import Key, Library, crossings_of
from passerelles.records import MODELS, Case, Kind, Role
from passerelles.text import amount, french_number, quantity, rich, typeset


def details(library: Library, name: str) -> dict[str, Any]:
    """The filled fields of a case, by YAML key, in the order in which they are compared."""
    rows = _rows(library, name)
    return {key: [typeset(text) for text in texts] for key, texts in rows if texts}


def labels() -> dict[str, str]:
    """How each compared field is called."""
    known = {key: str(info.title) for key, info in MODELS[Kind.CASE].keys().items()}
    return {key: known.get(key, OWN.get(key, key)) for key in COMPARED}


OWN = {"periode": "Période"}
COMPARED = (
    "statut",
    "periode",
    "territoires",
    "thematiques",
    "dispositifs",
    "structures",
    "notions",
    "outils",
    "echanges",
    "moyens",
    "leviers",
    "freins",
    "resultats",
    "enseignements",
    "transfert",
)
CONCEPTS = {
    "thematiques": "themes",
    "dispositifs": "frameworks",
    "structures": "structures",
    "notions": "notions",
    "outils": "tools",
    "leviers": "levers",
    "freins": "brakes",
}


def _rows(library: Library, name: str) -> Iterator[tuple[str, list[str]]]:
    case = library.cases[name]
    yield "statut", [case.status.label]
    yield "periode", [case.period] if case.period else []
    yield "territoires", [_territory(library, str(each), each.role) for each in case.territories]
    for key, attribute in CONCEPTS.items():
        yield key, [library.name(Key(Kind.CONCEPT, str(each))) for each in getattr(case, attribute)]
    yield "echanges", list(_exchanges(library, name))
    yield "moyens", list(_means(case))
    yield "resultats", list(_results(case))
    yield "enseignements", [rich.to_text(lesson.text) for lesson in case.lessons]
    transfer = case.transfer
    parts = (transfer.conditions, transfer.limits, transfer.first_steps) if transfer else ()
    yield "transfert", [rich.to_text(part) for part in parts if part]


def _territory(library: Library, territory: str, role: Role | None) -> str:
    name = library.territories[territory].title
    return f"{name} ({role.label})" if role else name


def _means(case: Case) -> Iterator[str]:
    for each in case.means:
        figure = amount(each.amount, each.currency) if each.amount is not None else ""
        yield _with_figure(each.label, each.amount, figure)


def _results(case: Case) -> Iterator[str]:
    for each in case.results:
        figure = quantity(each.value, each.unit or "") if each.value is not None else ""
        yield _with_figure(each.label, each.value, figure)


def _with_figure(label: str, number: float | None, figure: str) -> str:
    """A label that already tells the number, as « plus de 40 », keeps its own nuance."""
    if number is None or re.search(rf"(?<!\d){french_number(number)}(?!\d)", typeset(label)):
        return label
    return f"{label} : {figure}"


def _exchanges(library: Library, name: str) -> Iterator[str]:
    for crossing in crossings_of(library, name):
        exchange = crossing.exchange
        yield f"{crossing.told} ({exchange.flux.label}, {exchange.state.label})"
