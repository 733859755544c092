"""When the next cuff is due, and how long the drug is expected to act."""

from __future__ import annotations

import pytest

from monitor.infusion import InfusionClock
from monitor.phases import JUDGING, Phase
from monitor.plan import Plan
from monitor.schedule import (
    RECOVERY_INTERVAL_S,
    cuff_due_at,
    cuff_interval_s,
    in_window,
    window_ends_at,
)


def clock(started: float | None = None, ended: float | None = None) -> InfusionClock:
    made = InfusionClock(Plan(0.5, 80.0, 40.0))
    if started is not None:
        made.run(started)
    if ended is not None:
        made.end(ended)
    return made


def test_the_window_is_open_from_the_start_to_half_an_hour_after_the_end() -> None:
    never, running, over = clock(), clock(600.0), clock(600.0, 3000.0)
    assert not in_window(never, 9999.0)
    assert window_ends_at(never) is None
    assert not in_window(running, 599.999)
    assert in_window(running, 600.0)
    assert in_window(running, 99_999.0)
    assert window_ends_at(running) is None
    assert window_ends_at(over) == 4800.0
    assert in_window(over, 4799.999)
    assert not in_window(over, 4800.0)


def test_a_pause_does_not_close_the_window() -> None:
    paused = clock(600.0)
    paused.hold(700.0)
    assert in_window(paused, 5000.0)


@pytest.mark.parametrize("phase", Phase)
def test_a_cuff_is_due_in_the_phases_that_are_judged_and_in_no_other(phase: Phase) -> None:
    due = cuff_due_at(phase, 300.0, clock(), 100.0, 0.0)
    assert due == (400.0 if phase in JUDGING else None)


def test_before_the_first_result_the_interval_counts_from_the_opening() -> None:
    assert cuff_due_at(Phase.BASELINE, 300.0, clock(), None, 20.0) == 320.0


@pytest.mark.parametrize(
    ("own_s", "last_at", "due_at"),
    [
        (300.0, 4000.0, 4300.0),
        (300.0, 4499.0, 4799.0),  # due just before the window ends
        (300.0, 4500.0, 4500.0 + RECOVERY_INTERVAL_S),
        (300.0, 6000.0, 6000.0 + RECOVERY_INTERVAL_S),
        (1800.0, 6000.0, 7800.0),  # a longer interval of its own stays
    ],
)
def test_after_the_window_every_quarter_of_an_hour_will_do(
    own_s: float, last_at: float, due_at: float
) -> None:
    assert cuff_due_at(Phase.RECOVERY, own_s, clock(600.0, 3000.0), last_at, 0.0) == due_at


def test_the_interval_in_force_changes_when_the_window_ends() -> None:
    over = clock(600.0, 3000.0)
    end = 3000.0 + 1800.0
    assert cuff_interval_s(300.0, over, end - 0.001) == 300.0
    assert cuff_interval_s(300.0, over, end) == 900.0
    assert cuff_interval_s(300.0, clock(600.0), 99_999.0) == 300.0
