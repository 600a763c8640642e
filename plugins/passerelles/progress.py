"""Shows how far a long work is, to whoever looks on."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import click

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
        bars: list[Any] = []

        def tell(done: int, total: int) -> None:
            if not bars and time.monotonic() - start > PATIENCE:
                bar = click.progressbar(length=total, label=words, file=sys.stderr, width=30)
                bars.append(block.enter_context(bar))
            for bar in bars:
                bar.update(done - bar.pos)

        yield tell
