"""The files that pages need beside them: style sheets, scripts and pictures of the site itself."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

from passerelles import addresses


def asset_files() -> Mapping[str, str]:
    """The text of each file by its address."""
    folder = files(__package__) / "browser"
    return {
        addresses.of_asset(file.name): file.read_text("utf-8")
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
    }
