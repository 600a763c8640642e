"""What can only be wrong between records: one function per question, each giving problems."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations
from pathlib import PurePath

from rapidfuzz import fuzz

from passerelles.addresses import RESERVED
from passerelles.library.links import Directory, Key, Link
from passerelles.library.terms import forms_of
from passerelles.problems import Problem
from passerelles.records import AuditFile, Case, Concept, Entry, Former, Kind
from passerelles.text import clashes, fold

ALIKE = 92
"""Similarity of two titles, in percent, from which two cases may be one."""

VALID_YEARS = 3
"""How long an audit of accessibility counts (RGAA, « Validité de la déclaration »)."""


def across(
    directory: Directory, links: Collection[Link], images: Collection[str]
) -> Iterator[Problem]:
    """Ask every question that does not depend on the day."""
    entries = directory.entries
    yield from former_identifiers_in_use(entries)
    yield from reserved_names(entries)
    yield from circles(entries, links)
    yield from missing_images(entries, images)
    yield from neighbours(entries)
    yield from unused_concepts(entries, links)
    yield from clashing_forms(entries)


def former_identifiers_in_use(entries: Mapping[Key, Entry]) -> Iterator[Problem]:
    """A former identifier that another record bears, or bore too."""
    holders: dict[Key, Entry] = dict(entries)
    for key, entry in entries.items():
        for mention in entry.mentions:
            if isinstance(mention.value, Former):
                former = Key(key.kind, mention.value.id)
                if former in holders:
                    facts = {"identifiant": former.id, "autre": holders[former].file}
                    yield Problem("ancien-identifiant-pris", mention.place, facts)
                holders.setdefault(former, entry)


def reserved_names(entries: Mapping[Key, Entry]) -> Iterator[Problem]:
    """Hand-written pages whose address belongs to another part of the site."""
    for key, entry in entries.items():
        if key.kind is Kind.PAGE and key.id in RESERVED:
            yield Problem("nom-reserve", entry.start, {"nom": key.id})


def circles(entries: Mapping[Key, Entry], links: Iterable[Link]) -> Iterator[Problem]:
    """Broader concepts, or territories that contain each other, that lead back to themselves.

    Each circle is reported once, at its first record in alphabetical order.
    """
    up: defaultdict[Key, list[Link]] = defaultdict(list)
    for link in links:
        if link.field in {"plus_large", "membre_de"}:
            up[link.source].append(link)
    for start in entries:
        trail = _way_back(start, up)
        if trail:
            names = " → ".join([*(link.source.id for link in trail), start.id])
            yield Problem("cercle", trail[0].place, {"chemin": names})


def _way_back(start: Key, up: Mapping[Key, list[Link]]) -> tuple[Link, ...]:
    """The shortest way up from a record to itself, through later ones only; empty if none is."""
    trails: list[tuple[Link, ...]] = [(link,) for link in up.get(start, ())]
    seen: set[Key] = set()
    for trail in trails:
        here = trail[-1].target
        if here == start:
            return trail
        if here > start and here not in seen:
            seen.add(here)
            trails.extend((*trail, link) for link in up.get(here, ()))
    return ()


def missing_images(entries: Mapping[Key, Entry], images: Collection[str]) -> Iterator[Problem]:
    """Images that no file holds."""
    for entry in entries.values():
        if isinstance(entry.value, Case):
            for number, image in enumerate(entry.value.images):
                if image.file not in images:
                    place = entry.place("images", number, "fichier")
                    yield Problem("image-absente", place, {"trouve": image.file})


def neighbours(entries: Mapping[Key, Entry]) -> Iterator[Problem]:
    """Cases with the same territories and nearly the same title: one practice told twice?"""
    alike: defaultdict[tuple[str, ...], list[tuple[Entry, Case]]] = defaultdict(list)
    for entry in entries.values():
        if isinstance(entry.value, Case):
            where = tuple(sorted(str(territory) for territory in entry.value.territories))
            alike[where].append((entry, entry.value))
    for group in alike.values():
        for (first, one), (second, other) in combinations(group, 2):
            if fuzz.token_sort_ratio(_words(one.title), _words(other.title)) >= ALIKE:
                facts = {"titre": one.title, "autre": first.file}
                yield Problem("fiches-voisines", second.place("titre"), facts)


def _words(title: str) -> str:
    """The words of a title: hyphens and spaces are the same."""
    return fold(title).replace("-", " ")


def unused_concepts(entries: Mapping[Key, Entry], links: Iterable[Link]) -> Iterator[Problem]:
    """Concepts that no other record names.

    Nothing is said while a record cannot be read: it may be the one that names them.
    """
    if any(not entry.keys and entry.kind is not Kind.PAGE for entry in entries.values()):
        return
    used = {link.target for link in links}
    for key, entry in entries.items():
        if isinstance(entry.value, Concept) and key not in used:
            facts = {"terme": entry.value.term}
            yield Problem("concept-inutilise", entry.place("terme"), facts)


def clashing_forms(entries: Mapping[Key, Entry]) -> Iterator[Problem]:
    """Written forms that two concepts claim."""
    for one, other in clashes(forms_of(entries.values())):
        entry = entries[Key(Kind.CONCEPT, other.concept)]
        facts = {"forme": other.form, "autre": entries[Key(Kind.CONCEPT, one.concept)].file}
        forms = entry.value.forms if isinstance(entry.value, Concept) else ()
        spot = ("formes", forms.index(other.form)) if other.form in forms else ("terme",)
        yield Problem("formes-en-conflit", entry.place(*spot), facts)


DUE = frozenset({"relecture-due", "audit-perime"})
"""The codes of what time alone brings about: worth telling, but no reason not to publish."""


def due_for_review(entries: Iterable[Entry], today: date) -> Iterator[Problem]:
    """Cases whose sheet should have been read again by now."""
    for entry in entries:
        sheet = entry.value.sheet if isinstance(entry.value, Case) else None
        if sheet and sheet.review_due and sheet.review_due.earliest <= today:
            facts = {"date": sheet.review_due.text}
            yield Problem("relecture-due", entry.place("fiche", "a_revoir"), facts)


def audit_due(audit: AuditFile, today: date) -> Iterator[Problem]:
    """An audit of accessibility that is three years old, which French law counts no more."""
    if audit.value:
        made = audit.value.established
        last = str(int(made.text[:4]) + VALID_YEARS) + made.text[4:]
        if last <= today.isoformat():
            yield Problem("audit-perime", audit.dated, {"date": made.text})


def without_consequences(problems: Iterable[Problem]) -> list[Problem]:
    """Leave out what another problem explains.

    A territory that is misspelt in the list of a case makes the exchanges that spell it well speak
    of a stranger; a concept that is misspelt, or named under the wrong key, seems to be used by
    nobody.
    """
    problems = list(problems)
    meant = {
        (problem.place.file, problem.facts.get("propose") or problem.facts["trouve"])
        for problem in problems
        if problem.code in {"reference-inconnue", "identifiant-remplace", "mauvais-schema"}
    }
    names = {name for _, name in meant}
    return [
        problem
        for problem in problems
        if not (
            problem.code == "partie-inconnue"
            and (problem.place.file, problem.facts["trouve"]) in meant
        )
        and not (problem.code == "concept-inutilise" and PurePath(problem.place.file).stem in names)
    ]
