"""Pack a folder into a ZIP archive: the same files give the same bytes.

    .venv/bin/python tools/pack.py FOLDER ARCHIVE

Python's own `zipfile -c` writes the dates of the files, and takes them in the order of the disk.
Here all have one date: that of `SOURCE_DATE_EPOCH`, if it is set
(https://reproducible-builds.org/specs/source-date-epoch/), else the first that a ZIP can hold.
"""

import argparse
import os
import time
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EARLIEST = 315_532_800
"""1980-01-01, in seconds since 1970."""
READABLE = 0o100644 << 16
"""A file that its owner may write and everybody read, where ZIP keeps Unix' rights."""


def pack(folder: Path, archive: Path, environment: Mapping[str, str] = os.environ) -> None:
    """Write the archive beside its place, then put it there."""
    seconds = max(int(environment.get("SOURCE_DATE_EPOCH") or EARLIEST), EARLIEST)
    year, month, day, hour, minute, second, *_ = time.gmtime(seconds)
    unfinished = archive.with_name(f".{archive.name}.neuf")
    with ZipFile(unfinished, "w", ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = path.relative_to(folder.parent).as_posix()
            entry = ZipInfo(name, (year, month, day, hour, minute, second))
            entry.create_system = 3  # Unix, wherever this runs
            entry.external_attr = READABLE
            packed.writestr(entry, path.read_bytes(), ZIP_DEFLATED)
    unfinished.replace(archive)


def main() -> None:
    """Pack what the command line names."""
    parser = argparse.ArgumentParser(description="Range un dossier dans une archive ZIP.")
    parser.add_argument("folder", type=Path, metavar="DOSSIER")
    parser.add_argument("archive", type=Path, metavar="ARCHIVE")
    wanted = parser.parse_args()
    pack(wanted.folder, wanted.archive)


if __name__ == "__main__":
    main()
