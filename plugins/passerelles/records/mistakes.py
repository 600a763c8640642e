"""From Pydantic's errors to problems: its places become places in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from pydantic_core import ErrorDetails

from passerelles.problems import Problem
from passerelles.records.files import SourceText
from passerelles.records.models.base import Model, example_of
from passerelles.records.quoting import in_quotes
from passerelles.records.tree import Mapping, Node, Path, Sequence, Text, deepest
from passerelles.text import nearest


def problems_of(
    errors: Iterable[ErrorDetails], tree: Mapping, model: type[Model], source: SourceText
) -> tuple[Problem, ...]:
    """One problem for each mistake: what follows from another one is left out.

    A list whose items are all wrong is not "too short" besides; a key that is missing because it
    is misspelt is reported where it is misspelt.
    """
    found: dict[Path, Problem] = {}
    for error in errors:
        path = (*error["loc"], *error.get("ctx", {}).get("step", ()))
        node, rest = deepest(tree, path)
        if error["type"] == "too_short" and node:
            continue
        found[path] = _problem(error, node, path[: len(path) - len(rest)], rest, model, source)
    meant = {
        (*path[:-1], problem.facts.get("propose"))
        for path, problem in found.items()
        if problem.code == "cle-inconnue"
    }
    return tuple(
        problem
        for path, problem in found.items()
        if problem.code != "cle-manquante" or path not in meant
    )


def _problem(  # noqa: PLR0913, PLR0917 - an error, where it is, and what stands there
    error: ErrorDetails,
    node: Node,
    path: Path,
    rest: Path,
    model: type[Model],
    source: SourceText,
) -> Problem:
    if error["type"] == "missing":
        return _missing(node, rest, model.at(path))
    if error["type"] == "extra_forbidden":
        return _unknown_key(node, path, model)
    if not (node.strip() if isinstance(node, Text) else node):
        return Problem("valeur-vide", node.origin.key_place)
    details: dict[str, Any] = error.get("ctx", {})
    if "code" in details:
        return _refused(details, node, source)
    return PYDANTIC[error["type"]](node, model.at(path), details)


def _refused(details: dict[str, Any], node: Node, source: SourceText) -> Problem:
    """What one of our own types refused."""
    code, facts, fix = details["code"], details["facts"], details["fix"]
    place = node.origin.place
    if code == "valeur-inconnue":
        return _nearest(code, node, facts["trouve"], facts["parmi"].split())
    if code == "texte-attendu" and isinstance(node, Mapping) and len(node) == 1:
        fix = in_quotes(source.lines[place.line - 1][place.column - 1 :].rstrip())
    return Problem(code, place, facts, fix)


def _missing(node: Node, rest: Path, model: type[Model]) -> Problem:
    info = model.keys()[str(rest[0])]
    indent = " " * (node.origin.place.column - 1)
    line = example_of(info).replace("\n", f"\n{indent}")
    facts = {"cle": str(rest[0]), "libelle": str(info.title), "ligne": indent + line}
    return Problem("cle-manquante", node.origin.place, facts)


def _unknown_key(node: Node, path: Path, model: type[Model]) -> Problem:
    """`path` leads to the value of the key, which is in the file though not in the model."""
    holder = model.at(path[:-1])
    key = node.origin.key
    if key is None:
        raise TypeError(path)
    english = holder.english().get(str(key))
    return _nearest("cle-inconnue", key, str(key), list(holder.keys()), english)


def _nearest(
    code: str, text: Text, found: str, known: list[str], meant: str | None = None
) -> Problem:
    """Something that is not on a list, with what was most plausibly meant."""
    proposed = meant or nearest(found, known)
    facts = {"trouve": found, "parmi": ", ".join(known)}
    if proposed:
        facts["propose"] = proposed
    return Problem(code, text.origin.place, facts, proposed)


def _not_a_list(node: Node, *_: object) -> Problem:
    fix = f"[{node}]" if isinstance(node, Text) and node.origin.plain else None
    return Problem("liste-attendue", node.origin.place, fix=fix)


def _not_a_block(node: Node, model: type[Model], _: dict[str, Any]) -> Problem:
    return Problem("bloc-attendu", node.origin.place, {"cles": ", ".join(model.keys())})


def _too_long(node: Node, _: type[Model], details: dict[str, Any]) -> Problem:
    facts = {"longueur": str(len(str(node))), "maximum": str(details["max_length"])}
    return Problem("texte-trop-long", node.origin.place, facts)


PYDANTIC: dict[str, Callable[[Node, type[Model], dict[str, Any]], Problem]] = {
    "tuple_type": _not_a_list,
    "model_type": _not_a_block,
    "string_too_long": _too_long,
}
"""The kinds of error that Pydantic finds by itself."""
