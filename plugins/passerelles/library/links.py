"""From what records mention to links between records, or to what keeps them from being links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from passerelles.addresses import PARTS
from passerelles.problems import Place, Problem
from passerelles.records import Citation, Concept, Entry, Former, Kind, Mention, Path, Reference
from passerelles.text import nearest


class Key(NamedTuple):
    """A record: its kind and its identifier."""

    kind: Kind
    id: str


class Link(NamedTuple):
    """One record pointing at another."""

    source: Key
    """The record that points."""
    place: Place
    """Where in the files it does so."""
    target: Key
    """The record pointed at."""
    path: Path
    """Where in the record it does so; its first part is the field."""
    where: str | None = None
    """Of a citation: the place in the document."""

    @property
    def field(self) -> str:
        """The YAML key of the field that holds the link."""
        return str(self.path[0])


def _is_part(reference: Reference) -> bool:
    """Whether `[[page:glossaire]]` is meant, a page of the site that nobody wrote by hand."""
    return reference.kinds == (Kind.PAGE,) and reference.id in PARTS


class Directory:
    """Who is who: finds the record that an identifier means."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = {Key(entry.kind, entry.id): entry for entry in entries}
        self.kinds: defaultdict[str, set[Kind]] = defaultdict(set)
        self.former: dict[Key, Key] = {}
        self.found: dict[Reference, Key] = {}
        for key, entry in self.entries.items():
            self.kinds[key.id].add(key.kind)
            for mention in entry.mentions:
                if isinstance(mention.value, Former):
                    self.former[Key(key.kind, mention.value.id)] = key

    def links(self) -> tuple[tuple[Link, ...], tuple[Problem, ...]]:
        """Every link of every record, in the order of the files, and every failed one."""
        links: list[Link] = []
        problems: list[Problem] = []
        for key, entry in self.entries.items():
            for mention in entry.mentions:
                found = self._target(mention)
                if isinstance(found, Problem):
                    problems.append(found)
                elif found == key and isinstance(mention.value, Citation):
                    continue
                elif found == key:
                    problems.append(Problem("reference-a-soi", mention.place, {"trouve": key.id}))
                elif found:
                    where = mention.value.where if isinstance(mention.value, Citation) else None
                    links.append(Link(key, mention.place, found, mention.path, where))
        return tuple(links), tuple(problems)

    def _target(self, mention: Mention) -> Key | Problem | None:
        meant = mention.value
        if isinstance(meant, Citation):
            meant = Reference(meant.source, (Kind.SOURCE,))
        if not isinstance(meant, Reference):
            return None
        found = self.found.get(meant) or self.find(meant, mention.place)
        if isinstance(found, Key):
            self.found[meant] = found  # most are mentioned again and again
        return found

    def find(self, reference: Reference, place: Place) -> Key | Problem:
        """The record that a reference means, or why there is none."""
        name = reference.id
        found = sorted(kind for kind in self.kinds.get(name, ()) if kind in reference.kinds)
        if len(found) > 1:
            choices = ", ".join(f"{kind}:{name}" for kind in found)
            return Problem("reference-ambigue", place, {"trouve": name, "choix": choices})
        if not found and _is_part(reference):
            return Key(Kind.PAGE, name)
        if not found:
            return self._lost(reference, place)
        key = Key(found[0], name)
        concept = self.entries[key].value
        if not isinstance(concept, Concept) or reference.scheme in {None, concept.scheme}:
            return key
        schemes = {"schema": concept.scheme.value, "attendu": str(reference.scheme)}
        return Problem("mauvais-schema", place, {"trouve": name, **schemes})

    def _lost(self, reference: Reference, place: Place) -> Problem:
        """Nothing of the wanted kind bears the name: say what does, or what was meant."""
        name = reference.id
        wanted = " ou ".join(kind.label for kind in reference.kinds)
        for kind in reference.kinds:
            if now := self.former.get(Key(kind, name)):
                facts = {"trouve": name, "propose": now.id}
                return Problem("identifiant-remplace", place, facts, now.id)
        if name in self.kinds:
            other = " et ".join(kind.label for kind in sorted(self.kinds[name]))
            facts = {"trouve": name, "genre": other, "attendu": wanted}
            return Problem("mauvais-genre", place, facts)
        facts = {"trouve": name, "genre": wanted if len(reference.kinds) == 1 else "fiche"}
        proposed = nearest(name, set(self._candidates(reference)))
        if proposed:
            facts["propose"] = proposed
        return Problem("reference-inconnue", place, facts, proposed)

    def _candidates(self, reference: Reference) -> Iterator[str]:
        if reference.kinds == (Kind.PAGE,):
            yield from PARTS
        for key, entry in self.entries.items():
            concept = entry.value
            other = isinstance(concept, Concept) and concept.scheme is not reference.scheme
            if key.kind in reference.kinds and not (reference.scheme and other):
                yield key.id
