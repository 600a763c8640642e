"""How problems are shown: one module per format, all with the same signature."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from passerelles.problems.problem import Problem
from passerelles.problems.reports import github, gitlab, json, texte


class Report(Protocol):
    """Turns problems into what one format prints."""

    def __call__(
        self,
        problems: Sequence[Problem],
        lines: Mapping[str, Sequence[str]],
        help_url: Callable[[str], str],
    ) -> str:
        """Give the text to print.

        `lines` holds the lines of each file by its path; `help_url` gives the address of the
        page that explains a code.
        """
        ...


REPORTS: Mapping[str, Report] = {
    "texte": texte.report,
    "github": github.report,
    "gitlab": gitlab.report,
    "json": json.report,
}

__all__ = ["REPORTS", "Report"]
