"""Who may take part in the exchanges of a case: its territories, and its actors by their keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from passerelles.problems import Problem
from passerelles.records.mentions import ActorKey, Mention, Party
from passerelles.records.tree import Path
from passerelles.text import nearest

LISTS = {"territoires", "acteurs"}


def actors_twice(mentions: Sequence[Mention]) -> Iterator[Problem]:
    """Actors whose key another actor, or a territory of the case, already bears."""
    seen = _territories(mentions)
    for mention in mentions:
        if isinstance(mention.value, ActorKey):
            if mention.value.id in seen:
                yield Problem("cle-acteur-en-double", mention.place, {"cle": mention.value.id})
            seen.add(mention.value.id)


def strangers(mentions: Sequence[Mention]) -> Iterator[Problem]:
    """Parties to an exchange that are neither a territory of the case nor one of its actors."""
    keys = {mention.value.id for mention in mentions if isinstance(mention.value, ActorKey)}
    known = _territories(mentions) | keys
    for mention in mentions:
        if isinstance(mention.value, Party) and mention.value.id not in known:
            proposed = nearest(mention.value.id, known)
            facts = {"trouve": mention.value.id, "parmi": ", ".join(sorted(known))}
            if proposed:
                facts["propose"] = proposed
            yield Problem("partie-inconnue", mention.place, facts, proposed)


def in_doubt(mistakes: Mapping[Path, Problem], others: Iterable[Problem]) -> bool:
    """Whether a mistake elsewhere may hide a territory or an actor, so that none seems a stranger.

    `mistakes` are those of the model by their paths, `others` those of the reader.
    """
    return any(_hides(path, problem) for path, problem in mistakes.items()) or any(
        problem.facts.get("cle") in LISTS for problem in others if problem.code == "cle-en-double"
    )


def _hides(path: Path, problem: Problem) -> bool:
    if path[0] not in LISTS:
        meant = problem.facts.get("propose")
        return problem.code == "cle-inconnue" and len(path) == 1 and meant in {None, *LISTS}
    item = len(path) <= len(("acteurs", 0))
    return item or path[-1] in {"cle", "territoire"} or problem.code == "cle-inconnue"


def _territories(mentions: Sequence[Mention]) -> set[str]:
    return {
        str(mention.value)
        for mention in mentions
        if mention.field == "territoires" and mention.path[-1] != "note"
    }
