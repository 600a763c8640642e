"""From the text of a file to a typed record, or to the problems that keep it from being one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from pydantic import ValidationError

from passerelles.problems import Place, Problem
from passerelles.records.entry import Entry
from passerelles.records.files import SourceText, slug
from passerelles.records.kinds import Kind
from passerelles.records.mentions import ActorKey, Mention, Party
from passerelles.records.mistakes import problems_of
from passerelles.records.models import MODELS, RecordModel
from passerelles.records.reader import read_tree
from passerelles.records.values import Findings, is_identifier
from passerelles.text import nearest


def load(kind: Kind, source: SourceText) -> tuple[Entry, tuple[Problem, ...]]:
    """Read one record; the entry is given whatever the problems are."""
    name = source.file.rpartition("/")[2].removesuffix(".yml")
    problems: list[Problem] = []
    if not is_identifier(name):
        facts = {"nom": f"{name}.yml", "propose": f"{slug(name)}.yml"}
        problems.append(Problem("nom-de-fichier", Place(source.file), facts))
    tree, found = read_tree(source)
    problems.extend(found)
    if tree is None:
        return Entry(kind, name, source.file), tuple(problems)
    findings = Findings(source.file, source.lines)
    value: RecordModel | None = None
    mistakes: tuple[Problem, ...] = ()
    try:
        value = MODELS[kind].model_validate(tree, context=findings)
    except ValidationError as error:
        mistakes = problems_of(error.errors(include_url=False), tree, MODELS[kind], source)
    mentions = tuple(sorted(findings.mentions, key=lambda mention: mention.place))
    problems += mistakes
    problems += findings.problems
    problems += _actors_twice(mentions)
    problems += _strangers(mentions, {problem.code for problem in mistakes})
    keys = tuple(str(key) for key in tree)
    entry = Entry(kind, name, source.file, None if problems else value, mentions, keys)
    return entry, tuple(problems)


def _actors_twice(mentions: Sequence[Mention]) -> Iterator[Problem]:
    """Actors whose key another actor, or a territory of the case, already bears."""
    seen = _territories(mentions)
    for mention in mentions:
        if isinstance(mention.value, ActorKey):
            if mention.value.id in seen:
                yield Problem("cle-acteur-en-double", mention.place, {"cle": mention.value.id})
            seen.add(mention.value.id)


def _strangers(mentions: Sequence[Mention], mistakes: Collection[str]) -> Iterator[Problem]:
    """Parties to an exchange that are neither a territory of the case nor one of its actors.

    Nothing is said while the lists of territories and actors may themselves be at fault.
    """
    if not {"cle-inconnue", "liste-attendue", "bloc-attendu", "valeur-vide"}.isdisjoint(mistakes):
        return
    keys = {mention.value.id for mention in mentions if isinstance(mention.value, ActorKey)}
    known = _territories(mentions) | keys
    for mention in mentions:
        if isinstance(mention.value, Party) and mention.value.id not in known:
            proposed = nearest(mention.value.id, known)
            facts = {"trouve": mention.value.id, "parmi": ", ".join(sorted(known))}
            if proposed:
                facts["propose"] = proposed
            yield Problem("partie-inconnue", mention.place, facts, proposed)


def _territories(mentions: Sequence[Mention]) -> set[str]:
    return {
        str(mention.value)
        for mention in mentions
        if mention.field == "territoires" and mention.path[-1] != "note"
    }
