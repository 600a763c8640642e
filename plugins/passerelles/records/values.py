"""The types of single values: from the text of a scalar to what it means.

Each type is a Pydantic annotation whose validator takes a `Text` of the tree. What it refuses, it
refuses with a code of the catalogue; what it finds besides (a reference, a citation) it adds to
the `Findings` handed through validation, which stay even where the record as a whole is invalid.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, TypeVar, cast

from annotated_types import Len
from pydantic import (
    AfterValidator,
    BeforeValidator,
    PlainSerializer,
    PlainValidator,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)

from passerelles.records import meant
from passerelles.records.findings import Findings, collect, too_long
from passerelles.records.identifiers import is_identifier, meant_citation, meant_identifier
from passerelles.records.kinds import Kind
from passerelles.records.mentions import ActorKey, Citation, Former, Party, Reference
from passerelles.records.quoting import in_quotes
from passerelles.records.refusal import text_of, wrong
from passerelles.records.tree import Text
from passerelles.records.vocabulary import Scheme
from passerelles.text import rich


def _line(value: object) -> str:
    text = text_of(value)
    if text.origin.plain and text[0] in "“”„" and text[-1] in "“”":
        raise wrong("guillemets-courbes", fix=in_quotes(text.strip("“”„")))
    return " ".join(unicodedata.normalize("NFC", text).split())


def _identifier(value: object) -> Text:
    text = text_of(value)
    if not is_identifier(text):
        raise wrong("identifiant-invalide", meant_identifier(text), trouve=str(text))
    return text


def _findings(info: ValidationInfo) -> Findings:
    return cast("Findings", info.context)


def _reference(kinds: tuple[Kind, ...], scheme: Scheme | None = None) -> Any:
    def read(value: object, info: ValidationInfo) -> Reference:
        text = text_of(value)
        prefix, colon, name = text.rpartition(":")
        wanted = tuple(kind for kind in kinds if not colon or kind == prefix)
        if not is_identifier(name) or not wanted or (colon and len(kinds) == 1):
            raise wrong("identifiant-invalide", meant_identifier(text), trouve=str(text))
        reference = Reference(str(name), wanted, scheme)
        _findings(info).add(reference, text)
        return reference

    return PlainValidator(read)


def _mention(kind: Callable[[str], Former | Party | ActorKey]) -> Any:
    def read(value: object, info: ValidationInfo) -> Former | Party | ActorKey:
        text = _identifier(value)
        mention = kind(str(text))
        _findings(info).add(mention, text)
        return mention

    return PlainValidator(read)


def _citation(value: object, info: ValidationInfo) -> Citation:
    text = text_of(value)
    source, _, where = " ".join(unicodedata.normalize("NFC", text).split()).partition(" ")
    if not is_identifier(source):
        raise wrong("source-mal-ecrite", meant_citation(text), trouve=str(text))
    citation = Citation(source, where or None)
    _findings(info).add(citation, text)
    return citation


def _rich_text(value: object, info: ValidationInfo) -> rich.RichText:
    text = text_of(value)
    if facts := too_long(text):
        raise wrong("texte-trop-long", **facts)
    parsed = rich.parse(str(unicodedata.normalize("NFC", text)))
    collect(parsed, text, _findings(info))
    return parsed


@dataclass(frozen=True)
class Date:
    """A year, a month or a day, as precise as it is known."""

    text: str
    """`AAAA`, `AAAA-MM` or `AAAA-MM-JJ`."""

    @property
    def year(self) -> int:
        """The year."""
        return int(self.text[:4])

    @property
    def earliest(self) -> date:
        """The first day that it can mean."""
        return date.fromisoformat((self.text + "-01-01")[:10])

    def before(self, other: Date) -> bool:
        """Whether it certainly comes before another, as far as both are precise."""
        shared = min(len(self.text), len(other.text))
        return self.text[:shared] < other.text[:shared]

    def __str__(self) -> str:
        return self.text


def _date(value: object) -> Date:
    text = text_of(value)
    try:
        if re.fullmatch(r"[12]\d{3}(-\d\d(-\d\d)?)?", text, re.ASCII):
            read = Date(str(text))
            read.earliest  # noqa: B018 - raises where there is no such day
            return read
    except ValueError:
        pass
    found = re.fullmatch(r"([12]\d{3})-(0[1-9]|1[0-2])-\d\d", text, re.ASCII)
    if found:
        days = str(meant.days_in(*found.groups()))
        raise wrong("date-invalide", "-".join(found.groups()), trouve=str(text), jours=days)
    raise wrong("date-invalide", meant.date(text), trouve=str(text))


def _number(value: object) -> int | float:
    text = text_of(value)
    if re.fullmatch(r"-?(0|[1-9]\d{0,14})(\.\d{1,9})?", text, re.ASCII):
        return float(text) if "." in text else int(text)
    raise wrong("nombre-invalide", meant.number(text), trouve=str(text))


def _year(value: object) -> int:
    text = text_of(value)
    if not re.fullmatch(r"[12]\d{3}", text, re.ASCII):
        raise wrong("annee-invalide", meant.year(text), trouve=str(text))
    return int(text)


def _in_range(low: float, high: float) -> AfterValidator:
    def check(number: float) -> float:
        if not low <= number <= high:
            raise wrong("nombre-hors-limites", trouve=str(number), bas=str(low), haut=str(high))
        return number

    return AfterValidator(check)


def _url(value: object) -> str:
    text = text_of(value).strip()
    if not rich.is_link(text) or text.startswith("mailto:") or re.search(r"\s", text):
        raise wrong("lien-invalide", meant.url(text), trouve=text)
    return text


def _pattern(pattern: str, code: str) -> PlainValidator:
    def read(value: object) -> str:
        text = text_of(value)
        if not re.fullmatch(pattern, text, re.ASCII):
            raise wrong(code, meant.code(text, pattern), trouve=str(text))
        return str(text)

    return PlainValidator(read)


def _as_text(schema_type: str | list[str] = "string") -> tuple[Any, Any]:
    return PlainSerializer(str, return_type=str), WithJsonSchema({"type": schema_type})


@dataclass(frozen=True, slots=True)
class Once:
    """Marks a list in which nothing may stand twice (see `doubles`)."""


Line = Annotated[str, BeforeValidator(_line)]
Title = Annotated[Line, StringConstraints(max_length=140)]
Summary = Annotated[Line, StringConstraints(max_length=500)]
Rich = Annotated[
    rich.RichText,
    PlainValidator(_rich_text),
    PlainSerializer(lambda text: text.source),
    WithJsonSchema({"type": "string"}),
]
DateText = Annotated[Date, PlainValidator(_date), *_as_text(["string", "integer"])]
Number = Annotated[int | float, PlainValidator(_number), WithJsonSchema({"type": "number"})]
Year = Annotated[int, PlainValidator(_year), WithJsonSchema({"type": "integer"})]
FormerId = Annotated[Former, _mention(Former), *_as_text()]
PartyId = Annotated[Party, _mention(Party), *_as_text()]
ActorId = Annotated[ActorKey, _mention(ActorKey), *_as_text()]
SourcePlace = Annotated[Citation, PlainValidator(_citation), *_as_text()]
CaseId = Annotated[Reference, _reference((Kind.CASE,)), *_as_text()]
TerritoryId = Annotated[Reference, _reference((Kind.TERRITORY,)), *_as_text()]
ConceptId = Annotated[Reference, _reference((Kind.CONCEPT,)), *_as_text()]
ThemeId = Annotated[Reference, _reference((Kind.CONCEPT,), Scheme.THEME), *_as_text()]
FrameworkId = Annotated[Reference, _reference((Kind.CONCEPT,), Scheme.FRAMEWORK), *_as_text()]
StructureId = Annotated[Reference, _reference((Kind.CONCEPT,), Scheme.STRUCTURE), *_as_text()]
NotionId = Annotated[Reference, _reference((Kind.CONCEPT,), Scheme.NOTION), *_as_text()]
ToolId = Annotated[Reference, _reference((Kind.CONCEPT,), Scheme.TOOL), *_as_text()]
LeverId = Annotated[Reference, _reference((Kind.CONCEPT,), Scheme.LEVER), *_as_text()]
BrakeId = Annotated[Reference, _reference((Kind.CONCEPT,), Scheme.BRAKE), *_as_text()]
HandoutId = Annotated[Reference, _reference((Kind.CASE, Kind.CONCEPT, Kind.TERRITORY)), *_as_text()]
T = TypeVar("T")
Items = Annotated[tuple[T, ...], Len(min_length=1)]
Distinct = Annotated[tuple[T, ...], Len(min_length=1), Once()]
Latitude = Annotated[Number, _in_range(-90, 90)]
Longitude = Annotated[Number, _in_range(-180, 180)]
Url = Annotated[str, PlainValidator(_url), WithJsonSchema({"type": "string", "format": "uri"})]
Country = Annotated[
    str, _pattern("[A-Z]{2}", "code-pays-invalide"), WithJsonSchema({"type": "string"})
]
Currency = Annotated[
    str, _pattern("[A-Z]{3}", "devise-invalide"), WithJsonSchema({"type": "string"})
]
Language = Annotated[
    str, _pattern("[a-z]{2}", "langue-invalide"), WithJsonSchema({"type": "string"})
]
