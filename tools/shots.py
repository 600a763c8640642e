"""Photographs the pages of `site/` for whoever looks after its look: `make shots`.

Each page at three widths, light and dark, and as a printed sheet, into `captures/`, with the
picture that a link to it shows.
"""

from __future__ import annotations

import re
import shutil
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
SITE = ROOT / "site"
CAPTURES = ROOT / "captures"
PREVIEWS = SITE / "assets/passerelles/apercus"
ADDRESS = re.compile(r"[?#].*")
"""What follows the address of a page."""
WIDTHS = (390, 768, 1440)
SCHEMES = ("light", "dark")
PAGES = (
    "",
    "cas/",
    "cas/brest-cob/",
    "cas/tera/",
    "cas/catl/",
    "cas/grand-clermont/",
    "glossaire/",
    "glossaire/reciprocite/",
    "glossaire/meconnaissance-mutuelle/",
    "territoires/",
    "territoires/brest-metropole/",
    "sources/",
    "sources/cap-rural-2020/",
    "sessions/",
    "sessions/paniers-de-transactions-2020/",
    "explorer/?q=énergie",
    "comparer/?cas=brest-cob&cas=tera",
    "echanges/",
    "echanges/panier/#cas=brest-cob",
    "comprendre/",
    "agir/",
    "aide/messages/deux-points/",
    "charte/",
)
ALL_OF_IT = "* { content-visibility: visible !important }"
"""What is laid out only when one comes near it is laid out for the picture."""
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


class Quiet(SimpleHTTPRequestHandler):
    """Serves the site, and says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main() -> None:
    """Take every picture."""
    if not SITE.is_dir():
        sys.exit("Le dossier site/ n’existe pas : lancez d’abord « make site ».")
    handler = partial(Quiet, directory=SITE)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    CAPTURES.mkdir(exist_ok=True)
    browser_path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=QUIET)
        for page in PAGES:
            photograph(browser, f"http://127.0.0.1:{server.server_port}/{page}", page)
        browser.close()
    server.shutdown()


def photograph(browser: Browser, url: str, page: str) -> None:
    """Take one page at every width, in both schemes, and on paper."""
    name = re.sub(r"\W+", "-", page).strip("-") or "accueil"
    for scheme, width in product(SCHEMES, WIDTHS):
        view = browser.new_page(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            bypass_csp=True,
        )
        view.goto(url, wait_until="networkidle")
        picture = CAPTURES / f"{name}-{width}-{scheme}.png"
        view.screenshot(path=picture, full_page=True, style=ALL_OF_IT)
        if (scheme, width) == (SCHEMES[0], WIDTHS[-1]):
            view.pdf(path=CAPTURES / f"{name}.pdf", prefer_css_page_size=True)
            preview = ADDRESS.sub("", page).strip("/") or "accueil"
            if (shown := PREVIEWS / f"{preview}.png").is_file():
                shutil.copy(shown, CAPTURES / f"{name}-apercu.png")
        view.close()


if __name__ == "__main__":
    main()
