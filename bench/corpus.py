"""A base of any size, made by recombining the shipped one: same number and seed, same bytes.

    python -m bench.corpus FOLDER --cases 1000

The shipped records come first, as they are. What is missing to the wanted number of cases is put
together from their parts: paragraphs, exchanges, actors, figures, levers… are drawn from those of
the shipped cases, so that a frequent theme stays frequent and a text stays French. As in a real
base, territories and documents grow with the cases: territories are intercommunalities of the
official list, documents are numbered copies of the shipped ones.
"""

from __future__ import annotations

import argparse
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import Any

import yaml

from passerelles.records import Kind, official
from passerelles.records.identifiers import slug

REPOSITORY = Path(__file__).parent.parent
BYTES = 5_000
"""Mean length of the file of a case; single ones vary by two fifths of it."""
OVERHEAD = 1.06
"""Bytes that an item takes in its file, per character of its values."""
CASES_PER_TERRITORY = 2
CASES_PER_DOCUMENT = 4
TYPES = {"CC": "communaute_de_communes", "CA": "agglomeration", "METRO": "metropole"}
"""The types of the official list, as records call them."""
ROLES = ("urbain", "rural", "periurbain", "mixte")
PROSE = ("defis", "gouvernance")
LISTS = {
    "objectifs": "texte",
    "moyens": "libelle",
    "chronologie": "texte",
    "resultats": "libelle",
    "enseignements": "texte",
    "echanges": "apport",
    "leviers": "concept",
    "freins": "concept",
}
"""The lists of a case, with the key by which two items of one case must differ."""
CONCEPTS = {"thematiques": 4, "dispositifs": 1, "structures": 1, "notions": 3, "outils": 1}
"""How many concepts of each field a case has at most."""

Record = dict[str, Any]


def write_corpus(folder: Path, cases: int, seed: int = 1) -> None:
    """Write a base of `cases` cases, the shipped ones included, with its MkDocs configuration."""
    for kind in Kind:
        shutil.copytree(REPOSITORY / kind.folder, folder / kind.folder)
    shutil.copy(REPOSITORY / "mkdocs.yml", folder)
    shipped = Parts.of(REPOSITORY)
    missing = cases - len(shipped.cases)
    if missing < 0:
        raise SystemExit(f"La base livrée compte déjà {len(shipped.cases)} cas.")
    random = Random(seed)  # noqa: S311 - it decides what is combined, and keeps no secret
    territories = dict(_territories(shipped, missing // CASES_PER_TERRITORY, random))
    documents = dict(_documents(shipped, missing // CASES_PER_DOCUMENT, random))
    maker = Maker(
        shipped,
        random,
        shipped.territories | {name: record["nom"] for name, record in territories.items()},
        (*shipped.documents, *documents),
    )
    for kind, records in {
        Kind.TERRITORY: territories,
        Kind.SOURCE: documents,
        Kind.CASE: {f"cas-{number:05}": maker.case() for number in range(1, missing + 1)},
    }.items():
        for name, record in records.items():
            path = folder / kind.folder / f"{name}{kind.suffix}"
            path.write_text(_yaml(record), encoding="utf-8", newline="\n")


@dataclass(frozen=True, slots=True)
class Parts:
    """What the shipped base gives to draw from; every value is text, as in the files."""

    cases: tuple[Record, ...]
    documents: dict[str, Record]
    territories: dict[str, str]
    """The name of each, by its identifier."""
    taken: frozenset[str]
    """The identifiers of all kinds."""

    @classmethod
    def of(cls, root: Path) -> Parts:
        """Read the base under `root`."""
        read = {
            kind: {path.stem: _load(path) for path in sorted((root / kind.folder).glob("*.yml"))}
            for kind in Kind
        }
        return cls(
            cases=tuple(read[Kind.CASE].values()),
            documents=read[Kind.SOURCE],
            territories={name: record["nom"] for name, record in read[Kind.TERRITORY].items()},
            taken=frozenset(name for records in read.values() for name in records),
        )

    def items(self, field: str) -> list[Any]:
        """Every item that the cases list under a field."""
        return [item for case in self.cases for item in case.get(field, ())]

    def paragraphs(self) -> list[str]:
        """Every paragraph of the cases' running texts."""
        texts = (case[field] for case in self.cases for field in PROSE if field in case)
        return [paragraph for text in texts for paragraph in text.strip().split("\n\n")]


class Maker:
    """Puts cases together, one after the other, out of one stream of random numbers."""

    def __init__(
        self,
        parts: Parts,
        random: Random,
        territories: dict[str, str],
        documents: tuple[str, ...],
    ) -> None:
        self.random = random
        self.territories = territories
        self.places = tuple(territories)
        self.documents = documents
        self.summaries = [case["resume"] for case in parts.cases]
        self.statuses = [case["statut"] for case in parts.cases]
        self.subjects = [case["titre"].partition(" : ")[2] or case["titre"] for case in parts.cases]
        self.actors = parts.items("acteurs")
        self.paragraphs = parts.paragraphs()
        self.lists = {field: parts.items(field) for field in LISTS}
        self.concepts = {field: parts.items(field) for field in CONCEPTS}

    def case(self) -> Record:
        """Put one case together, its keys in the order of the model."""
        draw = self.random
        places = draw.sample(self.places, draw.randint(2, 3))
        cited = draw.sample(self.documents, draw.randint(1, 3))
        actors = self._actors()
        record: Record = {
            "titre": self._title(places),
            "resume": draw.choice(self.summaries),
            "statut": draw.choice(self.statuses),
            "debut": str(draw.randint(2005, 2024)),
            "territoires": [
                {"territoire": place, "role": role}
                for place, role in zip(places, ROLES, strict=False)
            ],
            "acteurs": actors,
            **{field: self._concepts(field, most) for field, most in CONCEPTS.items()},
        }
        parties = [*places, *(actor["cle"] for actor in actors if "cle" in actor)]
        wanted = BYTES * draw.uniform(0.6, 1.4)
        record |= self._body(wanted - _length(record), parties, cited)
        record["sources"] = cited
        record["fiche"] = {"etat": "complete", "creee": "2026-11-21"}
        return {key: value for key, value in record.items() if value}

    def _title(self, places: list[str]) -> str:
        names = " et ".join(self.territories[place] for place in places[:2])
        subject = self.random.choice(self.subjects)
        return f"{names} : {subject[0].lower()}{subject[1:]}"[:140].rstrip(" :,")

    def _actors(self) -> list[Record]:
        drawn = self.random.sample(self.actors, self.random.randint(2, 5))
        return list({actor.get("cle", actor["nom"]): actor for actor in drawn}.values())

    def _concepts(self, field: str, most: int) -> list[str]:
        least = 1 if field == "thematiques" else 0
        drawn = self.random.sample(self.concepts[field], self.random.randint(least, most))
        return list(dict.fromkeys(drawn))

    def _body(self, wanted: float, parties: list[str], cited: list[str]) -> Record:
        """Texts and lists, drawn until there is as much as is wanted."""
        texts: dict[str, list[str]] = {field: [] for field in PROSE}
        lists: dict[str, dict[str, Any]] = {field: {} for field in LISTS}
        length = 0.0
        while length < wanted:
            field = self.random.choice((*PROSE, *PROSE, *LISTS))
            if field in PROSE:
                drawn: Any = self._recited(self.random.choice(self.paragraphs), cited)
                texts[field].append(drawn)
            else:
                drawn = self._recited(self.random.choice(self.lists[field]), cited)
                if field == "echanges":
                    giver, receiver = self.random.sample(parties, 2)
                    drawn = {**drawn, "de": giver, "vers": receiver}
                name = drawn if isinstance(drawn, str) else drawn[LISTS[field]]
                lists[field][name] = drawn
            length += _length(drawn)
        prose = {field: "\n\n".join(dict.fromkeys(texts[field])) + "\n" for field in PROSE}
        rest = {field: list(items.values()) for field, items in lists.items()}
        return {field: text for field, text in prose.items() if text.strip()} | rest

    def _recited(self, value: Any, cited: list[str]) -> Any:
        """A value whose citations lead to the documents of the case at hand."""
        if isinstance(value, str):
            return re.sub(r"\[@[a-z0-9-]+", lambda _: f"[@{self.random.choice(cited)}", value)
        changed = {key: self._recited(each, cited) for key, each in value.items()}
        if "source" in changed:
            where = changed["source"].partition(" ")[2]
            changed["source"] = f"{self.random.choice(cited)} {where}".rstrip()
        return changed


def _territories(parts: Parts, number: int, random: Random) -> Iterator[tuple[str, Record]]:
    """So many intercommunalities of the official list, as far as it goes."""
    listing = files(official).joinpath("epci.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in listing.splitlines()[1:]]
    known = [row for row in rows if row[2] in TYPES and slug(row[1]) not in parts.taken]
    for code, name, kind in random.sample(known, min(number, len(known))):
        record = {"nom": name, "type": TYPES[kind], "pays": "FR", "code_siren": code}
        yield slug(name), record


def _documents(parts: Parts, number: int, random: Random) -> Iterator[tuple[str, Record]]:
    """So many copies of the shipped documents, each with a number of its own."""
    for rank in range(1, number + 1):
        name = random.choice(tuple(parts.documents))
        document = {key: text for key, text in parts.documents[name].items() if key != "note"}
        yield f"{name}-{rank:04}", {**document, "titre": f"{document['titre']} (n° {rank})"}


def _length(value: Any) -> float:
    """About how many bytes a value takes in a file."""
    if isinstance(value, str):
        return len(value.encode()) * OVERHEAD
    items = value.items() if isinstance(value, dict) else enumerate(value)
    return sum(len(str(key)) + 4 + _length(each) for key, each in items)


def _load(path: Path) -> Record:
    record: Record = yaml.CBaseLoader(path.read_text(encoding="utf-8")).get_single_data()
    return record


class _Dumper(yaml.CSafeDumper):
    """Writes YAML as an editor would: no anchors, long texts as blocks."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def _yaml(record: Record) -> str:
    text: str = yaml.dump(record, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
    return text


def main() -> None:
    """Write a corpus to look at."""
    parser = argparse.ArgumentParser(description="Fabrique une base de la taille voulue.")
    parser.add_argument("folder", type=Path, metavar="DOSSIER", help="un dossier vide ou nouveau")
    parser.add_argument("--cases", type=int, default=1_000, metavar="N", help="nombre de cas")
    wanted = parser.parse_args()
    write_corpus(wanted.folder, wanted.cases)


if __name__ == "__main__":
    main()
