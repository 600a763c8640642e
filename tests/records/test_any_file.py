"""Whatever a file holds, reading it gives a record or problems that can be shown, never a fall."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from passerelles.library import Directory, across, due_for_review, without_consequences
from passerelles.problems import Problem, message
from passerelles.problems.reports import REPORTS
from passerelles.records import Entry, Kind, read_base
from passerelles.records.files import SourceText, read_file
from passerelles.records.handwritten import load_page
from passerelles.records.layout import known_keys
from passerelles.records.loading import load

BASE = Path(__file__).parents[1] / "base"
VALID: dict[Kind, list[str]] = {
    kind: [path.read_text("utf-8") for path in sorted((BASE / kind.folder).glob("*.yml"))]
    for kind in Kind
    if kind is not Kind.PAGE
}
OTHERS = read_base(BASE).entries
FEW = settings(max_examples=3 * settings().max_examples // 2)
"""Enough for every run; what is found at leisure becomes a golden record."""
KINDS = st.sampled_from(sorted(VALID))
SIGNS = st.sampled_from(":-[]{}\"'#&*!|>@`%,?\\ \t\n\r\x85\u2028\ufeffé")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | SIGNS, max_size=30)
SCALARS = TEXTS | st.sampled_from(
    ["", " ", "brest-metropole", "en_cours", "2016", "08/09/2020", "3,5", "[[", "[@a b]", "- a"]
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(sorted(known_keys())) | TEXTS, inner, max_size=4)
    ),
    max_leaves=12,
)


def show(file: str, content: SourceText | Problem, kind: Kind) -> None:
    """Read a file and print what is wrong with it, in every format."""
    lines = {}
    if isinstance(content, Problem):
        problems: tuple[Problem, ...] = (content,)
    else:
        lines[file] = content.lines
        entry, problems = load_page(content) if kind is Kind.PAGE else load(kind, content)
        assert (entry.value is None) == bool(problems)
        ask_across(entry)
    for problem in problems:
        assert problem.place.file == file
        assert 1 <= problem.place.line <= len(lines.get(file, (None,) * problem.place.line))
        assert problem.place.column >= 1
        assert problem.place.length >= 0
    for report in REPORTS.values():
        assert report(problems, lines, "/aide/".__add__)


def ask_across(entry: Entry) -> None:
    """Put a file among those of the base, and ask all that is asked of them together."""
    directory = Directory([*OTHERS, entry])
    links, lost = directory.links()
    for problem in without_consequences([*lost, *across(directory, links, frozenset())]):
        assert message(problem)
    for problem in due_for_review([entry], date.max):
        assert message(problem)


def show_text(text: str, kind: Kind) -> None:
    file = f"{kind.folder}/essai{kind.suffix}"
    show(file, SourceText(file, text), kind)


@pytest.fixture(scope="module")
def write(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], Path]:
    """Write bytes into a file that is always the same."""
    path = tmp_path_factory.mktemp("octets") / "essai.yml"

    def write(data: bytes) -> Path:
        path.write_bytes(data)
        return path

    return write


@given(data=st.binary(max_size=300), kind=KINDS)
@FEW
def test_any_bytes_are_read_or_explained(
    write: Callable[[bytes], Path], data: bytes, kind: Kind
) -> None:
    file = f"{kind.folder}/essai.yml"
    show(file, read_file(write(data), file), kind)


@given(text=st.text(st.characters(exclude_categories=["Cs"]) | SIGNS, max_size=200), kind=KINDS)
@FEW
def test_any_text_is_read_or_explained(text: str, kind: Kind) -> None:
    show_text(text, kind)


@given(text=st.text(st.characters(exclude_categories=["Cs"]) | SIGNS, max_size=200))
@FEW
def test_any_text_is_a_page_or_explained(text: str) -> None:
    show_text(text, Kind.PAGE)


@given(data=st.data(), kind=KINDS)
@FEW
def test_a_record_whose_characters_are_changed_is_read_or_explained(
    data: st.DataObject, kind: Kind
) -> None:
    text = data.draw(st.sampled_from(VALID[kind]))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.integers(0, 3))
        text = text[:start] + data.draw(SIGNS | TEXTS) + text[end:]
    show_text(text, kind)


@given(data=st.data(), kind=KINDS)
@FEW
def test_a_record_whose_lines_are_changed_is_read_or_explained(
    data: st.DataObject, kind: Kind
) -> None:
    lines = data.draw(st.sampled_from(VALID[kind])).split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(lines) - 1))
        line = data.draw(st.sampled_from(lines) | TEXTS)
        indent = data.draw(st.integers(0, 6))
        change = data.draw(st.sampled_from(["insert", "replace", "remove", "indent"]))
        new = {"insert": [lines[place], line], "replace": [line], "remove": []}
        lines[place : place + 1] = new.get(change, [" " * indent + lines[place].lstrip()])
        lines = lines or [""]
    show_text("\n".join(lines), kind)


@given(record=st.dictionaries(st.sampled_from(sorted(known_keys())), VALUES), kind=KINDS)
@FEW
def test_known_keys_with_any_values_are_read_or_explained(
    record: dict[str, Any], kind: Kind
) -> None:
    show_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), kind)


@given(data=st.data(), kind=KINDS)
@FEW
def test_a_record_of_which_a_value_is_replaced_is_read_or_explained(
    data: st.DataObject, kind: Kind
) -> None:
    record = yaml.safe_load(data.draw(st.sampled_from(VALID[kind])))
    node = record
    while True:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        key = data.draw(st.sampled_from(keys))
        if isinstance(node[key], dict | list) and node[key] and data.draw(st.booleans()):
            node = node[key]
            continue
        node[key] = data.draw(VALUES)
        break
    flow = data.draw(st.sampled_from([None, False, True]))
    show_text(yaml.safe_dump(record, allow_unicode=True, default_flow_style=flow), kind)
