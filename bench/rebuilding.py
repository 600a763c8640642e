"""One edit, then all that follows it: `mkdocs build` again, or the new page from `mkdocs serve`."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

import yaml

CACHE = ".cache/passerelles"
FIELD = "defis: |\n  "
PATIENCE = 120
"""Seconds after which what has not come will not come."""
PAUSE = 0.01
"""Seconds between two looks at the served page."""


def forget(root: Path) -> None:
    """Let the next build of a base begin anew."""
    shutil.rmtree(root / CACHE, ignore_errors=True)


def edit(root: Path, word: str) -> str:
    """Put a word before the challenges of a case in the middle of a base; the name of the case."""
    texts = {path: path.read_text("utf-8") for path in sorted((root / "cases").glob("*.yml"))}
    told = [path for path, text in texts.items() if FIELD in text]
    path = told[len(told) // 2]
    path.write_text(texts[path].replace(FIELD, f"{FIELD}{word} ", 1), "utf-8")
    return path.stem


def until_served(config: Path, runs: int) -> float:
    """The median of the seconds between an edit's being saved and the server's giving the page."""
    with _server(config) as base:
        return median(_seconds(config.parent, base, f"Essai{number}") for number in range(runs + 1))


def _seconds(root: Path, base: str, word: str) -> float:
    time.sleep(1)  # so that the server has seen the edit before, and rests
    name = edit(root, word)
    saved = time.perf_counter()
    while word not in _page(f"{base}cas/{name}/"):
        if time.perf_counter() - saved > PATIENCE:
            sys.exit("« mkdocs serve » n’a pas servi la page modifiée.")
        time.sleep(PAUSE)
    return time.perf_counter() - saved


@contextmanager
def _server(config: Path) -> Iterator[str]:
    """Where a base is served, once it is."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    where = f"127.0.0.1:{port}"
    path = urlsplit(str(yaml.safe_load(config.read_text("utf-8"))["site_url"])).path
    command = [sys.executable, "-m", "mkdocs", "serve", "--config-file", str(config)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(
            [*command, "--dev-addr", where], stdout=said, stderr=said, env=environment
        ) as process,
    ):
        try:
            start = time.perf_counter()
            while not _page(f"http://{where}{path}"):
                if process.poll() is not None or time.perf_counter() - start > PATIENCE:
                    said.seek(0)
                    sys.exit(f"« mkdocs serve » a échoué :\n{said.read().decode()}")
                time.sleep(0.1)
            yield f"http://{where}{path}"
        finally:
            process.terminate()


def _page(url: str) -> str:
    """What a server answers; nothing while it cannot be reached."""
    address = urlsplit(url)
    connection = HTTPConnection(str(address.hostname), address.port, timeout=PATIENCE)
    try:
        connection.request("GET", address.path)
        return connection.getresponse().read().decode()
    except ConnectionError:
        return ""
    finally:
        connection.close()
