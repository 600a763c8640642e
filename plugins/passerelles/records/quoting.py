"""How a text that YAML misreads is written so that YAML reads it as it is."""

from __future__ import annotations

import re

LONGEST = 10_000
"""Characters of a text in which quotes are still looked at; beyond, nobody will paste it."""
CURLY = "“”„"
PLAIN = re.compile(r"\w(?:[^:#\[\]{},\"\n]|:(?!\s|$)|(?<!\s)#)*+")
"""A text that stands for itself as the value of a key, and in a list between brackets."""
ESCAPES = re.compile(r"(\\(?:[\\\"/]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}))|\\")
"""An escape of YAML's that somebody meant (https://yaml.org/spec/1.1/#id872840), or a backslash.

Where one backslash begins no escape, the others were no escapes either: `C:\\notes\\Rapports`.
"""


def in_quotes(value: str) -> str:
    """The value as a YAML text between double quotes, with the quotes within made French.

    Quotes around the whole, straight or curly, closed or not, are taken for YAML's.
    """
    if len(value) <= LONGEST:
        value = re.sub(r'"([^"]*)"', r"« \1 »", _bare(value))
    value = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{value}"'


def as_value(text: str) -> str:
    """A text as the value of a key: as it is where YAML reads it so, else between quotes."""
    return text if PLAIN.fullmatch(text) else in_quotes(text)


def with_backslashes(value: str) -> str:
    """A value between double quotes whose backslashes are meant to be read as such."""
    return ESCAPES.sub(lambda found: found[1] or r"\\", value)


def as_block(head: str, lines: list[str], indent: int) -> str:
    """A text of several lines under its key: `head` is the key with its colon."""
    return "\n".join([f"{head.rstrip()} >", *(" " * indent + line.strip() for line in lines)])


def _bare(value: str) -> str:
    """The value without the quotes around it."""
    if not value:
        return value
    first, last = value[0], value[-1]
    if first in CURLY:
        return value.strip(CURLY) if not re.search(f"[{CURLY}]", value[1:-1]) else value
    if first not in "\"'":
        return value
    if len(value) > 1 and first == last and not _closes(value, value.index(first, 1)):
        return value[1:-1]
    closed = any(_closes(value, place) for place in range(1, len(value)) if value[place] == first)
    return value[1:] if value.count(first) % 2 or not closed else value


def _closes(value: str, place: int) -> bool:
    """Whether the quote at a place closes something that ends before the value does."""
    return not value[place - 1].isspace() and not value[place + 1 : place + 2].isalnum()
