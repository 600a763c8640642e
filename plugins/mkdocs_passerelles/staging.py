"""A folder that is filled beside another and takes its place at one stroke."""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from errno import EINVAL, ENOSYS, ENOTEMPTY
from glob import escape
from pathlib import Path
from secrets import token_hex

from mkdocs_passerelles.spare import lay_aside, prune, take
from passerelles.addresses import LISTS
from passerelles.keeping import hash_of

REFILLED = tuple(address.rstrip("/") for address in LISTS.values())
"""The folders of the site before last that are written in again: those of which the pages grow in
number with the base, and in which nobody else writes before ours are there."""
NEW, OLD = "neuf", "ancien"
"""What the name of a folder beside a site says of it: that it is being filled or removed, or that
it is a whole site, put aside."""
AT_FDCWD, RENAME_EXCHANGE = -100, 2
"""From Linux' `fcntl.h` and `fs.h`."""


@dataclass(frozen=True, slots=True)
class Staging:
    """A new site in the making.

    Its folder is locked for as long as its process lives, so that others know it for living.
    """

    folder: Path
    """Where the new site is written, beside the old one: a rename cannot leave a file system."""
    site: Path
    """What it takes the place of."""
    lock: int
    """The descriptor that holds the lock."""
    spare: Path | None = None
    """Where the site that it takes the place of is laid aside, for the next to be written in."""

    @classmethod
    def beside(cls, site: Path, spare: Path | None = None) -> Staging:
        """Begin a new site, after removing what killed builds have left."""
        site = site.resolve()
        if site.exists() and not site.is_dir():
            raise NotADirectoryError(str(site))
        site.parent.mkdir(parents=True, exist_ok=True)
        sweep(site)
        while True:
            folder = _beside(site, NEW)
            folder.mkdir()
            lock = _lock(folder, wait=True)
            if lock is not None:
                return cls(folder, site, lock, spare)

    def refill(self) -> None:
        """Begin with the pages of the site before last, from where it was laid aside."""
        if self.spare:
            take(self.spare, self.folder, REFILLED)

    def prune(self, holds: Callable[[str], bool]) -> None:
        """Remove what the new site does not hold of the pages that it began with."""
        if self.spare:
            prune(self.folder, REFILLED, holds)

    def write(self, place: str, content: bytes) -> None:
        """Write a file of the new site."""
        if self.take_over(place, hash_of(content)):
            return
        file = self.folder / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)  # it may be a file of the old site, too
        file.write_bytes(content)

    def take_over(self, place: str, trace: bytes) -> bool:
        """Let a file of the new site be that of the old one, if that has this hash."""
        old, new = os.path.join(self.site, place), os.path.join(self.folder, place)
        with suppress(OSError), open(old, "rb", buffering=0) as compared:  # no such file, no links
            if hash_of(compared.read()) != trace:
                return False
            taken = os.fstat(compared.fileno())
            if _is(new, taken):
                return True
            _link(old, new)
            if _is(new, taken):
                return True
            os.unlink(new)  # another build has replaced the site meanwhile
        return False

    def publish(
        self, exchange: Callable[[Path, Path], bool] | None = None, *, lasting: bool = True
    ) -> None:
        """Put the new site in the place of the old one, and remove that.

        Hidden files at its top, such as `.git`, are the publisher's own and stay, as with MkDocs.
        With `lasting`, the disk holds all of the new site before it is named: it outlives a power
        cut, too.
        """
        with suppress(FileNotFoundError):  # none, or another build renames its own
            shutil.copymode(self.site, self.folder)
            _take_over_hidden(self.site, self.folder)
            _share_unchanged(self.site, self.folder)
        if lasting:
            _flush(self.lock)
        aside = _lock(self.site, wait=False) if self.spare else None
        try:
            _put_in_place(self.folder, self.site, exchange or _exchange)
            os.close(self.lock)
            if self.spare and aside is not None:
                lay_aside(self.folder, self.spare, aside)
        finally:
            if aside is not None:
                os.close(aside)
        shutil.rmtree(self.folder, ignore_errors=True)

    def discard(self) -> None:
        """Give up the new site."""
        shutil.rmtree(self.folder, ignore_errors=True)
        os.close(self.lock)


def sweep(site: Path) -> None:
    """Remove what killed builds have left beside a site; put back one that was put aside."""
    aside = sorted(site.parent.glob(f".{escape(site.name)}.{OLD}-*"))
    if aside and not site.exists():
        with suppress(OSError):  # another build has been quicker
            aside.pop().rename(site)
    for folder in (*aside, *site.parent.glob(f".{escape(site.name)}.{NEW}-*")):
        lock = _lock(folder, wait=False)
        if lock is not None:
            with suppress(FileNotFoundError):  # it has just been put back
                shutil.rmtree(folder.rename(_beside(site, NEW)), ignore_errors=True)
            os.close(lock)


def _beside(site: Path, state: str) -> Path:
    """A name for a folder beside a site that no other process takes."""
    return site.with_name(f".{site.name}.{state}-{os.getpid()}-{token_hex(4)}")


def _lock(folder: Path, *, wait: bool) -> int | None:
    """Lock a folder; None where it is gone, or where another process holds it and one may wait."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        if os.path.samestat(os.fstat(descriptor), folder.stat()):
            return descriptor
    except (BlockingIOError, FileNotFoundError):
        pass
    os.close(descriptor)
    return None


def _take_over_hidden(site: Path, folder: Path) -> None:
    """Copy what stands hidden at the top of a site."""
    for entry in site.glob(".*"):
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, folder / entry.name, symlinks=True)
        else:
            shutil.copy2(entry, folder / entry.name, follow_symlinks=False)


def _is(file: str, status: os.stat_result) -> bool:
    """Whether a file is the very one of which one knows the status."""
    try:
        return os.path.samestat(os.lstat(file), status)
    except FileNotFoundError:
        return False


def _link(old: str, new: str) -> None:
    """Give a file a second name; folders are made when it turns out that they are missing."""
    try:
        os.link(old, new)
    except FileExistsError:
        os.unlink(new)
        os.link(old, new)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(new), exist_ok=True)
        os.link(old, new)


def _share_unchanged(site: Path, folder: Path) -> None:
    """Let new files that are as the old ones be the same on disk.

    They keep their date, for servers and for whoever copies what has changed, and removing the
    old site gives back no blocks, which some disks are slow at.
    """
    for parent, folders, files in os.walk(folder):
        if parent == str(folder):
            folders[:] = [name for name in folders if name not in REFILLED]
        for name in files:
            new = os.path.join(parent, name)
            with suppress(OSError):  # no such file, none of ours, or a file system without links
                if os.lstat(new).st_nlink == 1:
                    _share(site / Path(new).relative_to(folder), Path(new))


def _share(old: Path, new: Path) -> None:
    there, here = old.stat(), new.stat()
    if not stat.S_ISREG(there.st_mode) or there.st_size != here.st_size:
        return
    with old.open("rb") as compared:
        if compared.read() != new.read_bytes():
            return
        spare = new.with_name(f".{token_hex(8)}")
        spare.hardlink_to(old)
        if os.path.samestat(spare.lstat(), os.fstat(compared.fileno())):
            spare.replace(new)
        else:  # another build has replaced the site meanwhile
            spare.unlink()


def _flush(folder: int) -> None:
    """Wait until the file system of an open folder stands on its disk."""
    syncfs = getattr(ctypes.CDLL(None), "syncfs", None)
    if syncfs is None or syncfs(folder):
        os.sync()


def _put_in_place(new: Path, site: Path, exchange: Callable[[Path, Path], bool]) -> None:
    """Give a new folder the name of a site, and the old one, if there is one, that of the new.

    At every moment one of both stands there whole, whoever else does the same. Where the system
    cannot exchange two folders there is none for an instant; a build that is killed in it has its
    old site put back by the next.
    """
    while new.exists():
        try:
            if not site.exists():
                new.rename(site)
            elif not exchange(new, site):
                _in_two_steps(new, site)
        except FileNotFoundError:  # another build has put the site aside
            continue
        except OSError as error:
            if error.errno != ENOTEMPTY:  # another build has been quicker
                raise
        else:
            return
    raise FileNotFoundError(str(new))


def _in_two_steps(new: Path, site: Path) -> None:
    """Put the site aside for the new one; under that name it is whole, and may be put back."""
    aside = site.rename(_beside(site, OLD))
    try:
        new.rename(site)
    except OSError:
        if not site.exists():
            aside.rename(site)
        raise
    with suppress(FileNotFoundError):  # another build has swept it away
        aside.rename(new)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders at one stroke; false where the system cannot."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    names = os.fsencode(one), os.fsencode(other)
    if renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in {ENOSYS, EINVAL}:
        return False
    raise OSError(number, os.strerror(number), str(other))
