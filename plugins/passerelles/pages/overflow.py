"""What is too much for the page of a record: its beginning stays there, the rest goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from passerelles import addresses
from passerelles.library import Key
from passerelles.pages.contexts import Anchor, Group
from passerelles.pages.paging import Part, beginnings, cut
from passerelles.pages.writer import Writer
from passerelles.text import count

SHOWN = 30
"""How many records of a group stand on the page of what they use."""
PER_PAGE = 100


def beginning(writer: Writer, key: Key, groups: Sequence[Group], facet: str) -> tuple[Group, ...]:
    """The beginning of each group, with the ways to what does not stand here.

    They lead to the explorer too, which has the cases under a facet.
    """
    begins = beginnings(rest(groups))
    return tuple(
        group._replace(anchors=group.anchors[:SHOWN], more=_ways(writer, key, group, begins, facet))
        if group.key in begins
        else group
        for group in groups
    )


def rest(groups: Sequence[Group]) -> tuple[Part[str, Anchor], ...]:
    """What does not stand on the record's page, cut into pages, by the keys of the groups."""
    return cut(
        {group.key: group.anchors[SHOWN:] for group in groups if group.anchors[SHOWN:]}, PER_PAGE
    )


def _ways(
    writer: Writer, key: Key, group: Group, begins: Mapping[str, int], facet: str
) -> tuple[Anchor, ...]:
    address = addresses.of_page(addresses.of_record(key.kind, key.id), begins[group.key] + 1)
    others = count(len(group.anchors) - SHOWN, "autre")
    following = addresses.of_section(address, group.key)
    explorer = addresses.of_choice(facet, key.id)
    return (
        Anchor(f"La suite : {others}", writer.link(following)),
        Anchor("Trier et filtrer les cas dans l’explorateur", writer.link(explorer)),
    )
