"""Tells, in a text, what is prose from what must stay as it is: addresses, paths, entities."""

import re
from collections.abc import Callable
from typing import Final

__all__ = ["mask_addresses", "outside_verbatim"]

# Stands for what is set aside: U+FFFC, the object replacement character.
_PLACEHOLDER: Final = "\ufffc"

# Every repetition is possessive, and whatever could start at any character of a long run starts
# only at the first (lookbehind): the time is linear in the text, whatever the text.
_WEB: Final = r"""(?:https?://|ftp://|mailto:|www\.)[^\s<>"«»]*+"""
_MAIL: Final = r"(?<![\w.+\-])[\w.+\-]++@[\w.\-]++"
# « ../cas/tera/#defis », « C:\notes », « a/b/c », « cases/tera.yml »; not « et/ou », nor what
# follows a number: « 15 kWh/m²/an ».
_BOUND: Final = r"\s<>\"«»'’()"
_SEGMENT: Final = rf"[^{_BOUND}/\\]*+"
_PATH: Final = (
    rf"(?<![^{_BOUND}])(?<![0-9][ \u00a0\u202f])"
    rf"(?:~?\.{{0,2}}/|{_SEGMENT}\\|{_SEGMENT}/[^{_BOUND}/\\.]*+(?:[/\\]|\.\w))[^{_BOUND}]*+"
)
_ENTITY: Final = r"&\#?\w++;"

_WEB_ADDRESS: Final = re.compile(_WEB)
_MAIL_ADDRESS: Final = re.compile(_MAIL)
_VERBATIM: Final = re.compile(f"{_WEB}|{_MAIL}|{_PATH}|{_ENTITY}|{_PLACEHOLDER}")
# Where none of these stands, the long search is in vain.
_VERBATIM_SIGN: Final = re.compile(rf"[/\\@&{_PLACEHOLDER}]|www\.|mailto:")


def mask_addresses(text: str) -> str:
    """Return the text with each web or mail address overwritten, so that no word is found in it.

    The result has the length of the text: places in one are places in the other.
    """
    masked = _WEB_ADDRESS.sub(_mask, text)
    return _MAIL_ADDRESS.sub(_mask, masked) if "@" in masked else masked


def outside_verbatim(change: Callable[[str], str], text: str) -> str:
    """Apply a change to the prose of a text, and leave addresses, paths and entities as they are.

    `change` gets the whole text with one U+FFFC for each thing set aside, so that it sees what
    stands before and after; it must keep each of these characters, in their order.
    """
    if not _VERBATIM_SIGN.search(text):
        return change(text)
    kept: list[str] = []

    def set_aside(found: re.Match[str]) -> str:
        kept.append(found[0])
        return _PLACEHOLDER

    pieces = change(_VERBATIM.sub(set_aside, text)).split(_PLACEHOLDER)
    return pieces[0] + "".join(thing + piece for thing, piece in zip(kept, pieces[1:], strict=True))


def _mask(found: re.Match[str]) -> str:
    return _PLACEHOLDER * len(found[0])
