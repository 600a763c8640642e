"""The declaration of accessibility, in the form that French law requires, from the audit's file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Library, conformity, findings, respected_share
from passerelles.pages.contexts import Anchor, CriterionRow, Item, StatementPage, ThemeOfCriteria
from passerelles.pages.page import Page, finish
from passerelles.pages.writer import Writer
from passerelles.records import AUDIT_FILE, CriterionState, Kind, rgaa
from passerelles.text import agreed, count, french_date

TITLE = addresses.PARTS["accessibilite"][0]
DEFENDER = {
    "Écrire un message au Défenseur des droits": "https://www.defenseurdesdroits.fr/nous-contacter-355",
    "Contacter le délégué du Défenseur des droits près de chez vous": (
        "https://www.defenseurdesdroits.fr/carte-des-delegues"
    ),
}
"""Whom a fault can be told to that the publisher leaves as it is."""
LEGAL_NOTICE = "mentions-legales"
"""The hand-written page with the publisher's address."""


def statement_page(library: Library, links: Addresses) -> Page:
    """Write the declaration."""
    writer = Writer(library, links, addresses.ACCESSIBILITY)
    audit = library.audit
    notice = library.pages.get(LEGAL_NOTICE)
    context = StatementPage(
        title=TITLE,
        site=Anchor(links.site or "Passerelles", writer.link(addresses.HOME)),
        version=rgaa.VERSION,
        state=conformity(audit),
        auditor=audit.auditor if audit else None,
        share=f"{respected_share(audit)} %" if audit else "",
        tally=_tally(library),
        themes=tuple(_themes(library)),
        failing=tuple(_failing(library)),
        exceptions=audit.exceptions if audit else (),
        exempt=audit.exempt if audit else (),
        established=french_date(audit.established.text) if audit else None,
        updated=french_date(audit.updated.text) if audit and audit.updated else None,
        environments=audit.environments if audit else (),
        tools=audit.tools if audit else (),
        sample=audit.sample if audit else (),
        contact=audit.contact if audit else None,
        notice=Anchor(notice.name, writer.link(addresses.of_record(Kind.PAGE, LEGAL_NOTICE)))
        if notice
        else None,
        defender=tuple(
            Item(label, (), writer.elsewhere(url), url) for label, url in DEFENDER.items()
        ),
        edit=links.edit(AUDIT_FILE) if audit else None,
    )
    description = f"Le site est {context.state} avec le RGAA, version {rgaa.VERSION}."
    return finish(writer, context, description=description, file=AUDIT_FILE if audit else None)


def _states(library: Library) -> Iterator[tuple[rgaa.RgaaCriterion, CriterionState, str]]:
    """Every criterion, its state, and what was found."""
    for criterion, said in findings(library.audit):
        state = said.state if said else CriterionState.UNKNOWN
        yield criterion, state, (said.finding or "") if said else ""


def _tally(library: Library) -> str:
    """How many criteria are in each state: `3 conformes · 103 non audités`."""
    found = Counter(state for _, state, _ in _states(library))
    return " · ".join(_counted(found[state], state) for state in CriterionState if found[state])


def _counted(number: int, state: CriterionState) -> str:
    words = (agreed(number, word) if word != "non" else word for word in state.label.split())
    return f"{number} {' '.join(words)}"


def _themes(library: Library) -> Iterator[ThemeOfCriteria]:
    """The criteria by theme, as the RGAA groups them."""
    for theme, states in groupby(_states(library), key=lambda each: each[0].theme):
        rows = tuple(
            CriterionRow(criterion.number, criterion.wording, state.label, finding)
            for criterion, state, finding in states
        )
        yield ThemeOfCriteria(
            f"theme-{rows[0].number.split('.')[0]}", theme, count(len(rows), "critère"), rows
        )


def _failing(library: Library) -> Iterator[str]:
    """What is known not to conform."""
    for criterion, state, finding in _states(library):
        if state is CriterionState.FAILING:
            yield f"{finding} (critère {criterion.number})"
