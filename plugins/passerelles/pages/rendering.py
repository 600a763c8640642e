"""The templates' own environment: strict, escaping and typesetting every text that it prints."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache, lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

from passerelles.pages.contexts import TEMPLATES, Anchor
from passerelles.text import typeset


def render(context: Any) -> Markup:
    """Print a context by its template, which sees its fields and nothing else."""
    template = environment().get_template(TEMPLATES[type(context)])
    return Markup(template.render(context._asdict()))  # noqa: S704 - the environment escapes


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
        finalize=_html,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.code_generator_class = _Generator
    made.filters["verbatim"] = escape
    made.globals["link_to"] = _link_to
    return made


class _Generator(CodeGenerator):
    """Prints what `_html` gives as it is: by default, all of it would be looked at once more."""

    def _output_child_pre(self, *_: Any) -> None:
        self.write("environment.finalize(")

    def _output_child_post(self, *_: Any) -> None:
        self.write(")")


def _link_to(to: Anchor) -> Markup:
    """A name that leads somewhere: there are so many that a macro would take too long."""
    html = f'<a href="{escape(to.href)}">{_printed(to.name)}</a>'
    return Markup(html)  # noqa: S704 - both are escaped


def _html(value: object) -> Markup:
    """What a template prints: markup as it is, plain texts with their French typography."""
    if isinstance(value, Markup):
        return value
    return _printed(value) if isinstance(value, str) else escape(value)


@lru_cache(maxsize=10_000)
def _printed(text: str) -> Markup:
    """A plain text as HTML: names and labels come again on page after page."""
    return escape(typeset(text))
