"""All records together: links and backlinks, checks across files, kinship."""

from passerelles.library.checks import across, due_for_review, without_consequences
from passerelles.library.kinship import Kin, Trait
from passerelles.library.library import Library
from passerelles.library.links import Directory, Key, Link
from passerelles.library.trust import paragraphs, sourced_share

__all__ = [
    "Directory",
    "Key",
    "Kin",
    "Library",
    "Link",
    "Trait",
    "across",
    "due_for_review",
    "paragraphs",
    "sourced_share",
    "without_consequences",
]
