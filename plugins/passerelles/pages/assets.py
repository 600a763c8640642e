"""The files that pages need beside them: style sheets, scripts and pictures of the site itself."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

from passerelles import addresses
from passerelles.pages.drawings import map_picture


def asset_files() -> Mapping[str, str]:
    """The text of each file by its address; the style sheets are sent as one."""
    style, picture = "\n".join(_texts("styles").values()), map_picture()
    return {addresses.STYLE: style, addresses.MAP_PICTURE: picture} | {
        addresses.of_asset(name): text for name, text in _texts("browser").items()
    }


def _texts(folder: str) -> Mapping[str, str]:
    """The text of each file of a folder of this package, in the order of their names."""
    found = sorted((files(__package__) / folder).iterdir(), key=lambda file: file.name)
    return {file.name: file.read_text("utf-8") for file in found}
