"""What is generated from the model and kept in the repository says what the model says."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent


def check(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, REPOSITORY / "tools/generate.py", "--check", f"--root={root}"],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={"PYTHONUTF8": "1"},
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(REPOSITORY / "schemas", tmp_path / "schemas")
    shutil.copy(REPOSITORY / "CONTRIBUTING.md", tmp_path)
    return tmp_path


def test_schemas_and_the_list_of_fields_follow_the_model() -> None:
    result = check(REPOSITORY)
    assert result.returncode == 0, f"{result.stdout}{result.stderr}"


def test_what_is_stale_is_named_with_the_command_that_mends_it(copy: Path) -> None:
    guide = copy / "CONTRIBUTING.md"
    guide.write_text(guide.read_text("utf-8").replace("`resume`", "`abstract`"), "utf-8")
    (copy / "schemas/cas.json").unlink()
    (copy / "schemas/cases.json").write_text("{}", "utf-8")
    result = check(copy)
    assert result.returncode == 1
    assert result.stdout == (
        "Ces fichiers ne suivent plus le modèle\u00a0:\n"
        "- schemas/cases.json\n- schemas/cas.json\n- CONTRIBUTING.md\n"
    )
    assert result.stderr == "Pour les mettre à jour\u00a0: make schemas\n"
    assert not (copy / "schemas/cas.json").exists()


def test_a_guide_without_its_markers_is_refused(copy: Path) -> None:
    (copy / "CONTRIBUTING.md").write_text("# Contribuer\n", "utf-8")
    result = check(copy)
    assert result.returncode == 1
    assert result.stderr == (
        "CONTRIBUTING.md a perdu l’un de ses repères «\u202f<!-- champs -->\u202f» "
        "et «\u202f<!-- /champs -->\u202f».\n"
    )
