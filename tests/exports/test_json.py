"""The records as JSON: each with its address and the keys of its file, in their order."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from passerelles import pipeline
from passerelles.addresses import Addresses
from passerelles.exports import json_files
from passerelles.library import Key, Library
from passerelles.records import Kind

FILES = {
    "donnees/cas.json": ("cas", Kind.CASE, "cas/"),
    "donnees/glossaire.json": ("concepts", Kind.CONCEPT, "glossaire/"),
    "donnees/territoires.json": ("territoires", Kind.TERRITORY, "territoires/"),
    "donnees/sources.json": ("sources", Kind.SOURCE, "sources/"),
}
SITE = "https://exemple.fr/base/"


@pytest.fixture(scope="session")
def exported(library_of: Callable[..., Library]) -> Callable[..., Any]:
    """The records of a file of the small base with changes."""

    def records(address: str, changes: Mapping[str, Any] | None = None) -> Any:
        files = json_files(library_of(changes), Addresses(site=SITE))
        (records,) = json.loads(files[address]).values()
        return {record["id"]: record for record in records}

    return records


@pytest.mark.parametrize("address", FILES)
def test_a_file_holds_every_record_of_its_kind_under_one_key(
    shipped: pipeline.Reading, address: str
) -> None:
    key, kind, folder = FILES[address]
    data = json.loads(json_files(shipped.library, Addresses(site=SITE))[address])
    assert list(data) == [key]
    entries = {
        each.id: entry for each, entry in shipped.library.entries.items() if each.kind is kind
    }
    assert [record["id"] for record in data[key]] == list(entries)
    for record in data[key]:
        keys = entries[record["id"]].keys
        assert list(record) == ["id", "url", *(name for name in keys if name != "url")]
        if "url" not in keys:
            assert record["url"] == f"{SITE}{folder}{record['id']}/"


def test_a_file_is_laid_out_as_a_whole(library_of: Callable[..., Library]) -> None:
    library = library_of()
    nothing = Library({}, ())
    texts = [*json_files(library, Addresses()).values(), *json_files(nothing, Addresses()).values()]
    assert len(texts) == 2 * len(FILES)
    for text in texts:
        assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=1)


def test_the_address_of_a_document_goes_before_that_of_its_page(
    exported: Callable[..., Any],
) -> None:
    assert exported("donnees/sources.json")["note-2019"]["url"] == f"{SITE}sources/note-2019/"
    changes = {"sources/note-2019.yml": {"url": "https://ailleurs.fr/note"}}
    record = exported("donnees/sources.json", changes)["note-2019"]
    assert record["url"] == "https://ailleurs.fr/note"


def test_there_is_a_file_for_each_kind_of_the_contract(shipped_site: pipeline.Site) -> None:
    assert set(FILES) <= set(shipped_site.files)


def test_keys_stand_in_the_order_of_the_file(exported: Callable[..., Any]) -> None:
    text = "type: autre\npays: FR\nnom: Villeneuve\n"
    record = exported("donnees/territoires.json", {"territories/ville.yml": text})["ville"]
    assert list(record) == ["id", "url", "type", "pays", "nom"]


def test_references_are_identifiers_and_texts_are_as_they_were_written(
    exported: Callable[..., Any],
) -> None:
    levers = [{"concept": "se-parler", "texte": "Dit *ici*.", "source": "note-2019 § 2"}]
    lever = {"terme": "Se parler", "schema": "levier", "definition": "Dire."}
    keys = {
        "debut": "2016-11",
        "territoires": ["ville", {"territoire": "campagne", "role": "rural"}],
        "defis": "La [[energie|force]]. [@note-2019 § 1]\n\nFin.",
        "leviers": levers,
        "sources": ["note-2019 § 1"],
    }
    changes = {"cases/pacte.yml": keys, "glossary/se-parler.yml": lever}
    record = exported("donnees/cas.json", changes)["pacte"]
    assert record == {
        "id": "pacte",
        "url": f"{SITE}cas/pacte/",
        "titre": "Un pacte pour le bois",
        "resume": "Une ville et sa campagne se chauffent ensemble.",
        "statut": "en_cours",
        "territoires": [{"territoire": "ville"}, {"territoire": "campagne", "role": "rural"}],
        "thematiques": ["energie"],
        "sources": ["note-2019 § 1"],
        "debut": "2016-11",
        "defis": "La [[energie|force]]. [@note-2019 § 1]\n\nFin.",
        "leviers": levers,
    }


def test_numbers_are_numbers_and_codes_are_texts(exported: Callable[..., Any]) -> None:
    text = (
        "nom: Ici\ntype: commune\npays: FR\ncode_insee: 01053\n"
        "coordonnees: {lat: 46.2, lon: 5}\n"
        "population: {valeur: 41000, annee: 2016, source: note-2019}\n"
    )
    record = exported("donnees/territoires.json", {"territories/ville.yml": text})["ville"]
    assert record["code_insee"] == "01053"
    assert record["coordonnees"] == {"lat": 46.2, "lon": 5}
    assert record["population"] == {"valeur": 41000, "annee": 2016, "source": "note-2019"}


def test_what_is_not_in_the_file_is_not_in_the_data(exported: Callable[..., Any]) -> None:
    assert "lien_automatique" not in exported("donnees/glossaire.json")["energie"]
    silent = {"glossary/energie.yml": {"lien_automatique": "non"}}
    assert exported("donnees/glossaire.json", silent)["energie"]["lien_automatique"] == "non"


def test_a_full_record_says_in_json_what_it_says_in_yaml(
    shipped: pipeline.Reading, root: Path
) -> None:
    for address, (key, _, _) in FILES.items():
        data = json.loads(json_files(shipped.library, Addresses())[address])[key]
        for record in data:
            text = (root / _file_of(shipped, address, record["id"])).read_text()
            written = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - texts only
            said = {name: value for name, value in record.items() if name in written}
            assert _plain(said) == _plain(written)


def _file_of(reading: pipeline.Reading, address: str, name: str) -> str:
    key = Key(FILES[address][1], name)
    return reading.library.entries[key].file


def _plain(value: Any) -> Any:
    """The same, every number as a text, every space single, a lone identifier as itself."""
    if isinstance(value, Mapping):
        bare = list(value) in (["territoire"], ["concept"])
        inner = {name: _plain(each) for name, each in value.items()}
        return next(iter(inner.values())) if bare else inner
    if isinstance(value, list):
        return [_plain(each) for each in value]
    try:
        return f"{float(value):g}"
    except ValueError:
        return " ".join(value.split())


def test_the_data_can_be_read_as_it_is(shipped_site: pipeline.Site) -> None:
    for address in FILES:
        text = shipped_site.files[address]
        assert "\\u00" not in text, "accents are written as such"
        assert json.loads(text)


def test_hostile_texts_are_data_like_any_others(exported: Callable[..., Any]) -> None:
    title = 'Un "mot" <script>alert(1)</script> \\ \u2028 fin'
    record = exported("donnees/cas.json", {"cases/pacte.yml": {"titre": title}})["pacte"]
    assert record["titre"] == " ".join(title.split())
