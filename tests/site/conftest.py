"""The shipped base, built by the real command, served as in production, opened in a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

ROOT = Path(__file__).parents[2]
UNDER = "/passerelles/"
"""The path under which the site is published, as in `site_url`."""
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
"""A browser that a container can run, that asks for nothing by itself and finds no other host."""
CONFIG = """
site_name: Essai
site_url: https://exemple.fr/base/
repo_url: https://forge.fr/essai
edit_uri: edit/main/
docs_dir: content
theme:
  name: material
  language: fr
  font: false
plugins:
  - passerelles
validation:
  nav:
    omitted_files: warn
"""
"""The configuration of a small base, made as that of the shipped one."""


@dataclass(frozen=True)
class Run:
    """What a command did."""

    code: int
    output: str
    """Standard output, then standard error."""


def environment() -> dict[str, str]:
    """The environment of every command: quiet, and on a fixed day."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1574326800"}


def python(*arguments: str | Path, cwd: Path) -> Run:
    """Run a module of Python to its end."""
    done = subprocess.run(
        [sys.executable, "-m", *map(str, arguments)],
        cwd=cwd,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return Run(done.returncode, done.stdout + done.stderr)


def build(
    folder: Path, config: str = "mkdocs.yml", host: str = "mkdocs", root: Path = ROOT
) -> Path:
    """Build a base, by default the shipped one, into a folder, strictly."""
    run = python(host, "build", "--strict", "-f", config, "-d", folder, cwd=root)
    assert run.code == 0, run.output
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of every file of a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def trees(folder: Path, html: Callable[[str], Element]) -> dict[str, Element]:
    """Every page of a built site, as a tree, by its path from the root of the site."""
    files = {
        file.relative_to(folder).as_posix().removesuffix("index.html"): file
        for file in sorted(folder.rglob("*.html"))
    }
    return {address: html(file.read_text("utf-8")) for address, file in files.items()}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    return build(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def pages(built: Path, html: Callable[[str], Element]) -> Mapping[str, Element]:
    """Every page of the built site, as a tree, by its address."""
    return trees(built, html)


@pytest.fixture(scope="session")
def offline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site that opens without a server."""
    return build(tmp_path_factory.mktemp("offline"), "mkdocs.offline.yml")


@pytest.fixture
def small_base(make_base: Callable[..., Path]) -> Callable[..., Path]:
    """Write the small base with changes, and a configuration that MkDocs can build."""
    more = {"mkdocs.yml": CONFIG, "content/a-propos.md": "# À propos\n\nDu texte.\n"}
    return lambda changes=None: make_base(more | dict(changes or {}))


class Handler(SimpleHTTPRequestHandler):
    """Serves the site under its path as GitHub Pages would, and forbids it everything else."""

    def translate_path(self, path: str) -> str:
        """Find the file of an address; outside of the site there is none."""
        inside = path.removeprefix(UNDER.rstrip("/"))
        return super().translate_path(inside if path.startswith(UNDER) else "/nulle-part")

    def send_error(self, code: int, message: str | None = None, _: str | None = None) -> None:
        """Answer with the site's own page where there is none."""
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def server(built: Path) -> Iterator[str]:
    """The address of the home page of the built site, served on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(built))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{UNDER}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, or Playwright's own where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    expect.set_options(timeout=30_000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, server: str) -> Iterator[Callable[..., Page]]:
    """Open an address of the site in a browser that has never been there.

    The test fails if any page then asks for another host, or complains in the console.
    """
    contexts = []
    complaints: list[str] = []

    def watch(request: Request) -> None:
        if not request.url.startswith((server, "file:")):
            complaints.append(f"asked for {request.url}")

    def open_page(address: str = "", **options: Any) -> Page:
        context = browser.new_context(**options)
        contexts.append(context)
        context.on("request", watch)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(f"{message.type}: {message.text}"))
        page.goto(address if address.startswith("file:") else f"{server}{address}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
