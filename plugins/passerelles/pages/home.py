"""The home page: what this is, the ways in, an exchange that is told, and what is new."""

from __future__ import annotations

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Crossing, Direction, Key, Library, crossings_of
from passerelles.pages.cards import card
from passerelles.pages.contexts import ExchangesView, HomePage
from passerelles.pages.exchange_rows import exchange_rows
from passerelles.pages.exchanges_view import drawing, exchanges_view
from passerelles.pages.home_ways import all_subjects, counts, news, other_ways, themes, ways
from passerelles.pages.maps import impression
from passerelles.pages.page import Page, finish
from passerelles.pages.writer import Writer
from passerelles.records import Kind
from passerelles.text import agreed, rich, shortened

TITLE = "Ce que villes et campagnes se donnent, et comment elles s’accordent"
LEAD = (
    "Passerelles réunit des coopérations entre villes et campagnes, décrites, sourcées et "
    "comparables, et explique les mots pour en parler."
)
LONGEST = 200
DRAWN = 400
"""The width of the drawing, in CSS pixels: it stands beside the ways in."""
ACROSS = (Direction.TOWN_TO_LAND, Direction.LAND_TO_TOWN)


def home_page(library: Library, links: Addresses) -> Page:
    """Write the home page; `content/index.md`, where there is one, gives its title and text."""
    writer = Writer(library, links, addresses.HOME)
    own = library.pages.get(addresses.HOME_PAGE)
    featured = featured_case(library)
    exchanges, shown = _told(writer, featured) if featured else (None, "")
    context = HomePage(
        title=own.name if own else TITLE,
        body=writer.rich(own.body) if own else writer.words(LEAD),
        explorer=writer.link(addresses.EXPLORER),
        counts=tuple(counts(writer)),
        themes=tuple(themes(writer)),
        subjects=all_subjects(writer),
        ways=tuple(ways(writer)),
        map=impression(writer),
        others=tuple(other_ways(writer)),
        featured=card(writer, Key(Kind.CASE, featured)) if featured else None,
        exchanges=exchanges,
        shown=shown,
        news=tuple(news(writer)),
        notes=writer.written_notes(),
    )
    description = rich.to_text(own.body) if own else LEAD
    file = library.entries[Key(Kind.PAGE, addresses.HOME_PAGE)].file if own else None
    return finish(
        writer,
        context,
        title=addresses.PARTS["accueil"][0],
        description=shortened(description, LONGEST),
        file=file,
    )


def featured_case(library: Library) -> str | None:
    """The case in which town and countryside themselves give each other most."""

    def worth(name: str) -> tuple[int, int]:
        found = tuple(crossings_of(library, name))
        there, back = (sum(each.direction is way for each in found) for way in ACROSS)
        return min(there, back), sum(each.between_territories for each in found)

    def order(name: str) -> tuple[int, int, str]:
        both, between = worth(name)
        return -both, -between, name

    return min(library.cases, key=order, default=None)


def _told(writer: Writer, name: str) -> tuple[ExchangesView | None, str]:
    """What goes from bank to bank in a case, or all its exchanges where nothing does."""
    view = exchanges_view(writer, name, noted=False)
    everything = tuple(crossings_of(writer.library, name))
    across = tuple(each for each in everything if each.direction in ACROSS) or everything
    if view is None:
        return None, ""
    shown = view._replace(
        rows=tuple(exchange_rows(writer, across, noted=False)),
        drawing=drawing(across, DRAWN),
    )
    return shown, _share(across, everything)


def _share(shown: tuple[Crossing, ...], everything: tuple[Crossing, ...]) -> str:
    if len(shown) == len(everything):
        return ""
    number = len(shown)
    return f"{number} {agreed(number, 'échange')} sur {len(everything)}"
