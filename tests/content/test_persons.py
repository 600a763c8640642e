"""No private number or address stands in the base, even where a document prints one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from passerelles import pipeline

MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_BETWEEN = r"[ .\-\u00a0\u202f\u2011]?"
TELEPHONE = re.compile(
    rf"(?<![\d.])(?:0|(?:\+|00)33{_BETWEEN}(?:\(0\))?{_BETWEEN})[1-9](?:{_BETWEEN}\d\d){{4}}(?!\d)"
)


@pytest.fixture(scope="session")
def lines(shipped: pipeline.Reading) -> list[str]:
    """Every line of the base."""
    return [line for lines in shipped.lines.values() for line in lines]


def found(pattern: re.Pattern[str], lines: list[str]) -> Iterator[str]:
    for line in lines:
        yield from pattern.findall(line)


def test_the_base_shows_no_mail_address_but_those_of_organisations(
    lines: list[str], data_of: Callable[[str], Any]
) -> None:
    assert set(found(MAIL, lines)) <= set(data_of("general_addresses.yml"))


def test_the_base_shows_no_telephone_number(lines: list[str]) -> None:
    assert list(found(TELEPHONE, lines)) == []


@pytest.mark.parametrize(
    "number",
    [
        "06 66 46 62 76",
        "02.31.43.15.00",
        "0231431500",
        "+33 6 66 46 62 76",
        "0033 (0)2-31-43-15-00",
    ],
)
def test_a_telephone_number_is_known_however_it_is_written(number: str) -> None:
    assert list(found(TELEPHONE, [f"Tél. : {number}."])) == [number]


@pytest.mark.parametrize(
    "text", ['code_siren: "242900314"', "2014, 2015, 2016", "40 000 euros", "14000 Caen", "01053"]
)
def test_codes_years_and_sums_are_no_telephone_numbers(text: str) -> None:
    assert list(found(TELEPHONE, [text])) == []


def test_a_citation_is_no_mail_address() -> None:
    assert list(found(MAIL, ["[@cap-rural-2019 § 3.2] « @BanqueDesTerr »"])) == []
