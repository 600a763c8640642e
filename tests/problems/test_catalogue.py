"""The French wording of problems: complete, and well set."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from passerelles.problems import Entry, catalogue

PLUGIN = Path(__file__).parents[2] / "plugins" / "passerelles"
CODE = re.compile(r"[a-z]+(-[a-z]+)*")
GIVES_PROBLEMS = {"Problem", "Fault", "wrong", "wrong_items", "_replaced", "_pattern", "_unclosed"}
"""What is called with a code of the catalogue."""

ENTRIES = tuple(catalogue().values())


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_a_wording_is_complete_and_keeps_to_one_line(entry: Entry) -> None:
    assert CODE.fullmatch(entry.code)
    assert all([entry.title, entry.message, entry.explanation, entry.wrong, entry.right])
    assert "\n" not in entry.title + entry.message
    assert entry.message.endswith(".")
    assert entry.title[0].isupper()
    assert not entry.title.endswith(".")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_the_last_advice_needs_neither_a_corrected_line_nor_a_fact_that_may_lack(
    entry: Entry,
) -> None:
    always = {"dossier", "nom", "propose", "parmi", "cles", "choix", "element", "ligne", "minimum"}
    assert entry.advice
    *others, last = entry.advice
    assert all(advice.endswith((":", "}")) or "{" in advice for advice in others)
    assert set(re.findall(r"\{(\w+)\}", last)) <= always


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_wording_is_set_in_french_typography(entry: Entry) -> None:
    for text in (entry.title, entry.message, *entry.advice, entry.explanation):
        prose = re.sub(r"\n\{\w+\}|https?://|\[\[.*?\]\]|« ?[^»]*:[^»]* ?»", "", text)
        assert not re.search(r" [;:!?»]|« |(?<=\w)'(?=\w)|\.\.\.", prose)


def test_the_program_uses_the_codes_of_the_catalogue_and_no_others() -> None:
    assert set(codes_given()) <= set(catalogue())
    assert set(catalogue()) <= set(words_of_the_program())


def words_of_the_program() -> Iterator[str]:
    """Every text constant of the program."""
    for path in PLUGIN.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def codes_given() -> Iterator[str]:
    """Every constant that is given as a code to what makes a problem."""
    for path in PLUGIN.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in GIVES_PROBLEMS:
                yield from (
                    argument.value
                    for argument in node.args
                    if isinstance(argument, ast.Constant)
                    and isinstance(argument.value, str)
                    and CODE.fullmatch(argument.value)
                )
