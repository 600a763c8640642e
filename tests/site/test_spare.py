"""The site before last, in whose folders the next one is written."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_passerelles.staging import Staging

from .conftest import contents

PLACES = [
    "index.html",
    "cas/index.html",
    "cas/a/index.html",
    "cas/b/index.html",
    "cas/b.html",
    "cas/page/2/index.html",
    "sources/a/index.html",
]
SITES = st.dictionaries(st.sampled_from(PLACES), st.sampled_from([b"1", b"2", b"3"]))


def write(site: Path, spare: Path, files: Mapping[str, bytes]) -> Staging:
    """Write a new site up to its being published."""
    new = Staging.beside(site, spare)
    new.refill()
    for place, content in files.items():
        new.write(place, content)
    new.prune(files.__contains__)
    return new


def publish(site: Path, spare: Path, **pages: str) -> None:
    files = {f"cas/{name}/index.html": text.encode() for name, text in pages.items()}
    write(site, spare, files).publish()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def spare(tmp_path: Path) -> Path:
    (tmp_path / "cache").mkdir()
    return tmp_path / "cache/site"


@given(st.lists(SITES, min_size=3, max_size=6))
def test_whatever_came_before_a_site_is_what_is_written_and_the_old_one_stays_as_it_was(
    sites: list[dict[str, bytes]],
) -> None:
    with TemporaryDirectory() as folder:
        site, spare = Path(folder, "site"), Path(folder, "spare")
        before: Mapping[str, bytes] = {}
        for files in sites:
            new = write(site, spare, files)
            assert not site.exists() or contents(site) == before
            assert contents(new.folder) == files
            new.publish()
            assert contents(site) == files
            before = files
        assert {path.name for path in Path(folder).iterdir()} == {"site", "spare"}
        assert not any(site.rglob(".*"))


def test_folders_are_those_of_the_site_before_last(site: Path, spare: Path) -> None:
    publish(site, spare, a="1", b="1")
    first = (site / "cas/a").stat().st_ino
    publish(site, spare, a="1", b="2")
    assert (spare / "cas/a").stat().st_ino == first
    publish(site, spare, a="1", b="3")
    assert (site / "cas/a").stat().st_ino == first
    assert (site / "cas/a/index.html").samefile(spare / "cas/a/index.html")
    assert (site / "cas/b/index.html").read_bytes() == b"3"
    assert (spare / "cas/b/index.html").read_bytes() == b"2"


def test_empty_folders_go(site: Path, spare: Path) -> None:
    for pages in ({"a": "1", "b": "1"}, {"a": "1"}, {"a": "2"}):
        publish(site, spare, **pages)
    assert [path.name for path in (site / "cas").iterdir()] == ["a"]


def test_a_folder_that_cannot_be_laid_aside_is_removed(site: Path, tmp_path: Path) -> None:
    for text in "123":
        publish(site, tmp_path / "nulle-part/site", a=text)
    assert list(tmp_path.iterdir()) == [site]


def test_of_two_builds_at_once_one_has_what_was_laid_aside(site: Path, spare: Path) -> None:
    for text in "12":
        publish(site, spare, a=text)
    one, other = Staging.beside(site, spare), Staging.beside(site, spare)
    one.refill()
    other.refill()
    assert (one.folder / "cas/a").is_dir()
    assert not list(other.folder.iterdir())
    for new, text in ((other, b"3"), (one, b"4")):
        new.write("cas/a/index.html", text)
        new.publish()
        assert contents(site) == {"cas/a/index.html": text}
    assert contents(spare) == {"cas/a/index.html": b"2"}


def test_a_site_that_somebody_else_is_about_to_replace_is_not_laid_aside(
    site: Path, spare: Path
) -> None:
    publish(site, spare, a="1")
    other = os.open(site, os.O_RDONLY)
    new = write(site, spare, {"cas/a/index.html": b"2"})
    fcntl.flock(other, fcntl.LOCK_EX)
    new.publish()
    os.close(other)
    assert not spare.exists()
    assert contents(site) == {"cas/a/index.html": b"2"}


def test_a_file_that_somebody_has_changed_is_written_anew(site: Path, spare: Path) -> None:
    for _ in range(2):
        publish(site, spare, a="1")
    (site / "cas/a/index.html").write_bytes(b"autre chose")
    publish(site, spare, a="1")
    assert contents(site) == {"cas/a/index.html": b"1"}
