"""What exactly a record says where it cites a document."""

from __future__ import annotations

from textwrap import shorten
from typing import Any

from passerelles.library import Link
from passerelles.records import HandwrittenPage, RecordModel
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
    """The paragraph whose citation it is."""
    wanted = f"[@{link.target.id}{' ' + link.where if link.where else ''}]"
    paragraphs = text.source.split("\n\n")
    found = next((each for each in paragraphs if wanted in " ".join(each.split())), text.source)
    return shorten(rich.to_text(rich.parse(found)), LONGEST, placeholder="…")
