"""Times one process, several times over."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from bench.memory import Watch

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
    once: bool = False
    """Whether one run is enough: what takes a minute varies little."""


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


def timed(job: Job, runs: int) -> Timing:
    """Run a job once unmeasured, so that files are in memory, then as often as is wanted."""
    if job.once:
        runs = 1
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
            env=_environment(),
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


def _environment() -> dict[str, str]:
    """That of most machines: Python keeps what it has compiled."""
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    quiet.pop("PYTHONDONTWRITEBYTECODE", None)
    return quiet
