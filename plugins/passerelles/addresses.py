"""The only module in which an identifier becomes an address.

An address is a path from the root of the site, without a leading slash: `cas/tera/`, and the
empty text for the home page. A link is what stands in an `href`: relative, so that the site works
under any path and from a folder.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

from passerelles.records import Kind

HOME = ""
CASES = "cas/"
GLOSSARY = "glossaire/"
TERRITORIES = "territoires/"
SOURCES = "sources/"
SESSIONS = "sessions/"
EXCHANGES = "echanges/"
BASKET = "echanges/panier/"
EXPLORER = "explorer/"
COMPARE = "comparer/"
HELP = "aide/"
FIELDS = "aide/champs/"
MESSAGES = "aide/messages/"
DATA = "donnees/"
ACCESSIBILITY = "accessibilite/"
CHARTER = "charte/"
ASSETS = "assets/passerelles/"

MISSING = "404.html"
"""What servers show where no page is."""
SITEMAP = "sitemap.xml"

LISTS = {
    Kind.CASE: CASES,
    Kind.CONCEPT: GLOSSARY,
    Kind.TERRITORY: TERRITORIES,
    Kind.SOURCE: SOURCES,
    Kind.SESSION: SESSIONS,
}
"""Where the list of each kind stands, and below it each of its records."""

HOME_PAGE = "index"
"""The hand-written page whose text opens the home page."""

PARTS = {
    "accueil": ("Accueil", HOME),
    "cas": ("Cas", CASES),
    "explorer": ("Explorer", EXPLORER),
    "comparer": ("Comparer des cas", COMPARE),
    "echanges": ("Échanges", EXCHANGES),
    "panier": ("Composer un panier d’échanges", BASKET),
    "glossaire": ("Glossaire", GLOSSARY),
    "territoires": ("Territoires", TERRITORIES),
    "sources": ("Sources", SOURCES),
    "sessions": ("Sessions", SESSIONS),
    "aide": ("Aide aux contributeurs", HELP),
    "champs": ("Les champs des fiches", FIELDS),
    "messages": ("Comprendre les messages", MESSAGES),
    "charte": ("Charte", CHARTER),
    "accessibilite": ("Déclaration d’accessibilité", ACCESSIBILITY),
}
"""Names and addresses of the pages that nobody wrote by hand, as texts link to them:
`[[page:glossaire]]`."""

RESERVED = frozenset(
    (
        *PARTS,
        *(address.split("/")[0] for address in (*LISTS.values(), DATA, ASSETS)),
    )
)
"""Names that no hand-written page may take: those of the parts of the site, which hold first parts
of addresses and what texts call these pages."""


PAGES = tuple(address for _, address in PARTS.values())
"""The pages that are there whatever the base holds, but for the home page."""


def of_record(kind: Kind, identifier: str) -> str:
    """The address of a record, of a hand-written page, or of a part of the site."""
    if kind is Kind.PAGE and identifier == HOME_PAGE:
        return HOME
    if kind is Kind.PAGE and identifier in PARTS:
        return PARTS[identifier][1]
    return f"{LISTS.get(kind, '')}{identifier}/"


def record_at(address: str) -> tuple[Kind, str] | None:
    """The kind and the identifier that a record at an address has or had; None where none can."""
    folder, _, identifier = address.removesuffix("/").rpartition("/")
    kinds = {listed: kind for kind, listed in LISTS.items()} | {"/": Kind.PAGE}
    kind = kinds.get(f"{folder}/")
    return (kind, identifier) if kind and address == of_record(kind, identifier) else None


def of_page(address: str, number: int) -> str:
    """The address at which a list goes on: `cas/page/2/`; its first page stands at its own.

    An identifier has no slash, so that no record can ever stand there.
    """
    return address if number == 1 else f"{address}page/{number}/"


def of_alphabet(address: str) -> str:
    """The address at which the names of a list stand from A to Z, where it takes several pages."""
    return f"{address}page/a-z/"


def of_choice(facet: str, value: str) -> str:
    """The explorer, with one value of a facet chosen."""
    return f"{EXPLORER}?{urlencode({facet: value})}"


def of_message(code: str) -> str:
    """The address of the page that explains a problem."""
    return f"{MESSAGES}{code}/"


def of_scheme(scheme: str) -> str:
    """The address of a part of the glossary, on its list."""
    return f"{GLOSSARY}#{scheme}"


def of_section(address: str, section: str) -> str:
    """The address of a section of a page."""
    return f"{address}#{section}"


def within(section: str) -> str:
    """The link to a section of the page on which it stands itself."""
    return f"#{section}"


def anchor_of_exchange(identifier: str) -> str:
    """Where an exchange stands on the page of all exchanges."""
    return f"echange-{identifier}"


def anchor_of_direction(direction: str, flux: str | None = None) -> str:
    """Where the exchanges that go in one direction stand, all or those of one flux."""
    return f"{direction}-{flux}" if flux else direction


def of_basket(case: str) -> str:
    """The basket, begun with the exchanges of a case."""
    return f"{BASKET}#cas={case}"


def of_data(name: str) -> str:
    """The address of a file to download."""
    return f"{DATA}{name}"


def of_schema(name: str) -> str:
    """The address of the schema of a kind of record."""
    return of_data(f"schemas/{name}")


def of_asset(name: str) -> str:
    """The address of a style sheet, a script or a picture of the site itself."""
    return f"{ASSETS}{name}"


def of_search(name: str) -> str:
    """The address of a piece of the search's index."""
    return of_asset(f"recherche/{name}.js")


def of_preview(address: str) -> str:
    """The address of the picture that a link to a page shows elsewhere."""
    return of_asset(f"apercus/{address.strip('/') or 'accueil'}.png")


def of_image(file: str) -> str:
    """The address of an image of a record, by its path under `content/images/`."""
    return f"images/{quote(file)}"


def file_of(address: str) -> str:
    """The file that holds a page, from the root of the site."""
    return f"{address}index.html" if address.endswith("/") or not address else address


@dataclass(frozen=True, slots=True)
class Addresses:
    """Turns addresses into links, for one site."""

    site: str = ""
    """Where the site is published, with its final slash; empty where that is not known."""
    source: str = ""
    """Where the repository's files can be edited, with its final slash; empty likewise."""
    directories: bool = True
    """Whether a server finds `index.html` in a folder; not so on a site opened from disk."""
    previews: bool = False
    """Whether each page has a preview picture; of a site whose place is not known, none has."""
    rooted: bool = False
    """Whether links begin at the root of the server: for a page that may stand anywhere."""

    def link(self, address: str, here: str) -> str:
        """The relative link that leads from the page at `here` to an address."""
        if self.rooted:
            return f"{urlsplit(self.site).path or '/'}{address}"
        path, hash_sign, anchor = address.partition("#")
        path, question_mark, query = path.partition("?")
        if path == here and anchor:
            return f"#{anchor}"
        relative = _relative(path, here)
        if path.endswith("/") or not path:
            relative = (relative or "./") if self.directories else f"{relative}index.html"
        return f"{relative}{question_mark}{query}{hash_sign}{anchor}"

    def root(self, here: str) -> str:
        """What leads from the page at `here` to the root of the site: `../../`.

        The browser puts it before paths from the root, which it is handed with the data.
        """
        if self.rooted:
            return urlsplit(self.site).path or "/"
        return "../" * here.count("/")

    def canonical(self, address: str) -> str:
        """The full address, for whoever reads it elsewhere; as it is where the site is unknown."""
        return f"{self.site}{address}"

    def preview(self, address: str) -> str:
        """The full address of the preview picture of a page; empty where it has none."""
        return self.canonical(of_preview(address)) if self.site and self.previews else ""

    def message(self, code: str) -> str:
        """The full address of the page that explains a problem."""
        return self.canonical(of_message(code))

    def edit(self, file: str) -> str | None:
        """Where a file of the repository can be corrected, if that is known."""
        return f"{self.source}{quote(file)}" if self.source else None


def _relative(path: str, here: str) -> str:
    """The way from a folder to a file or a folder: up as far as needed, then down.

    `posixpath.relpath` asks for the working folder each time; there are thousands of links.
    """
    if not path.startswith(here[: here.find("/") + 1] or "/"):  # they have nothing in common
        return "../" * here.count("/") + path
    *folders, _ = here.split("/")
    *above, name = path.split("/")
    shared = 0
    for one, other in zip(folders, above, strict=False):
        if one != other:
            break
        shared += 1
    return "../" * (len(folders) - shared) + "/".join((*above[shared:], name))


STYLE = of_asset("passerelles.css")
BUBBLES_SCRIPT = of_asset("bubbles.js")
PLAN_SCRIPT = of_asset("plan.js")
HEADER_SCRIPT = of_asset("entete.js")
MISSING_SCRIPT = of_asset("introuvable.js")
ENGINE_SCRIPT = of_asset("recherche.js")
INDEX_SCRIPT = of_search("index")
"""What every search needs: all of a small index."""
EXPLORER_SCRIPT = of_asset("explorer.js")
COMPARE_SCRIPT = of_asset("comparer.js")
LOGO = of_asset("passerelle.svg")
MAP_PICTURE = of_asset("carte.svg")
EXCHANGES_SCRIPT = of_data("echanges.js")
"""All exchanges as a script: a page opened from disk may load no data otherwise."""
EXCHANGES_CODE = of_asset("echanges.js")
BASKET_CODE = of_asset("panier.js")
EXCHANGES_JSON = of_data("echanges.json")
EXCHANGES_CSV = of_data("echanges.csv")
GUIDE_PAGE = "guide-panier"
"""The hand-written page that tells how to run a workshop with the basket."""
