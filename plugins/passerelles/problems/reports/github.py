"""Problems for GitHub's pull requests: annotations, and the step's summary for the rest.

GitHub shows ten annotations a step and drops the others without a word
(https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations), so the worst
ten become annotations and `summary` holds them all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from textwrap import indent

from passerelles.problems.problem import Problem, Severity
from passerelles.problems.reports import texte
from passerelles.problems.reports.excerpt import line_at
from passerelles.problems.wording import hint, message, severity

SHOWN = 10
SUMMARY = 1_000_000
"""Bytes of a summary that GitHub takes, less some for the title and the totals
(https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits)."""


def report(
    problems: Sequence[Problem],
    lines: Mapping[str, Sequence[str]],
    help_url: Callable[[str], str],
) -> str:
    """Workflow commands for the worst ten, errors first, then the totals."""
    worst = sorted(problems, key=lambda problem: severity(problem) is not Severity.ERROR)[:SHOWN]
    commands = [_command(problem, lines, help_url) for problem in worst]
    return "\n".join([*commands, texte.totals(problems)])


def summary(
    problems: Sequence[Problem],
    lines: Mapping[str, Sequence[str]],
    help_url: Callable[[str], str],
) -> str:
    """All problems as Markdown for the step's summary (`GITHUB_STEP_SUMMARY`).

    Where they are more than a summary holds, the first of them, and how many are left out.
    """
    blocks = []
    room = SUMMARY
    for problem in problems:
        text = indent(texte.block(problem, lines, help_url), " " * 6)
        room -= len(text.encode()) + len(problem.code) + len("- ``\n\n\n\n")
        if room < 0:
            break
        blocks.append(f"- `{problem.code}`\n\n{text}\n")
    left = len(problems) - len(blocks)
    more = [f"… et {left} autres, que ce résumé ne peut pas contenir.\n"] if left else []
    return "\n".join(["## Contrôle des fiches\n", *blocks, *more, texte.totals(problems), ""])


def _command(
    problem: Problem,
    lines: Mapping[str, Sequence[str]],
    help_url: Callable[[str], str],
) -> str:
    place = problem.place
    level = "error" if severity(problem) is Severity.ERROR else "warning"
    advice = hint(problem, line_at(place, lines))
    properties = {
        "file": place.file,
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.column + max(place.length, 1)),
        "title": problem.code,
    }
    head = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    body = f"{message(problem)}\naide : {advice}\nvoir : {help_url(problem.code)}"
    return f"::{level} {head}::{_data(body)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
