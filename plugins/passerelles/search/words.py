"""All the linguistics of the search: from running French text to the words that are looked up.

A *word* is what is indexed, as it is shown, without elided articles. Its *surface* is how it is
compared: folded. A *term* is what several surfaces have in common: their stem. The browser knows
no French: it is sent the surfaces with their terms, and the few lists below.

Source: M. Porter, « French stemming algorithm », snowballstem.org.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import chain
from typing import Final

import snowballstemmer

from passerelles.records import official
from passerelles.text import fold

ELISIONS: Final = frozenset(
    ["l", "d", "j", "n", "m", "t", "s", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"]
)
"""What may stand before an apostrophe and means nothing by itself."""

STOPS: Final = frozenset((files(__package__) / "stop_words.txt").read_text("utf-8").split())
"""Folded words that are too common to tell documents apart."""

_GENTILE: Final = re.compile(r"(\w{4,}?)e?ois(?:es?)?|(\w{5,}?)(?:ie|ai)n(?:n?e)?s?")
"""What names the people of a place: grenoblois, liégeoise, parisiennes, toulousain; and what is
left of the place. Endings that the stemmer takes off by itself (lyonnais) are not needed here."""

_TOKEN: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?"  # an acronym with its points
    r"|[^\W_]+(?:['\u2019\u02bc\u2010\u2011-][^\W_]+)*"
)
_JOINTS: Final = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-"})
_HIDDEN: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words of all documents, and what they have in common."""

    shown: Mapping[str, str]
    """How most fields write each surface, in the order of the surfaces."""
    terms: Mapping[str, int]
    """The number of the term of each surface; terms are numbered in the order of their stems."""


def counted(text: str) -> Counter[str]:
    """How often each word stands in a text."""
    return Counter(chain.from_iterable(map(_words, text.split())))


@lru_cache(maxsize=100_000)
def _words(between: str) -> tuple[str, ...]:
    """The words of what stands between two blanks, which stands there again and again."""
    return tuple(word for token in tokens(between) for word in words(token))


def tokens(text: str) -> Sequence[str]:
    """What blanks and punctuation set apart."""
    if not text.isascii():
        text = _HIDDEN.sub("", unicodedata.normalize("NFC", text))
    found: list[str] = _TOKEN.findall(text)
    return found


def words(token: str) -> Iterator[str]:
    """The words of a token, in small letters unless they are acronyms.

    `l’eau` is `eau`; `co-construction` is `co`, `construction` and `coconstruction`.
    """
    whole = token.replace(".", "").translate(_JOINTS)
    parts = [_without_elision(part) for part in whole.split("-")]
    if len(parts) == 2:  # noqa: PLR2004 - longer compounds are names, which nobody writes as one
        parts.append("".join(parts))
    for part in parts:
        surface = fold(part)
        if surface not in STOPS and (len(surface) > 1 or surface.isdigit()):
            acronym = part.isupper() and len(part) > 1
            yield part if acronym else part.lower()


def _without_elision(part: str) -> str:
    pieces = part.split("'")
    while len(pieces) > 1 and fold(pieces[0]) in ELISIONS:
        del pieces[0]
    return "".join(pieces)


def vocabulary(fields: Mapping[str, int]) -> Vocabulary:
    """Order all words, of which one knows how many fields hold each; each is stemmed once.

    Spellings that fold to the same are one surface; its term is that of the most frequent.
    Acronyms are whole. What names the people of a place has the term of the place, which is then a
    word too, whether or not a text says it: « grenoble » finds « la région grenobloise ».
    """
    spellings: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for word, number in fields.items():
        spellings[fold(word)].append((-number, word))
    places = dict(_places_meant(spellings))
    for place in places.values():
        spellings[place].append((0, place))
    shown = {surface: min(spellings[surface])[1] for surface in sorted(spellings)}
    stemmer = snowballstemmer.stemmer("french")
    stems = {
        surface: surface if best.isupper() else fold(stemmer.stemWord(_singular(best)))
        for surface, best in shown.items()
    }
    stems |= {people: stems[place] for people, place in places.items()}
    numbers = {stem: number for number, stem in enumerate(sorted(set(stems.values())))}
    return Vocabulary(shown, {surface: numbers[stem] for surface, stem in stems.items()})


def _places_meant(surfaces: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each surface that names the people of a place on the official lists, and that place."""
    people = {each: found for each in surfaces if (found := _GENTILE.fullmatch(each))}
    places = set(fold("\n".join(official.names_of_places())).split("\n")) if people else set()
    for surface, found in people.items():
        root = found[1] or found[2]
        name = next(
            (place for ending in ("", "e", "es", "s") if (place := root + ending) in places), None
        )
        if name:
            yield surface, name


def _singular(word: str) -> str:
    """Help the stemmer, which takes off the -er of « maraîcher » but not the -ers of its plural."""
    return word.removesuffix("s") if word.endswith("ers") else word
