"""Time how soon pages can be read on a slow phone, and count what they transfer.

    python -m bench.pages

The site is built, served on this machine with gzip, and opened in Chromium at a quarter of the
speed of the processor, through the network that DevTools called « Fast 3G », as Lighthouse applies
it: https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md.
"""

from __future__ import annotations

import gzip
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from bench.browser import SLOWER, chromium, slowed
from bench.corpus import REPOSITORY
from bench.search import Handler

RUNS = 3
LATENCY, DOWN, UP = 562.5, 1_474.56, 675
"""« Fast 3G »: milliseconds before each answer; kilobits a second down and up."""
PAGES = (
    "",
    "cas/",
    "cas/brest-cob/",
    "cas/tera/",
    "glossaire/",
    "glossaire/reciprocite/",
    "territoires/",
    "sources/rtes-2020/",
    "sessions/paniers-de-transactions-2020/",
    "comprendre/",
    "explorer/",
    "echanges/",
    "echanges/panier/",
)
GOALS = {"ms": 2000, "ko": 150, "requêtes": 15, "décalage": 0.01}
PHONE = {"width": 390, "height": 844}
SEEN = """() => new Promise((done) => {
  const seen = [];
  const observer = new PerformanceObserver((list) => seen.push(...list.getEntries()));
  for (const type of ["largest-contentful-paint", "layout-shift"])
    observer.observe({ type, buffered: true });
  const of = (type) => seen.filter((each) => each.entryType === type);
  setTimeout(() => done([
    Math.max(...of("largest-contentful-paint").map((each) => each.startTime)),
    of("layout-shift").reduce((sum, each) => sum + each.value, 0),
  ]), 500);
})"""
"""The largest contentful paint, in milliseconds, and the cumulative layout shift."""


def main() -> None:
    """Measure every page, and print a line for each."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build = ("-m", "mkdocs", "build", "--quiet", "--strict", "-d", str(site))
        subprocess.run([sys.executable, *build], cwd=REPOSITORY, check=True)
        files = {
            path.relative_to(site).as_posix(): gzip.compress(path.read_bytes(), 6)
            for path in site.rglob("*")
            if path.is_file()
        }
    print(f"processeur ralenti {SLOWER} fois, « Fast 3G », médiane de {RUNS} visites\n")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, files)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with chromium() as browser:
            for address in PAGES:
                url = f"http://127.0.0.1:{server.server_port}/{address}"
                visits = [_visit(browser, url) for _ in range(RUNS)]
                _say(address, [median(values) for values in zip(*visits, strict=True)])
        server.shutdown()


def _visit(browser: Browser, url: str) -> tuple[float, float, float, float]:
    """Milliseconds to the largest paint, kilobytes, requests and layout shift of one visit."""
    page, kilobytes = slowed(browser)
    page.set_viewport_size(PHONE)
    _slow_down(page)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(url)
    page.wait_for_load_state("networkidle")
    paint, shift = page.evaluate(SEEN)
    page.context.close()
    return paint, kilobytes(), len(requests), shift


def _slow_down(page: Page) -> None:
    page.context.new_cdp_session(page).send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": LATENCY,
            "downloadThroughput": DOWN * 1000 / 8,
            "uploadThroughput": UP * 1000 / 8,
        },
    )


def _say(address: str, values: list[float]) -> None:
    told = "  ".join(
        f"{value:8.2f} {unit}{'' if value <= goal else ' (MANQUÉ)'}"
        for value, (unit, goal) in zip(values, GOALS.items(), strict=True)
    )
    print(f"{f'/{address}':<42}{told}", flush=True)


if __name__ == "__main__":
    main()
