"""Every golden record of `bad/`: what is wrong in it is said, in its place, with its mend.

A file of `bad/` holds files that are put into the base of `tests/base`, and all that is to be said
of them, in the order in which it is said.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml

from passerelles import pipeline
from passerelles.problems import catalogue, hint, message
from passerelles.problems.reports.excerpt import line_at

BAD = sorted((Path(__file__).parent / "bad").glob("*.yml"), key=lambda path: path.name)
TODAY = date(2026, 11, 21)


def golden(path: Path) -> dict[str, Any]:
    record: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return record


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_record_is_explained(path: Path, spoilt: Callable[..., Path]) -> None:
    record = golden(path)
    reading = pipeline.read(spoilt(record["fichiers"]), TODAY)
    said = [
        {
            "code": problem.code,
            "fichier": problem.place.file,
            "ligne": problem.place.line,
            "colonne": problem.place.column,
            "longueur": problem.place.length,
            "message": message(problem),
            "aide": hint(problem, line_at(problem.place, reading.lines)),
        }
        for problem in reading.problems
    ]
    assert said == record["attendu"]


def test_the_base_that_is_spoilt_holds_no_problem(spoilt: Callable[..., Path]) -> None:
    assert pipeline.read(spoilt({}), TODAY).problems == ()


def test_every_code_has_a_golden_record() -> None:
    shown = {expected["code"] for path in BAD for expected in golden(path)["attendu"]}
    assert shown == set(catalogue())


def test_there_are_at_least_eighty_golden_records() -> None:
    assert len(BAD) >= 80


@pytest.mark.parametrize(
    "path",
    [path for path in BAD if any("\n" in expected["aide"] for expected in golden(path)["attendu"])],
    ids=lambda path: path.stem,
)
def test_following_the_advice_mends_the_line(path: Path, spoilt: Callable[..., Path]) -> None:
    """Pasting a line that is proposed takes its problem away, and brings no other to that line."""
    root = spoilt(golden(path)["fichiers"])
    reading = pipeline.read(root, TODAY)
    mends = [problem for problem in reading.problems if problem.fix is not None]
    for problem in reversed(mends):
        place = problem.place
        lines = list(reading.lines[place.file])
        line = lines[place.line - 1]
        start = place.column - 1
        lines[place.line - 1] = f"{line[:start]}{problem.fix}{line[start + place.length :]}"
        (root / place.file).write_bytes("\n".join(lines).encode())
        reading = pipeline.read(root, TODAY)
    left = {(problem.place.file, problem.place.line) for problem in reading.problems}
    assert left.isdisjoint((problem.place.file, problem.place.line) for problem in mends)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_lines_to_paste_are_yaml(path: Path, spoilt: Callable[..., Path]) -> None:
    for problem in pipeline.read(spoilt(golden(path)["fichiers"]), TODAY).problems:
        for fact in ("bloc", "ligne", "element"):
            if fact in problem.facts:
                assert yaml.safe_load(dedent(problem.facts[fact]))
