"""Files made to exhaust time or memory are refused, with one problem, before they can.

They are of about 1 MiB, the most that is read. What they aim at: parsers that recurse, aliases
that multiply, regular expressions and Markdown that try the same signs again and again.
"""

from __future__ import annotations

import tracemalloc
from itertools import accumulate, chain

import pytest

from passerelles.records import Kind
from passerelles.records.files import MAX_BYTES, SourceText
from passerelles.records.loading import load

CASE = """\
titre: Un pacte entre la ville et la campagne
resume: Une ville et sa campagne s’engagent à échanger.
statut: en_cours
territoires: [brest-metropole]
thematiques: [energie]
sources: [rtes-2020]
"""
ROOM = MAX_BYTES - 500
BOMB = ["a: &a [x, x, x, x, x, x, x, x, x]"] + [
    f"{name}: &{name} [{', '.join([f'*{below}'] * 9)}]"
    for below, name in zip("abcdefghi", "bcdefghij", strict=True)
]
"""A billion texts, if its aliases are followed."""

REFUSED = {
    "nothing but [": ("[" * ROOM, "trop-profond"),
    "nothing but {": ("{" * ROOM, "cle-complexe"),
    "nothing but dashes and spaces": ("- " * (ROOM // 2), "trop-profond"),
    "nothing but ? and spaces": ("? " * (ROOM // 2), "cle-complexe"),
    "nothing but colons": (":" * ROOM, "deux-points"),
    "nothing but double quotes": ('"' * (ROOM // 2 * 2), "forme-du-fichier"),
    "nothing but apostrophes": ("'" * (ROOM // 2 * 2), "forme-du-fichier"),
    "nothing but spaces": (" " * ROOM, "fichier-vide"),
    "nothing but tabs": ("\t" * ROOM, "fichier-vide"),
    "nothing but #": ("#" * ROOM, "fichier-vide"),
    "nothing but line ends": ("\n" * ROOM, "fichier-vide"),
    "nothing but NUL": ("\0" * ROOM, "caractere-interdit"),
    "a value of double quotes": ("titre: " + '"' * ROOM, "guillemets-imbriques"),
    "a value of apostrophes that nothing closes": (
        "titre: " + "'" * (ROOM // 2 * 2 + 1),
        "guillemet-ouvert",
    ),
    "a value of backslashes": ('titre: "' + "\\" * (ROOM // 2 * 2), "guillemet-ouvert"),
    "spaces before a colon": ("titre: a" + " " * ROOM + "b: c", "deux-points"),
    "words before a colon": ("a " * (ROOM // 2) + ": b : c", "deux-points"),
    "dashes before an error": ("- " * 18 + "titre: a" + " - " * (ROOM // 3) + ": b", "deux-points"),
    "a text of a million dashes": (f"titre: {'- ' * (ROOM // 2)}", "caractere-reserve"),
    "ever deeper keys": ("".join(f"{' ' * n}a:\n" for n in range(1400)), "trop-profond"),
    "aliases that multiply": ("\n".join(BOMB), "ancre"),
    "as many anchors as fit": ("".join(f"a{n}: &a{n} b\n" for n in range(60000)), "ancre"),
    "as many tags as fit": ("!!a " * (ROOM // 4), "etiquette"),
    "as many keys as fit": ("".join(f"k{n}: v\n" for n in range(80000)), "trop-de-valeurs"),
    "the same key throughout": ("titre: a\n" * (ROOM // 9), "trop-de-valeurs"),
    "as many items as fit": ("titre: [" + "a," * (ROOM // 2) + "]", "trop-de-valeurs"),
    "a file of commas": ("titre: [" + "," * ROOM + "]", "virgule-en-trop"),
    "a rich text of [[": (f"{CASE}defis: |\n  {'[[' * (ROOM // 2)}", "texte-trop-long"),
    "a rich text of ![": (f"{CASE}defis: |\n  {'![' * (ROOM // 2)}", "texte-trop-long"),
    "a rich text of stars": (f"{CASE}defis: |\n  {'**a *b ' * (ROOM // 7)}", "texte-trop-long"),
    "a citation of spaces": (f"{CASE}defis: |\n  [@a{' ' * 45000}b", "citation-mal-ecrite"),
    "an endless title": (CASE.replace("Un pacte", "a" * ROOM), "texte-trop-long"),
    "an endless number": (f"{CASE}debut: {'1' * ROOM}", "date-invalide"),
    "an endless identifier": (
        CASE.replace("energie", f"'{'a-' * (ROOM // 2)}'"),
        "identifiant-invalide",
    ),
    "an endless address": (
        f"{CASE}liens: [{{titre: a, url: {'a.' * (ROOM // 2)}}}]",
        "lien-invalide",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "code"), REFUSED.values(), ids=REFUSED)
def test_a_hostile_file_is_refused_with_one_problem(text: str, code: str) -> None:
    source = SourceText("cases/essai.yml", text)
    entry, problems = load(Kind.CASE, source)
    assert [problem.code for problem in problems] == [code]
    assert entry.value is None


@pytest.mark.parametrize("text", [text for text, _ in REFUSED.values()], ids=REFUSED)
def test_a_thousand_kilobytes_take_no_more_memory_than_forty_times_that(text: str) -> None:
    source = SourceText("cases/essai.yml", text)
    tracemalloc.start()
    load(Kind.CASE, source)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 40 * MAX_BYTES


def test_the_bomb_would_be_one() -> None:
    assert list(accumulate(chain([9], [9] * 9), lambda texts, aliases: texts * aliases))[-1] > 10**9
