"""How soon values are there again after a cable came back."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from real_program import simulated
from reporting import Figure
from watched_program import Watched, wanted, watched

from monitor.events import Numerics

pytestmark = [
    pytest.mark.bench,
    pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal"),
]

PULLS = 7
GOAL_S = 2.0


def back_after_s(seen: Watched, link: Path) -> float:
    """From the moment at which the monitor's port is there to its first values."""
    heard = len(seen.events(Numerics))
    with simulated("--pty", "--link", link):
        there_at = time.monotonic()
        return seen.until(lambda: len(seen.events(Numerics)) > heard) - there_at


def test_values_return_soon_after_the_cable(
    tmp_path: Path, report: Callable[[Figure], None]
) -> None:
    link = tmp_path / "monitor"
    with watched(tmp_path / "record.db") as seen:
        with simulated("--pty", "--link", link) as (_monitor, url):
            seen.program.open_session(wanted(url))
            seen.until(lambda: seen.events(Numerics), what="a frame")
        times_s = [back_after_s(seen, link) for _ in range(PULLS)]
    report(
        Figure(
            "values are back after the cable is",
            max(times_s),
            GOAL_S,
            unit="s",
            detail=f"worst of {PULLS}; median {statistics.median(times_s):.2f} s",
        )
    )
