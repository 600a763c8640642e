"""The tokens of the style sheet as values: every colour, face and measure of the site, once."""

from __future__ import annotations

import re
from dataclasses import dataclass

BOARDS = {"planche-claire": "Clair", "planche-sombre": "Sombre"}
"""The classes of elements that show one scheme, whatever the reader's device asks for."""

_BLOCK = re.compile(r":root \{(?P<inside>[^}]*)\}")
_TOKEN = re.compile(r"--(?P<name>[a-z-]+):\s*(?P<value>[^;]+);")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Names and values; in the dark, those that it changes."""

    light: dict[str, str]
    dark: dict[str, str]


def read_tokens(text: str) -> Tokens:
    """Read the style sheet of the tokens: one block for all, one for the dark."""
    light, dark = (
        {
            found["name"]: " ".join(found["value"].split())
            for found in _TOKEN.finditer(block["inside"])
        }
        for block in _BLOCK.finditer(text)
    )
    return Tokens(light, dark)


def boards(text: str) -> str:
    """The rules of the boards on which one scheme is shown, made from the tokens."""
    tokens = read_tokens(text)
    schemes = (tokens.light, {**tokens.light, **tokens.dark})
    rules = (
        f".{board} {{\n{_declared(scheme)}  color-scheme: {kind};\n}}\n"
        for board, scheme, kind in zip(BOARDS, schemes, ("light", "dark"), strict=True)
    )
    return "\n".join(rules)


def _declared(scheme: dict[str, str]) -> str:
    return "".join(f"  --{name}: {value};\n" for name, value in scheme.items())
