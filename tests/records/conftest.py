"""What the tests of bad records share: the base that they spoil, and how it is spoilt."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

BASE = Path(__file__).parents[1] / "base"
"""A small valid base: what a bad record refers to is there."""


@pytest.fixture
def spoilt(tmp_path: Path) -> Callable[[Mapping[str, Any]], Path]:
    """Copy the base, put files into it, and give its root."""

    def spoil(files: Mapping[str, Any]) -> Path:
        root = tmp_path / "base"
        shutil.copytree(BASE, root)
        for name, content in files.items():
            path = root / name
            if path.is_dir():
                shutil.rmtree(path)
            path.unlink(missing_ok=True)
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, content)
        return root

    return spoil


def _write(path: Path, content: Any) -> None:
    """Write a text, bytes, a text many times over or a shortcut; nothing leaves the file out."""
    if isinstance(content, str):
        path.write_bytes(content.encode())
    elif isinstance(content, bytes):
        path.write_bytes(content)
    elif content and "raccourci" in content:
        path.symlink_to(content["raccourci"])
    elif content and "octets" in content:
        path.write_bytes(content["octets"].encode("latin-1"))
    elif content:
        path.write_text(content["texte"] * content["fois"], "utf-8")
