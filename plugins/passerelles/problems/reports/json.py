"""Problems for a program: a JSON list."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from passerelles.problems.problem import Problem
from passerelles.problems.reports.excerpt import line_at
from passerelles.problems.wording import hint, message, severity


def report(
    problems: Sequence[Problem],
    lines: Mapping[str, Sequence[str]],
    help_url: Callable[[str], str],
) -> str:
    """A list of `{code, severity, file, line, column, length, message, hint, help}`."""
    return json.dumps(
        [
            {
                "code": problem.code,
                "severity": severity(problem).name.lower(),
                "file": problem.place.file,
                "line": problem.place.line,
                "column": problem.place.column,
                "length": problem.place.length,
                "message": message(problem),
                "hint": hint(problem, line_at(problem.place, lines)),
                "help": help_url(problem.code),
            }
            for problem in problems
        ],
        ensure_ascii=False,
        indent=2,
    )
