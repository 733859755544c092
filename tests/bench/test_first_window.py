"""How long until the first window is painted, against a bare PySide6 and pyqtgraph window."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers import ROOT
from reporting import Figure, alternately

pytestmark = pytest.mark.bench

GOAL = 1.5
ROUNDS = 5
WINDOWS = Path(__file__).with_name("windows.py")


def seconds_until_painted(kind: str, home: Path) -> float:
    """From the start of a new process."""
    home.mkdir(exist_ok=True)
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, WINDOWS, kind],
        cwd=ROOT,
        env=os.environ | {"CHAIRSIDE_HOME": str(home), "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        elapsed_s = time.perf_counter() - began
        assert process.wait(30) == 0
    assert said == "painted\n"
    return elapsed_s


def test_the_first_window_comes_soon(tmp_path: Path, report: Callable[[Figure], None]) -> None:
    for kind in ("ours", "bare"):
        seconds_until_painted(kind, tmp_path / "home")
    ours_s, bare_s = alternately(
        lambda: seconds_until_painted("ours", tmp_path / "home"),
        lambda: seconds_until_painted("bare", tmp_path / "home"),
        ROUNDS,
    )
    report(
        Figure(
            "first window / bare PySide6 and pyqtgraph",
            ours_s / bare_s,
            GOAL,
            detail=f"{ours_s:.2f} s against {bare_s:.2f} s",
        )
    )
