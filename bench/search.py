"""Time the search in a browser slowed down, and count what it transfers.

    python -m bench.search --cases 10000

A base of that size is made, read and indexed; its explorer is served on this machine with gzip and
opened in Chromium at a quarter of the speed of the processor. `--pagefind` lets Pagefind index the
same texts and answer the same queries in the same run.
"""

from __future__ import annotations

import argparse
import gzip
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import Any

from playwright.sync_api import Browser, Page

from bench import pagefind
from bench.browser import SLOWER, chromium, slowed
from bench.corpus import REPOSITORY, write_corpus
from passerelles import addresses, pipeline
from passerelles.addresses import Addresses, file_of
from passerelles.library import Library
from passerelles.pages import asset_files
from passerelles.pages.explorer import search_pages
from passerelles.search import script_files, search_files

TOGGLES = 50
SETTLED, POINTED, LOOKED = 2_000, 200, 100
"""How long somebody looks at the page at first, has the pointer on a choice before pressing, and
looks at what it shows, in milliseconds."""
QUERIES = ("réciprocité énergie", "monnaie locale", "maraîchers", "alimentation", "enerige")
GOALS = {"bascule, p95": 16.0, "premières facettes": 80.0, "premiers résultats": 150.0}
"""Milliseconds and kilobytes that should not be exceeded."""
FIRST_FACETS = ".facette [data-count]:not(:empty)"
FIRST_RESULTS = ".pret [data-resultats] [data-case]"
"""Those of the query: until the page is ready, cards that came with it may stand there."""
NOTICE = """new MutationObserver((_, watch) => {
  if (!document.querySelector("%s")) return;
  performance.mark("premiers");
  watch.disconnect();
}).observe(document, { childList: true, subtree: true });"""
"""Note the moment when something stands in the page for the first time."""
RECEIVED = """() => {
  const [{ startTime }] = performance.getEntriesByName("premiers");
  const all = ["navigation", "resource"].flatMap((type) => performance.getEntriesByType(type));
  const before = all.filter(({ responseEnd }) => responseEnd <= startTime);
  return before.reduce((sum, { transferSize }) => sum + transferSize, 0) / 1000;
}"""
"""The kilobytes received until then, headers included."""
READY = "html[data-ready='1']"
POINT = """([name, value]) => document
  .querySelector(`input[name="${name}"][value="${value}"]`)
  .dispatchEvent(new PointerEvent("pointerover", { bubbles: true }))"""
"""Bring the pointer onto a choice."""
TOGGLE = """([name, value]) => new Promise((done) => {
  const sum = document.querySelector("[data-somme]");
  const box = document.querySelector(`input[name="${name}"][value="${value}"]`);
  const list = document.querySelector("[data-resultats]");
  const start = performance.now();
  let [changed, stood] = [false, 0];
  const ended = (all) => {
    changed ||= all.some(({ type, target }) => type === "childList" && target === list);
    if (!changed) return;
    const total = Number(sum.querySelector("[data-total]").textContent);
    if (list.querySelectorAll("[data-case]").length < Math.min(20, total)) return;
    stood ||= performance.now() - start;
    if (document.documentElement.dataset.ready !== "1") return;
    watch.disconnect();
    const said = performance.now() - start;
    requestAnimationFrame(() => setTimeout(() => done([stood, said, performance.now() - start])));
  };
  const watch = new MutationObserver(ended);
  watch.observe(document.documentElement, { attributes: true, childList: true, subtree: true });
  box.click();
})"""
"""Tick a choice; how many milliseconds until the counts that one sees and twenty results stand in
the document, until the page says that it is ready, which closed facets and the address are then,
too, and until the next frame is drawn.

Counts of open facets are written before results, in the same task: where those stand, these do.
"""


def main() -> None:
    """Measure what is asked for, and print it."""
    wanted = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        write_corpus(Path(folder), wanted.cases)
        library = pipeline.read(Path(folder)).library
        print(f"{len(library.cases)} cas, processeur ralenti {SLOWER} fois\n")
        start = time.perf_counter()
        pieces = search_files(library, Addresses())
        spent = 1000 * (time.perf_counter() - start) / len(library.cases)
        _say("index, par cas", spent, "ms", 1.0)
        in_browser(site_of(library, pieces))
        if wanted.pagefind:
            pagefind.measure(library, QUERIES, SLOWER)
            pagefind.recall(pipeline.read(REPOSITORY).library)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000, metavar="N")
    parser.add_argument("--pagefind", action="store_true", help="mesurer aussi Pagefind")
    return parser.parse_args()


def _say(name: str, value: float, unit: str, goal: float | None = None) -> None:
    judged = "" if goal is None else f"  (objectif {goal:g} : {'oui' if value <= goal else 'NON'})"
    print(f"{name:<40} {value:10.1f} {unit}{judged}", flush=True)


def site_of(library: Library, pieces: Mapping[str, str]) -> Mapping[str, bytes]:
    """What a browser may ask for, packed: the pages of the search, scripts, styles, the index."""
    files = {**pieces, **script_files(), **asset_files()}
    for page in search_pages(library, Addresses()):
        style = Addresses().link(addresses.STYLE, page.address)
        scripts = "".join(f'<script defer src="{script}"></script>' for script in page.scripts)
        head = f'<meta charset="utf-8"><link rel="stylesheet" href="{style}">{scripts}'
        files[file_of(page.address)] = (
            f'<!doctype html><html lang="fr"><head>{head}</head><body>'
            f"{page.header}<main>{page.main}</main>{page.footer}</body></html>"
        )
    return {address: gzip.compress(text.encode(), 6) for address, text in files.items()}


class Handler(BaseHTTPRequestHandler):
    """Serves what is packed already."""

    def __init__(self, files: Mapping[str, bytes], *arguments: Any) -> None:
        self.files = files
        super().__init__(*arguments)

    def do_GET(self) -> None:
        """Answer one request."""
        path = self.path.partition("?")[0].lstrip("/")
        name = file_of(path)
        body = self.files.get(name)
        self.send_response(200 if body else 404)
        kinds = {"html": "text/html", "js": "text/javascript", "css": "text/css"}
        self.send_header("Content-Type", kinds.get(name.rpartition(".")[2], "image/svg+xml"))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        with suppress(ConnectionError):  # a page that was closed needs no answer
            self.wfile.write(body or b"")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def in_browser(files: Mapping[str, bytes]) -> None:
    """Serve the explorer, and measure it from outside."""
    bundles = [body for name, body in files.items() if "/bundle-" in name]
    _say("fiches prises d’avance (gzip)", sum(map(len, bundles)) / 1000, "ko")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, files)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/{addresses.EXPLORER}"
        with chromium() as browser:
            _transfers(browser, address)
            _toggles(browser, address)
        server.shutdown()


def _transfers(browser: Browser, address: str) -> None:
    first, whole = _received(browser, address, FIRST_FACETS)
    _say("premières facettes", first, "ko", GOALS["premières facettes"])
    _say("toutes les facettes", whole, "ko")
    for query in QUERIES:
        first, _ = _received(browser, f"{address}?q={query}", FIRST_RESULTS)
        _say(f"premiers résultats, « {query} »", first, "ko", GOALS["premiers résultats"])


def _received(browser: Browser, address: str, awaited: str) -> tuple[float, float]:
    """The kilobytes received until something stands, and until the page is ready."""
    page, kilobytes = slowed(browser)
    page.add_init_script(NOTICE % awaited)
    page.goto(address, wait_until="commit")
    page.wait_for_selector(READY, state="attached")
    found = page.evaluate(RECEIVED), kilobytes()
    page.context.close()
    return found


def _toggles(browser: Browser, address: str) -> None:
    """Choices as a hand makes them, pointing first; then such as nobody pointed at."""
    for name, query, pointed in (
        ("sans texte", "", POINTED),
        ("avec texte", "?q=alimentation", POINTED),
        ("sans survol préalable", "", 0),
    ):
        page, _ = slowed(browser)
        page.goto(f"{address}{query}")
        page.wait_for_selector(READY, state="attached")
        page.wait_for_timeout(SETTLED)
        stood, said, drawn = zip(*_toggled(page, pointed), strict=True)
        _say(f"bascule {name}, médiane", median(stood), "ms")
        _say(f"bascule {name}, p95", _p95(stood), "ms", GOALS["bascule, p95"])
        _say("… jusqu’à data-ready, p95", _p95(said), "ms")
        _say("… jusqu’à l’image suivante, p95", _p95(drawn), "ms")
        page.context.close()


def _p95(times: Sequence[float]) -> float:
    return quantiles(times, n=20)[-1]


def _toggled(page: Page, pointed: int) -> Iterator[list[float]]:
    """Point at a choice, tick it, then take it back, again and again."""
    boxes = page.locator("[data-facettes] input[type=checkbox][value]").evaluate_all(
        "all => all.map(each => [each.name, each.value])"
    )
    random = Random(1)  # noqa: S311 - it decides what is ticked, and keeps no secret
    for choice in random.sample(boxes, min(TOGGLES, len(boxes))):
        if pointed:
            page.evaluate(POINT, choice)
            page.wait_for_timeout(pointed)
        for _ in range(2):
            yield page.evaluate(TOGGLE, choice)
            page.wait_for_timeout(LOOKED)


if __name__ == "__main__":
    main()
