"""The record cannot be written in mid-session: judging goes on, it is said, nothing is lost.

So are clocks that jump, a computer that slept, and a decimal comma no reason to lose anything. A
small campaign here; `make soak` has the large one (`test_survival.py`).
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from real_program import needs_pty, simulated
from survival_faults import FAULTS, goals
from survival_run import Place
from survival_steps import MONITOR

pytestmark = needs_pty


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with simulated(*MONITOR) as (_, url):
        yield url


@pytest.mark.parametrize(
    "fault",
    [
        "disk full, then not",
        "every disk full, then not",
        "read-only at the start",
        "folder gone, then back",
        "slow disk (up to 5 s), then dead",
        "locked by another program",
        "clock stepped an hour",
        "both nights of summer time",
        "asleep for 10 min",
        "decimal comma",
    ],
)
def test_nothing_is_lost_with(fault: str, url: str, tmp_path: Path) -> None:
    done = FAULTS[fault](Place(tmp_path / "run"), url, random.Random(5))
    assert goals(fault, done) == []
    assert done.written > 0
