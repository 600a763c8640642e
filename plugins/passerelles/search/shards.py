"""The index in pieces: scripts that hand their data over by one call.

A classic script loads the same way over http and from a folder, needs no permission of the
content policy beyond `'self'`, and is cached like any other file. A small base is one file; a
large one is cut by size, so that a query loads only what it needs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from passerelles.search.encoding import gaps, number, numbers, signed
from passerelles.search.index import Posting
from passerelles.search.words import Vocabulary

WHOLE: Final = 160_000
"""Up to this many characters, the index is not cut."""
PIECE: Final = 16_000
"""About how many characters a piece has."""
CARDS: Final = 6_000
"""The same for cards: those of the results of a query are scattered over all pieces."""


@dataclass(frozen=True, slots=True)
class Shard:
    """A piece of the index."""

    name: str
    data: Any
    """What JSON can say."""

    def script(self) -> str:
        """The call by which the browser is handed the data."""
        data = json.dumps(self.data, ensure_ascii=False, separators=(",", ":"))
        return f'passerelles.shard("{self.name}",{data});\n'


@dataclass(frozen=True, slots=True)
class Cut:
    """A sequence cut into shards, and where each begins."""

    shards: tuple[Shard, ...]
    starts: tuple[Any, ...]


def cut(
    name: str, items: Sequence[Any], sizes: Iterable[int], starts: Sequence[Any], piece: int = 0
) -> Cut:
    """Cut items into shards of about `piece` characters; each is known by what it starts with."""
    piece = piece or PIECE
    begins, filled = [0] if items else [], 0
    for place, size in enumerate(sizes):
        if filled and filled + size > piece:
            begins.append(place)
            filled = 0
        filled += size
    ends = [*begins[1:], len(items)]
    pieces = zip(begins, ends, strict=True)
    shards = (Shard(f"{name}-{n}", items[a:b]) for n, (a, b) in enumerate(pieces))
    return Cut(tuple(shards), tuple(starts[place] for place in begins))


def word_shards(vocabulary: Vocabulary) -> Cut:
    """The words with their terms; each shard is a pair of texts.

    The first holds the words as they are shown, in the order of their surfaces, without what each
    has in common with the one before, whose length stands first; the second, how far the number
    of each term is from the one before.
    """
    surfaces = tuple(vocabulary.shown)
    whole = cut("words", surfaces, (len(surface) + 2 for surface in surfaces), surfaces)
    shards = (_words(shard, vocabulary) for shard in whole.shards)
    return Cut(tuple(shards), whole.starts)


def _words(shard: Shard, vocabulary: Vocabulary) -> Shard:
    texts, steps = [], []
    before, term = "", 0
    for surface in shard.data:
        shown = vocabulary.shown[surface]
        same = _common(before, shown)
        texts.append(number(same) + shown[same:])
        steps.append(signed(vocabulary.terms[surface] - term))
        before, term = shown, vocabulary.terms[surface]
    return Shard(shard.name, [" ".join(texts), numbers(steps)])


def _common(one: str, other: str) -> int:
    same = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        same += 1
    return same


def posting_shards(postings: Sequence[Posting]) -> Cut:
    """For each term one text: its rarity, then the distance and the weight of each document."""
    texts = [_posting(posting) for posting in postings]
    return cut("postings", texts, (len(text) + 3 for text in texts), range(len(texts)))


def _posting(posting: Posting) -> str:
    steps = gaps(ordinal for ordinal, _ in posting.documents)
    pairs = zip(steps, (weight for _, weight in posting.documents), strict=True)
    return number(posting.rarity) + "".join(number(a) + number(b) for a, b in pairs)


def shards_of(name: str, items: Sequence[Mapping[str, Any]], piece: int = 0) -> Cut:
    """Any items, known by their places: cards, details, columns."""
    sizes = (len(json.dumps(item, ensure_ascii=False)) for item in items)
    return cut(name, items, sizes, range(len(items)), piece)


def files(manifest: Shard, shards: Iterable[Shard]) -> Iterator[tuple[str, str]]:
    """Name and text of every script.

    Where everything fits into one, it is in the manifest's, whose data says so: the browser then
    finds each shard there already.
    """
    scripts = [(shard.name, shard.script()) for shard in shards]
    small = sum(len(text) for _, text in scripts) <= WHOLE
    yield manifest.name, manifest.script() + "".join(text for _, text in scripts if small)
    if not small:
        yield from scripts
