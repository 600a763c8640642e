"""The page of a territory."""

from __future__ import annotations

from collections.abc import Iterator

from passerelles import addresses
from passerelles.addresses import Addresses
from passerelles.library import Key, Library, Side
from passerelles.pages.contexts import Item, Row, TerritoryPage
from passerelles.pages.labels import LABELS
from passerelles.pages.maps import where
from passerelles.pages.neighbours import beside
from passerelles.pages.overflow import beginning
from passerelles.pages.page import Page, finish
from passerelles.pages.shared import documents, figures, uses
from passerelles.pages.writer import Writer
from passerelles.records import Kind, Territory, official
from passerelles.text import agreed, french_number, quantity

LABEL = LABELS[Kind.TERRITORY]


def territory_page(library: Library, links: Addresses, name: str) -> Page:
    """Write the page of a territory."""
    key, territory = Key(Kind.TERRITORY, name), library.territories[name]
    file = library.entries[key].file
    writer = Writer(library, links, addresses.of_record(key.kind, key.id), key)
    context = TerritoryPage(
        title=territory.title,
        type_label=territory.type.label,
        where=where(writer, [(territory, Side.BETWEEN)]),
        facts=tuple(_facts(writer, name, territory)),
        figures=tuple(_figures(writer, territory)),
        uses=beginning(writer, key, uses(writer, key), "territoire"),
        documents=documents(writer, territory.sources),
        notes=writer.written_notes(),
        beside=beside(writer, key),
        edit=links.edit(file),
    )
    words = ", ".join((territory.type.label, *figures(territory)))
    cases = len(library.cases_of(key))
    description = (
        f"{territory.title} ({words}) : {cases} cas de coopération entre villes et campagnes."
    )
    trail = (("Territoires", addresses.TERRITORIES),)
    return finish(writer, context, description=description, trail=trail, file=file)


def _facts(writer: Writer, name: str, territory: Territory) -> Iterator[Row]:
    if territory.departements:
        names = (
            f"{official.name_of_departement(code)} ({code})" for code in territory.departements
        )
        label = agreed(len(territory.departements), "Département")
        yield Row("departements", label, text=", ".join(names))
    if territory.region:
        yield Row("region", LABEL["region"], text=str(official.name_of_region(territory.region)))
    if territory.abroad:
        country = official.name_of_country(territory.country) or territory.country
        yield Row("pays", LABEL["pays"], text=country)
    if territory.siren:
        yield Row("code_siren", LABEL["code_siren"], text=territory.siren)
    if territory.insee:
        yield Row("code_insee", LABEL["code_insee"], text=territory.insee)
    if territory.coordinates:
        point = territory.coordinates
        north = _degrees(point.latitude, "N", "S")
        place = f"{north}, {_degrees(point.longitude, 'E', 'O')}"
        yield Row("coordonnees", LABEL["coordonnees"], text=place)
    if territory.member_of:
        anchors = writer.anchors(Kind.TERRITORY, territory.member_of)
        yield Row("membre_de", LABEL["membre_de"], anchors)
    if name in writer.library.members:
        anchors = writer.anchors(Kind.TERRITORY, writer.library.members[name])
        yield Row("membres", "Membres", anchors)


def _degrees(value: float, positive: str, negative: str) -> str:
    return f"{french_number(abs(value))}° {positive if value >= 0 else negative}"


def _figures(writer: Writer, territory: Territory) -> Iterator[Item]:
    figures = {
        "habitant": (territory.population, ""),
        "superficie": (territory.area, "km²"),
        "commune": (territory.communes, ""),
        "intercommunalité": (territory.epci, ""),
    }
    for noun, (figure, unit) in figures.items():
        if figure:
            label = noun if unit else agreed(figure.value, noun)
            year = (f"en {figure.year}",) if figure.year else ()
            yield Item(label, (quantity(figure.value, unit), *year), writer.note(figure.source))
