"""Problems for GitLab's merge requests: a Code Quality report.

Format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256

from passerelles.problems.problem import Problem, Severity
from passerelles.problems.reports.excerpt import line_at
from passerelles.problems.wording import hint, message, severity

LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor"}
MOVING = "premiere"
"""The fact that is the number of a line."""


def report(
    problems: Sequence[Problem],
    lines: Mapping[str, Sequence[str]],
    help_url: Callable[[str], str],
) -> str:
    """A list of issues whose fingerprints stay the same when lines above them move."""
    seen: Counter[tuple[str, ...]] = Counter()
    issues = []
    for problem in problems:
        same = _same(problem)
        seen[same] += 1
        advice = " ".join(hint(problem, line_at(problem.place, lines)).split())
        issues.append(
            {
                "description": f"{message(problem)} Aide : {advice} {help_url(problem.code)}",
                "check_name": problem.code,
                "fingerprint": sha256("\0".join((*same, str(seen[same]))).encode()).hexdigest(),
                "severity": LEVELS[severity(problem)],
                "location": {
                    "path": problem.place.file,
                    "lines": {"begin": problem.place.line},
                },
            }
        )
    return json.dumps(issues, ensure_ascii=False, indent=2)


def _same(problem: Problem) -> tuple[str, ...]:
    """What makes a problem the one that it was before its file was changed elsewhere."""
    facts = (f"{name} {value}" for name, value in sorted(problem.facts.items()) if name != MOVING)
    return (problem.code, problem.place.file, *facts)
