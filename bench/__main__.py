"""Time checking and building, each as a whole process: `make bench`."""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median

from bench import peers
from bench.corpus import REPOSITORY, write_corpus
from bench.memory import Watch
from bench.rebuilding import edit, forget, until_served

BIN = Path(sys.executable).parent
CHECKED = (100, 500, 1_000)
BUILT = (100, 1_000)
GOAL_OF_CHECKING = {500: 2.0}
"""Seconds that checking so many cases should not exceed."""
GOAL_OF_BUILDING = 5.0
"""The same for building the shipped base."""
CONFIG = "mkdocs.yml"
WITH_PICTURES, BUILD, PEERS = "construire", "construire sans aperçus", "Hugo et Pagefind"
AGAIN, BUILD_AGAIN = "après une modification", "de même, sans aperçus"
"""The jobs that are compared."""
FULL = {AGAIN: WITH_PICTURES, BUILD_AGAIN: BUILD}
"""What building after an edit is compared with."""
GOAL_OF_REBUILDING = 0.15
"""The part of a full build that building after one edit should not exceed."""
GOAL_OF_SERVING = 1.0
"""Seconds between saving a file and being served its new page that should not be exceeded."""
KIBIBYTES = 1024 if sys.platform == "darwin" else 1
"""What `ru_maxrss` counts in, in kibibytes: bytes on macOS, kibibytes elsewhere."""


@dataclass(frozen=True, slots=True)
class Job:
    """One process to time."""

    name: str
    cases: int
    command: tuple[str, ...]
    goal: float | None = None
    """Seconds that it should not exceed, where there is such a goal."""
    prepare: Callable[[str], object] = str
    """What is done before each run, and not timed; it is given a word of its own."""


@dataclass(frozen=True, slots=True)
class Timing:
    """What several runs of one job took."""

    job: Job
    seconds: tuple[float, ...]
    mebibytes: float
    """The most memory that one of them held."""

    @property
    def middle(self) -> float:
        """The median, in seconds."""
        return median(self.seconds)


def main() -> None:
    """Time what is asked for and print two tables."""
    wanted = _arguments()
    print(_circumstances(wanted.runs))
    with tempfile.TemporaryDirectory() as folder:
        timings = []
        print(_row("mesure", "cas", "min", "médiane", "max", "par cas", "mémoire", "objectif"))
        for job in _jobs(wanted, Path(folder)):
            timings.append(_time(job, wanted.runs))
            print(_result(timings[-1]), flush=True)
        print()
        print(_served(Path(folder), max(timing.job.cases for timing in timings), wanted.runs))
    for line in (*_growth(timings), *_ratios(timings)):
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
    corpora = {cases: folder / str(cases) for cases in sorted({*checked, *built})}
    for cases, corpus in corpora.items():
        write_corpus(corpus, cases)
    for cases in checked:
        yield Job("vérifier", cases, _check(corpora[cases]), GOAL_OF_CHECKING.get(cases))
    for name, again, config_of in (
        (WITH_PICTURES, AGAIN, _with_pictures),
        (BUILD, BUILD_AGAIN, _without_pictures),
    ):
        commands = {each: _build(config_of(corpora[each]), f"{site}-{each}") for each in built}
        for cases, command in commands.items():
            yield Job(name, cases, command, prepare=partial(_anew, corpora[cases]))
        for cases, command in commands.items():
            yield Job(again, cases, command, prepare=partial(edit, corpora[cases]))
    for cases in built:
        command = peers.command(corpora[cases], folder / "peers")
        if command:
            yield Job(PEERS, cases, command)
        else:
            print("Hugo n’est pas installé : pas de comparaison.")


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


def _time(job: Job, runs: int) -> Timing:
    """Run a job once unmeasured, so that files are in memory, then as often as is wanted."""
    results = []
    for number in range(runs + 1):
        job.prepare(f"Essai{number}")
        if number or runs > 1:
            results.append(_run(job))
    results = results[-runs:]
    return Timing(
        job,
        tuple(seconds for seconds, _ in results),
        max(mebibytes for _, mebibytes in results),
    )


def _run(job: Job) -> tuple[float, float]:
    """Seconds and mebibytes of one run; what it says is shown only where it fails."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            job.command,
            stdout=said,
            stderr=subprocess.STDOUT,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )
        watch = Watch(process.pid)
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        shared = watch.end()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(f"« {' '.join(job.command)} » a échoué :\n{said.read()}")
    return seconds, (shared or usage.ru_maxrss / KIBIBYTES) / 1024


def _circumstances(runs: int) -> str:
    times = "un passage" if runs == 1 else f"{runs} passages après un passage à blanc"
    return (
        f"{time.strftime('%d/%m/%Y')}, {os.cpu_count()} cœurs, Python {platform.python_version()}, "
        f"{platform.system()} ; processus entiers, {times}.\n"
    )


def _result(timing: Timing) -> str:
    job = timing.job
    goal = ""
    if job.goal:
        goal = f"≤ {_number(job.goal, 0)} s : {'tenu' if timing.middle <= job.goal else 'manqué'}"
    return _row(
        job.name,
        _number(job.cases, 0),
        *(f"{_number(each, 2)} s" for each in (min(timing.seconds), timing.middle)),
        f"{_number(max(timing.seconds), 2)} s",
        f"{_number(timing.middle / job.cases * 1000, 2)} ms",
        f"{_number(timing.mebibytes, 0)} Mio",
        goal,
    )


def _ratios(timings: list[Timing]) -> Iterator[str]:
    """How our time compares with that of the peers, on the same texts."""
    middles = {(timing.job.name, timing.job.cases): timing.middle for timing in timings}
    for (name, cases), middle in middles.items():
        if name in {WITH_PICTURES, BUILD} and (PEERS, cases) in middles:
            ratio = middle / middles[PEERS, cases]
            yield f"{name}, {_number(cases, 0)} cas : {_number(ratio, 2)} × {PEERS}"
        full = middles.get((FULL.get(name, ""), cases))
        if full:
            yield (
                f"{name}, {_number(cases, 0)} cas : {_number(middle / full, 3)} × {FULL[name]} ; "
                f"objectif {_number(GOAL_OF_REBUILDING, 2)} : "
                f"{'tenu' if middle <= GOAL_OF_REBUILDING * full else 'manqué'}"
            )


def _served(folder: Path, cases: int, runs: int) -> str:
    """How long one waits for the new page of a base that is served."""
    seconds = until_served(folder / str(cases) / CONFIG, runs)
    verdict = "tenu" if seconds <= GOAL_OF_SERVING else "manqué"
    return (
        f"servir, {_number(cases, 0)} cas : {_number(seconds, 2)} s de l’enregistrement à la "
        f"nouvelle page ; objectif {_number(GOAL_OF_SERVING, 0)} s : {verdict}"
    )


def _growth(timings: list[Timing]) -> Iterator[str]:
    """How each job grows from one corpus to the next larger one."""
    for smaller, larger in pairwise(timings):
        if smaller.job.name == larger.job.name:
            few, many = smaller.job.cases, larger.job.cases
            ratio = larger.middle / smaller.middle
            each = (larger.middle - smaller.middle) / (many - few) * 1000
            yield (
                f"{larger.job.name}, de {_number(few, 0)} à {_number(many, 0)} cas "
                f"(× {_number(many / few, 1)}) : temps × {_number(ratio, 1)} ; "
                f"{_number(each, 2)} ms par cas de plus"
            )


def _row(name: str, *cells: str) -> str:
    widths = (6, 9, 9, 9, 10, 10)
    cells = (*(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=False)), cells[-1])
    return f"{name:<26}{'  '.join(cells)}".rstrip()


def _number(value: float, digits: int) -> str:
    """A number as it is written in French."""
    return f"{value:,.{digits}f}".replace(",", "\u202f").replace(".", ",")


if __name__ == "__main__":
    main()
