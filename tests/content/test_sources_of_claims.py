"""What a sheet says of its own state holds: its claims have sources, its concepts have a use."""

from __future__ import annotations

from passerelles import pipeline
from passerelles.library.trust import sourced_share, unsourced
from passerelles.records import SheetState

TOLD_ONCE = {"concept-inutilise", "formes-en-conflit", "fiches-voisines"}
"""Orphan concepts, concepts that claim the same form, cases that may be one."""


def test_a_sheet_that_was_read_again_has_a_source_for_each_of_its_claims(
    shipped: pipeline.Reading,
) -> None:
    for name, case in shipped.library.cases.items():
        if case.sheet and case.sheet.state is SheetState.REVIEWED:
            sourced, claimed = sourced_share(case)
            assert sourced == claimed, name


def test_a_complete_sheet_makes_claims_and_none_without_a_source(
    shipped: pipeline.Reading,
) -> None:
    for name, case in shipped.library.cases.items():
        if case.sheet and case.sheet.state is SheetState.COMPLETE:
            assert sourced_share(case) > (0, 0), name
            assert unsourced(case) == (), name


def test_no_concept_is_an_orphan_and_nothing_is_told_twice(shipped: pipeline.Reading) -> None:
    assert [each for each in shipped.problems if each.code in TOLD_ONCE] == []
