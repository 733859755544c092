"""How long it takes to prove that nothing in a session of three hours was changed."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from pathlib import Path

import pytest
from long_session import write
from reporting import Figure, seconds_of

from data.manifest import verify

pytestmark = pytest.mark.bench

KEY = bytes(range(48))
SESSION_S = 3 * 3600
GOAL_MS = 1000.0
ROUNDS = 7


def test_a_session_of_three_hours_is_verified_while_somebody_waits(
    tmp_path: Path, report: Callable[[Figure], None]
) -> None:
    path = tmp_path / "record.db"
    entries = write(path, KEY, SESSION_S)

    def whole() -> None:
        assert verify(path, KEY) == []

    times_ms = [seconds_of(whole) * 1000 for _ in range(ROUNDS)]
    report(
        Figure(
            "verify of a session of 3 h, encrypted",
            statistics.median(times_ms),
            GOAL_MS,
            unit="ms",
            detail=f"worst {max(times_ms):.0f} ms of {ROUNDS}; {entries} entries",
        )
    )
