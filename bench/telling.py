"""Says what was measured, and whether the goals are reached."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bench.timing import Timing

LARGEST = 10_000
"""The size of a national collection: built once, without pictures."""
WITH_PICTURES, BUILD, PEERS = "construire", "construire sans aperçus", "Hugo et Pagefind"
AGAIN, BUILD_AGAIN = "après une modification", "de même, sans aperçus"
"""The jobs that are compared."""
FULL = {AGAIN: WITH_PICTURES, BUILD_AGAIN: BUILD}
"""What building after an edit is compared with."""
MANY = 1_000
"""From so many cases on, building is to take no longer than peers take."""
GOAL_OF_REBUILDING = 0.15
"""The part of a full build that building after one edit should not exceed."""
GOAL_OF_GROWTH = 11.0
"""How many times the time of a base a base of ten times its size should not exceed."""
GOAL_OF_MEMORY = 1.5 * 1024
"""Mebibytes that building the largest base should not exceed."""
GOAL_OF_SERVING = 1.0
"""Seconds between saving a file and being served its new page that should not be exceeded."""


def heading() -> str:
    """The first row of the table."""
    return row("mesure", "cas", "min", "médiane", "max", "par cas", "mémoire", "objectif")


def result(timing: Timing) -> str:
    """What one job took, as a row of the table."""
    job = timing.job
    goal = ""
    if job.goal:
        goal = f"≤ {number(job.goal, 0)} s : {verdict(timing.middle, job.goal)}"
    if job.cases == LARGEST:
        held = verdict(timing.mebibytes, GOAL_OF_MEMORY)
        goal = f"≤ {number(GOAL_OF_MEMORY, 0)} Mio : {held}"
    return row(
        job.name,
        number(job.cases, 0),
        *(f"{number(each, 2)} s" for each in (min(timing.seconds), timing.middle)),
        f"{number(max(timing.seconds), 2)} s",
        f"{number(timing.middle / job.cases * 1000, 2)} ms",
        f"{number(timing.mebibytes, 0)} Mio",
        goal,
    )


def ratios(timings: Sequence[Timing]) -> Iterator[str]:
    """How our time compares with that of the peers, on the same texts."""
    middles = {(timing.job.name, timing.job.cases): timing.middle for timing in timings}
    for (name, cases), middle in middles.items():
        if name in {WITH_PICTURES, BUILD} and (PEERS, cases) in middles:
            ratio = middle / middles[PEERS, cases]
            goal = f" ; objectif 1 : {verdict(ratio, 1)}" if cases >= MANY else ""
            yield f"{name}, {number(cases, 0)} cas : {number(ratio, 2)} × {PEERS}{goal}"
        full = middles.get((FULL.get(name, ""), cases))
        if full:
            yield (
                f"{name}, {number(cases, 0)} cas : {number(middle / full, 3)} × {FULL[name]} ; "
                f"objectif {number(GOAL_OF_REBUILDING, 2)} : "
                f"{verdict(middle / full, GOAL_OF_REBUILDING)}"
            )


def served(cases: int, seconds: float) -> str:
    """How long one waits for the new page of a base that is served."""
    return (
        f"servir, {number(cases, 0)} cas : {number(seconds, 2)} s de l’enregistrement à la "
        f"nouvelle page ; objectif {number(GOAL_OF_SERVING, 0)} s : "
        f"{verdict(seconds, GOAL_OF_SERVING)}"
    )


def growth(timings: Sequence[Timing]) -> Iterator[str]:
    """How each job grows from one corpus to the next larger one."""
    for smaller, larger in pairwise(timings):
        if smaller.job.name == larger.job.name:
            few, many = smaller.job.cases, larger.job.cases
            ratio = larger.middle / smaller.middle
            each = (larger.middle - smaller.middle) / (many - few) * 1000
            goal = f" ; objectif × {number(GOAL_OF_GROWTH, 0)} : {verdict(ratio, GOAL_OF_GROWTH)}"
            yield (
                f"{larger.job.name}, de {number(few, 0)} à {number(many, 0)} cas "
                f"(× {number(many / few, 1)}) : temps × {number(ratio, 1)} ; "
                f"{number(each, 2)} ms par cas de plus{goal if many == LARGEST else ''}"
            )


def verdict(measured: float, goal: float) -> str:
    """Whether a goal is reached."""
    return "tenu" if measured <= goal else "manqué"


def row(name: str, *cells: str) -> str:
    """A row of the table, in columns."""
    widths = (6, 9, 9, 9, 10, 10)
    cells = (*(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=False)), cells[-1])
    return f"{name:<26}{'  '.join(cells)}".rstrip()


def number(value: float, digits: int) -> str:
    """A number as it is written in French."""
    return f"{value:,.{digits}f}".replace(",", "\u202f").replace(".", ",")
