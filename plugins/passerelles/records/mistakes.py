"""From Pydantic's errors to problems: one for each mistake, at its place in the file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from pydantic_core import ErrorDetails

from passerelles.problems import Problem
from passerelles.records import tree
from passerelles.records.files import SourceText
from passerelles.records.models.base import Model
from passerelles.records.tree import Path, deepest
from passerelles.records.verdict import Mistake, verdict


def problems_of(
    errors: Iterable[ErrorDetails], root: tree.Mapping, model: type[Model], source: SourceText
) -> Mapping[Path, Problem]:
    """One problem for each mistake, by its path: what follows from another one is left out.

    A list whose items are all wrong is not "too short" besides; a key that is missing because it
    is misspelt is reported where it is misspelt; an empty block lacks no keys, and a block of which
    no key is known is no such block.
    """
    found: dict[Path, Problem] = {}
    for error in errors:
        for path in _paths(error):
            mistake = _mistake(error, path, root, model, source)
            if error["type"] != "too_short" or mistake.empty:
                found[mistake.path if mistake.empty else path] = verdict(mistake)
    for block in _strange_blocks(found, root):
        place = deepest(root, block)[0].origin.place
        found = {path: problem for path, problem in found.items() if path[:-1] != block}
        found[block] = Problem("bloc-attendu", place, {"cles": ", ".join(model.at(block).keys())})
    meant = {
        (*path[:-1], problem.facts.get("propose"))
        for path, problem in found.items()
        if problem.code == "cle-inconnue"
    }
    return {
        path: problem
        for path, problem in found.items()
        if problem.code != "cle-manquante" or path not in meant
    }


def _strange_blocks(found: Mapping[Path, Problem], root: tree.Mapping) -> set[Path]:
    """The blocks that lack keys and have none that is known, nor near to one that is."""
    lacking = {path[:-1] for path, problem in found.items() if problem.code == "cle-manquante"}
    unknown = {
        path
        for path, problem in found.items()
        if problem.code == "cle-inconnue" and not problem.fix
    }
    return {
        block
        for block in lacking
        if block and all((*block, str(key)) in unknown for key in deepest(root, block)[0])
    }


def _paths(error: ErrorDetails) -> list[Path]:
    """Where an error stands; several places where it is about items of a list."""
    items: Collection[int] = error.get("ctx", {}).get("items", ())
    return [(*error["loc"], position) for position in items] or [error["loc"]]


def _mistake(
    error: ErrorDetails, path: Path, root: tree.Mapping, model: type[Model], source: SourceText
) -> Mistake:
    node, missing = deepest(root, path)
    here = path[: len(path) - len(missing)]
    holder = model.at(here[:-1])
    return Mistake(
        kind=error["type"],
        details=error.get("ctx", {}),
        node=node,
        beside=deepest(root, here[:-1])[0],
        path=here,
        missing=str(missing[0]) if missing else None,
        holder=holder,
        model=holder if error["type"] == "extra_forbidden" else model.at(here),
        source=source,
    )
