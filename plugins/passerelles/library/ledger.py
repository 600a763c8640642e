"""The ledger of published addresses: none of them may ever lead nowhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from passerelles import addresses
from passerelles.library.links import Directory, Key
from passerelles.problems import Place, Problem, catalogue
from passerelles.records import LEDGER, MODELS, Kind
from passerelles.text import nearest

FORMER = "anciens_identifiants"
REMARK = "#"
OPENING = (
    "# Toutes les adresses que le site a publiées : chacune doit toujours mener quelque part.",
    "# « make adresses » ajoute les nouvelles ; personne n’écrit ici à la main.",
)


def standing(directory: Directory) -> frozenset[str]:
    """Every address that leads somewhere, redirects included; the home page goes without saying."""
    records = (addresses.of_record(key.kind, key.id) for key in directory.entries)
    former = (addresses.of_record(key.kind, key.id) for key in directory.former)
    messages = map(addresses.of_message, catalogue())
    return frozenset((*addresses.PAGES, *records, *former, *messages)) - {addresses.HOME}


def lost_addresses(directory: Directory, lines: Iterable[str]) -> Iterator[Problem]:
    """Addresses of the ledger at which nothing stands any more.

    Nothing is said while a record cannot be read: it may be the one that redirects.
    """
    if any(not entry.keys and key.kind in MODELS for key, entry in directory.entries.items()):
        return
    lines = tuple(lines)
    stands, listed = standing(directory), set(listed_in(lines))
    for number, line in enumerate(lines, 1):
        for address in listed_in((line,)):
            if address not in stands:
                place = Place(LEDGER, number, line.index(address) + 1, len(address))
                yield Problem("adresse-perdue", place, _facts(directory, address, listed))


def completed(directory: Directory, lines: Iterable[str]) -> str:
    """The text of the ledger with every address that leads somewhere now."""
    listed = standing(directory).union(listed_in(lines))
    return "".join(f"{line}\n" for line in (*OPENING, *sorted(listed)))


def listed_in(lines: Iterable[str]) -> Iterator[str]:
    """The addresses that lines of the ledger hold."""
    for line in lines:
        address = line.strip()
        if address and not address.startswith(REMARK):
            yield address


def _facts(directory: Directory, address: str, listed: Collection[str]) -> Mapping[str, str]:
    """What is known of a lost address: the line that redirects it, and who may take it over.

    That is a record of its kind that has never been published: it may be the lost one, renamed.
    """
    kind, identifier = addresses.record_at(address) or (None, "")
    if kind is None or not _redirects(kind):
        return {"adresse": address}
    new = {
        key.id
        for key in directory.entries
        if key.kind is kind and addresses.of_record(kind, key.id) not in listed
    }
    heir = next(iter(new)) if len(new) == 1 else nearest(identifier, new)
    if not heir:
        return {"adresse": address, "ligne": f"{FORMER}: [{identifier}]"}
    former = (old.id for old, now in directory.former.items() if now == Key(kind, heir))
    line = f"{FORMER}: [{', '.join((*former, identifier))}]"
    return {"adresse": address, "propose": directory.entries[Key(kind, heir)].file, "ligne": line}


def _redirects(kind: Kind) -> bool:
    """Whether records of a kind name their former identifiers."""
    fields = MODELS[kind].model_fields.values() if kind in MODELS else ()
    return any(field.alias == FORMER for field in fields)
