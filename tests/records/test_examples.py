"""The examples of the help pages are true: the wrong one gives its problem, the right one none."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from passerelles import pipeline
from passerelles.problems import Entry, catalogue
from passerelles.text import fold

TODAY = date(2026, 11, 21)
SHOWN = [entry for entry in catalogue().values() if entry.example != "fichier"]
"""The entries whose example is a piece of a record, not the name of a file or its bytes."""

MINIMAL = {
    "cas": (
        "cases/essai.yml",
        {
            "titre": "titre: Un pacte entre la ville et la campagne",
            "resume": "resume: Une ville et sa campagne s’engagent à échanger.",
            "statut": "statut: en_cours",
            "territoires": "territoires: [brest-metropole, pays-centre-ouest-bretagne]",
            "thematiques": "thematiques: [energie]",
            "sources": "sources: [rtes-2020]",
        },
    ),
    "concept": (
        "glossary/reciprocite.yml",
        {
            "terme": "terme: Réciprocité",
            "schema": "schema: notion",
            "definition": "definition: La contribution de chacun, au bénéfice de tous.",
            "plus_large": "plus_large: [cooperation]",
        },
    ),
    "territoire": (
        "territories/brest-metropole.yml",
        {"nom": "nom: Brest métropole", "type": "type: metropole", "pays": "pays: FR"},
    ),
    "source": (
        "sources/rtes-2020.yml",
        {
            "titre": "titre: Favoriser la résilience des territoires",
            "editeur": "editeur: RTES",
            "date": "date: 2020-12",
            "type": "type: lettre",
        },
    ),
    "page": ("content/demarche.md", {}),
}
"""For each sort of example, a file of the base and the least that a valid record has, by key."""


def put_over(entry: Entry, snippet: str) -> dict[str, str]:
    """The minimal record with the keys of a snippet in place of its own."""
    file, record = MINIMAL[entry.example]
    words = {fold(re.split(r"[\s:]", line)[0]) for line in snippet.split("\n")}
    kept = [line for key, line in record.items() if key not in words]
    return {file: "\n".join([*kept, snippet, ""])}


@pytest.mark.parametrize("entry", SHOWN, ids=lambda entry: entry.code)
def test_the_wrong_example_gives_its_problem_alone(
    entry: Entry, spoilt: Callable[..., Path]
) -> None:
    reading = pipeline.read(spoilt(put_over(entry, entry.wrong)), TODAY)
    assert [problem.code for problem in reading.problems] == [entry.code]


@pytest.mark.parametrize("entry", SHOWN, ids=lambda entry: entry.code)
def test_the_right_example_gives_no_problem(entry: Entry, spoilt: Callable[..., Path]) -> None:
    assert pipeline.read(spoilt(put_over(entry, entry.right)), TODAY).problems == ()
