"""What is set side by side when cases are compared."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from passerelles.library import Library
from passerelles.search.details import details


@pytest.mark.parametrize(
    ("result", "told"),
    [
        ({"libelle": "Fermes"}, "Fermes"),
        ({"libelle": "Fermes", "valeur": "1200"}, "Fermes\u00a0: 1\u202f200"),
        ({"libelle": "Part de bio", "valeur": "80", "unite": "%"}, "Part de bio\u00a0: 80\u202f%"),
        ({"libelle": "Plus de 40 fermes", "valeur": "40"}, "Plus de 40 fermes"),
        ({"libelle": "Fermes en 2014", "valeur": "14"}, "Fermes en 2014\u00a0: 14"),
    ],
)
def test_a_result_comes_with_its_figure_once(
    library_of: Callable[..., Library], result: dict[str, Any], told: str
) -> None:
    library = library_of({"cases/foire.yml": {"resultats": [result]}})
    assert details(library, "foire")["resultats"] == [told]


def test_means_come_with_their_amount(library_of: Callable[..., Library]) -> None:
    means = {"nature": "financement", "libelle": "Leader", "montant": "15000", "devise": "EUR"}
    library = library_of({"cases/foire.yml": {"moyens": [means]}})
    assert details(library, "foire")["moyens"] == ["Leader\u00a0: 15\u202f000\u00a0€"]
