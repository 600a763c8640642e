"""What a case claims, and how much of it says on which document it rests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from passerelles.records import Case, Citation, Model
from passerelles.text import rich
from passerelles.text.blocks import Block, CitationMention

ITEMS = ("goals", "exchanges", "means", "timeline", "results", "levers", "brakes", "lessons")
"""The lists of a case of which each item is a claim."""
WORDS = ("brings", "label", "text", "concept")
"""The attributes that say what an item claims, the most telling first."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a rich text, an item of a list in it, or a row of a table."""

    text: rich.RichText
    citations: tuple[Citation, ...]

    @property
    def words(self) -> str:
        """What it says, as plain text."""
        return rich.to_text(self.text)


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that a case says of the practice."""

    field: str
    """The YAML key under which it stands."""
    said: rich.RichText | str
    sources: tuple[Citation, ...]
    """The documents on which it rests, with the places in them."""

    @property
    def words(self) -> str:
        """What is claimed, as plain text."""
        return rich.to_text(self.said) if isinstance(self.said, rich.RichText) else self.said


def sourced_share(case: Case) -> tuple[int, int]:
    """How many claims of a case have a source, and how many it makes in all.

    A claim is an item of `objectifs`, `echanges`, `moyens`, `chronologie`, `resultats`,
    `leviers`, `freins` or `enseignements`, and a paragraph of `defis`, `gouvernance`,
    `transfert` or the `note` of a territory. It has a source where its `source` names a
    document or its text cites one.

    No claims: titles and summaries, which sum up what stands below, with its sources; the
    actors; what the case is filed under; the reasons to see another case too, which are the
    editor's own.
    """
    made = tuple(claims(case))
    return sum(bool(claim.sources) for claim in made), len(made)


def unsourced(case: Case) -> tuple[Claim, ...]:
    """The claims of a case that rest on no document."""
    return tuple(claim for claim in claims(case) if not claim.sources)


def claims(case: Case) -> Iterator[Claim]:
    """Every claim of a case: what it tells in lists, then what it tells in paragraphs."""
    for name in ITEMS:
        for item in getattr(case, name):
            yield _claim_of(item, _key(case, name))
    for field, text in _texts(case):
        for paragraph in paragraphs(text):
            if paragraph.citations or not paragraph.words.endswith(":"):  # announces what follows
                yield Claim(field, paragraph.text, paragraph.citations)


def paragraphs(text: rich.RichText) -> Iterator[Paragraph]:
    """The pieces of a text that each make a statement; headings make none."""
    blocks: list[Block] = []
    for block in text.blocks:
        if block.kind in {"paragraph", "td"}:
            blocks.append(block)
        if blocks and block.ends:
            yield Paragraph(
                rich.RichText(text.source, tuple(blocks), ""),
                tuple(
                    Citation(piece.source, piece.where)
                    for each in blocks
                    for piece in each.pieces
                    if isinstance(piece, CitationMention)
                ),
            )
            blocks = []


def _claim_of(item: Model, field: str) -> Claim:
    attributes = type(item).english()
    named = (getattr(item, name) for name in WORDS if name in attributes)
    words = next(value for value in named if value is not None)
    cited = [getattr(item, "source", None) if "source" in attributes else None]
    if isinstance(words, rich.RichText):
        cited += [citation for each in paragraphs(words) for citation in each.citations]
    else:
        words = str(words)
    return Claim(field, words, tuple(citation for citation in cited if citation))


def _texts(case: Case) -> Iterator[tuple[str, rich.RichText]]:
    """The texts of a case that tell of the practice, each with its YAML key."""
    told = [(_key(case, "territories"), territory.note) for territory in case.territories]
    told += [(_key(case, name), getattr(case, name)) for name in ("challenges", "governance")]
    if case.transfer:
        for name in ("conditions", "limits", "first_steps"):
            told.append((_key(case, "transfer"), getattr(case.transfer, name)))
    yield from ((field, text) for field, text in told if text)


def _key(model: Model, attribute: str) -> str:
    return model.english()[attribute]
