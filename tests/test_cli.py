"""The command line: what it prints, and the codes with which it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from passerelles.cli import main

ERROR = {"cases/pacte.yml": {"thematiques": ["energi"]}}
OUBLI = {"terme": "Oubli", "schema": "notion", "definition": "Un mot."}
WARNING = {"glossary/oubli.yml": OUBLI}
ENGLISH = ("Usage: ", "Options:", "Commands:", "Show this", "Error", "Try ", "Invalid", "No such")


@pytest.fixture
def check(make_base: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run `passerelles check` on the small base with changes."""
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)

    def run(changes: Mapping[str, Any] | None = None, *options: str) -> Result:
        arguments = ["check", "--root", str(make_base(changes)), *options]
        return CliRunner().invoke(main, arguments, catch_exceptions=False)

    return run


def test_a_sound_base_ends_with_0(check: Callable[..., Result]) -> None:
    result = check()
    assert (result.exit_code, result.output) == (0, "Aucun problème.\n")


def test_warnings_alone_end_with_0(check: Callable[..., Result]) -> None:
    result = check(WARNING)
    assert result.exit_code == 0
    assert result.output.startswith("glossary/oubli.yml:1:8: concept-inutilise (avertissement) ")
    assert result.output.endswith("Aucune erreur, 1 avertissement.\n")


def test_an_error_ends_with_1_and_is_told_with_its_line_and_its_mend(
    check: Callable[..., Result],
) -> None:
    result = check(ERROR)
    assert result.exit_code == 1
    first, *_ = result.output.splitlines()
    assert first.startswith("cases/pacte.yml:8:3: reference-inconnue ")
    assert "- energi\n" in result.output
    assert "^^^^^^" in result.output
    assert "aide : " in result.output
    assert "- energie\n" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["check", "--format", "xml"],
            "« xml » n’est pas parmi 'texte', 'github', 'gitlab', 'json'.",
        ),
        (["check", "--rot", "x"], "L’option « --rot » n’existe pas."),
        (["check", "--root"], "L’option « --root » attend une valeur."),
        (["check", "--root", "nulle-part"], "Le dossier « nulle-part » n’existe pas."),
        (["check", "--root", "fichier"], "« fichier » n’est pas un dossier."),
        (["check", "ici"], "Il y a quelque chose de trop : « ici »."),
        (["chek"], "La commande « chek » n’existe pas."),
        ([], "Il manque une commande."),
        (["check"], "« . » ne contient aucun dossier de fiches (cases, glossary, "),
    ],
)
def test_a_misused_command_ends_with_2_and_says_so_in_french(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("fichier").touch()
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert (result.exit_code, result.stdout) == (2, "")
    output = " ".join(result.stderr.split())
    assert output.startswith(said)
    assert "Pour voir l’aide : " in output
    assert not [word for word in ENGLISH if word in result.stderr]


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"]])
def test_the_help_is_in_french(arguments: list[str]) -> None:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    assert result.output.startswith("Usage\u00a0: ")
    assert "Affiche cette aide." in result.output
    assert "check" in result.output
    assert not [word for word in ENGLISH if word in result.output]


def test_the_folder_at_hand_is_checked_where_none_is_named(
    make_base: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(make_base(ERROR))
    result = CliRunner().invoke(main, ["check"], catch_exceptions=False)
    assert result.exit_code == 1
    assert result.output.startswith("cases/pacte.yml:8:3: ")


def test_json_is_a_list_for_programs(check: Callable[..., Result]) -> None:
    assert json.loads(check(None, "--format", "json").output) == []
    result = check({**ERROR, **WARNING}, "--format", "json")
    assert result.exit_code == 1
    error, warning = json.loads(result.output)
    keys = {"code", "severity", "file", "line", "column", "message", "hint"}
    assert keys <= set(error)
    assert (error["code"], error["severity"]) == ("reference-inconnue", "error")
    assert (error["file"], error["line"], error["column"]) == ("cases/pacte.yml", 8, 3)
    assert (warning["code"], warning["severity"]) == ("concept-inutilise", "warning")


def test_gitlab_is_a_code_quality_report(check: Callable[..., Result]) -> None:
    (issue,) = json.loads(check(ERROR, "--format", "gitlab").output)
    assert issue["location"] == {"path": "cases/pacte.yml", "lines": {"begin": 8}}


def test_github_annotates_and_fills_the_summary_of_the_step(
    check: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# Déjà là\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert check(ERROR).exit_code == 1
    assert summary.read_text("utf-8") == "# Déjà là\n", "only the format github writes there"
    result = check(ERROR, "--format", "github")
    assert result.exit_code == 1
    assert result.output.startswith("::error file=cases/pacte.yml,line=8,col=3,endColumn=9,")
    assert summary.read_text("utf-8").startswith("# Déjà là\n## Contrôle des fiches\n")
    assert "reference-inconnue" in summary.read_text("utf-8")


def test_github_needs_no_summary(check: Callable[..., Result]) -> None:
    assert check(ERROR, "--format", "github").exit_code == 1


@pytest.mark.parametrize(
    ("config", "site"),
    [
        ("site_url: https://exemple.fr/base/\n", "https://exemple.fr/base/"),
        ("site_name: x\nsite_url: https://exemple.fr\n", "https://exemple.fr/"),
        ("site_name: x\n", ""),
        (None, ""),
    ],
)
def test_messages_lead_to_the_help_on_the_site_of_the_base(
    check: Callable[..., Result], config: str | None, site: str
) -> None:
    output = check({**ERROR, "mkdocs.yml": config}).output
    assert f"voir : {site}aide/messages/reference-inconnue/\n" in output


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_the_installed_command_prints_utf_8_whatever_the_terminal_says(
    make_base: Callable[..., Path], encoding: str
) -> None:
    script = Path(sys.executable).with_name("passerelles")
    done = subprocess.run(
        [script, "check", "--root", make_base(ERROR)],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    assert done.returncode == 1
    assert "aide : " in done.stdout.decode("utf-8")
    assert done.stderr == b""


def test_new_addresses_are_added_to_the_ledger_and_none_is_taken_away(
    make_base: Callable[..., Path],
) -> None:
    root = make_base({"adresses.txt": "cas/pacte/\n"})
    arguments = ["adresses", "--root", str(root)]
    first = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert first.exit_code == 0
    ledger = (root / "adresses.txt").read_bytes()
    assert b"cas/foire/\ncas/pacte/\n" in ledger
    assert (
        first.output == f"{len(ledger.splitlines()) - 1}\u00a0lignes de plus dans adresses.txt.\n"
    )
    second = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert second.output == "0\u00a0ligne de plus dans adresses.txt.\n"
    assert (root / "adresses.txt").read_bytes() == ledger


def test_nothing_is_added_to_the_ledger_while_an_error_stands(
    make_base: Callable[..., Path],
) -> None:
    root = make_base({**ERROR, "adresses.txt": "cas/pacte/\n"})
    result = CliRunner().invoke(main, ["adresses", "--root", str(root)], catch_exceptions=False)
    assert result.exit_code == 1
    assert "corrigez d’abord" in result.output
    assert (root / "adresses.txt").read_text("utf-8") == "cas/pacte/\n"
