"""The page of a concept."""

from __future__ import annotations

from collections.abc import Iterator

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Key, Library
from passerelles.pages.contexts import Anchor, ConceptPage, Item, Row
from passerelles.pages.labels import LABELS
from passerelles.pages.neighbours import beside
from passerelles.pages.overflow import beginning
from passerelles.pages.page import Page, finish
from passerelles.pages.shared import documents, uses
from passerelles.pages.writer import Writer
from passerelles.records import Concept, Kind

LABEL = LABELS[Kind.CONCEPT]


def concept_page(library: Library, links: Addresses, name: str) -> Page:
    """Write the page of a concept."""
    key, concept = Key(Kind.CONCEPT, name), library.concepts[name]
    file = library.entries[key].file
    here = addresses.of_record(key.kind, key.id)
    writer = Writer(library, links, here, key)
    scheme = addresses.of_scheme(concept.scheme)
    context = ConceptPage(
        title=concept.term,
        scheme=Anchor(concept.scheme.label, links.link(scheme, here)),
        forms=concept.forms,
        definition=writer.rich(concept.definition),
        others=tuple(_others(writer, concept)),
        neighbours=tuple(_neighbours(writer, name, concept)),
        uses=beginning(writer, key, uses(writer, key), concept.scheme.value),
        documents=documents(writer, concept.sources),
        notes=writer.written_notes(),
        beside=beside(writer, key),
        edit=links.edit(file),
    )
    trail = (("Glossaire", addresses.GLOSSARY),)
    return finish(writer, context, description=library.briefs[name], trail=trail, file=file)


def _others(writer: Writer, concept: Concept) -> Iterator[Item]:
    writer.section()
    for other in concept.other_definitions:
        title = writer.library.sources[other.source.source].title
        yield Item(writer.rich(other.text), (title,), writer.note(other.source))


def _neighbours(writer: Writer, name: str, concept: Concept) -> Iterator[Row]:
    rows = {
        "plus_large": (LABEL["plus_large"], concept.broader),
        "plus_etroits": ("Plus précis", writer.library.narrower.get(name, ())),
        "associes": (LABEL["associes"], writer.library.related.get(name, ())),
    }
    for key, (label, concepts) in rows.items():
        if concepts:
            yield Row(key, label, writer.anchors(Kind.CONCEPT, concepts))
