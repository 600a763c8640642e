"""The contract between a template and its context: all that one needs, nothing that none uses."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import StrictUndefined, meta, nodes
from jinja2.exceptions import UndefinedError

from passerelles import pages, pipeline
from passerelles.addresses import Addresses
from passerelles.pages import contexts, page
from passerelles.pages.rendering import environment, render

TEMPLATES = environment().list_templates()
SHARED = [name for name in TEMPLATES if name.endswith("macros.html")]
TYPES = [value for value in vars(contexts).values() if hasattr(value, "_fields")]
PIECES = [value for value in TYPES if value not in contexts.TEMPLATES]
UNPRINTED = {
    "FieldTable.folder": "for CONTRIBUTING.md, which is made from the same tables",
}
"""Fields of pieces that no template prints, and what they are for."""


def source_of(template: str) -> str:
    loader = environment().loader
    assert loader
    return loader.get_source(environment(), template)[0]


def attributes_in(template: str) -> set[str]:
    """The names of all attributes that a template reads."""
    tree = environment().parse(source_of(template))
    return {node.attr for node in tree.find_all(nodes.Getattr)}


@pytest.mark.parametrize(("context", "template"), contexts.TEMPLATES.items())
def test_a_template_uses_the_fields_of_its_context_all_of_them_and_nothing_else(
    context: type[Any], template: str
) -> None:
    used = meta.find_undeclared_variables(environment().parse(source_of(template)))
    assert used == set(context._fields)


@pytest.mark.parametrize("template", SHARED)
def test_pieces_that_templates_share_are_given_all_they_print(template: str) -> None:
    assert meta.find_undeclared_variables(environment().parse(source_of(template))) == set()


def test_every_template_has_a_context_of_its_own_or_is_shared() -> None:
    assert sorted([*contexts.TEMPLATES.values(), *SHARED]) == TEMPLATES


@pytest.mark.parametrize("piece", PIECES)
def test_what_a_piece_holds_is_printed_somewhere(piece: type[Any]) -> None:
    printed = set().union(*map(attributes_in, TEMPLATES))
    for name in piece._fields:
        assert name in printed or f"{piece.__name__}.{name}" in UNPRINTED


@pytest.mark.parametrize("context", TYPES)
def test_a_context_is_documented_and_cannot_be_changed(context: type[Any]) -> None:
    doc = inspect.getdoc(context)
    assert doc
    assert not doc.startswith(f"{context.__name__}("), "this is what NamedTuple writes by itself"
    assert issubclass(context, tuple)


def test_a_name_that_a_context_lacks_is_an_error() -> None:
    assert environment().undefined is StrictUndefined
    assert environment().autoescape is True
    with pytest.raises(UndefinedError):
        environment().from_string("{{ manque }}").render()


def test_every_template_is_rendered_for_the_shipped_base(
    shipped: pipeline.Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered: set[type] = set()

    def remember(context: Any) -> Any:
        rendered.add(type(context))
        return render(context)

    monkeypatch.setattr(page, "render", remember)
    monkeypatch.setattr(page, "render_once", remember)
    site = pipeline.publish(shipped.library, Addresses())
    assert all(each.main for each in (*site.pages, site.missing))
    former = {contexts.RedirectPage}  # no record of the base has had another name yet
    assert rendered | former == set(contexts.TEMPLATES)


def test_the_printed_pages_of_the_shipped_base_are_well_nested_and_say_no_none(
    shipped_site: pipeline.Site, html: Callable[[str], Any]
) -> None:
    for each in (*shipped_site.pages, shipped_site.missing):
        for part in (each.header, each.main, each.footer):
            tree = html(part)
            text = "".join(tree.itertext())
            assert "None" not in text.split(), each.address
            assert "Markup(" not in text


def test_assets_and_templates_stand_in_the_package() -> None:
    folder = Path(pages.__file__).parent
    assert {path.name for path in (folder / "templates").iterdir()} == set(TEMPLATES)
