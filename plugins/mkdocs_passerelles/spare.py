"""The site before last, in whose folders the next one is written.

Most of its pages are as they are to be, and thousands of folders need not be made and removed for
each build. Where there is none, or not on the same disk, the next site is written in new folders.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

TAKEN = ".avant-dernier"
"""Its name while it is taken apart."""


def take(spare: Path, folder: Path, names: Iterable[str]) -> None:
    """Move some of its folders into that of a new site, and remove the rest."""
    taken = folder / TAKEN
    with suppress(OSError):
        spare.rename(taken)  # at one stroke: of two builds at once, one has it
    for name in names:
        with suppress(OSError):
            (taken / name).rename(folder / name)
    shutil.rmtree(taken, ignore_errors=True)


def prune(folder: Path, names: Iterable[str], holds: Callable[[str], bool]) -> None:
    """Remove from such folders what is no file of the new site; `holds` is given its place."""
    above = len(os.path.join(folder, ""))
    for name in names:
        for parent, _, names_within in os.walk(folder / name, topdown=False):
            files = [os.path.join(parent, each) for each in names_within]
            left = [file for file in files if not holds(file[above:])]
            for file in left:
                Path(file).unlink()
            if len(left) == len(files):
                with suppress(OSError):  # others stand below it
                    Path(parent).rmdir()


def lay_aside(old: Path, spare: Path, lock: int) -> None:
    """Keep the old site for the next build, if it is the one that is locked.

    Nobody else then removes it as something that a killed build has left.
    """
    with suppress(OSError):  # no such folder, another disk, or there is a spare already
        if os.path.samestat(old.stat(), os.fstat(lock)):
            old.rename(spare)
