"""`mkdocs serve` while somebody writes: a test waits for what must come, however long it takes."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest

from .conftest import environment

PATIENCE = 60
"""Seconds after which what has not come will not come."""


def eventually(happened: Callable[[], bool], of: Path) -> None:
    """Wait until something has happened; if it never does, show what the server said."""
    deadline = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < deadline, of.read_text("utf-8")
        time.sleep(0.1)


@dataclass(frozen=True)
class Writing:
    """A base that is served while it is written."""

    root: Path
    port: int
    log: Path

    def page(self, address: str) -> str:
        """What the server answers at once; nothing while it cannot be reached."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("GET", f"/base/{address}")
            return connection.getresponse().read().decode()
        except ConnectionError:
            return ""
        finally:
            connection.close()

    def write(self, file: str, old: str, new: str) -> None:
        """Replace some words of a file."""
        path = self.root / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    def shows(self, address: str, words: str) -> None:
        """Wait until a page holds some words."""
        eventually(lambda: words in self.page(address), of=self.log)

    def says(self, words: str) -> None:
        """Wait until the terminal shows some words."""
        eventually(lambda: words in self.log.read_text("utf-8"), of=self.log)


@pytest.fixture
def writing(small_base: Callable[..., Path], tmp_path: Path) -> Iterator[Writing]:
    """Serve the small base for as long as a test lasts."""
    root = small_base()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    log = tmp_path / "log"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with (
        log.open("wb") as output,
        subprocess.Popen(
            command, cwd=root, env=environment(), stdout=output, stderr=subprocess.STDOUT
        ) as process,
    ):
        try:
            served = Writing(root, port, log)
            served.shows("cas/pacte/", "Un pacte pour le bois")
            yield served
        finally:
            process.kill()


def test_a_record_that_is_edited_is_shown_anew(writing: Writing) -> None:
    assert "livereload(" in writing.page("cas/pacte/"), "the browser asks for what is new"
    writing.write("cases/pacte.yml", "pour le bois", "pour la forêt")
    writing.shows("cas/pacte/", "Un pacte pour la forêt")
    writing.shows("cas/", "Un pacte pour la forêt")


@pytest.mark.parametrize(
    ("file", "old", "new", "address"),
    [
        ("glossary/energie.yml", "Ce qui chauffe", "Ce qui éclaire", "glossaire/energie/"),
        ("territories/ville.yml", "Villeneuve", "Villefranche", "cas/pacte/"),
        ("sources/note-2019.yml", "Note sur", "Lettre sur", "sources/note-2019/"),
        ("content/a-propos.md", "Du texte", "Des mots", "a-propos/"),
    ],
)
def test_an_edit_in_any_folder_is_seen(
    writing: Writing, file: str, old: str, new: str, address: str
) -> None:
    writing.write(file, old, new)
    writing.shows(address, new)


def test_what_reloads_the_page_is_let_in(writing: Writing) -> None:
    assert "livereload" in writing.page("cas/pacte/")
    assert "Content-Security-Policy" not in writing.page("cas/pacte/")


def test_a_new_record_is_published(writing: Writing) -> None:
    text = (writing.root / "cases/pacte.yml").read_text("utf-8")
    copy = text.replace("Un pacte pour le bois", "Une régie de l’eau")
    (writing.root / "cases/regie.yml").write_text(copy, "utf-8")
    writing.shows("cas/regie/", "Une régie de l’eau")


def test_a_broken_record_is_explained_and_the_last_good_page_stays_until_it_is_mended(
    writing: Writing,
) -> None:
    writing.write("cases/pacte.yml", "- energie", "- energi")
    writing.says("La dernière version correcte reste en ligne.")
    log = writing.log.read_text("utf-8")
    assert "cases/pacte.yml:8:3: reference-inconnue" in log
    assert "Traceback" not in log
    assert "Un pacte pour le bois" in writing.page("cas/pacte/")
    assert "La foire aux semences" in writing.page("cas/foire/")

    writing.write("cases/pacte.yml", "pour le bois", "pour la forêt")
    writing.write("cases/pacte.yml", "- energi", "- energie")
    writing.shows("cas/pacte/", "Un pacte pour la forêt")
    writing.shows("cas/", "Un pacte pour la forêt")
