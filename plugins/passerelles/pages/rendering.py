"""The templates' own environment: strict, escaping, and typesetting every text it prints."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache, lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from passerelles.pages.contexts import Anchor
from passerelles.pages.markup import filled
from passerelles.text import typeset


def render(context: Any) -> Markup:
    """Print a context by its template, which sees its fields and nothing else."""
    fields = {name: getattr(context, name) for name in context.__slots__}
    return Markup(environment().get_template(context.template).render(fields))  # noqa: S704 - the environment escapes


@lru_cache(maxsize=100)
def render_once(context: Hashable) -> Markup:
    """Print what is the same on many pages; contexts that are equal are printed alike."""
    return render(context)


@cache
def environment() -> Environment:
    """The environment, made once: it holds compiled templates."""
    made = Environment(
        loader=PackageLoader(__package__, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_typeset,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["verbatim"] = escape
    made.globals["link_to"] = _link_to
    return made


def _link_to(to: Anchor) -> Markup:
    """A name that leads somewhere: there are so many that a macro would take too long."""
    return filled('<a href="{href}">{name}</a>', href=to.href, name=_printed(to.name))


def _typeset(value: object) -> object:
    """Give plain texts their French typography; what is already markup has it."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _printed(value)
    return value


@lru_cache(maxsize=50_000)
def _printed(text: str) -> Markup:
    """A plain text as HTML: names and labels come again on page after page."""
    return escape(typeset(text))
