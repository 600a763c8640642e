"""What is kept between builds is found again whole, or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from passerelles.keeping import LENGTH, NOWHERE, Store, hash_of

VALUE = {"a": (1, "é", b"\0", None), "b": ["x" * 50]}


@dataclass(frozen=True)
class Foreign(Store):
    """The store of another version of the code."""

    edition = b"another"


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    Store(tmp_path / "kept").save("pack", VALUE)
    assert Store(tmp_path / "kept").load("pack") == VALUE
    assert Store(tmp_path / "kept").load("other") is None


def test_the_folder_says_what_it_is_and_stays_out_of_the_repository(tmp_path: Path) -> None:
    Store(tmp_path / "kept").save("pack", VALUE)
    assert "effacer" in (tmp_path / "kept" / "LISEZ-MOI").read_text("utf-8")
    assert (tmp_path / "kept" / ".gitignore").read_text("utf-8") == "*\n"


def test_a_pack_of_which_one_byte_differs_is_nothing(tmp_path: Path) -> None:
    store, pack = Store(tmp_path), tmp_path / "pack"
    store.save("pack", VALUE)
    whole = pack.read_bytes()
    for at in range(len(whole)):
        pack.write_bytes(whole[:at] + bytes([whole[at] ^ 0x40]) + whole[at + 1 :])
        assert store.load("pack") is None
        pack.write_bytes(whole[:at])
        assert store.load("pack") is None
    pack.write_bytes(whole + b"0")
    assert store.load("pack") is None


def test_a_pack_of_another_edition_is_nothing(tmp_path: Path) -> None:
    Foreign(tmp_path).save("pack", VALUE)
    assert Foreign(tmp_path).load("pack") == VALUE
    assert Store(tmp_path).load("pack") is None


def test_a_pack_that_cannot_be_read_as_values_is_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for data in (b"", b"?", b"no marshal", b"(\xff\xff\xff\x7f"):
        (tmp_path / "pack").write_bytes(hash_of(store.edition, data) + data)
        assert store.load("pack") is None


def test_without_a_folder_or_with_one_that_refuses_nothing_is_kept(tmp_path: Path) -> None:
    NOWHERE.save("pack", VALUE)
    assert NOWHERE.load("pack") is None
    (tmp_path / "file").write_text("no folder")
    store = Store(tmp_path / "file")
    store.save("pack", VALUE)
    store.prune("pack", 1)
    assert store.load("pack") is None


def test_the_oldest_packs_are_thrown_away(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for number in range(4):
        store.save(f"pages-{number}", VALUE)
        os.utime(tmp_path / f"pages-{number}", (number, number))
    store.save("fiches", VALUE)
    store.prune("pages-", 2)
    kept = {path.name for path in tmp_path.iterdir() if path.name[0] not in ".L"}
    assert kept == {"pages-2", "pages-3", "fiches"}


SAVING = """
import signal
from pathlib import Path
from passerelles.keeping import Store
signal.alarm(60)  # where the test fails, nobody else ends it
store, number = Store(Path({folder!r})), 0
while True:
    number += 1
    store.save("pack", [number] * 100_000)
    if number == 1:
        print("saved", flush=True)
"""


@pytest.mark.parametrize("delay", [0.0, 0.003, 0.007, 0.02])
def test_two_builds_at_once_of_which_one_is_killed_leave_a_whole_pack(
    tmp_path: Path, delay: float
) -> None:
    command = [sys.executable, "-c", SAVING.format(folder=str(tmp_path))]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(2)]
    for each in both:
        assert each.stdout
        each.stdout.readline()
    for each in both:
        time.sleep(delay)
        each.send_signal(signal.SIGKILL)
        each.communicate()
        found = Store(tmp_path).load("pack")
        assert found
        assert found == [found[0]] * 100_000
    Store(tmp_path).save("pack", VALUE)
    assert {path.name for path in tmp_path.iterdir()} == {"pack"}


def test_parts_of_a_hash_are_told_apart() -> None:
    assert len(hash_of("a")) == LENGTH
    assert len({hash_of("ab", "c"), hash_of("a", "bc"), hash_of("abc"), hash_of("", "abc")}) == 4
    assert hash_of("é") == hash_of("é".encode())
