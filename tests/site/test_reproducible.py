"""The same records give the same bytes, wherever and whenever the site is built."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree
from zipfile import ZipFile

import pytest

from .conftest import ROOT, build, contents, environment

INPUT = ("cases", "content", "glossary", "sessions", "sources", "territories")
FILES = ("accessibilite.yml", "adresses.txt", "mkdocs.yml")


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


BACKWARDS = '''
import os

list_names, list_entries = os.listdir, os.scandir


class Entries:
    """What `os.scandir` gives, in the order that is wanted."""

    def __init__(self, folder):
        with list_entries(folder) as entries:
            self.left = sorted(entries, key=lambda entry: entry.name)

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        return self.left.pop()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


os.listdir = lambda folder=".": sorted(list_names(folder), reverse=True)
os.scandir = lambda folder=".": Entries(folder)
'''
"""Lets Python find the files of every folder from the last to the first."""


LISTING = "import os; print(os.listdir(), [each.name for each in os.scandir()])"


def test_another_folder_file_order_time_zone_locale_or_hash_seed_on_one_processor_changes_nothing(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = tmp_path / "une autre base"
    for folder in INPUT:
        copytree(ROOT / folder, base / folder)
    for file in FILES:
        (base / file).write_bytes((ROOT / file).read_bytes())
    (tmp_path / "backwards").mkdir()
    (tmp_path / "backwards/sitecustomize.py").write_text(BACKWARDS, "utf-8")
    for name, value in {
        "PYTHONPATH": str(tmp_path / "backwards"),
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "1",
        "COLUMNS": "20",
    }.items():
        monkeypatch.setenv(name, value)
    seen = subprocess.run(
        [sys.executable, "-c", LISTING],
        cwd=base,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    names = sorted((path.name for path in base.iterdir()), reverse=True)
    assert seen.stdout == f"{names} {names}\n"
    with one_processor():
        other = contents(build(tmp_path / "site", root=base))
    ours = contents(built)
    assert other.keys() == ours.keys()
    assert [name for name, content in ours.items() if other[name] != content] == []


def pack(folder: Path, archive: Path) -> bytes:
    """The archive of a folder, as `make offline` makes it."""
    command = [sys.executable, ROOT / "tools/pack.py", folder, archive]
    subprocess.run(command, env=environment(), check=True)
    return archive.read_bytes()


def test_the_archive_of_the_same_files_is_the_same_whatever_their_dates_and_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["index.html", "cas/index.html", "cas/pacte/index.html", "été.txt"]
    for folder, order in (("un", names), ("deux", names[::-1])):
        for date, name in enumerate(order, 1):
            file = tmp_path / folder / "passerelles" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(name, "utf-8")
            os.utime(file, (date * 10**9, date * 10**9))
    (tmp_path / "deux/passerelles/index.html").chmod(0o600)
    first = pack(tmp_path / "un/passerelles", tmp_path / "a.zip")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert pack(tmp_path / "deux/passerelles", tmp_path / "b.zip") == first
    with ZipFile(tmp_path / "a.zip") as archive:
        assert archive.namelist() == sorted(f"passerelles/{name}" for name in names)
        assert archive.read("passerelles/été.txt").decode() == "été.txt"
        assert {entry.date_time for entry in archive.infolist()} == {(2019, 11, 21, 9, 0, 0)}
