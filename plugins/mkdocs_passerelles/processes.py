"""Shares work out among the processors of the machine."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext, ForkProcess
from multiprocessing.sharedctypes import Synchronized

from passerelles.progress import Tell, to_nobody

WORTH = 8
"""With fewer tasks than this, a process costs more than it saves."""

Tasks = Sequence[Callable[[], None]]


def share_out(tasks: Tasks, tell: Tell = to_nobody, processes: int | None = None) -> None:
    """Do tasks that do not need each other, as many at a time as there are processors.

    Whoever is free takes the next task. Each process is a copy of this one, so that nothing has to
    be handed to it, and what a task changes in memory may be lost. What one raises is raised here.
    """
    processes = processes or _useful(tasks)
    if processes == 1:
        for number, task in enumerate(tasks):
            tell(number, len(tasks))
            task()
        return
    context = get_context("fork")
    turn = context.Value("i", 0)
    gc.freeze()  # what is there already is not searched for waste, which would copy it
    helpers = [_helper(context, tasks, turn) for _ in range(processes - 1)]
    try:
        _take_turns(tasks, turn, tell)
    finally:
        failures = [report.recv() for report, _ in helpers]
        for _, process in helpers:
            process.join()
        gc.unfreeze()
    for failure in filter(None, failures):
        raise failure


def _useful(tasks: Tasks) -> int:
    """How many processes are of use; one where no safe copy can be made."""
    affinity = getattr(os, "sched_getaffinity", None)  # Linux
    if affinity is None or len(tasks) < WORTH or threading.active_count() > 1:
        return 1
    return len(affinity(0))


def _helper(
    context: ForkContext, tasks: Tasks, turn: Synchronized[int]
) -> tuple[Connection, ForkProcess]:
    """Start another process; what it reports when it has done is None, or what it failed with."""
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_help, args=(tasks, turn, os.getpid(), there), daemon=True)
    process.start()
    there.close()
    return here, process


def _help(tasks: Tasks, turn: Synchronized[int], parent: int, report: Connection) -> None:
    try:
        _take_turns(tasks, turn, to_nobody, parent)
    except BaseException as error:  # noqa: BLE001 - it is raised where the work was asked for
        report.send(error)
    else:
        report.send(None)


def _take_turns(
    tasks: Tasks, turn: Synchronized[int], tell: Tell, parent: int | None = None
) -> None:
    """Do the next task while there is one and nobody has failed, nor the parent been killed."""
    while parent is None or os.getppid() == parent:
        with turn.get_lock():
            number = turn.value
            turn.value += 1
        if number >= len(tasks):
            return
        tell(number, len(tasks))
        try:
            tasks[number]()
        except BaseException:
            turn.value = len(tasks)
            raise
