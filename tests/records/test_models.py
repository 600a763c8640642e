"""What an editor's program and the help pages are told of the fields."""

from typing import Any

import pytest

from passerelles.records import MODELS, Case, Kind, choices_of, example_of, models_in
from passerelles.records.models import Territory
from passerelles.records.models.case_parties import Actor, TerritoryRole


def told(kind: Kind, key: str) -> dict[str, Any]:
    """What the JSON schema of a kind says of a key, what it refers to put in its place."""
    schema = MODELS[kind].model_json_schema(by_alias=True)
    said: dict[str, Any] = schema["properties"][key]
    while "$ref" in said.get("items", {}):
        said = said | {"items": schema["$defs"][said["items"]["$ref"].rpartition("/")[2]]}
    return said


def test_a_closed_list_tells_its_values() -> None:
    said = told(Kind.CASE, "statut")
    assert said["type"] == "string"
    assert said["enum"] == ["projet", "experimentation", "en_cours", "acheve", "abandonne"]


def test_a_territory_of_a_case_may_be_a_text_or_a_block() -> None:
    bare, whole = told(Kind.CASE, "territoires")["items"]["anyOf"]
    assert bare == {"type": "string"}
    assert whole["type"] == "object"
    assert whole["required"] == ["territoire"]


def test_a_field_tells_its_label_its_help_and_an_example() -> None:
    said = told(Kind.CASE, "titre")
    assert said["title"] == "Titre"
    assert said["description"] == "Le titre de la fiche, 140 caractères au plus."
    assert said["examples"] == ["Un pacte entre la ville et la campagne"]
    assert said["maxLength"] == 140


@pytest.mark.parametrize(
    ("kind", "key", "types"),
    [
        (Kind.CASE, "debut", [["string", "integer"], "null"]),
        (Kind.CASE, "defis", ["string", "null"]),
        (Kind.SOURCE, "url", ["string", "null"]),
        (Kind.SOURCE, "pages", ["number", "null"]),
        (Kind.SOURCE, "langue", ["string", "null"]),
    ],
)
def test_a_value_tells_of_which_type_it_is_in_the_file(
    kind: Kind, key: str, types: list[Any]
) -> None:
    assert [each["type"] for each in told(kind, key)["anyOf"]] == types


@pytest.mark.parametrize("key", ["thematiques", "voir_aussi", "sources", "anciens_identifiants"])
def test_a_list_has_an_item_at_least(key: str) -> None:
    assert told(Kind.CASE, key)["minItems"] == 1


def test_identifiers_are_texts() -> None:
    for key in ("thematiques", "sources", "anciens_identifiants"):
        assert told(Kind.CASE, key)["items"] == {"type": "string"}


def test_the_values_of_a_closed_list_are_known_wherever_it_stands_in_a_type() -> None:
    keys = TerritoryRole.keys()
    assert choices_of(keys["role"].annotation) == ("urbain", "periurbain", "rural", "mixte")
    assert choices_of(keys["note"].annotation) == ()
    assert choices_of(int) == ()


def test_the_models_in_a_type_are_known() -> None:
    keys = Case.keys()
    assert list(models_in(keys["acteurs"].annotation)) == [Actor]
    assert list(models_in(keys["titre"].annotation)) == []


@pytest.mark.parametrize(
    ("model", "key", "line"),
    [
        (Case, "statut", "statut: en_cours"),
        (Case, "thematiques", "thematiques: [energie]"),
        (Case, "acteurs", "acteurs:\n  - nom: Conservatoire de Brest"),
        (Case, "fiche", "fiche:\n  etat: complete"),
        (Territory, "coordonnees", "coordonnees: {lat: 48.39, lon: -4.49}"),
    ],
)
def test_a_field_gives_a_line_that_may_be_pasted(model: type[Case], key: str, line: str) -> None:
    assert example_of(model.keys()[key]) == line


@pytest.mark.parametrize(
    ("path", "model"),
    [((), Case), (("acteurs", 0), Actor), (("acteurs", 0, "nom"), Actor), (("titre",), Case)],
)
def test_the_model_of_a_place_in_a_record_is_known(path: tuple[Any, ...], model: type) -> None:
    assert Case.at(path) is model
