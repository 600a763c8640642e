"""All records together: links and backlinks, checks across files, kinship."""

from passerelles.library.checks import across, due_for_review
from passerelles.library.kinship import Kin, Trait
from passerelles.library.library import Library
from passerelles.library.links import Directory, Key, Link

__all__ = ["Directory", "Key", "Kin", "Library", "Link", "Trait", "across", "due_for_review"]
