"""The tree of a YAML file: text, mappings and sequences that know where they stand.

They are `str`, `dict` and `list`, so that the model validates them like any others; what they
add is their origin.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from passerelles.problems import Place

Path = tuple[str | int, ...]


class Origin(NamedTuple):
    """Where a value stands in its file and in its record."""

    place: Place
    """Of a text: its first line; of a mapping or a sequence: its first character."""
    last_line: int
    """The line on which the value ends."""
    path: Path
    """Keys and indices from the record down to the value, such as `("echanges", 0, "de")`."""
    key: Text | None = None
    """The key that it is the value of, if it is one."""
    plain: bool = False
    """Whether it is a text written without quotes on its line."""

    @property
    def key_place(self) -> Place:
        """Where the key stands that it is the value of; its own place in a list."""
        return self.key.origin.place if self.key else self.place


class Text(str):  # noqa: SLOT000 - it carries its origin
    """A scalar, always as the text that stands in the file."""

    origin: Origin


class Mapping(dict[Text, "Node"]):
    """Keys and their values, in the order of the file."""

    origin: Origin


class Sequence(list["Node"]):
    """The items of a list."""

    origin: Origin


Node = Text | Mapping | Sequence


def deepest(root: Node, path: Path) -> tuple[Node, Path]:
    """Go down `path` as far as it leads; give the node reached and what is left of the path."""
    node = root
    for step, name in enumerate(path):
        if isinstance(node, Mapping) and name in node:
            node = node[name]  # type: ignore[index]
        elif isinstance(node, Sequence) and isinstance(name, int):
            node = node[name]
        else:
            return node, path[step:]
    return node, ()


def each(node: Node, path: Path, above: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Every value under a path of keys, in all items of the lists on the way, with its own path."""
    if isinstance(node, Sequence):
        for position, item in enumerate(node):
            yield from each(item, path, (*above, position))
    elif not path:
        yield above, node
    elif isinstance(node, Mapping) and path[0] in node:
        yield from each(node[path[0]], path[1:], (*above, path[0]))  # type: ignore[index]
