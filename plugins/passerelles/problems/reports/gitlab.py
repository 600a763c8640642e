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


def report(
    problems: Sequence[Problem],
    lines: Mapping[str, Sequence[str]],
    help_url: Callable[[str], str],
) -> str:
    """A list of issues whose fingerprints stay the same when lines above them move."""
    seen: Counter[tuple[str, str, str]] = Counter()
    issues = []
    for problem in problems:
        text = message(problem)
        same = (problem.code, problem.place.file, text)
        seen[same] += 1
        advice = hint(problem, line_at(problem.place, lines)).split("\n")[0]
        issues.append(
            {
                "description": f"{text} Aide : {advice} {help_url(problem.code)}",
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
