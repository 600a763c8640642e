"""All exchanges as JSON, as CSV and as a script."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable

import pytest

from passerelles import addresses
from passerelles.exports.exchanges import COLUMNS, to_csv
from passerelles.pipeline import Site

EXCHANGE = {
    "de": "campagne",
    "vers": "ville",
    "apport": "Du bois ; des « bûches »",
    "flux": "biens",
    "thematique": "energie",
    "etat": "realise",
    "source": "note-2019 p. 3",
}
CHANGES = {"cases/pacte.yml": {"echanges": [EXCHANGE]}}


def rows(text: str) -> list[list[str]]:
    """The cells of a CSV file as a spreadsheet reads them."""
    return list(csv.reader(text.removeprefix("\ufeff").splitlines(), delimiter=";"))


def test_json_says_who_brings_what_to_whom(site_of: Callable[..., Site]) -> None:
    (record,) = json.loads(site_of(CHANGES).files["donnees/echanges.json"])["echanges"]
    assert tuple(record) == COLUMNS
    assert record == {
        "id": "pacte-1",
        "cas": "pacte",
        "cas_titre": "Un pacte pour le bois",
        "url": "https://exemple.fr/base/cas/pacte/#echanges",
        "rang": 1,
        "de": "campagne",
        "de_nom": "Pays des Collines",
        "de_role": None,
        "vers": "ville",
        "vers_nom": "Villeneuve",
        "vers_role": None,
        "apport": "Du bois ; des « bûches »",
        "flux": "biens",
        "thematique": "energie",
        "etat": "realise",
        "sens": "autre",
        "source": "note-2019 p. 3",
    }


def test_csv_says_the_same(site_of: Callable[..., Site]) -> None:
    site = site_of(CHANGES)
    (record,) = json.loads(site.files["donnees/echanges.json"])["echanges"]
    head, row = rows(site.files["donnees/echanges.csv"])
    assert head == list(COLUMNS)
    assert row == ["" if value is None else str(value) for value in record.values()]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_the_csv_can_be_taken_for_a_formula(start: str) -> None:
    record = dict.fromkeys(COLUMNS, None) | {"apport": f"{start}CALCUL()"}
    text = to_csv([record])
    cells = next(csv.reader([text.split("\r\n", 1)[1]], delimiter=";"))
    assert cells[COLUMNS.index("apport")] == f"'{start}CALCUL()"


def test_the_script_holds_the_same_records(site_of: Callable[..., Site]) -> None:
    site = site_of(CHANGES)
    script = site.files[addresses.EXCHANGES_SCRIPT]
    data = json.loads(script.removeprefix("globalThis.passerellesEchanges = ").rstrip(";\n"))
    assert data["echanges"] == json.loads(site.files["donnees/echanges.json"])["echanges"]
    assert data["liens"] == {"pacte": "../../cas/pacte/"}
    assert data["libelles"]["flux"]["biens"] == "biens"
    assert set(data["formes"]) == set(data["libelles"]["flux"])
