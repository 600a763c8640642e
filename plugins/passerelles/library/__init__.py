"""All records together: links and backlinks, checks across files, kinship, exchanges."""

from passerelles.library.balance import Balance, Share, balance
from passerelles.library.checks import across, due_for_review, without_consequences
from passerelles.library.exchanges import (
    SIDES,
    CaseParty,
    Crossing,
    Direction,
    Side,
    crossings,
    crossings_of,
)
from passerelles.library.kinship import Kin, Trait
from passerelles.library.library import Library
from passerelles.library.links import Directory, Key, Link
from passerelles.library.trust import paragraphs, sourced_share

__all__ = [
    "SIDES",
    "Balance",
    "CaseParty",
    "Crossing",
    "Direction",
    "Directory",
    "Key",
    "Kin",
    "Library",
    "Link",
    "Share",
    "Side",
    "Trait",
    "across",
    "balance",
    "crossings",
    "crossings_of",
    "due_for_review",
    "paragraphs",
    "sourced_share",
    "without_consequences",
]
