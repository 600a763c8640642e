"""Shares work out among the processors of the machine."""

from __future__ import annotations

import ctypes
import gc
import os
import pickle
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import takewhile
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from tempfile import TemporaryFile
from typing import IO, Any, TypeAlias, TypeVar

from passerelles.progress import Tell, to_nobody

WORTH = 8
"""With fewer tasks than this, a process costs more than it saves."""
NUMBER = 4
"""The bytes in which the number of a task is written."""

R = TypeVar("R")
Tasks: TypeAlias = Sequence[Callable[[], R]]


def share_out(
    tasks: Tasks[R],
    take: Callable[[R], object],
    tell: Tell = to_nobody,
    processes: int | None = None,
) -> None:
    """Do tasks that do not need each other, as many at a time as there are processors.

    Whoever is free takes the next task. Each process is a copy of this one, so that nothing has to
    be handed to it; what a task changes in memory may be lost, what it gives is handed to `take`,
    here, in the order of the tasks. What one raises is raised here.
    """
    processes = processes or _useful(tasks)
    if processes == 1:
        for number, task in enumerate(tasks):
            tell(number, len(tasks))
            take(task())
        return
    with TemporaryFile(buffering=0) as queue, ExitStack() as files:
        queue.write(b"".join(number.to_bytes(NUMBER, "big") for number in range(len(tasks))))
        queue.seek(0)
        results = [files.enter_context(TemporaryFile()) for _ in range(processes)]
        for result in _together(tasks, queue.fileno(), tell, results):
            take(result)


def _useful(tasks: Tasks[Any]) -> int:
    """How many processes are of use; one where no safe copy can be made."""
    affinity = getattr(os, "sched_getaffinity", None)  # Linux
    if affinity is None or len(tasks) < WORTH or threading.active_count() > 1:
        return 1
    return len(affinity(0))


def _together(tasks: Tasks[R], queue: int, tell: Tell, results: Sequence[IO[bytes]]) -> Iterator[R]:
    """Do tasks with helpers, then gather what they have done.

    Each process has a file for its results, so that these take no memory while others still work.
    """
    _give_back()
    gc.freeze()  # what is there already is not searched for waste, which would copy it
    helpers = [_helper(tasks, queue, file) for file in results[1:]]
    try:
        own = _done(tasks, _turns(queue, len(tasks), tell), results[0])
    except BaseException:
        _stop(queue)
        raise
    finally:
        reports = [report.recv() for report, _ in helpers]
        for _, process in helpers:
            process.join()
        gc.unfreeze()
    places: dict[int, tuple[IO[bytes], int]] = {}
    for report, file in zip((own, *reports), results, strict=True):
        if isinstance(report, BaseException):
            raise report
        places |= {number: (file, place) for number, place in report.items()}
    for number in range(len(tasks)):
        yield _unpacked(*places[number])


def _done(tasks: Tasks[Any], numbers: Iterable[int], results: IO[bytes]) -> dict[int, int]:
    """Do some tasks; where the result of each begins in a file."""
    places = {}
    for number in numbers:
        done = tasks[number]()
        places[number] = results.tell()
        pickle.dump(done, results, pickle.HIGHEST_PROTOCOL)
        del done
        _give_back()
    results.flush()
    return places


def _give_back() -> None:
    """Give back to the system what is free between what is held.

    The C library would keep it for this process, and another would not have it.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc
    if trim:
        trim(0)


def _unpacked(results: IO[bytes], place: int) -> Any:
    results.seek(place)
    return pickle.load(results)  # noqa: S301 - from a copy of this very process


def _turns(queue: int, total: int, tell: Tell) -> Iterator[int]:
    """The numbers of tasks that nobody has taken yet.

    All processes read one open file, which the system moves on for all of them at each reading:
    there is no lock that one who is killed could leave behind.
    """
    while turn := os.read(queue, NUMBER):
        number = int.from_bytes(turn, "big")
        tell(number, total)
        yield number


def _stop(queue: int) -> None:
    """Leave nobody anything to do."""
    os.lseek(queue, 0, os.SEEK_END)


def _helper(tasks: Tasks[Any], queue: int, results: IO[bytes]) -> tuple[Connection, ForkProcess]:
    """Start another process; it reports where its results stand, or what it failed with."""
    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    arguments = (tasks, queue, os.getpid(), there, results)
    process = context.Process(target=_help, args=arguments, daemon=True)
    process.start()
    there.close()
    return here, process


def _help(
    tasks: Tasks[Any], queue: int, parent: int, report: Connection, results: IO[bytes]
) -> None:
    """Do tasks until there are none, or until the parent has been killed."""
    turns = takewhile(lambda _: os.getppid() == parent, _turns(queue, len(tasks), to_nobody))
    try:
        places = _done(tasks, turns, results)
    except BaseException as error:  # noqa: BLE001 - it is raised where the work was asked for
        _stop(queue)
        report.send(error)
    else:
        report.send(places)
