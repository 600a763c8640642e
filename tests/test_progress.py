"""Showing how far a long work is."""

from __future__ import annotations

import pytest

from passerelles import progress


def works(monkeypatch: pytest.MonkeyPatch, *, terminal: bool, patience: float) -> None:
    """Do a work of three steps."""
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal)
    monkeypatch.setattr(progress, "PATIENCE", patience)
    with progress.progress("Lecture") as tell:
        for done in range(3):
            tell(done, 3)


@pytest.mark.parametrize(
    ("terminal", "patience", "shown"), [(True, -1, True), (True, 60, False), (False, -1, False)]
)
def test_a_long_work_is_shown_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    terminal: bool,  # noqa: FBT001 - a parameter of the test
    patience: float,
    shown: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    works(monkeypatch, terminal=terminal, patience=patience)
    said = capsys.readouterr()
    assert ("Lecture" in said.err) is shown
    assert said.out == ""


def test_nothing_is_shown_in_continuous_integration(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr(progress, "PATIENCE", -1)
    with progress.progress("Lecture") as tell:
        tell(1, 2)
    assert capsys.readouterr().err == ""
