"""Time checking and building, each as a whole process: `make bench`."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench import peers, telling
from bench.corpus import REPOSITORY, write_corpus
from bench.rebuilding import edit, forget, until_served
from bench.telling import AGAIN, BUILD, BUILD_AGAIN, FULL, LARGEST, PEERS, WITH_PICTURES
from bench.timing import Job, timed

BIN = Path(sys.executable).parent
CHECKED = (100, 500, 1_000)
BUILT = (100, 1_000)
GOAL_OF_CHECKING = {500: 2.0}
"""Seconds that checking so many cases should not exceed."""
GOAL_OF_BUILDING = 5.0
"""The same for building the shipped base."""
CONFIG = "mkdocs.yml"


def main() -> None:
    """Time what is asked for and print two tables."""
    wanted = _arguments()
    print(_circumstances(wanted.runs))
    with tempfile.TemporaryDirectory() as folder:
        timings = []
        print(telling.heading())
        for job in _jobs(wanted, Path(folder)):
            timings.append(timed(job, wanted.runs))
            print(telling.result(timings[-1]), flush=True)
        print()
        edited = max(timing.job.cases for timing in timings if timing.job.name in FULL)
        seconds = until_served(Path(folder) / str(edited) / CONFIG, wanted.runs)
        print(telling.served(edited, seconds))
    for line in (*telling.growth(timings), *telling.ratios(timings)):
        print(line)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench", description="Mesure les temps de vérification et de construction."
    )
    parser.add_argument("--cases", type=int, metavar="N", help="mesurer une seule base, de N cas")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="passages par mesure")
    parser.add_argument("--quick", action="store_true", help="un seul passage, 100 cas au plus")
    wanted = parser.parse_args()
    if wanted.quick:
        wanted.runs = 1
    return wanted


def _jobs(wanted: argparse.Namespace, folder: Path) -> Iterator[Job]:
    """What to time, from the small to the large; each corpus is made when its turn comes."""
    shipped = len(list((REPOSITORY / "cases").glob("*.yml")))
    site = str(folder / "site")
    yield Job("vérifier la base livrée", shipped, _check(REPOSITORY))
    yield Job(
        "construire la base livrée",
        shipped,
        (*_build(REPOSITORY / CONFIG, site), "--strict"),
        GOAL_OF_BUILDING,
        partial(_anew, REPOSITORY),
    )
    checked, built = (CHECKED, BUILT) if not wanted.cases else ((wanted.cases,), (wanted.cases,))
    if wanted.quick and not wanted.cases:
        checked, built = CHECKED[:1], BUILT[:1]
    for cases in checked:
        base = _base(folder, cases)
        yield Job("vérifier", cases, _check(base), GOAL_OF_CHECKING.get(cases))
    for name, again, config_of in (
        (WITH_PICTURES, AGAIN, _with_pictures),
        (BUILD, BUILD_AGAIN, _without_pictures),
    ):
        bases = {cases: _base(folder, cases) for cases in built}
        commands = {each: _build(config_of(base), f"{site}-{each}") for each, base in bases.items()}
        for cases, base in bases.items():
            yield Job(name, cases, commands[cases], prepare=partial(_anew, base))
        if name == BUILD and built == BUILT:
            base = _base(folder, LARGEST)
            yield Job(name, LARGEST, _build(config_of(base), f"{site}-{LARGEST}"), once=True)
        for cases, base in bases.items():
            yield Job(again, cases, commands[cases], prepare=partial(edit, base))
    for cases in built:
        command = peers.command(_base(folder, cases), folder / "peers")
        if command:
            yield Job(PEERS, cases, command)
        else:
            print("Hugo n’est pas installé : pas de comparaison.")


def _base(folder: Path, cases: int) -> Path:
    """A base of so many cases, made when it is first asked for."""
    base = folder / str(cases)
    if not base.exists():
        write_corpus(base, cases)
    return base


def _anew(root: Path, _: str) -> None:
    """Let nothing be left of other builds."""
    forget(root)


def _with_pictures(root: Path) -> Path:
    return root / CONFIG


def _without_pictures(root: Path) -> Path:
    """The base, built without a preview picture of each page: peers draw none."""
    config = root / CONFIG
    plain = "  - passerelles\n"
    text = config.read_text("utf-8")
    changed = root / "sans-apercus.yml"
    changed.write_text(text.replace(plain, "  - passerelles:\n      apercus: false\n"), "utf-8")
    return changed


def _check(root: Path) -> tuple[str, ...]:
    return (str(BIN / "passerelles"), "check", "--root", str(root))


def _build(config: Path, site: str) -> tuple[str, ...]:
    return (str(BIN / "mkdocs"), "build", "--config-file", str(config), "-d", site)


def _circumstances(runs: int) -> str:
    times = "un passage" if runs == 1 else f"{runs} passages après un passage à blanc"
    return (
        f"{time.strftime('%d/%m/%Y')}, {os.cpu_count()} cœurs, Python {platform.python_version()}, "
        f"{platform.system()} ; processus entiers, {times}.\n"
    )


if __name__ == "__main__":
    main()
