"""Keeps results from one build to the next, each by the hash of what it came from.

A store is a folder of a few packs, one for each sort of result. A pack holds what the last build
used, and nothing else: it cannot grow beyond what the base makes. It is written beside and renamed,
so that a build that is killed leaves the old one whole; of two builds at once, the last wins.

What is kept is a guess that is checked, never a truth. A pack begins with a hash of all that
follows and of the *edition*: every file of this package, the version of Python and of every
library beside it. Where one byte of it differs (a damaged file, another version, the cache of
somebody else) the pack is nothing, and everything is made anew.

Packs hold `marshal` and `pickle`, which run what they are told to; a hash keeps no villain out. It
need not: whoever can write in this folder can write the plugin's own files beside it. So the folder
is never taken from elsewhere, but by a cache of continuous integration that trusted branches fill.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from secrets import token_hex
from typing import Any

LENGTH = 16
"""Bytes of a hash: 128 bits, so that two contents never share one by chance."""
REMARK = (
    "Résultats gardés d’une construction à l’autre : on peut effacer ce dossier sans dommage.\n"
)


def hash_of(*parts: bytes | memoryview | str) -> bytes:
    """The hash of some values, which are told apart."""
    made = blake2b(digest_size=LENGTH)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(b"%d:" % len(data))
        made.update(data)
    return made.digest()


@dataclass(frozen=True)
class Store:
    """Where results are kept; without a folder nothing is."""

    folder: Path | None = None

    @cached_property
    def edition(self) -> bytes:
        """What the code is that makes results: another one may make others."""
        package = Path(__file__).parent
        made = blake2b(sys.version.encode(), digest_size=LENGTH)
        for file in _files(package):
            made.update(hash_of(str(file.relative_to(package)), file.read_bytes()))
        beside = {each.name for path in sys.path for each in Path(path).glob("*.dist-info")}
        made.update(hash_of(*sorted(beside)))
        return made.digest()

    def load(self, name: str) -> Any:
        """What was saved under a name; None where it is gone, damaged or of another edition."""
        if self.folder is None:
            return None
        with suppress(OSError, ValueError, EOFError, TypeError):
            data = (self.folder / name).read_bytes()
            if data[:LENGTH] == hash_of(self.edition, memoryview(data)[LENGTH:]):
                return marshal.loads(memoryview(data)[LENGTH:])  # noqa: S302 - see above
        return None

    def save(self, name: str, value: Any) -> None:
        """Keep a value that `marshal` can write. A disk that refuses it is no failure."""
        if self.folder is None:
            return
        data = marshal.dumps(value)
        spare = self.folder / f".{name}-{token_hex(4)}"
        try:
            self._prepare(self.folder)
            for left in self.folder.glob(f".{name}-*"):  # by a build that was killed
                left.unlink(missing_ok=True)
            with spare.open("wb") as stream:
                stream.write(hash_of(self.edition, data))
                stream.write(data)
            spare.replace(self.folder / name)
        except OSError:
            with suppress(OSError):
                spare.unlink()

    def prune(self, beginning: str, most: int) -> None:
        """Throw away the oldest of the packs whose names begin alike, if there are too many."""
        if self.folder is not None:
            with suppress(OSError):
                packs = self.folder.glob(f"{beginning}*")
                for pack in sorted(packs, key=lambda pack: -pack.stat().st_mtime)[most:]:
                    pack.unlink(missing_ok=True)

    def _prepare(self, folder: Path) -> None:
        """Make the folder, which says what it is and keeps itself out of any repository."""
        if not folder.is_dir():
            folder.mkdir(parents=True)
            (folder / "LISEZ-MOI").write_text(REMARK, "utf-8")
            (folder / ".gitignore").write_text("*\n", "utf-8")


def _files(package: Path) -> Iterator[Path]:
    """Every file of a package that can change what it makes."""
    for folder, folders, names in os.walk(package):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (Path(folder, name) for name in sorted(names))


NOWHERE = Store()
"""Where nothing is kept: every result is made anew."""
