"""What exactly a record says where it cites a document."""

from __future__ import annotations

from typing import Any

from passerelles.library import Link, paragraphs
from passerelles.records import Citation, HandwrittenPage, RecordModel
from passerelles.text import rich, shortened

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
            return shortened(text, LONGEST)
    return ""


def _inside(value: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return value[step]
    return getattr(value, value.attributes()[step])


def _paragraph(text: rich.RichText, link: Link) -> str:
    """The paragraph, the item of a list or the row of a table whose citation it is."""
    wanted = Citation(link.target.id, link.where)
    found = (each.text for each in paragraphs(text) if wanted in each.citations)
    return shortened(rich.to_text(next(found, text)), LONGEST)
