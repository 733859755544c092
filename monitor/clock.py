"""Session seconds and the time of day, and how to notice that one of them was moved."""

from __future__ import annotations

from dataclasses import dataclass


def whole_ms(at: float) -> float:
    """The grid on which everything happens: whole milliseconds, as the record keeps them.

    The sum of a moment and a delay must be put on it again: 0.1 + 0.2 is a little more than 0.3.
    A whole number divided by 1000 is the float that its decimal is read as; `round(at, 3)` finds
    the same one by way of its decimal, which takes four times as long.
    """
    return round(at * 1000.0) / 1000.0


def ms_after(at: float) -> float:
    """The first moment of the grid that is not before `at`."""
    on_grid = whole_ms(at)
    return on_grid if on_grid >= at else whole_ms(at + 0.001)


STEP_S = 2.0
"""A difference between the two clocks that is not drift any more."""


@dataclass(frozen=True, slots=True)
class ClockStep:
    """The time of day moved by `seconds` against the monotonic clock."""

    seconds: float


class ClockWatch:
    """Compares a monotonic clock that counts sleep with the time of day."""

    def __init__(self, mono_s: float, utc_s: float) -> None:
        self._offset = utc_s - mono_s

    def look(self, mono_s: float, utc_s: float) -> ClockStep | None:
        """None while both agree; else how far the time of day was moved, said once."""
        moved = utc_s - mono_s - self._offset
        if abs(moved) < STEP_S:
            return None
        self._offset = utc_s - mono_s
        return ClockStep(moved)
