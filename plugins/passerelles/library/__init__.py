"""All records together: links and backlinks, checks across files, kinship, exchanges."""

from passerelles.library.balance import Balance, Share, balance
from passerelles.library.checks import (
    DUE,
    across,
    audit_due,
    due_for_review,
    without_consequences,
)
from passerelles.library.conformity import conformity, findings, respected_share
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
from passerelles.library.ledger import completed, lost_addresses, standing
from passerelles.library.library import Library
from passerelles.library.links import Directory, Key, Link
from passerelles.library.memory import Anew, Maker, Making, Memory, Saved, Told
from passerelles.library.trust import paragraphs, sourced_share

__all__ = [
    "DUE",
    "SIDES",
    "Anew",
    "Balance",
    "CaseParty",
    "Crossing",
    "Direction",
    "Directory",
    "Key",
    "Kin",
    "Library",
    "Link",
    "Maker",
    "Making",
    "Memory",
    "Saved",
    "Share",
    "Side",
    "Told",
    "Trait",
    "across",
    "audit_due",
    "balance",
    "completed",
    "conformity",
    "crossings",
    "crossings_of",
    "due_for_review",
    "findings",
    "lost_addresses",
    "paragraphs",
    "respected_share",
    "sourced_share",
    "standing",
    "without_consequences",
]
