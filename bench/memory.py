"""How much memory a process and those that it starts hold together."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

PAUSE = 0.1
"""Seconds between two looks: each look costs what is measured some time."""
PROC = Path("/proc")


class Watch(threading.Thread):
    """Looks at a process until it has ended; `kibibytes` is the most that it held so far.

    What several processes share is counted once (their proportional set sizes, Linux's `Pss`):
    added up, the usual sizes would count it for each. Where there is no `/proc`, it is zero.
    """

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.process = process
        self.kibibytes = 0
        self.ended = threading.Event()

    def run(self) -> None:
        """Look again and again."""
        while not self.ended.wait(PAUSE):
            self.kibibytes = max(self.kibibytes, sum(map(_kibibytes, _family(self.process))))

    def end(self) -> int:
        """Stop looking; the most that was held."""
        self.ended.set()
        self.join()
        return self.kibibytes


def _family(process: int) -> Iterator[int]:
    """A process and those below it."""
    yield process
    try:
        children = (PROC / f"{process}/task/{process}/children").read_text("ascii").split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _kibibytes(process: int) -> int:
    try:
        lines = (PROC / f"{process}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
