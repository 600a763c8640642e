"""A folder that takes the place of another: whole before, whole after, whatever comes between."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from errno import ENOSPC
from pathlib import Path
from random import Random
from textwrap import dedent
from time import sleep

import pytest

from mkdocs_passerelles import staging
from mkdocs_passerelles.staging import Staging

from .conftest import contents

BUILDER = dedent("""
    import signal, sys
    from pathlib import Path
    from mkdocs_passerelles.staging import Staging

    signal.alarm(120)  # where the test fails, nobody else ends it
    site, name, exchanges = Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "exchanges"
    while True:
        for version in ("un", "deux"):
            new = Staging.beside(site)
            for number in range(20):
                file = new.folder / f"{number}/index.html"
                file.parent.mkdir()
                file.write_text(f"{name} {version} {number}" * 100)
            new.publish(None if exchanges else lambda one, other: False)
            print(version, flush=True)
""")
"""Publishes two versions of a site by turns, for ever, and says each."""


def fill(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")


def publish(site: Path, exchange: Callable[..., bool] | None = None, **files: str) -> None:
    new = Staging.beside(site)
    fill(new.folder, **files)
    new.publish(exchange)


def builder(site: Path, name: str, way: str = "exchanges") -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", BUILDER, str(site), name, way]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


def end(process: subprocess.Popen[bytes]) -> None:
    with process:
        process.kill()


def whole(site: Path) -> bool:
    """Whether a site is one version of one builder, all of it."""
    found = {file: text.decode() for file, text in contents(site).items()}
    versions = {tuple(text.split(" ")[:2]) for text in found.values()}
    return len(versions) == 1 and len(found) == 20


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.mark.parametrize("exchange", [None, lambda *_: False], ids=["exchange", "two renames"])
def test_the_new_site_takes_the_place_of_the_old_one_and_nothing_else_stays(
    site: Path, exchange: Callable[..., bool] | None
) -> None:
    publish(site, exchange, a="1", b="2")
    assert contents(site) == {"a": b"1", "b": b"2"}
    publish(site, exchange, a="1", c="3")
    assert contents(site) == {"a": b"1", "c": b"3"}
    assert list(site.parent.iterdir()) == [site]


def test_the_old_site_is_whole_until_the_new_one_is_published(site: Path) -> None:
    publish(site, a="1")
    new = Staging.beside(site)
    fill(new.folder, a="2")
    assert contents(site) == {"a": b"1"}
    new.discard()
    assert contents(site) == {"a": b"1"}
    assert list(site.parent.iterdir()) == [site]


def test_what_has_not_changed_keeps_its_date_and_what_has_is_another_file(site: Path) -> None:
    publish(site, same="1", other="1")
    shutil.copytree(site, site.parent / "copy", copy_function=os.link)
    os.utime(site / "same", (1, 1))
    publish(site, same="1", other="2")
    assert (site / "same").stat().st_mtime == 1
    assert (site / "other").stat().st_mtime > 1
    assert (site.parent / "copy/other").read_text("utf-8") == "1"


def test_a_link_in_the_old_site_is_not_taken_for_a_file(site: Path) -> None:
    publish(site, a="1")
    (site / "a").rename(site.parent / "b")
    (site / "a").symlink_to(site.parent / "b")
    publish(site, a="1")
    assert not (site / "a").is_symlink()
    assert not (site / "a").samefile(site.parent / "b")


def test_hidden_files_of_whoever_publishes_stay(site: Path) -> None:
    publish(site, a="1")
    (site / ".git").mkdir()
    fill(site / ".git", HEAD="ref")
    (site / ".lien").symlink_to("nulle-part")
    publish(site, a="2")
    assert contents(site) == {"a": b"2", ".git/HEAD": b"ref"}
    assert (site / ".lien").is_symlink()


def test_the_rights_of_the_folder_stay(site: Path) -> None:
    publish(site, a="1")
    site.chmod(0o2750)
    publish(site, a="2")
    assert site.stat().st_mode & 0o7777 == 0o2750


def test_a_link_to_the_folder_stays_a_link(site: Path, tmp_path: Path) -> None:
    (tmp_path / "ailleurs").mkdir()
    site.symlink_to(tmp_path / "ailleurs/site")
    publish(site, a="1")
    publish(site, a="2")
    assert site.is_symlink()
    assert contents(tmp_path / "ailleurs/site") == {"a": b"2"}
    assert list((tmp_path / "ailleurs").iterdir()) == [tmp_path / "ailleurs/site"]


def test_what_is_no_folder_is_not_replaced(site: Path) -> None:
    site.write_text("un fichier", "utf-8")
    with pytest.raises(NotADirectoryError):
        Staging.beside(site)
    assert list(site.parent.iterdir()) == [site]


def test_what_the_disk_refuses_leaves_the_old_site(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(ENOSPC, "plein")

    publish(site, a="1")
    new = Staging.beside(site)
    fill(new.folder, a="2")
    monkeypatch.setattr(staging, "_share_unchanged", refuse)
    with pytest.raises(OSError, match="plein"):
        new.publish()
    new.discard()
    assert contents(site) == {"a": b"1"}
    assert list(site.parent.iterdir()) == [site]


def test_a_site_that_was_put_aside_when_its_build_was_killed_is_put_back(site: Path) -> None:
    publish(site, a="1")
    site.rename(site.parent / ".site.ancien-1-abc")
    new = Staging.beside(site)
    assert contents(site) == {"a": b"1"}
    new.discard()


@pytest.mark.parametrize("removal", ["of its build", "of the next"])
def test_a_site_of_which_the_removal_was_cut_short_is_not_put_back(
    site: Path, removal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_short(folder: Path, **_: object) -> None:
        (folder / "a").unlink(missing_ok=True)

    publish(site, a="1", b="1")
    if removal == "of the next":
        shutil.copytree(site, site.parent / ".site.ancien-1-abc")
    with monkeypatch.context() as patches:
        patches.setattr(shutil, "rmtree", cut_short)
        publish(site, lambda *_: False, a="2", b="2")
    site.rename(site.parent / ".site.ancien-0-abc")
    Staging.beside(site).discard()
    assert contents(site) == {"a": b"2", "b": b"2"}
    assert list(site.parent.iterdir()) == [site]


def test_leftovers_are_removed_and_the_folder_of_a_living_build_is_not(site: Path) -> None:
    living = Staging.beside(site)
    fill(living.folder, a="1")
    (site.parent / ".site.neuf-1-abc").mkdir()
    (site.parent / ".site.ancien-1-abc").mkdir()
    (site.parent / ".site.neuf-1-abc/a").touch()
    site.mkdir()
    other = Staging.beside(site)
    assert sorted(site.parent.iterdir()) == sorted([living.folder, other.folder, site])
    other.discard()
    living.publish()
    assert contents(site) == {"a": b"1"}


@pytest.mark.parametrize("way", ["exchanges", "renames"])
def test_a_process_that_is_killed_at_any_moment_leaves_one_whole_site(site: Path, way: str) -> None:
    publish(site, **{f"{number}": "a b" for number in range(20)})
    random = Random(7)  # noqa: S311 - it decides when, and keeps no secret
    for _ in range(12):
        process = builder(site, "a", way)
        while process.poll() is None and not list(site.parent.glob(".site.neuf-*")):
            sleep(0.005)
        sleep(random.uniform(0, 0.05))
        end(process)
        assert way == "renames" or whole(site)
        Staging.beside(site).discard()  # with renames, the next build may have to put it back
        assert whole(site)
        assert list(site.parent.iterdir()) == [site]


@pytest.mark.parametrize("way", ["exchanges", "renames"])
def test_processes_that_publish_at_once_do_not_mix(site: Path, way: str) -> None:
    processes = [builder(site, name, way) for name in "abc"]
    for process in processes:
        assert process.stdout
        assert all(process.stdout.readline() for _ in range(20))
    assert all(process.poll() is None for process in processes)
    for process in processes:
        end(process)
    Staging.beside(site).discard()
    assert whole(site)
    assert list(site.parent.iterdir()) == [site]
