"""Whether a code of a French territory is official, and whose code it is.

The lists lie beside this module; ORIGINE.md says where they come from. Each is read once, and only
when it is asked for. Codes are text, with their zeros: "01053", never 1053.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from babel import Locale

__all__ = [
    "is_siren",
    "name_of_commune",
    "name_of_country",
    "name_of_departement",
    "name_of_epci",
    "name_of_region",
    "names_of_places",
]

SIREN_LENGTH = 9


def name_of_commune(insee: str) -> str | None:
    """The name of today's commune (or arrondissement of Paris, Lyon, Marseille) with this code."""
    return _names("communes").get(insee)


def name_of_country(code: str) -> str | None:
    """The French name of the country with this code of ISO 3166-1: "BE"."""
    return Locale("fr").territories.get(code)


def name_of_departement(code: str) -> str | None:
    """The name of the département (or overseas collectivity) with this code: "2A", "974"."""
    return _names("departements").get(code)


def name_of_epci(siren: str) -> str | None:
    """The name of the intercommunality (EPCI à fiscalité propre) with this SIREN."""
    return _names("epci").get(siren)


def name_of_region(code: str) -> str | None:
    """The name of the region (or overseas collectivity) with this INSEE code: "84"."""
    return _names("regions").get(code)


def names_of_places() -> frozenset[str]:
    """The names of all communes, départements and regions."""
    listings = ("communes", "departements", "regions")
    return frozenset(name for listing in listings for name in _names(listing).values())


def is_siren(text: str) -> bool:
    """Whether this is a SIREN by its form: nine digits, of which the last checks the others.

    The check digit is Luhn's: counted from the right, every second digit is doubled, the digits of
    what results are added up, and the sum is a multiple of ten (INSEE, definition of « Numéro
    SIREN »; ISO/IEC 7812-1, annex B). A right form does not say that the number was ever given.
    """
    if len(text) != SIREN_LENGTH or not (text.isascii() and text.isdigit()):
        return False
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(text)))
    return sum(sum(divmod(value, 10)) for value in doubled) % 10 == 0


@cache
def _names(listing: str) -> Mapping[str, str]:
    """The names of one list by their codes; its first line holds the headings."""
    text = files(__name__).joinpath(f"{listing}.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return MappingProxyType({code: name for code, name, *_ in rows})
