"""What stands twice in a list that is to hold everything once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from passerelles.problems import Problem
from passerelles.records.models.base import Model, models_in
from passerelles.records.tree import Mapping, Node, Sequence, Text
from passerelles.records.values import Once


def doubles(node: Mapping, model: type[Model]) -> Iterator[Problem]:
    """Items that repeat one above them, whether or not the other items are valid."""
    keys = model.keys()
    for key, value in node.items():
        if key not in keys or isinstance(value, Text):
            continue
        inner = next(models_in(keys[key].annotation), None)
        items = value if isinstance(value, Sequence) else [value]
        if Once() in keys[key].metadata:
            yield from _twice(items, inner)
        for item in items:
            if inner and isinstance(item, Mapping):
                yield from doubles(item, inner)


def _twice(items: Iterable[Node], model: type[Model] | None) -> Iterator[Problem]:
    """Items that say the same; a block says what stands under the first key of its model."""
    first = Text(next(iter(model.keys())) if model else "")
    seen: set[str] = set()
    for item in items:
        says = item.get(first) if isinstance(item, Mapping) else item
        name = " ".join(says.split()) if isinstance(says, Text) else ""
        if name in seen:
            yield Problem("doublon-dans-liste", item.origin.place, {"identifiant": name})
        seen |= {name} - {""}
