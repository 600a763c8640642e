"""The walls of the house: who may import whom, and how a module presents itself."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent
from types import ModuleType

import pytest
from importlinter.cli import lint_imports

import mkdocs_passerelles
import passerelles

ROOT = Path(__file__).parents[1]
PLUGINS = ROOT / "plugins"
SOURCES = sorted(PLUGINS.rglob("*.py"))
CORE = [source for source in SOURCES if source.is_relative_to(PLUGINS / "passerelles")]
LONGEST = 300

DISK = {
    "passerelles/records/files.py": "the reader",
    "passerelles/keeping.py": "what is kept from one build to the next",
    "passerelles/records/base.py": "lists the images that exist",
    "passerelles/records/official/__init__.py": "the lists shipped beside it",
    "passerelles/records/rgaa/__init__.py": "the criteria shipped beside it",
    "passerelles/problems/wording.py": "the catalogue shipped beside it",
    "passerelles/pages/previews/canvas.py": "the fonts shipped beside it",
    "passerelles/pages/assets.py": "the styles and scripts shipped beside it",
    "passerelles/search/places.py": "the outlines shipped beside it",
    "passerelles/search/scripts.py": "the scripts shipped beside it",
    "passerelles/search/words.py": "the stop words shipped beside it",
    "passerelles/cli.py": "the site's address in mkdocs.yml; the step's summary of GitHub",
}
"""The modules of the core that touch the disk, and what for."""
TOUCHES_DISK = frozenset(
    {"open", "read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink", "iterdir"}
    | {"rglob", "glob", "is_file", "is_dir", "is_symlink", "exists", "stat", "symlink_to"}
)
CLOCK = frozenset({"today", "now", "utcnow", "time", "monotonic", "perf_counter"})
STATE = (ast.Global, ast.Nonlocal)


def name_of(source: Path) -> str:
    return source.relative_to(PLUGINS).as_posix()


def module_of(source: Path) -> ModuleType:
    parts = source.relative_to(PLUGINS).with_suffix("").parts
    return importlib.import_module(".".join(part for part in parts if part != "__init__"))


def called(source: Path) -> Iterator[str]:
    """The names of all functions and methods that a module calls."""
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            yield getattr(node.func, "attr", getattr(node.func, "id", ""))


def test_every_room_imports_only_from_those_that_its_contract_allows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True, no_logo=True) == 0


def test_the_core_reads_and_publishes_a_base_where_no_host_is_installed(
    make_base: Callable[..., Path],
) -> None:
    script = """
        import importlib, pkgutil, sys
        from pathlib import Path

        HOSTS = {"mkdocs", "properdocs", "material", "mkdocs_passerelles"}

        class Nowhere:
            def find_spec(self, name, path=None, target=None):
                if name.split(".")[0] in HOSTS:
                    raise ModuleNotFoundError(name)

        sys.meta_path.insert(0, Nowhere())
        import passerelles
        for module in pkgutil.walk_packages(passerelles.__path__, "passerelles."):
            importlib.import_module(module.name)
        from passerelles import pipeline
        from passerelles.addresses import Addresses

        reading = pipeline.read(Path(sys.argv[1]))
        site = pipeline.publish(reading.library, Addresses())
        print(len(list(site.pages)) > 0, HOSTS & {name.split(".")[0] for name in sys.modules})
    """
    command = [sys.executable, "-W", "error", "-c", dedent(script), str(make_base())]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("True set()\n", "")


@pytest.mark.parametrize("source", SOURCES, ids=name_of)
def test_a_module_is_no_longer_than_one_can_survey(source: Path) -> None:
    assert len(source.read_text("utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("source", SOURCES, ids=name_of)
def test_a_module_says_its_duty_in_its_first_line(source: Path) -> None:
    first = source.read_text("utf-8").splitlines()[0]
    assert re.fullmatch(r'r?"""[A-Z].{8,}[.?:](""")?', first), first


@pytest.mark.parametrize("source", SOURCES, ids=name_of)
def test_what_a_module_offers_exists_and_is_documented(source: Path) -> None:
    module = module_of(source)
    offered = getattr(module, "__all__", [])
    assert sorted(offered) == sorted(set(offered))
    for name in offered:
        value = getattr(module, name)
        if inspect.isclass(value) or inspect.isroutine(value) or inspect.ismodule(value):
            doc = inspect.getdoc(value) or ""
            assert doc, f"{name} is not documented"
            assert not doc.startswith(f"{name}("), f"{name} has the docstring of a bare dataclass"


@pytest.mark.parametrize("package", [passerelles, mkdocs_passerelles])
def test_a_package_that_offers_something_lists_it(package: ModuleType) -> None:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if found.ispkg:
            module = importlib.import_module(found.name)
            tree = ast.parse(inspect.getsource(module)).body
            binds = any(isinstance(node, ast.ImportFrom | ast.FunctionDef) for node in tree)
            assert hasattr(module, "__all__") is binds, found.name


def test_only_the_reader_the_command_and_shipped_data_touch_the_disk() -> None:
    found = {name_of(source) for source in CORE if TOUCHES_DISK.intersection(called(source))}
    assert found == set(DISK)


def test_the_date_is_an_argument_and_only_the_command_asks_the_clock() -> None:
    found = {name_of(source) for source in SOURCES if CLOCK.intersection(called(source))}
    assert found == {"passerelles/cli.py", "passerelles/progress.py"}  # that one is in no result


@pytest.mark.parametrize("source", SOURCES, ids=name_of)
def test_no_function_changes_what_stands_outside_it(source: Path) -> None:
    tree = ast.parse(source.read_text("utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, STATE)]
