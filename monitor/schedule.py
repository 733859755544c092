"""When the next cuff result is due, by phase; and how long the drug is expected to act.

The window: from the start of an intravenous infusion to 30 min after its end, pauses included.
After the window the cuff is due every 15 min (or at the session's own, longer, interval).
"""

from __future__ import annotations

from monitor.clock import whole_ms
from monitor.phases import JUDGING, Phase
from monitor.plan import InfusionClock

WINDOW_AFTER_END_S = 30 * 60.0
RECOVERY_INTERVAL_S = 15 * 60.0


def in_window(clock: InfusionClock, now: float) -> bool:
    if clock.started_at is None or now < clock.started_at:
        return False
    end = window_ends_at(clock)
    return end is None or now < end


def window_ends_at(clock: InfusionClock) -> float | None:
    return None if clock.ended_at is None else whole_ms(clock.ended_at + WINDOW_AFTER_END_S)


def cuff_interval_s(own_s: float, clock: InfusionClock, now: float) -> float:
    """The interval in force: the session's own until the window is over, then 15 min."""
    end = window_ends_at(clock)
    return own_s if end is None or now < end else max(own_s, RECOVERY_INTERVAL_S)


def cuff_due_at(
    phase: Phase, own_s: float, clock: InfusionClock, last_at: float | None, opened_at: float
) -> float | None:
    """When the next cuff result is due; None in a phase without measurements."""
    if phase not in JUDGING:
        return None
    since = opened_at if last_at is None else last_at
    return whole_ms(since + cuff_interval_s(own_s, clock, since + own_s))
