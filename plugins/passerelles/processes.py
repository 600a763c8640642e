"""Shares work out among the processors of the machine."""

from __future__ import annotations

import gc
import os
import pickle
import threading
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext, ForkProcess
from tempfile import TemporaryFile
from typing import Any, TypeAlias, TypeVar

from passerelles.progress import Tell, to_nobody

WORTH = 8
"""With fewer tasks than this, a process costs more than it saves."""
NUMBER = 4
"""The bytes in which the number of a task is written."""

R = TypeVar("R")
Tasks: TypeAlias = Sequence[Callable[[], R]]


def share_out(tasks: Tasks[R], tell: Tell = to_nobody, processes: int | None = None) -> list[R]:
    """Do tasks that do not need each other, as many at a time as there are processors.

    Whoever is free takes the next task. Each process is a copy of this one, so that nothing has to
    be handed to it; what a task changes in memory may be lost, what it gives comes back, in the
    order of the tasks. What one raises is raised here.
    """
    processes = processes or _useful(tasks)
    if processes == 1:
        done = []
        for number, task in enumerate(tasks):
            tell(number, len(tasks))
            done.append(task())
        return done
    with TemporaryFile(buffering=0) as queue:
        queue.write(b"".join(number.to_bytes(NUMBER, "big") for number in range(len(tasks))))
        queue.seek(0)
        return _together(tasks, queue.fileno(), tell, processes)


def _useful(tasks: Tasks[Any]) -> int:
    """How many processes are of use; one where no safe copy can be made."""
    affinity = getattr(os, "sched_getaffinity", None)  # Linux
    if affinity is None or len(tasks) < WORTH or threading.active_count() > 1:
        return 1
    return len(affinity(0))


def _together(tasks: Tasks[R], queue: int, tell: Tell, processes: int) -> list[R]:
    """Do tasks with helpers, then gather what they have done."""
    context = get_context("fork")
    gc.freeze()  # what is there already is not searched for waste, which would copy it
    helpers = [_helper(context, tasks, queue) for _ in range(processes - 1)]
    done: dict[int, R] = {}
    try:
        for number in _turns(queue, len(tasks), tell):
            done[number] = tasks[number]()
    except BaseException:
        _stop(queue)
        raise
    finally:
        reports = [report.recv() for report, _ in helpers]
        for _, process in helpers:
            process.join()
        gc.unfreeze()
    for report in reports:
        if isinstance(report, BaseException):
            raise report
        done |= {number: pickle.loads(packed) for number, packed in report.items()}  # noqa: S301 - from a copy of this very process
    return [done[number] for number in range(len(tasks))]


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


def _helper(context: ForkContext, tasks: Tasks[Any], queue: int) -> tuple[Connection, ForkProcess]:
    """Start another process; it reports what came of its tasks, or what it failed with."""
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_help, args=(tasks, queue, os.getpid(), there), daemon=True)
    process.start()
    there.close()
    return here, process


def _help(tasks: Tasks[Any], queue: int, parent: int, report: Connection) -> None:
    """Do tasks until there are none, or until the parent has been killed."""
    done: dict[int, bytes] = {}
    try:
        for number in _turns(queue, len(tasks), to_nobody):
            done[number] = pickle.dumps(tasks[number](), pickle.HIGHEST_PROTOCOL)
            if os.getppid() != parent:
                return
    except BaseException as error:  # noqa: BLE001 - it is raised where the work was asked for
        _stop(queue)
        report.send(error)
    else:
        report.send(done)
