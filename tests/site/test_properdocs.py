"""The same plugin under ProperDocs, the drop-in fork of MkDocs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import build, contents, python


def test_properdocs_builds_the_same_site(
    built: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Not a byte differs: no page names its generator or its day."""
    other = contents(build(tmp_path_factory.mktemp("properdocs"), host="properdocs"))
    ours = contents(built)
    assert other.keys() == ours.keys()
    assert [name for name, content in ours.items() if other[name] != content] == []


def test_properdocs_publishes_nothing_while_an_error_stands(
    small_base: Callable[..., Path],
) -> None:
    root = small_base({"cases/pacte.yml": {"thematiques": ["energi"]}})
    run = python("properdocs", "build", "-f", "mkdocs.yml", cwd=root)
    assert run.code == 1
    assert "cases/pacte.yml:" in run.output
    assert "reference-inconnue" in run.output
    assert not (root / "site").exists()


def test_properdocs_counts_our_warnings_when_it_is_strict(small_base: Callable[..., Path]) -> None:
    concept = {"terme": "Sobriété", "schema": "notion", "definition": "Faire moins."}
    root = small_base({"glossary/sobriete.yml": concept})
    assert python("properdocs", "build", "-f", "mkdocs.yml", cwd=root).code == 0
    assert python("properdocs", "build", "-f", "mkdocs.yml", "--strict", cwd=root).code == 1
