"""The audit of accessibility: one file beside the folders of records, `accessibilite.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path as File

from pydantic import ValidationError

from passerelles.problems import Place, Problem
from passerelles.records.doubles import doubles
from passerelles.records.files import SourceText, read_beside
from passerelles.records.findings import Findings
from passerelles.records.mistakes import problems_of
from passerelles.records.models import Audit
from passerelles.records.reader import read_tree
from passerelles.records.tree import Path, deepest

AUDIT_FILE = "accessibilite.yml"


@dataclass(frozen=True, slots=True)
class AuditFile:
    """What that file says, and all that is wrong with it."""

    value: Audit | None = None
    """None where there is no such file, or something is wrong with it."""
    dated: Place = Place(AUDIT_FILE)  # noqa: RUF009 - places are values
    """Where its date stands."""
    problems: tuple[Problem, ...] = ()
    lines: tuple[str, ...] = ()


def read_audit(root: File) -> AuditFile:
    """Read the audit of a base."""
    source = read_beside(root, AUDIT_FILE)
    if isinstance(source, Problem):
        return AuditFile(problems=(source,))
    return load_audit(source) if source else AuditFile()


def load_audit(source: SourceText) -> AuditFile:
    """Read the text of an audit."""
    tree, found = read_tree(source)
    if tree is None:
        return AuditFile(problems=found, lines=source.lines)
    findings = Findings(source.file, source.lines)
    value, mistakes = None, dict[Path, Problem]()
    try:
        value = Audit.model_validate(tree, context=findings)
    except ValidationError as error:
        mistakes |= problems_of(error.errors(include_url=False), tree, Audit, source)
    twice = doubles(tree, Audit)
    problems = (*found, *mistakes.values(), *findings.problems, *twice)
    dated = deepest(tree, ("date",))[0].origin.place
    return AuditFile(None if problems else value, dated, problems, source.lines)
