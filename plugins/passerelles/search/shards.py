"""The index in pieces: scripts that hand their data over by one call.

A classic script loads the same way over http and from a folder, needs no permission of the
content policy beyond `'self'`, and is cached like any other file. A small base is one file; a
large one is cut by size, so that a query loads only what it needs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import sub
from typing import Any, Final

from passerelles.search.encoding import number, numbers, signed
from passerelles.search.index import PLACES, Posting
from passerelles.search.words import Vocabulary

WHOLE: Final = 160_000
"""Up to this many characters, the index is not cut."""
PIECE: Final = 16_000
"""About how many characters a piece has."""
POSTINGS: Final = 9_000
"""The same for postings: a query needs those of few words, here and there."""
CARDS: Final = 2_500
"""The same for cards: those of the results of a query are scattered over all pieces."""
BUNDLE: Final = 200_000
"""About how many characters of such pieces are handed over together, to whoever has the time."""


@dataclass(frozen=True, slots=True)
class Shard:
    """A piece of the index."""

    name: str
    text: str
    """Its data, as JSON."""

    @classmethod
    def of(cls, name: str, data: Any) -> Shard:
        """A piece of what JSON can say."""
        return cls(name, as_json(data))

    def script(self) -> str:
        """The call by which the browser is handed the data."""
        return f'passerelles.shard("{self.name}",{self.text});\n'


def as_json(data: Any) -> str:
    """As short as it can be."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Cut:
    """A sequence cut into shards, and where each begins."""

    shards: tuple[Shard, ...]
    starts: tuple[Any, ...]


def cut(sizes: Iterable[int], piece: int = 0) -> list[slice]:
    """Cut a sequence, of whose items the sizes are known, into slices of about `piece`."""
    piece = piece or PIECE
    begins: list[int] = []
    filled = number = 0
    for place, size in enumerate(sizes):
        if not begins or (filled and filled + size > piece):
            begins.append(place)
            filled = 0
        filled += size
        number = place + 1
    return [slice(a, b) for a, b in pairwise([*begins, number])]


def word_shards(vocabulary: Vocabulary) -> Cut:
    """The words with their terms; each shard is a pair of texts.

    The first holds the words as they are shown, in the order of their surfaces, without what each
    has in common with the one before, whose length stands first; the second, how far the number
    of each term is from the one before.
    """
    surfaces = tuple(vocabulary.shown)
    slices = cut(len(surface) + 2 for surface in surfaces)
    pairs = (_words(surfaces[each], vocabulary) for each in slices)
    shards = (Shard.of(f"words-{n}", pair) for n, pair in enumerate(pairs))
    return Cut(tuple(shards), tuple(surfaces[each.start] for each in slices))


def _words(surfaces: Iterable[str], vocabulary: Vocabulary) -> tuple[str, str]:
    texts, steps = [], []
    before, term = "", 0
    for surface in surfaces:
        shown = vocabulary.shown[surface]
        same = _common(before, shown)
        texts.append(number(same) + shown[same:])
        steps.append(signed(vocabulary.terms[surface] - term))
        before, term = shown, vocabulary.terms[surface]
    return " ".join(texts), numbers(steps)


def _common(one: str, other: str) -> int:
    same = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        same += 1
    return same


def posting_shards(postings: Sequence[Posting]) -> Cut:
    """For each term one text: its rarity, then the distance and the weight of each document."""
    return shards_of("postings", [_posting(posting) for posting in postings], POSTINGS)


def _posting(posting: Posting) -> str:
    before = [-PLACES, *[each - each % PLACES for each in posting.packed]]
    return number(posting.rarity) + "".join(map(_pair, map(sub, posting.packed, before)))


@lru_cache(maxsize=20_000)
def _pair(packed: int) -> str:
    """The distance from one document to the next, and the weight of that."""
    distance, weight = divmod(packed, PLACES)
    return number(distance) + number(weight)


def shards_of(name: str, items: Iterable[Any], piece: int = 0) -> Cut:
    """Any items, known by their places: postings, cards, details, columns."""
    texts = [as_json(item) for item in items]
    slices = cut(map(len, texts), piece)
    shards = (Shard(f"{name}-{n}", f"[{','.join(texts[each])}]") for n, each in enumerate(slices))
    return Cut(tuple(shards), tuple(each.start for each in slices))


def bundled(shards: Sequence[Shard]) -> tuple[tuple[Shard, ...], ...]:
    """Put many shards together: all of them are to come with few requests."""
    return tuple(tuple(shards[each]) for each in cut((len(each.text) for each in shards), BUNDLE))


def files(
    manifest: Shard, shards: Iterable[Shard], bundles: Iterable[Iterable[Shard]]
) -> Iterator[tuple[str, str]]:
    """Name and text of every script.

    Where everything fits into one, it is in the manifest's: the browser then finds each shard
    there already. Otherwise each is one, and those of a bundle are another once more.
    """
    scripts = [(shard.name, shard.script()) for shard in shards]
    small = sum(len(text) for _, text in scripts) <= WHOLE
    yield manifest.name, manifest.script() + "".join(text for _, text in scripts if small)
    if not small:
        yield from scripts
        for n, bundle in enumerate(bundles):
            yield f"bundle-{n}", "".join(shard.script() for shard in bundle)
