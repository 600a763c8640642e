"""Shows how far a long work is, to whoever looks on."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 2.0
"""Seconds after which one wants to know."""

Tell = Callable[[int, int], None]
"""What is told how much is done, and how much there is to do."""


def to_nobody(done: int, total: int) -> None:
    """Keep it quiet."""


@contextmanager
def progress(words: str) -> Iterator[Tell]:
    """Give what is to be told of a work, for the time of a block; a terminal shows it if it lasts.

    It draws when it is told and has no thread of its own: processes may be copied meanwhile.
    """
    start = time.monotonic()
    if not sys.stderr.isatty() or os.environ.get("CI"):
        yield to_nobody
        return
    with ExitStack() as block:
        bars: list[Progress] = []

        def tell(done: int, total: int) -> None:
            if not bars and time.monotonic() - start > PATIENCE:
                bars.append(block.enter_context(_bar()))
                bars[0].add_task(words)
            for bar in bars:
                bar.update(bar.task_ids[0], completed=done, total=total, refresh=True)

        yield tell


def _bar() -> Progress:
    """A bar that vanishes when the work is done; without it nothing is loaded that draws."""
    from rich import progress as rich  # noqa: PLC0415 - it takes as long as many a work
    from rich.console import Console  # noqa: PLC0415 - (the same)

    columns = (
        "{task.description}",
        rich.BarColumn(30, complete_style="green"),
        "{task.percentage:.0f}\u202f%",
    )
    console = Console(stderr=True)
    return rich.Progress(
        *columns,
        console=console,
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
