"""How far the site is accessible, as French law counts it: never more than somebody looked at."""

from __future__ import annotations

from passerelles.records import Audit, Criterion, CriterionState, rgaa

CONFORMING, PARTLY, NOT = "totalement conforme", "partiellement conforme", "non conforme"
"""The three states of the law (RGAA, « Mentions et pages obligatoires »)."""
HALF = 50


def respected_share(audit: Audit) -> int:
    """How many of the criteria that apply are respected, in percent rounded down.

    A criterion that nobody audited counts as one that is not respected.
    """
    applicable = [each for each in audit.criteria if each.state is not CriterionState.IRRELEVANT]
    respected = sum(each.state is CriterionState.CONFORMING for each in applicable)
    return 100 * respected // len(applicable) if applicable else 100


def conformity(audit: Audit | None) -> str:
    """The state to declare; without an audit that a person made, the site does not conform."""
    if audit is None or audit.auditor is None:
        return NOT
    share = respected_share(audit)
    return CONFORMING if share == 100 else PARTLY if share >= HALF else NOT  # noqa: PLR2004 - percent


def findings(audit: Audit | None) -> tuple[tuple[rgaa.RgaaCriterion, Criterion | None], ...]:
    """Every criterion, in the order of the RGAA, with what the audit says of it."""
    said = {each.number: each for each in audit.criteria} if audit else {}
    return tuple((criterion, said.get(number)) for number, criterion in rgaa.criteria().items())
