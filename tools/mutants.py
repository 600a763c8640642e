"""Change the code of records/ and text/, one thing at a time, and tell what no test notices.

    .venv/bin/python tools/mutants.py                        # make mutants: everything, afresh
    .venv/bin/python tools/mutants.py --resume               # goes on where it was stopped
    .venv/bin/python tools/mutants.py 'passerelles.text.*'   # these again, the others as they were

mutmut (https://mutmut.readthedocs.io) makes the mutants and runs on each the tests that reach its
function; `[tool.mutmut]` in pyproject.toml says which. It wants the package beside its tests, so
it works in `.mutants/`, through links. It forks after the import: what is called while modules are
imported would always survive, so those mutants are run once more, each in a process of its own.
What survived, and why it may, is told in tests/MUTANTS.md.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from mutmut.stats import status_by_exit_code

REPOSITORY = Path(__file__).parent.parent
WORK = REPOSITORY / ".mutants"
LINKED = {
    "passerelles": "plugins/passerelles",
    "tests": "tests",
    "pyproject.toml": "pyproject.toml",
}
KEPT = {".py", ".meta", ".spans"}
"""What mutmut keeps up to date between runs; other files it copies where they are missing."""
KILLED = {"killed", "timeout", "segfault", "suspicious"}
CALLED = """
import passerelles.pipeline
from mutmut.state import state
print(*state()._stats)
"""
"""Names the functions that are called while everything is imported."""
WANTED = 0.85
"""The share of the mutants that the tests must notice."""


def main() -> None:
    """Run the mutants and print how many each module lost."""
    parser = argparse.ArgumentParser(
        description="Change le code pas à pas et dit ce qu’aucun test ne remarque."
    )
    parser.add_argument("names", nargs="*", metavar="NOM", help="les mutants à refaire, avec des *")
    parser.add_argument("--resume", action="store_true", help="reprendre où l’on s’est arrêté")
    parser.add_argument("--workers", default="1", metavar="N", help="combien à la fois")
    wanted = parser.parse_args()
    prepare(afresh=not (wanted.names or wanted.resume))
    os.nice(19)  # it takes long, and nobody waits for it
    command = [Path(sys.executable).with_name("mutmut"), "run", "--max-children", wanted.workers]
    subprocess.run([*command, *wanted.names], cwd=WORK, check=True)
    sys.exit(0 if report(outcomes() | of_the_import(outcomes())) >= WANTED else 1)


def prepare(*, afresh: bool) -> None:
    """Put what mutmut reads side by side; forget earlier mutants where it starts afresh."""
    if afresh:
        shutil.rmtree(WORK, ignore_errors=True)
    shutil.rmtree(WORK / "mutants" / "tests", ignore_errors=True)
    for path in (WORK / "mutants" / "passerelles").rglob("*"):
        if path.is_file() and path.suffix not in KEPT:
            path.unlink()
    WORK.mkdir(exist_ok=True)
    for name, target in LINKED.items():
        link = WORK / name
        link.unlink(missing_ok=True)
        link.symlink_to(Path("..", target))


def outcomes() -> Mapping[str, str]:
    """What became of each mutant."""
    found: dict[str, str] = {}
    for path in sorted((WORK / "mutants").rglob("*.py.meta")):
        codes = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
        found |= {name: status_by_exit_code[code] for name, code in codes.items()}
    return found


def of_the_import(found: Mapping[str, str]) -> Mapping[str, str]:
    """What becomes of the survivors of functions that are called during the import."""
    called = set(inside("stats", "-c", CALLED).stdout.split())
    again = [
        name
        for name, status in found.items()
        if status not in KILLED and name.rpartition("__mutmut_")[0] in called
    ]
    options = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]
    tests = options["pytest_add_cli_args_test_selection"] + options["pytest_add_cli_args"]
    if inside("", "-m", "pytest", "-xq", *tests).returncode:
        sys.exit("Les tests échouent sans qu’on ait rien changé.")
    return {
        name: "killed" if inside(name, "-m", "pytest", "-xq", *tests).returncode else "survived"
        for name in again
    }


def inside(mutant: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python where the mutants are, one of them active from the start."""
    where = {"MUTANT_UNDER_TEST": mutant, "PYTHONPATH": ".", "PY_IGNORE_IMPORTMISMATCH": "1"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=WORK / "mutants",
        env=os.environ | where,
        capture_output=True,
        text=True,
        check=False,
    )


def report(found: Mapping[str, str]) -> float:
    """Print the survivors, then the figures of each module; give the share that was noticed."""
    for name, status in found.items():
        if status not in KILLED:
            print(f"{status:12} {name}")
    total = Counter(module(name) for name in found)
    killed = Counter(module(name) for name, status in found.items() if status in KILLED)
    print(f"\n{'module':40} mutants  tués      %")
    for name in sorted(total):
        print(row(name, total[name], killed[name]))
    print(row("en tout", total.total(), killed.total()))
    return killed.total() / total.total()


def module(name: str) -> str:
    """The module of a mutant: `passerelles.text.rich.x_parse__mutmut_1` is of `text.rich`."""
    return name.removeprefix("passerelles.").rpartition(".")[0]


def row(name: str, total: int, killed: int) -> str:
    """One line of the figures."""
    return f"{name:40} {total:7} {killed:5} {killed / total:6.1%}"


if __name__ == "__main__":
    main()
