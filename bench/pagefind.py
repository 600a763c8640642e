"""The same texts and queries with Pagefind, the best static search there is.

Pagefind is fetched from PyPI when it is asked for; nothing else here needs it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import mean, median

import yaml

from bench.browser import chromium, slowed
from passerelles.library import Key, Library
from passerelles.records import Kind
from passerelles.search import FACETS
from passerelles.search.documents import document, numbered

VERSION = "1.5.2"
SEARCH = """async (query) => {
  const start = performance.now();
  window.engine ??= await import("/pagefind/pagefind.js");
  const found = await window.engine.search(query);
  await Promise.all(found.results.slice(0, 20).map((each) => each.data()));
  return [performance.now() - start, found.results.length];
}"""


FIRST = """async (query) => {
  window.engine ??= await import("/pagefind/pagefind.js");
  const found = await window.engine.search(query);
  const first = await Promise.all(found.results.slice(0, 10).map((each) => each.data()));
  return first.map(({ url }) => decodeURIComponent(url).replace(/^\\/|\\.html$/g, ""));
}"""
GOLD = Path(__file__).parent.parent / "tests" / "search" / "queries.yml"


def measure(library: Library, queries: Sequence[str], slower: int) -> None:
    """Index the cases with Pagefind, and let it answer in the same slow browser."""
    cases = [key for key in numbered(library) if key.kind is Kind.CASE]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        install(root / "lib")
        pages = _write(library, cases, root / "site")
        start = time.perf_counter()
        _index(root)
        print(f"\nPagefind {VERSION}, mêmes textes, processeur ralenti {slower} fois")
        print(f"index, par cas : {1000 * (time.perf_counter() - start) / pages:.1f} ms")
        handler = partial(_Quiet, directory=str(root / "site"))
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, chromium() as browser:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            for query in queries:
                page, kilobytes = slowed(browser)
                page.goto(f"http://127.0.0.1:{server.server_port}/")
                first, number = page.evaluate(SEARCH, query)
                spent = kilobytes()
                later = median(page.evaluate(SEARCH, query)[0] for _ in range(5))
                print(
                    f"« {query} » : {number} trouvés, {spent:.0f} ko, "
                    f"{first:.0f} ms puis {later:.0f} ms"
                )
                page.context.close()
            server.shutdown()


def recall(library: Library) -> None:
    """What Pagefind finds of the gold set, all kinds of documents together."""
    gold: Mapping[str, Mapping[str, list[str]]] = yaml.safe_load(GOLD.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        install(root / "lib")
        _write(library, list(numbered(library)), root / "site")
        _index(root)
        handler = partial(_Quiet, directory=str(root / "site"))
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, chromium() as browser:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            page, _ = slowed(browser)
            page.goto(f"http://127.0.0.1:{server.server_port}/")
            for group, queries in gold.items():
                shares = [
                    len(set(wanted) & set(page.evaluate(FIRST, query))) / len(wanted)
                    for query, wanted in queries.items()
                    if wanted
                ]
                print(f"rappel à 10, {group} : {mean(shares):.3f}")
            server.shutdown()


def _index(root: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", root / "site"],
        check=True,
        env={"PYTHONPATH": str(root / "lib"), "PATH": "/usr/bin:/bin"},
        stdout=subprocess.DEVNULL,
    )


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def install(folder: Path) -> None:
    """Fetch Pagefind from PyPI."""
    package = f"pagefind[extended]=={VERSION}"
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--target", folder, package]
    subprocess.run(command, check=True)


def _write(library: Library, keys: Sequence[Key], site: Path) -> int:
    """A bare page for each document: its words, and for a case its facets as filters."""
    site.mkdir()
    (site / "index.html").write_text("<!doctype html><html lang=fr><title>Essai</title>", "utf-8")
    for key in keys:
        title, *texts = document(library, key).texts
        page = (
            f'<!doctype html><html lang="fr"><title>{escape(title)}</title>'
            f"<body data-pagefind-body><h1>{escape(title)}</h1>{_filters(library, key)}"
            f"{''.join(f'<p>{escape(text)}</p>' for text in texts)}</body></html>"
        )
        (site / f"{key.kind}:{key.id}.html").write_text(page, "utf-8")
    return len(keys)


def _filters(library: Library, key: Key) -> str:
    if key.kind is not Kind.CASE:
        return ""
    named: Mapping[str, set[str]] = {
        facet.name: set(facet.of_case(library, library.cases[key.id])) for facet in FACETS
    }
    return "".join(
        f'<span data-pagefind-filter="{name}:{escape(value)}"></span>'
        for name, values in named.items()
        for value in sorted(values)
    )
