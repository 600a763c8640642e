"""What exactly a record says where it cites a document."""

from __future__ import annotations

from textwrap import shorten
from typing import Any

from passerelles.library import Link, paragraphs
from passerelles.records import Citation, HandwrittenPage, RecordModel
from passerelles.text import rich

WORDS = ("brings", "label", "text", "name", "title", "value", "alternative")
"""The attributes that say what an item is about, the most telling first."""
LONGEST = 180


def claim_text(record: RecordModel | HandwrittenPage, link: Link) -> str:
    """The item that holds the citation, or the paragraph of a text in which it stands."""
    value: Any = record.body if isinstance(record, HandwrittenPage) else record
    holder = value
    for step in () if isinstance(record, HandwrittenPage) else link.path:
        holder, value = value, _inside(value, step)
    if isinstance(value, rich.RichText):
        return _paragraph(value, link)
    for attribute in WORDS:
        words = getattr(holder, attribute, None)
        if holder is not record and words is not None:
            text = rich.to_text(words) if isinstance(words, rich.RichText) else str(words)
            return shorten(text, LONGEST, placeholder="…")
    return ""


def _inside(value: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return value[step]
    names = {str(info.alias): name for name, info in type(value).model_fields.items()}
    return getattr(value, names[step])


def _paragraph(text: rich.RichText, link: Link) -> str:
    """The paragraph, the item of a list or the row of a table whose citation it is."""
    wanted = Citation(link.target.id, link.where)
    found = (each.words for each in paragraphs(text) if wanted in each.citations)
    return shorten(next(found, rich.to_text(text)), LONGEST, placeholder="…")
