"""Texts that would be more than texts if they could, and every field in which one may write them.

The fields are asked of the models: a new one is tried with the others, by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import Any, get_args

from hypothesis import strategies as st
from pydantic import BeforeValidator, PlainValidator
from pydantic.fields import FieldInfo

from passerelles.records import MODELS, Model, models_in, values
from passerelles.text import rich

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)' x='",
    "` onfocus=alert(1) autofocus tabindex=0 `",
    "</p></li></section></main><b>gras",
    "</script><script>alert(1)//",
    "</title></textarea></style></noscript><svg onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x></svg>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<base href='//exemple.org/'><meta http-equiv=refresh content='0;//exemple.org'>",
    "<!-- ]]> --!> <![CDATA[ <script>alert(1)</script>",
    "&lt;script&gt; & &#60;i&#62; &amp; &#x22;",
    "{{ 7 * 7 }}{% if x %}${alert(1)}#{7*7}",
    "javascript:alert(1)//",
    "data:text/html,<script>alert(1)</script>",
    '\\";alert(1)//\\u003cscript\\u003e',
    "'-alert(1)-'",
    "url(javascript:alert(1)); background: red",
    '=HYPERLINK("//exemple.org";1)',
    "+ADw-script+AD4-alert(1)",
    "@SUM(1+1)|cmd",
    "[x](javascript:alert(1)) [[pacte|<b>x</b>]] ![x](x)",
    "%3Cscript%3Ealert(1)%3C/script%3E %00",
    "constructor __proto__ toString",
)

PIECES = (
    *("<", ">", "</", "/>", "<!--", "-->", "]]>", "&", "&#", "&lt;", ";", '"', "'", "=", "/", "//"),
    *("{{", "}}", "{%", "${", "\\", "\\u003c", "%3C", "[", "]", "(", ")", "|", "*", "_", "#", "+"),
    *("script", "style", "svg", "img src=x", " onerror=", " onload=", "alert(1)", "javascript:"),
    *("\u00a0", "\u202e", "\u200b", " ", "é", "A", "0", "-", "@", ":", ","),
)
"""What markup, programs and addresses are made of."""
ANY = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(
    lambda pieces: "Zut " + " ".join("".join(pieces).split())
)
"""Texts that are nearly something else; they come last in every list."""


def harmless(text: str) -> str:
    """A text of the same length that could be nothing else."""
    return text[:4] + "".join(char if char.isalnum() else "m" for char in text[4:])


CODES = frozenset({"code_siren", "code_insee", "departements", "region", "fichier"})
"""Keys whose texts must be on official lists, or name a file: nothing else may stand there."""
MORE: Mapping[str, Any] = {
    "freins": [{"concept": "mefiance", "texte": "Au début.", "source": "note-2019 § 5"}],
    "resultats": [{"libelle": "Graines", "valeur": 30, "source": "note-2019 § 2"}],
}
"""What the full base says in its shortest form, at length."""


class Sort(Enum):
    """What may be written in a field."""

    LINE = "a line of plain text"
    RICH = "a rich text"
    LINK = "an address"
    CITED = "a document, then a place in it, as text"


New = Callable[[Sort], str | None]
"""The text to write in a field of a sort; None leaves what stands there."""


def sort_of(info: FieldInfo) -> Sort | None:
    """What may be written in a field; None where only what is known will do."""
    parts = [*_parts(info.annotation), *info.metadata]
    readers = {each.func for each in parts if isinstance(each, BeforeValidator | PlainValidator)}
    known = {
        values._line: Sort.LINE,  # noqa: SLF001 - it is what makes a text a line
        values._url: Sort.LINK,  # noqa: SLF001 - likewise
        values._citation: Sort.CITED,  # noqa: SLF001 - likewise
    }
    found = {known[reader] for reader in readers if reader in known}
    found |= {Sort.RICH} if rich.RichText in parts else set()
    assert len(found) <= 1, info
    return next(iter(found), None)


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for argument in get_args(annotation):
        yield from _parts(argument)


def text_fields(model: type[Model]) -> Iterator[tuple[str, str]]:
    """Every field of a model, and of those in it, in which a text stands."""
    for key, info in model.keys().items():
        if sort_of(info) and key not in CODES:
            yield model.__name__, key
        for inner in models_in(info.annotation):
            yield from text_fields(inner)


def rewritten(
    model: type[Model], record: Mapping[str, Any], new: New, met: set[tuple[str, str]]
) -> dict[str, Any]:
    """A record with other texts; the fields that had one are added to `met`."""
    return {key: _value(model, key, value, new, met) for key, value in record.items()}


def _value(model: type[Model], key: str, value: Any, new: New, met: set[tuple[str, str]]) -> Any:
    info = model.keys()[key]
    inner = next(models_in(info.annotation), None)
    if isinstance(value, list):
        return [_value(model, key, each, new, met) for each in value]
    if isinstance(value, Mapping) and inner:
        return rewritten(inner, value, new, met)
    sort = sort_of(info)
    if sort is None or inner or key in CODES:
        return value
    met.add((model.__name__, key))
    text = new(sort)
    return value if text is None else text


def base_with(full: Mapping[str, Any], new: New) -> dict[str, Any]:
    """The full base with other texts, in every field of every kind of record."""
    models = {kind.folder: model for kind, model in MODELS.items()}
    met: set[tuple[str, str]] = set()
    changes = {
        file: rewritten(models[file.split("/")[0]], record, new, met)
        if isinstance(record, Mapping)
        else record
        for file, record in full.items()
    }
    foire = "cases/foire.yml"
    changes[foire] = rewritten(models["cases"], {**full[foire], **MORE}, new, met)
    missing = {field for model in MODELS.values() for field in text_fields(model)} - met
    assert not missing, f"the full base fills every field, but not {sorted(missing)}"
    return changes


def hostile(text: str, sort: Sort, word: str = "") -> str:
    """A hostile text as one may write it in a field of a sort."""
    if sort is Sort.LINK:
        return f"https://exemple.fr/?{''.join(text.split())}"
    if sort is Sort.CITED:
        return f"note-2019 {text} {word}".strip()
    if sort is Sort.LINE:
        return f"{text} {word}".strip()
    escaped = re.sub(r"([<\[`_*\\])", r"\\\1", text)  # Markdown is not what is tried here
    return f"`` {text} `` {escaped} [@note-2019 {text.translate(BRACKETS)}]"


BRACKETS = str.maketrans("[]", "()")
