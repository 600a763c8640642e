"""The page of a case."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import SIDES, Key, Kin, Library, Side, sourced_share
from passerelles.pages.case_sections import case_sections
from passerelles.pages.contexts import (
    Anchor,
    Bank,
    CasePage,
    ExchangesView,
    Image,
    Item,
    Kinship,
    Row,
    Section,
)
from passerelles.pages.drawings import place_mark
from passerelles.pages.exchanges_view import TITLE, exchanges_view
from passerelles.pages.labels import LABELS, SAME, flux_label
from passerelles.pages.maps import side_of, where
from passerelles.pages.neighbours import beside
from passerelles.pages.page import Page, finish
from passerelles.pages.shared import documents, figures, uses
from passerelles.pages.writer import Writer
from passerelles.records import Case, Kind, SheetState
from passerelles.text import count, french_date

LABEL = LABELS[Kind.CASE]
BRIEF = {
    "dispositifs": "frameworks",
    "structures": "structures",
    "notions": "notions",
    "outils": "tools",
}
"""The lists of concepts in « En bref », and the attributes that hold them."""
REASONS_SHOWN = 3
NAMES_SHOWN = 2
PARTNERS_SHOWN = 4


def case_page(library: Library, links: Addresses, name: str) -> Page:
    """Write the page of a case."""
    key, case = Key(Kind.CASE, name), library.cases[name]
    file = library.entries[key].file
    writer = Writer(library, links, addresses.of_record(key.kind, key.id), key)
    summary, banks = writer.words(case.summary), tuple(_banks(writer, case))
    exchanges, sections = exchanges_view(writer, name), tuple(case_sections(writer, case))
    context = CasePage(
        title=case.title,
        summary=summary,
        status=case.status.value,
        status_label=case.status.label,
        period=case.period,
        draft=case.sheet is not None and case.sheet.state is SheetState.DRAFT,
        themes=writer.anchors(Kind.CONCEPT, case.themes),
        banks=banks,
        partners=_some([actor.name for actor in case.actors], PARTNERS_SHOWN),
        where=where(
            writer,
            ((library.territories[str(each)], side_of(each.role)) for each in case.territories),
        ),
        contents=tuple(_contents(writer, case, exchanges, sections)),
        exchanges=exchanges,
        sections=sections,
        brief=tuple(_brief(writer, case)),
        images=tuple(_images(writer, case)),
        see_also=tuple(_see_also(writer, case)),
        kin=tuple(_kinship(writer, kin) for kin in library.kin[name]),
        mentioned=uses(writer, key),
        documents=documents(writer, case.sources),
        notes=writer.written_notes(),
        sheet=tuple(_sheet(case)),
        beside=beside(writer, key),
        edit=links.edit(file),
    )
    trail = (("Cas", addresses.CASES),)
    return finish(
        writer,
        context,
        description=case.summary,
        trail=trail,
        scripts=(addresses.PLAN_SCRIPT,),
        dated=_dated(case),
        banks=tuple(_sides(library, case)),
        file=file,
    )


def _dated(case: Case) -> str:
    """When the sheet was last read over, or written."""
    date = case.sheet and (case.sheet.reviewed or case.sheet.created)
    return f"Fiche du {french_date(date.text)}" if date else ""


def _banks(writer: Writer, case: Case) -> Iterator[Bank]:
    writer.section()
    for each in case.territories:
        territory = writer.library.territories[str(each)]
        yield Bank(
            territory=writer.anchor(Key(Kind.TERRITORY, str(each))),
            role=each.role.value if each.role else "",
            role_label=each.role.label if each.role else "",
            figures=tuple(figures(territory)),
            note=writer.rich(each.note),
            mark=place_mark(side_of(each.role)),
        )


def _sides(library: Library, case: Case) -> Iterator[tuple[Side, str]]:
    """The territories of a case, each on its bank, for the preview picture."""
    for each in case.territories:
        side = SIDES[each.role] if each.role else Side.BETWEEN
        yield side, library.territories[str(each)].title


def _contents(
    writer: Writer, case: Case, exchanges: ExchangesView | None, sections: tuple[Section, ...]
) -> Iterator[Anchor]:
    """The sections of the page, as one reads them."""
    shown = {"echanges": TITLE} if exchanges else {}
    shown |= {section.key: section.title for section in sections}
    shown |= {"voir_aussi": LABEL["voir_aussi"]} if case.see_also else {}
    for key, title in shown.items():
        yield Anchor(title, writer.link(addresses.of_section(writer.here, key)))


def _brief(writer: Writer, case: Case) -> Iterator[Row]:
    for key, attribute in BRIEF.items():
        concepts = getattr(case, attribute)
        if concepts:
            yield Row(key, LABEL[key], writer.anchors(Kind.CONCEPT, concepts))


def _images(writer: Writer, case: Case) -> Iterator[Image]:
    for image in case.images:
        src = writer.link(addresses.of_image(image.file))
        yield Image(src, image.alternative, image.credit, image.licence)


def _see_also(writer: Writer, case: Case) -> Iterator[Item]:
    writer.section()
    for other in case.see_also:
        anchor = writer.anchor(Key(Kind.CASE, other.case.id))
        yield Item(writer.rich(other.reason, inline=True), (anchor.name,), link=anchor.href)


def _kinship(writer: Writer, kin: Kin) -> Kinship:
    """Say what two cases share, the rarest first: « même dispositif (contrat de réciprocité) »."""
    fields: dict[str, list[str]] = {}
    for trait in kin.shared:
        fields.setdefault(trait.field, []).append(_trait_name(writer, trait.field, trait.value))
    reasons = [
        f"{SAME[field][len(names) > 1]} ({_some(names, NAMES_SHOWN)})"
        for field, names in list(fields.items())[:REASONS_SHOWN]
    ]
    return Kinship(writer.anchor(Key(Kind.CASE, kin.case)), ", ".join(reasons))


def _some(names: list[str], most: int) -> str:
    """The first names; how many others there are, where it is not one, whose name is as short."""
    others = len(names) - most
    first, last = (names[:-1], names[-1:]) if others <= 1 else (names[:most], [])
    rest = last or [count(others, "autre")] if names else []
    return " et ".join(filter(None, (", ".join(first), *rest)))


def _trait_name(writer: Writer, field: str, value: str) -> str:
    if field == "flux":
        return flux_label(value)
    if field == "territoires":
        return writer.library.name(Key(Kind.TERRITORY, value))
    concept = writer.library.concepts[value]
    return _within_a_sentence(concept.term, concept.forms)


def _within_a_sentence(term: str, forms: Collection[str]) -> str:
    """A headword without its capital, unless it is an acronym or a proper name.

    It is a proper name where one of its other forms keeps the capital of its first word in the
    middle: « Leader », « fonds européen Leader ».
    """
    first = re.split(r"\W", term)[0]
    proper = any(re.search(rf"\W{first}\b", form) for form in forms)
    return term if proper or term[1:2].isupper() else term[0].lower() + term[1:]


def _sheet(case: Case) -> Iterator[Row]:
    sourced, claims = sourced_share(case)
    if claims:
        yield Row("affirmations", "Affirmations sourcées", text=f"{sourced} sur {claims}")
    sheet = case.sheet
    if sheet is None:
        return
    yield Row("etat", "État", text=sheet.state.label)
    dates = {"Créée": sheet.created, "Relue": sheet.reviewed, "À revoir": sheet.review_due}
    for label, date in dates.items():
        if date:
            yield Row("fiche", label, text=french_date(date.text))
    if sheet.authors:
        yield Row("auteurs", "Auteurs", text=", ".join(sheet.authors))
