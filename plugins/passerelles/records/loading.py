"""From the text of a file to a typed record, or to the problems that keep it from being one."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError

from passerelles.problems import Place, Problem
from passerelles.records.doubles import doubles
from passerelles.records.entry import Entry
from passerelles.records.files import SourceText
from passerelles.records.findings import Findings
from passerelles.records.identifiers import is_identifier, slug
from passerelles.records.kinds import Kind
from passerelles.records.mistakes import problems_of
from passerelles.records.models import MODELS, RecordModel
from passerelles.records.parties import actors_twice, in_doubt, strangers
from passerelles.records.reader import read_tree
from passerelles.records.tree import Path, each

SPOTS: tuple[Path, ...] = (
    ("titre",),
    ("terme",),
    ("formes",),
    ("images", "fichier"),
    ("fiche", "a_revoir"),
)
"""Values that are checked against other files, or against the day."""


def load(kind: Kind, source: SourceText) -> tuple[Entry, tuple[Problem, ...]]:
    """Read one record; the entry is given whatever the problems are.

    Where the file's name is no identifier, the entry bears the one that was meant, so that what
    refers to it is not at fault too.
    """
    name = source.file.rpartition("/")[2].removesuffix(".yml")
    problems: list[Problem] = []
    if not is_identifier(name):
        facts = {"nom": f"{name}.yml", "propose": f"{slug(name)}.yml"}
        problems.append(Problem("nom-de-fichier", Place(source.file), facts))
        name = slug(name)
    tree, found = read_tree(source)
    problems.extend(found)
    if tree is None:
        return Entry(kind, name, source.file), tuple(problems)
    findings = Findings(source.file, source.lines)
    value: RecordModel | None = None
    mistakes: Mapping[Path, Problem] = {}
    try:
        value = MODELS[kind].model_validate(tree, context=findings)
    except ValidationError as error:
        mistakes = problems_of(error.errors(include_url=False), tree, MODELS[kind], source)
    mentions = tuple(sorted(findings.mentions, key=lambda mention: mention.place))
    problems += mistakes.values()
    problems += findings.problems
    problems += doubles(tree, MODELS[kind])
    problems += actors_twice(mentions)
    problems += () if in_doubt(mistakes, found) else strangers(mentions)
    keys = tuple(str(key) for key in tree)
    places = {path: node.origin.place for spot in SPOTS for path, node in each(tree, spot)}
    entry = Entry(kind, name, source.file, None if problems else value, mentions, keys, places)
    return entry, tuple(problems)
