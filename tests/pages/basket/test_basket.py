"""Runs the tests of the basket's code, which are in its own language."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_the_basket_keeps_its_promises_without_a_browser() -> None:
    node = Path(sys.executable).with_name("node")
    file = Path(__file__).with_name("basket.test.mjs")
    done = subprocess.run(
        [node, "--test", file], capture_output=True, encoding="utf-8", timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
