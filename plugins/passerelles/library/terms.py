"""The written forms of the glossary, for linking them where they stand in texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from passerelles.records import Concept, Entry, YesNo
from passerelles.text import TermForm


def forms_of(entries: Iterable[Entry]) -> Iterator[TermForm]:
    """Every form of every concept that may be linked by itself."""
    for entry in entries:
        if isinstance(entry.value, Concept) and entry.value.linked is YesNo.YES:
            for form in (entry.value.term, *entry.value.forms):
                yield TermForm(form, entry.id)
