"""CONTRIBUTING.md shows an editor what really happens."""

import re
import shutil
from pathlib import Path
from textwrap import dedent

import pytest

from passerelles import pipeline
from passerelles.addresses import Addresses
from passerelles.problems.reports import texte
from passerelles.records import Kind

REPOSITORY = Path(__file__).parent.parent
GUIDE = (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")
LINKS = Addresses(site="https://caprural.github.io/passerelles/")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)
    assert found, f"CONTRIBUTING.md n’a plus de bloc « {language} »."
    return dedent(found[1])


@pytest.fixture
def base(tmp_path: Path) -> Path:
    for kind in Kind:
        shutil.copytree(REPOSITORY / kind.folder, tmp_path / kind.folder)
    return tmp_path


def check(base: Path, case: str) -> str:
    (base / "cases/un-pacte.yml").write_text(case, "utf-8")
    reading = pipeline.read(base)
    return texte.report(reading.problems, reading.lines, LINKS.message)


def test_the_example_of_the_guide_can_be_pasted_as_it_is(base: Path) -> None:
    assert check(base, block("yaml")) == "Aucun problème."


def test_the_message_of_the_guide_is_the_one_that_an_editor_meets(base: Path) -> None:
    lines = block("yaml").splitlines(keepends=True)
    without_quotes = "".join([lines[0].replace('"', ""), *lines[1:]])
    assert check(base, without_quotes).startswith(block("text"))
