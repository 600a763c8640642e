"""Only `addresses.py` turns an identifier into an address: nothing else may look as if it did.

What looks so: a part of the site's addresses as a text (`cas/`), a slash or a `#` put beside a
value, functions that join paths, and in templates and browser code any link that is not one
whole value. What may look so all the same stands in a list, with the reason.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from passerelles import addresses

PLUGINS = Path(__file__).parents[1] / "plugins"
ONLY = PLUGINS / "passerelles" / "addresses.py"
PYTHON = [path for path in sorted(PLUGINS.rglob("*.py")) if path != ONLY]
TEMPLATES = sorted(PLUGINS.rglob("*.html"))
SCRIPTS = sorted([*PLUGINS.rglob("*.js"), *PLUGINS.rglob("*.ts"), *PLUGINS.rglob("*.mjs")])
STYLES = sorted(PLUGINS.rglob("*.css"))

HEADS = "|".join(sorted({*addresses.RESERVED, "images", "content"}))
SITE_PATH = re.compile(rf"(?:^|[\s\"'=/])(?:{HEADS})/|^/\w|\w/$|index\.html|\.html#")
"""A text that looks like a piece of an address of the site."""
JOINERS = {"urljoin", "relpath", "PurePosixPath", "urlunsplit", "urlencode"}

EXCEPTIONS = {
    ("mkdocs_passerelles/host.py", "folder"): "the folders of mkdocs.yml, not addresses",
    ("mkdocs_passerelles/host.py", "repo_url"): "where the repository is, as mkdocs.yml says it",
    ("mkdocs_passerelles/host.py", "site_url"): "where the site is, as mkdocs.yml says it",
    ("mkdocs_passerelles/host.py", "inside"): "where the base is inside the repository",
    ("mkdocs_passerelles/host.py", "relpath"): "where the base is inside the repository",
    ("passerelles/cli.py", "found.group(1)"): "where the site is, as mkdocs.yml says it",
    ("passerelles/records/files.py", "kind.folder"): "the path of a file, not an address",
    ("passerelles/records/models/case_sheet.py", "content/images/"): "the path of a file",
    ("passerelles/records/meant.py", "https://"): "an address elsewhere that an editor mistyped",
    ("passerelles/text/verbatim.py", "_"): "patterns that find addresses in texts",
}
"""What may look like an address, by file and by a part of the code."""


def looks_like_an_address(source: str) -> Iterator[str]:
    """The pieces of Python code in which an address seems to be built."""
    tree = ast.parse(source)
    texts = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        suspect = False
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            suspect = id(node) not in texts and bool(SITE_PATH.search(node.value))
        elif isinstance(node, ast.JoinedStr):
            suspect = any(map(_meets_a_slash, node.values, node.values[1:]))
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Div):
            suspect = _meets_a_slash(node.left, node.right)
        elif isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            suspect = name in JOINERS or ast.unparse(node.func) == "'/'.join"
        if suspect:
            yield ast.get_source_segment(source, node) or ast.unparse(node)


def _meets_a_slash(before: ast.AST, after: ast.AST) -> bool:
    """Whether a text that ends, or begins, with a slash or a `#` stands beside a value."""
    texts = [each.value if isinstance(each, ast.Constant) else None for each in (before, after)]
    first, second = (text if isinstance(text, str) else "" for text in texts)
    beside = re.search(r"(?<!<)[/#]$", first) or re.search(r"^[/#]", second)
    return None in texts and beside is not None


def name_of(path: Path) -> str:
    return path.relative_to(PLUGINS).as_posix()


def excepted(path: Path, piece: str) -> bool:
    return any(file == name_of(path) and part in piece for file, part in EXCEPTIONS)


@pytest.mark.parametrize(
    "code",
    [
        'href = f"cas/{name}/"',
        'href = "glossaire/" + name',
        'href = base + "/" + name',
        'href = "../" + name',
        'href = f"{base}/{name}"',
        'href = f"{page}#{section}"',
        'href = "../donnees/cas.json"',
        "href = urljoin(base, name)",
        "html = '<a href=\"/cas/\">'",
        'html = "<a href=sources/rtes-2020/>"',
        'href = "/".join(parts)',
        'href = "/cas"',
        'href = name + "index.html"',
    ],
)
def test_the_scan_sees_an_address_that_is_built(code: str) -> None:
    assert list(looks_like_an_address(code))


@pytest.mark.parametrize(
    "code",
    [
        'text = "et/ou"',
        'url = "https://www.exemple.fr/cas"',
        '"""Says that a case stands at cas/<id>/."""',
        'unit = f"{density} hab./km²"',
        'label = f"{name} · {count}"',
        "share = done / total",
        'text = "application/json"',
    ],
)
def test_the_scan_is_not_startled_by_other_slashes(code: str) -> None:
    assert list(looks_like_an_address(code)) == []


@pytest.mark.parametrize("path", PYTHON, ids=name_of)
def test_no_other_module_builds_an_address(path: Path) -> None:
    found = looks_like_an_address(path.read_text("utf-8"))
    assert [piece for piece in found if not excepted(path, piece)] == []


def test_every_exception_is_still_needed() -> None:
    found = {
        (file, part)
        for file, part in EXCEPTIONS
        for piece in looks_like_an_address((PLUGINS / file).read_text("utf-8"))
        if part in piece
    }
    assert found == set(EXCEPTIONS)


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_link_in_a_template_is_one_value_or_leads_within_the_page_or_elsewhere(
    path: Path,
) -> None:
    source = re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)
    links = re.findall(r"""(?:href|src|srcset|action|poster)\s*=\s*("[^"]*"|'[^']*'|\S+)""", source)
    whole = re.compile(r"""["'](?:\{\{[^{}]*\}\}|#[^"']*|https://[^"'{}]*)["']""")
    assert [link for link in links if not whole.fullmatch(link)] == []
    for expression in re.findall(r"\{\{.*?\}\}|\{%.*?%\}", source, flags=re.DOTALL):
        assert not re.search(r"""[~+]\s*["'][^"']*[/#]|[/#]["']\s*[~+]""", expression), expression


@pytest.mark.parametrize("path", SCRIPTS, ids=name_of)
def test_no_browser_code_builds_an_address(path: Path) -> None:
    source = re.sub(
        r"/\*.*?\*/|^\s*//.*?$", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE
    )
    for text in re.findall(r"\"[^\"\n]*\"|'[^'\n]*'|`[^`]*`", source):
        assert not SITE_PATH.search(text[1:-1]), text
        assert not re.search(r"\}[/#]|[/#]\$\{", text), text


@pytest.mark.parametrize("path", STYLES, ids=name_of)
def test_a_style_sheet_leads_nowhere(path: Path) -> None:
    assert not re.search(r"@import|url\((?!['\"]?(?:#|data:))", path.read_text("utf-8"))
