"""The clock inside a virtual monitor, which somebody may have set wrong.

Rule: what was stamped keeps its stamp: a clock that is set later says nothing else of earlier
      moments.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol, runtime_checkable


class DeviceClock:
    """`begins` is what it shows when simulated time is 0; it knows no time zone."""

    def __init__(self, begins: datetime) -> None:
        self._begins = begins
        self._steps: list[tuple[float, float]] = []
        """(since when, how far it is ahead), the newest last; seconds."""

    def set_ahead(self, by_s: float, now: float) -> None:
        """From `now`, which never goes back, it is so many seconds before the true time."""
        if by_s != self._ahead_s(now):
            self._steps.append((now, by_s))

    def at(self, now: float) -> datetime:
        """What it showed, or shows, at that moment."""
        return self._begins + timedelta(seconds=now + self._ahead_s(now))

    def seconds(self, now: float) -> int:
        """The same in whole seconds since `begins`."""
        return int(now + self._ahead_s(now))

    def _ahead_s(self, now: float) -> float:
        return next((by_s for since, by_s in reversed(self._steps) if since <= now), 0.0)


@runtime_checkable
class TellsBattery(Protocol):
    """A monitor that says when its battery is nearly empty."""

    battery_low: bool


@runtime_checkable
class TellsTime(Protocol):
    """A monitor in whose output its own time stands."""

    @property
    def clock(self) -> DeviceClock: ...
