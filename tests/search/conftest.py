"""The browser's engine, run by node over the index of the shipped base."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from passerelles import pipeline
from passerelles.addresses import Addresses
from passerelles.library import Key
from passerelles.search import search_files, shards
from passerelles.search.documents import numbered
from passerelles.search.scripts import source

NODE = Path(sys.executable).parent / "node"
SCRIPTS = ("shards", "words", "reading", "vocabulary", "text", "facets", "engine", "state")

Ask = Callable[[Sequence[Mapping[str, Any]]], list[Any]]
"""Puts questions to the engine, all in one process."""


def pieces_of(reading: pipeline.Reading) -> dict[str, str]:
    """The scripts of an index, by their names."""
    files = search_files(reading.library, Addresses())
    return {Path(address).stem: text for address, text in files.items()}


def run(pieces: Mapping[str, str], questions: Sequence[Mapping[str, Any]]) -> list[Any]:
    """Let node answer."""
    given = {
        "scripts": [source(name) for name in SCRIPTS],
        "pieces": pieces,
        "questions": list(questions),
    }
    done = subprocess.run(
        [NODE, Path(__file__).parent / "answer.cjs"],
        input=json.dumps(given),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answers: list[Any] = json.loads(done.stdout)
    return answers


@pytest.fixture(scope="session")
def ask(shipped: pipeline.Reading) -> Ask:
    """Ask the index of the shipped base, which is one file."""
    pieces = pieces_of(shipped)
    return lambda questions: run(pieces, questions)


@pytest.fixture
def ask_in_pieces(shipped: pipeline.Reading, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Ask the same index, cut into many small pieces."""
    monkeypatch.setattr(shards, "WHOLE", 0)
    for size in ("PIECE", "POSTINGS"):
        monkeypatch.setattr(shards, size, 900)
    pieces = pieces_of(shipped)
    assert sum(name.startswith("words-") for name in pieces) > 9
    return lambda questions: run(pieces, questions)


@pytest.fixture(scope="session")
def keys(shipped: pipeline.Reading) -> tuple[Key, ...]:
    """Every document, by ordinal."""
    return numbered(shipped.library)
