"""What a value that the model refuses means to the author of the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from unicodedata import normalize

from passerelles.problems import Place, Problem
from passerelles.records import tree
from passerelles.records.files import SourceText
from passerelles.records.layout import Line, block_below
from passerelles.records.meant import choice
from passerelles.records.models.base import Model, example_of
from passerelles.records.quoting import as_value, in_quotes
from passerelles.records.tree import Node, Path, Text
from passerelles.text import french_number, nearest
from passerelles.text.rich import is_link

TEXT_KEYS = ("texte", "nom", "libelle", "titre", "valeur", "fichier", "conditions")
LINK_KEYS = ("url", "lien")
"""Where a text, or an address, belongs that was given in place of a block."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """An error of Pydantic's, led back to what stands in the file."""

    kind: str
    """Pydantic's name for it."""
    details: Mapping[str, Any]
    node: Node
    """The value it is about, or the one in which something is missing."""
    beside: Node
    """The block or the list in which that value stands."""
    path: Path
    """Where the value stands in the record."""
    missing: str | None
    """The key that is missing in it."""
    holder: type[Model]
    """The model of the block in which the value stands."""
    model: type[Model]
    """The model of the value, or of its items; `holder` where they are no blocks."""
    source: SourceText

    @property
    def place(self) -> Place:
        """Where the value stands."""
        return self.node.origin.place

    @property
    def line(self) -> Line:
        """The line on which the value begins."""
        return Line.of(self.source, self.place.line - 1)

    @property
    def alone(self) -> bool:
        """Whether the value stands on one line."""
        return self.node.origin.last_line == self.place.line

    @property
    def empty(self) -> bool:
        """Whether the value says nothing."""
        return not (self.node.strip() if isinstance(self.node, Text) else self.node)


def verdict(mistake: Mistake) -> Problem:
    """The problem that a mistake is."""
    if mistake.kind == "extra_forbidden":
        return _unknown_key(mistake)
    if mistake.empty:
        return _empty(mistake)
    if mistake.kind == "missing":
        return _missing(mistake)
    if "items" in mistake.details:
        facts = mistake.details["items"][mistake.path[-1]]
        return Problem(mistake.kind, mistake.place, facts)
    if "code" in mistake.details:
        return _refused(mistake)
    return PYDANTIC[mistake.kind](mistake)


def _refused(mistake: Mistake) -> Problem:
    """What one of our own types refused."""
    code, facts, fix = (mistake.details[name] for name in ("code", "facts", "fix"))
    if code == "valeur-inconnue":
        found, known = facts["trouve"], facts["parmi"].split()
        return _nearest(code, mistake.place, found, known, choice(found, known))
    if code == "texte-attendu":
        return _not_a_text(mistake, facts)
    return Problem(code, mistake.place, facts, fix)


def _not_a_text(mistake: Mistake, facts: Mapping[str, str]) -> Problem:
    """A list or a block in place of a text; most often it is a text that holds a colon."""
    node = mistake.node
    if isinstance(node, tree.Mapping) and len(node) == 1:
        key, value = next(iter(node.items()))
        start, end = key.origin.place, value.origin.place
        if isinstance(value, Text) and start.line == value.origin.last_line:
            length = end.column + end.length - start.column
            written = mistake.line.text[start.column - 1 :][:length]
            place = mistake.line.place(start.column - 1, length)
            return Problem("deux-points", place, fix=in_quotes(written))
    holder, only = node.origin.key, node[0] if isinstance(node, tree.Sequence) else None
    if holder and isinstance(only, Text) and only.strip() and len(node) == 1:
        head = Line.of(mistake.source, holder.origin.place.line - 1).head
        facts = {**facts, "bloc": f"{head} {as_value(str(only))}"}
    return Problem("texte-attendu", mistake.place, facts)


def _empty(mistake: Mistake) -> Problem:
    """A key, or a dash, after which nothing stands."""
    key = mistake.node.origin.key
    if key is None:
        dash = mistake.line.text[: mistake.place.column - 1].rstrip()
        beside = mistake.line.place(len(dash) - 1, 1)
        return Problem("valeur-vide", mistake.place if mistake.place.length else beside)
    place = key.origin.place
    line = Line.of(mistake.source, place.line - 1)
    sign = line.text[line.start :].rstrip()
    if re.match(r"#[^\s#]", sign):
        there = line.place(line.start, len(sign))
        return Problem("caractere-reserve", there, {"signe": "#"}, in_quotes(sign))
    facts = {"cle": str(key)}
    info = mistake.holder.keys().get(str(key))
    if info and info.is_required():
        facts["ligne"] = line.text[: place.column - 1] + example_of(info)
    return Problem("valeur-vide", place, facts)


def _missing(mistake: Mistake) -> Problem:
    info = mistake.model.keys()[str(mistake.missing)]
    facts = {"cle": str(info.alias), "libelle": str(info.title)}
    column = mistake.place.column - 1
    if mistake.line.text[column : column + 1] == "{":
        facts["element"] = example_of(info)
    else:
        facts["ligne"] = "\n".join(" " * column + line for line in example_of(info).split("\n"))
    return Problem("cle-manquante", mistake.line.place(column, 0), facts)


def _unknown_key(mistake: Mistake) -> Problem:
    """The mistake is about the value of a key that is in the file though not in the model."""
    key = mistake.node.origin.key
    if key is None:
        raise TypeError(mistake.path)
    keys = mistake.model.keys()
    free = [name for name in keys if name not in mistake.beside]
    english = mistake.model.english().get(str(key))
    meant = english if english in free else None
    return _nearest("cle-inconnue", key.origin.place, str(key), free, meant)


def _nearest(
    code: str, place: Place, found: str, known: list[str], meant: str | None = None
) -> Problem:
    """Something that is not on a list, with what was most plausibly meant."""
    proposed = meant or nearest(found, known)
    facts = {"trouve": found, "parmi": ", ".join(known)}
    if proposed:
        facts["propose"] = proposed
    return Problem(code, place, facts, proposed)


def _not_a_list(mistake: Mistake) -> Problem:
    node, place, line = mistake.node, mistake.place, mistake.line
    if line.text[place.column - 1] == "{":
        written = line.text[place.column - 1 :].rstrip()
        return Problem("liste-attendue", place, fix=f"[{written}]" if mistake.alone else None)
    if isinstance(node, tree.Mapping):
        first, *rest = block_below(mistake.source, line.number, place.column - 1)
        indent = " " * (place.column - 1)
        lines = [f"{indent}- {first.strip()}", *(f"  {each}" for each in rest)]
        return Problem("liste-attendue", place, {"bloc": "\n".join(lines)})
    if str(node).startswith("-"):
        glued = block_below(mistake.source, line.number, place.column - 1)
        lines = [each.replace("-", "- ", 1) for each in glued]
        return Problem("espace-apres-tiret", place, {"bloc": "\n".join(lines)})
    if mistake.model is not mistake.holder and not hasattr(mistake.model, "bare"):
        return Problem("liste-attendue", place, _example(mistake, dash="- "))
    items = ", ".join(as_value(item) for item in str(node).split(", "))
    return Problem("liste-attendue", place, fix=f"[{items}]" if mistake.alone else None)


def _not_a_block(mistake: Mistake) -> Problem:
    facts = {"cles": ", ".join(mistake.model.keys()), **_example(mistake)}
    return Problem("bloc-attendu", mistake.place, facts)


def _example(mistake: Mistake, dash: str = "") -> dict[str, str]:
    """A block that says what a text says, in its place; nothing where there is no room for it."""
    key, line = mistake.node.origin.key, mistake.line
    column = (key.origin.place.column if key else mistake.place.column) - 1
    if not isinstance(mistake.node, Text) or line.text[:column].strip(" -"):
        return {}
    keys = mistake.model.keys()
    wanted = [name for name, info in keys.items() if info.is_required()] or list(keys)[:1]
    spots = LINK_KEYS if is_link(str(mistake.node)) else TEXT_KEYS
    spot = next((name for name in spots if name in wanted), None)
    block = "\n".join(
        f"{name}: {as_value(str(mistake.node))}" if name == spot else example_of(keys[name])
        for name in wanted
    )
    head = line.text[:column] + (f"{key}:\n{' ' * (column + 2)}{dash}" if key else "")
    indent = " " * (column + len(dash) + 2 * bool(key))
    return {"bloc": head + block.replace("\n", f"\n{indent}")}


def _too_long(mistake: Mistake) -> Problem:
    text = " ".join(normalize("NFC", str(mistake.node)).split())
    length, most = len(text), mistake.details["max_length"]
    facts = {"longueur": french_number(length), "maximum": french_number(most)}
    return Problem("texte-trop-long", mistake.place, facts)


PYDANTIC: Mapping[str, Callable[[Mistake], Problem]] = {
    "tuple_type": _not_a_list,
    "model_type": _not_a_block,
    "string_too_long": _too_long,
    "too_long": _too_long,
}
"""The kinds of error that Pydantic finds by itself."""
