"""Official codes of French territories."""

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passerelles.records import official
from passerelles.records.official import (
    is_siren,
    name_of_commune,
    name_of_country,
    name_of_departement,
    name_of_epci,
    name_of_region,
    names_of_places,
)

BREST_METROPOLE = "242900314"
LISTS = ["communes", "departements", "epci", "regions"]


def test_bourg_en_bresse_keeps_the_zero_of_01053() -> None:
    assert name_of_commune("01053") == "Bourg-en-Bresse"
    assert name_of_commune("1053") is None


def test_corsica_has_letters_in_its_codes() -> None:
    assert name_of_commune("2A004") == "Ajaccio"
    assert name_of_departement("2B") == "Haute-Corse"


def test_an_arrondissement_of_lyon_has_a_code_of_its_own() -> None:
    assert name_of_commune("69381") == "Lyon 1er Arrondissement"


def test_a_country_has_its_french_name() -> None:
    assert name_of_country("BE") == "Belgique"
    assert name_of_country("QQ") is None


def test_a_commune_that_was_merged_into_another_is_no_longer_official() -> None:
    assert name_of_commune("01015") == "Arboys en Bugey"
    assert name_of_commune("01340") is None  # Saint-Bois, now a part of it


def test_brest_metropole_is_found_by_its_siren() -> None:
    name = name_of_epci(BREST_METROPOLE)
    assert name is not None
    assert "Brest" in name


def test_regions_of_today_have_their_codes() -> None:
    assert name_of_region("84") == "Auvergne-Rhône-Alpes"
    assert name_of_region("82") is None  # Rhône-Alpes, until 2015


def test_the_names_of_places_are_those_of_communes_departements_and_regions() -> None:
    assert {"Ajaccio", "Haute-Corse", "Auvergne-Rhône-Alpes"} <= names_of_places()
    assert name_of_epci(BREST_METROPOLE) not in names_of_places()


@pytest.mark.parametrize("listing", LISTS)
def test_a_list_is_sorted_without_doubles_and_without_blank_names(listing: str) -> None:
    lines = files(official).joinpath(f"{listing}.tsv").read_bytes().decode().split("\n")
    rows = [line.split("\t") for line in lines[1:-1]]
    codes = [row[0] for row in rows]
    assert lines[-1] == ""
    assert codes == sorted(set(codes))
    assert all(len(row) == len(lines[0].split("\t")) for row in rows)
    assert all(cell and cell == cell.strip() for row in rows for cell in row)


def test_the_siren_of_every_intercommunality_has_a_right_check_digit() -> None:
    lines = files(official).joinpath("epci.tsv").read_text(encoding="utf-8").splitlines()[1:]
    wrong = [line for line in lines if not is_siren(line.split("\t")[0])]
    assert len(lines) > 1_000
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "24290031",
        "2429003140",
        "24290031A",
        "242 900 314",
        " 242900314",
        "²42900314",  # for Unicode,
        "٢42900314",  # both begin with a digit
    ],
)
def test_a_siren_is_nine_plain_digits_and_nothing_else(text: str) -> None:
    assert not is_siren(text)


@given(place=st.integers(0, 8), step=st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(place: int, step: int) -> None:
    wrong = str((int(BREST_METROPOLE[place]) + step) % 10)
    assert is_siren(BREST_METROPOLE)
    assert not is_siren(BREST_METROPOLE[:place] + wrong + BREST_METROPOLE[place + 1 :])


@given(place=st.integers(0, 7))
def test_two_neighbours_changed_over_are_noticed_unless_they_are_0_and_9(place: int) -> None:
    left, right = BREST_METROPOLE[place], BREST_METROPOLE[place + 1]
    swapped = BREST_METROPOLE[:place] + right + left + BREST_METROPOLE[place + 2 :]
    assert is_siren(swapped) == (left == right or {left, right} == {"0", "9"})
