"""The same records give the same bytes, wherever and whenever the site is built."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree

import pytest

from .conftest import ROOT, build, contents

INPUT = ("cases", "content", "glossary", "sessions", "sources", "territories")


@contextmanager
def one_processor() -> Iterator[None]:
    """Let what is started in this block have one processor only, where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    all_of_them = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(all_of_them)})
    yield
    os.sched_setaffinity(0, all_of_them)


def test_another_folder_time_zone_locale_or_hash_seed_on_one_processor_give_the_same_bytes(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = tmp_path / "une autre base"
    for folder in INPUT:
        copytree(ROOT / folder, base / folder)
    (base / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    for name, value in {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "1",
        "COLUMNS": "20",
    }.items():
        monkeypatch.setenv(name, value)
    with one_processor():
        other = contents(build(tmp_path / "site", root=base))
    ours = contents(built)
    assert other.keys() == ours.keys()
    assert [name for name, content in ours.items() if other[name] != content] == []
