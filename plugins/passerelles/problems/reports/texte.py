"""Problems for a person at a terminal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from textwrap import indent

from passerelles.problems.problem import Problem, Severity
from passerelles.problems.reports.excerpt import excerpt, line_at
from passerelles.problems.shown import shown
from passerelles.problems.wording import hint, message, severity


def report(
    problems: Sequence[Problem],
    lines: Mapping[str, Sequence[str]],
    help_url: Callable[[str], str],
) -> str:
    """Each problem with its excerpt, its mend and the page that explains it; then the totals."""
    blocks = [block(problem, lines, help_url) for problem in problems]
    return "\n\n".join([*blocks, totals(problems)])


def block(
    problem: Problem,
    lines: Mapping[str, Sequence[str]],
    help_url: Callable[[str], str],
) -> str:
    """One problem: `FILE:LINE:COL: CODE message`, the excerpt, `aide :` and the help page."""
    mark = "" if severity(problem) is Severity.ERROR else "(avertissement) "
    advice, *paste = hint(problem, line_at(problem.place, lines)).split("\n")
    return "\n".join(
        part
        for part in (
            f"{shown(str(problem.place))}: {problem.code} {mark}{message(problem)}",
            indent(excerpt(problem.place, lines), "  "),
            f"aide : {advice}",
            *(f"    {line}" for line in paste),
            f"voir : {help_url(problem.code)}",
        )
        if part
    )


def totals(problems: Sequence[Problem]) -> str:
    """How many errors and warnings there are, in words."""
    errors = sum(severity(problem) is Severity.ERROR for problem in problems)
    if not problems:
        return "Aucun problème."
    warnings = len(problems) - errors
    return f"{_count(errors, 'erreur')}, {_count(warnings, 'avertissement')}.".capitalize()


def _count(number: int, noun: str) -> str:
    return f"{number or 'aucun' + ('e' if noun == 'erreur' else '')} {noun}{'s' * (number > 1)}"
