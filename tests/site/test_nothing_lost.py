"""Whatever stops the real build, the published site stays whole."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import sleep

import pytest

from .conftest import Run, contents, environment, python

NEWER = {"cases/pacte.yml": {"titre": "Un pacte pour la forêt"}}
UNUSED = {
    "glossary/sobriete.yml": {"terme": "Sobriété", "schema": "notion", "definition": "Faire moins."}
}
"""A concept that nothing names, which is worth a warning."""


def build(root: Path, site: Path, *options: str) -> Run:
    return python("mkdocs", "build", "-d", site, *options, cwd=root)


def start(root: Path, site: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", str(site)],
        cwd=root,
        env=environment(),
    )


def beside(site: Path) -> list[str]:
    return [path.name for path in site.parent.iterdir() if path != site]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def versions(
    small_base: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory
) -> list[tuple[Path, dict[str, bytes]]]:
    """Two bases that differ by a title, and what is built from each."""
    bases = [small_base(), small_base(NEWER)]
    sites = [tmp_path_factory.mktemp("whole") / "site" for _ in bases]
    for root, whole in zip(bases, sites, strict=True):
        assert build(root, whole).code == 0
    return [(root, contents(whole)) for root, whole in zip(bases, sites, strict=True)]


def test_a_build_that_is_killed_at_any_moment_leaves_the_old_site_or_the_new_one(
    versions: list[tuple[Path, dict[str, bytes]]], site: Path
) -> None:
    (older, old), (newer, new) = versions
    assert build(older, site).code == 0
    random = Random(20261121)  # noqa: S311 - it decides when, and keeps no secret
    killed = 0
    for turn in range(15):
        process = start((newer, older)[turn % 2], site)
        while turn % 3 and process.poll() is None and not beside(site):
            sleep(0.002)  # two out of three are killed while they write, or put in place
        sleep(random.uniform(0, 0.15))
        process.kill()
        killed += process.wait() != 0
        assert contents(site) in (old, new)
    assert killed > 0
    assert build(newer, site).code == 0
    assert contents(site) == new
    assert beside(site) == [], "what the killed builds have left is removed"


def test_a_disk_that_takes_no_more_leaves_the_old_site(
    versions: list[tuple[Path, dict[str, bytes]]], site: Path
) -> None:
    (older, old), (newer, _) = versions
    assert build(older, site).code == 0
    limited = ["sh", "-c", 'ulimit -f 4 && exec "$@"', "sh", sys.executable, "-m", "mkdocs"]
    run = subprocess.run(
        [*limited, "build", "-d", str(site)],
        cwd=newer,
        env=environment() | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 1
    assert "Impossible d’écrire dans " in run.stderr
    assert "Le site publié n’a pas changé." in run.stderr
    assert "Traceback" not in run.stderr
    assert contents(site) == old
    assert beside(site) == []


def test_builds_at_once_do_not_mix(
    versions: list[tuple[Path, dict[str, bytes]]], site: Path
) -> None:
    (older, old), (newer, new) = versions
    processes = [start(root, site) for root in (older, newer, older, newer)]
    assert [process.wait() for process in processes] == [0, 0, 0, 0]
    assert contents(site) in (old, new)
    assert beside(site) == []


def test_a_warning_of_a_strict_build_leaves_the_old_site(
    small_base: Callable[..., Path], site: Path
) -> None:
    assert build(small_base(), site).code == 0
    before = contents(site)
    run = build(small_base(UNUSED), site, "--strict")
    assert run.code == 1
    assert "Aborted with 1 warnings in strict mode!" in run.output
    assert contents(site) == before
    assert beside(site) == []


def test_a_site_that_is_no_folder_is_not_touched(
    small_base: Callable[..., Path], site: Path
) -> None:
    site.write_text("un fichier", "utf-8")
    run = build(small_base(), site)
    assert run.code == 1
    assert f"Impossible d’écrire dans {site}" in run.output
    assert site.read_text("utf-8") == "un fichier"
