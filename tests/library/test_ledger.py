"""The ledger of published addresses: what it holds, and what is said of those that are lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from passerelles import pipeline
from passerelles.library import Directory, standing
from passerelles.problems import hint

LEDGER = "adresses.txt"
FORMER = {"cases/pacte.yml": {"anciens_identifiants": ["contrat-bois"]}}


def addresses(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_it_holds_every_page_and_every_redirect_in_order(
    reading_of: Callable[..., pipeline.Reading], site_of: Callable[..., pipeline.Site]
) -> None:
    listed = addresses(pipeline.ledger(reading_of(FORMER)))
    assert listed == sorted(listed)
    assert "cas/contrat-bois/" in listed
    assert set(listed) == {page.address for page in site_of(FORMER).pages} - {""}


def test_what_stands_in_it_stays(reading_of: Callable[..., pipeline.Reading]) -> None:
    before = pipeline.ledger(reading_of(FORMER))
    after = pipeline.ledger(reading_of({LEDGER: before}))
    assert after == before


def test_addresses_that_stand_or_redirect_are_no_problem(
    reading_of: Callable[..., pipeline.Reading],
) -> None:
    ledger = pipeline.ledger(reading_of(FORMER))
    assert reading_of({**FORMER, LEDGER: ledger}).problems == ()


def test_a_lost_address_keeps_the_site_from_being_published(
    reading_of: Callable[..., pipeline.Reading],
) -> None:
    ledger = pipeline.ledger(reading_of(FORMER))
    reading = reading_of({LEDGER: ledger})
    (problem,) = reading.problems
    line = reading.lines[LEDGER][problem.place.line - 1]
    assert (problem.code, line) == ("adresse-perdue", "cas/contrat-bois/")
    assert not reading.publishable


def test_the_line_that_is_proposed_keeps_the_former_identifiers_that_a_record_has(
    reading_of: Callable[..., pipeline.Reading],
) -> None:
    ledger = "cas/foire/\ncas/contrat-bois/\ncas/pacte-vert/\n"
    reading = reading_of({**FORMER, LEDGER: ledger})
    (problem,) = reading.problems
    assert hint(problem, None).endswith("\nanciens_identifiants: [contrat-bois, pacte-vert]")


def test_of_several_new_records_the_one_with_the_nearest_name_is_proposed(
    reading_of: Callable[..., pipeline.Reading],
) -> None:
    (problem,) = reading_of({LEDGER: "cas/foires/\n"}).problems
    assert "cases/foire.yml" in hint(problem, None)


def test_nothing_is_said_while_a_record_cannot_be_read(
    found_in: Callable[..., list[tuple[str, object]]],
) -> None:
    broken = {"cases/pacte.yml": "titre: [\n", LEDGER: "cas/contrat-bois/\n"}
    assert "adresse-perdue" not in {code for code, _ in found_in(broken)}


def test_every_address_that_stands_is_one_of_the_shipped_site(
    shipped: pipeline.Reading, shipped_site: pipeline.Site
) -> None:
    known = standing(Directory(shipped.library.entries.values()))
    assert known == {page.address for page in shipped_site.pages} - {""}


def test_the_ledger_of_this_repository_is_complete_and_in_order(
    shipped: pipeline.Reading, root: Path
) -> None:
    """If this fails after a page was added: `make adresses`."""
    assert (root / LEDGER).read_text("utf-8") == pipeline.ledger(shipped)
