"""What the base states, and the documents on which it rests, where somebody has them at hand."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from passerelles import pipeline
from passerelles.records import Citation

from .statements import Statement, statements

FOLDER = "PASSERELLES_DOCUMENTS"


@pytest.fixture(scope="session")
def data_of() -> Callable[[str], Any]:
    """What a data file of this folder holds."""
    return lambda name: yaml.safe_load(Path(__file__).with_name(name).read_text("utf-8"))


@pytest.fixture(scope="session")
def places(data_of: Callable[[str], Any]) -> Mapping[str, Any]:
    """Of each document its file, and the places in it."""
    return data_of("places.yml")


@pytest.fixture(scope="session")
def documents(places: Mapping[str, Any]) -> Mapping[str, str]:
    """The text of each document; the tests that need them are skipped where they are not."""
    folder = os.environ.get(FOLDER)
    if not folder:
        pytest.skip(f"{FOLDER} does not say in which folder the documents are")
    files = {name: Path(folder, document["fichier"]) for name, document in places.items()}
    return {name: file.read_text("utf-8") for name, file in files.items()}


@pytest.fixture(scope="session")
def passage(documents: Mapping[str, str], places: Mapping[str, Any]) -> Callable[[Citation], str]:
    """The words of a document at the place that is cited; all of them where none is."""

    def read(citation: Citation) -> str:
        lines = documents[citation.source].split("\n")
        whole = [[1, len(lines)]]
        spans = places[citation.source]["lieux"].get(citation.where, whole)
        return "\n".join("\n".join(lines[first - 1 : last]) for first, last in spans)

    return read


@pytest.fixture(scope="session")
def stated(shipped: pipeline.Reading) -> tuple[Statement, ...]:
    """Everything that the base states."""
    return tuple(statements(shipped.library))
