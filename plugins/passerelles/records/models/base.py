"""What all models share: frozen, closed to unknown keys, each field declared once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, ClassVar, get_args

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from passerelles.records.kinds import Kind
from passerelles.records.tree import Path, Text
from passerelles.records.vocabulary import Choice


class Model(BaseModel):
    """A mapping of a record."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        serialize_by_alias=True,
        defer_build=True,  # what takes over all that was read needs no validator
    )

    @classmethod
    def keys(cls) -> Mapping[str, FieldInfo]:
        """What each YAML key holds, in the order of declaration."""
        return {str(info.alias): info for info in cls.model_fields.values()}

    @classmethod
    @cache
    def english(cls) -> Mapping[str, str]:
        """The YAML key of each attribute: what an English word for a field was meant to be."""
        return {name: str(info.alias) for name, info in cls.model_fields.items()}

    @classmethod
    @cache
    def attributes(cls) -> Mapping[str, str]:
        """The attribute of each YAML key."""
        return {key: name for name, key in cls.english().items()}

    @classmethod
    def at(cls, path: Path) -> type[Model]:
        """The model of the mapping that stands at a path below this one."""
        model: type[Model] = cls
        for key in path:
            if isinstance(key, str):
                model = next(models_in(model.keys()[key].annotation), model)
        return model

    def __reduce__(self) -> tuple[Any, ...]:
        """What makes it again: its values, and which of them the file gives (a bit for each).

        Pydantic would keep the name of every attribute, and give every model a set of its own.
        """
        names, given = type(self).english(), self.__pydantic_fields_set__
        bits = sum(1 << place for place, name in enumerate(names) if name in given)
        return _again, (type(self), bits, *map(self.__dict__.__getitem__, names))


def _again(model: type[Model], bits: int, *values: Any) -> Model:
    names, given = _shape(model, bits)
    made = model.__new__(model)
    _set(made, "__dict__", dict(zip(names, values)))  # noqa: B905 - there are tens of thousands
    _set(made, "__pydantic_fields_set__", given)
    _set(made, "__pydantic_extra__", None)
    _set(made, "__pydantic_private__", None)
    return made


_set = object.__setattr__  # what is frozen is frozen for everybody else


@cache
def _shape(model: type[Model], bits: int) -> tuple[tuple[str, ...], set[str]]:
    """All attributes, and those that a file gives: one set for all alike; nobody changes it."""
    names = tuple(model.english())
    return names, {name for place, name in enumerate(names) if bits >> place & 1}


class BareOrWhole(Model):
    """A mapping for which its first value alone may stand, where nothing else is to be said."""

    @model_validator(mode="before")
    @classmethod
    def bare(cls, value: Any) -> Any:
        """Accept the first value alone."""
        return {next(iter(cls.keys())): value} if isinstance(value, Text) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Tell an editor's program that there are two ways."""
        return {"anyOf": [{"type": "string"}, handler(core_schema)]}


class RecordModel(Model):
    """A whole file."""

    kind: ClassVar[Kind]

    @property
    def name(self) -> str:
        """What the record is called wherever it is named."""
        raise NotImplementedError


def field(key: str, label: str, help_text: str, example: str, **options: Any) -> Any:
    """Declare a field: its YAML key, its French label and help, and an example of its value.

    The example is YAML as an editor would write it after the key.
    """
    return Field(alias=key, title=label, description=help_text, examples=[example], **options)


SOURCE = (
    "source",
    "Source",
    "Le document qui le dit, puis l’endroit : section, page ou titre du passage.",
    "cap-rural-2019 § 3.2",
)
"""How every field that holds the source of a claim is declared."""


def example_of(info: FieldInfo) -> str:
    """A line that gives the field its example: `statut: en_cours`."""
    example = str((info.examples or [""])[0])
    block = example.startswith("- ") or (": " in example and example[0] not in '[{"')
    return f"{info.alias}:\n  {example}" if block else f"{info.alias}: {example}"


def models_in(annotation: Any) -> Iterator[type[Model]]:
    """The models that stand in a type, such as `tuple[Actor, ...]` or `Transfer | None`."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for argument in get_args(annotation):
        yield from models_in(argument)


def choices_of(annotation: Any) -> tuple[str, ...]:
    """The values that a closed list admits; nothing for other types."""
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        return tuple(str(value) for value in annotation)
    return tuple(value for argument in get_args(annotation) for value in choices_of(argument))
