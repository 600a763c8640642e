"""The four formats in which problems are shown."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from passerelles.problems import Place, Problem
from passerelles.problems.reports import REPORTS, github
from passerelles.problems.reports.excerpt import excerpt

FILE = "cases/essai.yml"
LINES: Mapping[str, Sequence[str]] = {
    FILE: ("titre: Ville et campagne : un pacte", "statut: En cours", "debut: 2016"),
    "glossary/troc.yml": ("terme: Troc",),
}
COLON = Problem("deux-points", Place(FILE, 1, 8, 28), fix='"Ville et campagne : un pacte"')
STATUS = Problem(
    "valeur-inconnue",
    Place(FILE, 2, 9, 8),
    {"trouve": "En cours", "parmi": "projet, en_cours", "propose": "en_cours"},
    "en_cours",
)
MISSING = Problem(
    "cle-manquante",
    Place(FILE, 1, 1),
    {"cle": "sources", "libelle": "Sources", "ligne": "sources: [rtes-2020]"},
)
UNUSED = Problem("concept-inutilise", Place("glossary/troc.yml", 1, 8, 4), {"terme": "Troc"})
BIG = Problem("fichier-trop-gros", Place("cases/rapport.yml"))


def help_url(code: str) -> str:
    return f"https://exemple.fr/aide/{code}/"


def shown(form: str, *problems: Problem) -> str:
    """A report, with every space an ordinary one."""
    return re.sub("[\u00a0\u202f]", " ", REPORTS[form](problems, LINES, help_url))


def loaded(form: str, *problems: Problem, lines: Mapping[str, Sequence[str]] = LINES) -> Any:
    return json.loads(REPORTS[form](problems, lines, help_url))


# ----------------------------------------------------------------------------- texte


def test_text_shows_place_code_message_excerpt_mend_and_help_page() -> None:
    assert shown("texte", COLON) == (
        "cases/essai.yml:1:8: deux-points Ce texte contient un deux-points suivi d’une espace, "
        "qui passe pour la fin d’une clé.\n"
        "  1 | titre: Ville et campagne : un pacte\n"
        "    |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "aide : mettez le texte entre guillemets droits :\n"
        '    titre: "Ville et campagne : un pacte"\n'
        "voir : https://exemple.fr/aide/deux-points/\n"
        "\n"
        "1 erreur, aucun avertissement."
    )


def test_text_shows_lines_to_add_as_they_are_to_be_pasted() -> None:
    assert "aide : ajoutez cette ligne, avec votre texte :\n    sources: [rtes-2020]\n" in shown(
        "texte", MISSING
    )


def test_text_marks_warnings_and_counts_both() -> None:
    text = shown("texte", COLON, STATUS, UNUSED)
    assert (
        "\n\nglossary/troc.yml:1:8: concept-inutilise (avertissement) Aucune fiche n’emploie"
        in text
    )
    assert text.endswith("\n\n2 erreurs, 1 avertissement.")
    assert shown("texte", UNUSED).endswith("\n\nAucune erreur, 1 avertissement.")


def test_text_of_a_file_that_has_no_lines_shows_no_excerpt() -> None:
    assert shown("texte", BIG).startswith(
        "cases/rapport.yml:1:1: fichier-trop-gros Ce fichier dépasse 1 Mio "
        "(un peu plus d’un million de caractères).\naide : "
    )


def test_text_without_problems_says_so() -> None:
    assert shown("texte") == "Aucun problème."


def test_text_obeys_no_character_of_a_file() -> None:
    place = Place("cases/a\x1b[2Jb.yml", 1, 1)
    found = Problem(
        "valeur-inconnue", Place(FILE, 2, 9, 8), {"trouve": "a\x1b[2J\nb", "parmi": "c"}
    )
    text = shown("texte", Problem("fichier-vide", place), found)
    assert "\x1b" not in text
    assert "cases/a·[2Jb.yml:1:1: fichier-vide" in text
    assert "valeur-inconnue « a·[2J·b » ne fait pas partie" in text


@pytest.mark.parametrize(
    ("line", "place", "expected"),
    [
        ("\t- a", Place(FILE, 1, 1, 1), "1 | ·- a\n  | ^"),
        ("a: été", Place(FILE, 1, 4, 3), "1 | a: été\n  |    ^^^"),
        ("a: e\u0301te\u0301 b", Place(FILE, 1, 10, 1), "1 | a: e\u0301te\u0301 b\n  |        ^"),
        ("a:", Place(FILE, 1, 3, 0), "1 | a:\n  |   ^"),
        ("a: b", Place(FILE, 1, 4, 9), "1 | a: b\n  |    ^"),
        (
            f"a: {'b' * 60}, cc, {'d' * 90}",
            Place(FILE, 1, 66, 2),
            f"1 | …{'b' * 38}, cc, {'d' * 76}…\n  | {' ' * 41}^^",
        ),
    ],
    ids=["a tab", "accents", "accents apart", "the end of a line", "too long", "a long line"],
)
def test_carets_stand_under_what_is_meant(line: str, place: Place, expected: str) -> None:
    assert excerpt(place, {FILE: (line,)}) == expected


# ----------------------------------------------------------------------------- github


def test_github_shows_each_problem_as_an_annotation_at_its_place() -> None:
    command, totals = shown("github", COLON).split("\n")
    assert command == (
        "::error file=cases/essai.yml,line=1,col=8,endColumn=36,title=deux-points::"
        "Ce texte contient un deux-points suivi d’une espace, qui passe pour la fin d’une clé.%0A"
        'aide : mettez le texte entre guillemets droits :%0Atitre: "Ville et campagne : un pacte"'
        "%0Avoir : https://exemple.fr/aide/deux-points/"
    )
    assert totals == "1 erreur, aucun avertissement."


def test_github_annotates_a_warning_as_one() -> None:
    assert shown("github", UNUSED).startswith("::warning file=glossary/troc.yml,line=1,col=8,")


def test_github_escapes_what_would_end_a_property_or_begin_a_command() -> None:
    file = "cases/50 %, a:b\n::error::c.yml"
    (command, _) = shown("github", Problem("fichier-vide", Place(file))).split("\n")
    assert command.startswith("::error file=cases/50 %25%2C a%3Ab%0A%3A%3Aerror%3A%3Ac.yml,line=1,")


def test_github_annotates_the_worst_ten_and_tells_the_totals_of_all() -> None:
    problems = [UNUSED] * 3 + [STATUS] * 12
    *commands, totals = shown("github", *problems).split("\n")
    assert len(commands) == 10
    assert all(command.startswith("::error ") for command in commands)
    assert totals == "12 erreurs, 3 avertissements."


def test_github_keeps_the_order_of_errors_and_fills_up_with_warnings() -> None:
    *commands, _ = shown("github", UNUSED, STATUS, COLON).split("\n")
    titles = [re.findall(r"title=([\w-]+)", command)[0] for command in commands]
    assert titles == ["valeur-inconnue", "deux-points", "concept-inutilise"]


def test_the_summary_for_github_holds_every_problem_with_its_excerpt() -> None:
    text = github.summary([UNUSED] * 3 + [STATUS] * 12, LINES, help_url)
    assert text.startswith(
        "## Contrôle des fiches\n\n- `concept-inutilise`\n\n      glossary/troc.yml"
    )
    assert text.count("- `valeur-inconnue`\n") == 12
    assert text.count("        2 | statut: En cours\n") == 12
    assert text.endswith("\n12 erreurs, 3 avertissements.\n")


def test_the_summary_for_github_never_exceeds_what_github_takes() -> None:
    text = github.summary([STATUS] * 5000, LINES, help_url)
    assert len(text.encode()) < 1024 * 1024
    left = 5000 - text.count("- `valeur-inconnue`\n")
    assert f"… et {left} autres" in text
    assert text.endswith("\n5000 erreurs, aucun avertissement.\n")


# ----------------------------------------------------------------------------- gitlab


def test_gitlab_gets_a_code_quality_report() -> None:
    error, warning = loaded("gitlab", COLON, UNUSED)
    assert list(error) == ["description", "check_name", "fingerprint", "severity", "location"]
    assert error["check_name"] == "deux-points"
    assert error["severity"] == "major"
    assert error["location"] == {"path": "cases/essai.yml", "lines": {"begin": 1}}
    assert re.fullmatch("[0-9a-f]{64}", error["fingerprint"])
    assert re.sub("[\u00a0\u202f]", " ", error["description"]) == (
        "Ce texte contient un deux-points suivi d’une espace, qui passe pour la fin d’une clé. "
        "Aide : mettez le texte entre guillemets droits : "
        'titre: "Ville et campagne : un pacte" https://exemple.fr/aide/deux-points/'
    )
    assert warning["severity"] == "minor"


def test_gitlab_knows_a_problem_again_when_lines_are_inserted_above_it() -> None:
    double = Problem("cle-en-double", Place(FILE, 3, 1, 5), {"cle": "debut", "premiere": "1"})
    moved = Problem("cle-en-double", Place(FILE, 5, 1, 5), {"cle": "debut", "premiere": "3"})
    below = Problem(STATUS.code, Place(FILE, 4, 9, 8), STATUS.facts, STATUS.fix)
    lines = {FILE: ("# Un", "# Deux", *LINES[FILE])}
    before = loaded("gitlab", STATUS, double)
    after = loaded("gitlab", below, moved, lines=lines)
    assert [each["location"]["lines"]["begin"] for each in after] == [4, 5]
    assert [each["fingerprint"] for each in before] == [each["fingerprint"] for each in after]


def test_gitlab_tells_problems_apart() -> None:
    other = Problem(STATUS.code, Place("cases/autre.yml", 2, 9, 8), STATUS.facts, STATUS.fix)
    issues = loaded("gitlab", STATUS, STATUS, COLON, other)
    assert len({issue["fingerprint"] for issue in issues}) == 4


# ----------------------------------------------------------------------------- json


def test_json_holds_all_that_is_known_of_each_problem() -> None:
    error, warning = loaded("json", STATUS, UNUSED)
    hint = error.pop("hint")
    assert error == {
        "code": "valeur-inconnue",
        "severity": "error",
        "file": "cases/essai.yml",
        "line": 2,
        "column": 9,
        "length": 8,
        "message": "«\u202fEn cours\u202f» ne fait pas partie des valeurs possibles.",
        "help": "https://exemple.fr/aide/valeur-inconnue/",
    }
    assert hint.split("\n")[1:] == ["statut: en_cours"]
    assert warning["severity"] == "warning"


@pytest.mark.parametrize("form", ["json", "gitlab"])
def test_a_base_without_problems_is_an_empty_list(form: str) -> None:
    assert loaded(form) == []
