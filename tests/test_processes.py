"""Sharing work out among processes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from passerelles.processes import share_out

NUMBER = 40


def forget(_: object) -> None:
    """Take no notice of what a task gives."""


def done(folder: Path, number: int) -> None:
    """Leave a file that says who did a task."""
    time.sleep(0.01)  # so that nobody does them all
    (folder / f"{number}").write_text(f"{os.getpid()}", "utf-8")


def tasks(folder: Path) -> list[Callable[[], None]]:
    """So many tasks."""
    return [partial(done, folder, number) for number in range(NUMBER)]


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_every_task_is_done_by_as_many_processes_as_there_are(
    tmp_path: Path, processes: int
) -> None:
    share_out(tasks(tmp_path), forget, processes=processes)
    assert {int(path.name) for path in tmp_path.iterdir()} == set(range(NUMBER))
    assert len({path.read_text("utf-8") for path in tmp_path.iterdir()}) == processes


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_what_tasks_give_comes_in_their_order(processes: int) -> None:
    def square(number: int) -> int:
        time.sleep(0.001 * (number % 3))
        return number * number

    work = [partial(square, number) for number in range(NUMBER)]
    given: list[int] = []
    share_out(work, given.append, processes=processes)
    assert given == [number**2 for number in range(NUMBER)]


def fail() -> None:
    """Fail as a full disk does."""
    time.sleep(0.02)
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("processes", [1, 2])
def test_what_a_task_raises_is_raised_and_ends_the_work(tmp_path: Path, processes: int) -> None:
    work = tasks(tmp_path)
    with pytest.raises(OSError, match="No space left"):
        share_out([work[0], fail, *work[1:]], forget, processes=processes)
    assert len(list(tmp_path.iterdir())) < NUMBER


def test_a_process_that_dies_is_noticed() -> None:
    own = os.getpid()

    def die() -> None:
        time.sleep(0.02)
        if os.getpid() != own:
            os._exit(9)

    with pytest.raises(EOFError):
        share_out([die] * NUMBER, forget, processes=2)
