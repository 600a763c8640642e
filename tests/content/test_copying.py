"""How a copied run of words is found, however a document was scanned."""

from __future__ import annotations

import pytest

from .copying import BREAK, Copied, left_out, words

DOCUMENT = (
    "Les trois communes de la vallée ont décidé ensemble de vendre le bois à la ville voisine"
)


def runs(text: str, document: str = DOCUMENT) -> list[str]:
    """What of a text stands in a document in a row of more than eight words."""
    vocabulary = words(text)
    return list(Copied(words(document, vocabulary)).in_text(words(text)))


def test_eight_words_in_a_row_are_no_copy_and_nine_are() -> None:
    assert runs("Alors trois communes de la vallée ont décidé ensemble, enfin.") == []
    nine = "trois communes de la vallée ont décidé ensemble de"
    assert runs(f"Alors {nine} payer.") == ["trois communes de la vallee ont decide ensemble de"]


def test_a_run_is_told_as_far_as_it_goes_and_once() -> None:
    assert runs(f"Voici : {DOCUMENT}. Et voilà.") == [" ".join(words(DOCUMENT))]


def test_two_runs_of_one_text_are_both_told() -> None:
    document = "un deux trois quatre cinq six sept huit neuf dix. " + DOCUMENT
    assert (
        len(runs(f"un deux trois quatre cinq six sept huit neuf. Bref. {DOCUMENT}", document)) == 2
    )


def test_accents_capitals_and_punctuation_do_not_hide_a_copy() -> None:
    scanned = "LES TROIS COMMUNES de la vallee\nont decide, ensemble : de vendre le bois"
    assert len(runs("Les trois communes de la vallée ont décidé ensemble de vendre.", scanned)) == 1


def test_an_apostrophe_lost_by_the_scanner_does_not_hide_a_copy() -> None:
    scanned = "le centre détudes sur lenvironnement et laménagement de la ville"
    text = "Le centre d’études sur l’environnement et l’aménagement de la ville."
    assert len(runs(text, scanned)) == 1


@pytest.mark.parametrize("repeated", ["« ont décidé ensemble »", "ont décidé ensemble"])
def test_marked_quotations_and_names_may_be_repeated(repeated: str) -> None:
    text = f"Les trois communes de la vallée {repeated} de vendre le bois à la ville voisine."
    assert runs(left_out(["ont décidé ensemble"]).sub(BREAK, text)) == []
