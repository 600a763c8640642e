"""No two labels meet, however many exchanges and parties there are, however long their words."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations
from xml.etree.ElementTree import Element

from hypothesis import given
from hypothesis import strategies as st

from passerelles.library import CaseParty, Side, crossings_of
from passerelles.pages.drawings.lanes import MOST_PARTIES, Box, Flow, Layout, lay_out
from passerelles.pages.drawings.lanes_svg import lanes_svg
from passerelles.pages.exchanges_view import ROLES, flow_of
from passerelles.pipeline import Reading
from passerelles.records import ExchangeState, Flux

SIDES = {"urbain": Side.TOWN, "rural": Side.LAND, "mixte": Side.BETWEEN, "acteur": Side.ACTOR}
WORDS = [
    "le",
    "la",
    "des",
    "un",
    "pour",
    "et",
    "bois",
    "eau",
    "foncier",
    "expertise",
    "maraîchers",
    "approvisionnement",
    "intercommunalité",
    "l’agglomération",
    "Auvergne-Rhône-Alpes",
    "WWW",
    "d’investissement",
    "(COB)",
    "40\xa0000\xa0€",
    "œuvre",
]
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=24).map(" ".join)
roles = st.sampled_from([*SIDES, ""])


@st.composite
def flows(draw: st.DrawFn) -> list[Flow]:
    """One to twenty exchanges between two to eight parties, of any length."""
    parties = []
    for number in range(draw(st.integers(2, MOST_PARTIES))):
        role = draw(roles)
        name = draw(texts)
        parties.append(CaseParty(f"p{number}", name, role, SIDES.get(role, Side.BETWEEN)))
    made = []
    for _ in range(draw(st.integers(1, 20))):
        giver, receiver = draw(st.permutations(parties))[:2]
        flux = draw(st.sampled_from(Flux))
        state = draw(st.sampled_from(ExchangeState))
        made.append(Flow(giver, receiver, draw(texts), flux, flux.label, state))
    return made


def inside(inner: Box, layout: Layout) -> bool:
    """Whether a box stands within the drawing."""
    right, bottom = inner.x + inner.width, inner.y + inner.height
    return inner.x >= 0 and inner.y >= 0 and right <= layout.width and bottom <= layout.height


@given(flows())
def test_no_two_labels_meet(given_flows: list[Flow]) -> None:
    layout = lay_out(given_flows, ROLES)
    boxes = [label.box for label in layout.labels()]
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert all(inside(box, layout) for box in boxes)


@given(flows())
def test_no_arrow_crosses_a_label(given_flows: list[Flow]) -> None:
    layout = lay_out(given_flows, ROLES)
    for row in layout.rows:
        left, width = min(row.start, row.end), abs(row.end - row.start)
        arrow = Box(left, row.y - 7, width, 14)
        others = [label.box for label in layout.labels()]
        assert width > 0
        assert not any(arrow.meets(box) for box in others)


@given(flows())
def test_town_stands_left_of_everybody_and_countryside_right(given_flows: list[Flow]) -> None:
    sides = [lane.party.side for lane in lay_out(given_flows, ROLES).lanes]
    places = {Side.TOWN: 0, Side.LAND: 2}
    assert [places.get(side, 1) for side in sides] == sorted(places.get(side, 1) for side in sides)


@given(flows())
def test_every_word_is_drawn(given_flows: list[Flow]) -> None:
    for row in lay_out(given_flows, ROLES).rows:
        drawn = "".join(row.thing.lines).replace("-", "").replace(" ", "")
        assert drawn == row.flow.brings.replace("-", "").replace(" ", "")


def test_the_drawing_is_an_image_with_a_title_and_a_description(
    html: Callable[[str], Element],
) -> None:
    town = CaseParty("a", "Ville <b>", "urbain", Side.TOWN)
    land = CaseParty("b", "Campagne", "rural", Side.LAND)
    flow = Flow(town, land, "Du & bois", Flux.GOODS, "biens", ExchangeState.PLANNED)
    drawing = lanes_svg(lay_out([flow], ROLES), "Titre", "Ville apporte du bois.")
    (svg,) = html(str(drawing))
    assert svg.get("role") == "img"
    assert [svg[0].text, svg[1].text] == ["Titre", "Ville apporte du bois."]
    assert "style=" not in drawing
    assert "Ville &lt;b&gt;" in drawing.replace("</tspan>", "").replace("\n", "")


def test_state_and_side_are_told_by_line_and_class(html: Callable[[str], Element]) -> None:
    town = CaseParty("a", "Ville", "urbain", Side.TOWN)
    land = CaseParty("b", "Campagne", "rural", Side.LAND)
    flow = Flow(land, town, "Du bois", Flux.MATTER_ENERGY, "matières", ExchangeState.PLANNED)
    drawing = str(lanes_svg(lay_out([flow], ROLES), "Titre", "Texte"))
    row = re.search(r'class="(apport-dessine [^"]*)"', drawing)
    assert row
    assert row[1].split() == ["apport-dessine", "cote-rural", "etat-envisage"]
    assert "flux-matieres_energie" in drawing
    assert html(drawing).find(".//text[@class='nature']") is not None
    assert "matières · envisagé" in drawing


def test_the_shipped_cases_fit(shipped: Reading) -> None:
    for name in shipped.library.cases:
        found = [flow_of(each) for each in crossings_of(shipped.library, name)]
        if found:
            layout = lay_out(found, ROLES)
            boxes = [label.box for label in layout.labels()]
            assert not any(one.meets(other) for one, other in combinations(boxes, 2)), name
