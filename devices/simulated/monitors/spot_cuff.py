"""The measurements of a monitor that speaks only when one has ended, each of them once.

Rule 1: one ends `FIRST_ENDS_S` after the monitor was switched on, and after each opening of its
        port, as if somebody pressed START there: whoever asks what hangs on a port hears it. The
        others are those of its sensors.
Rule 2: it is looked at every second; what ended earlier than that was said when nobody listened,
        and is not said again.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from devices.simulated.sensors.shown import CuffShown, CuffValues, Measuring, Shown
from monitor.vitals import CuffFailure

FIRST_ENDS_S = 6.0
LOOK_EVERY_S = 1.0


@dataclass(frozen=True, slots=True)
class Ended:
    """What a measurement came to: values, or the reason why there are none."""

    at_s: float
    values: CuffValues | None
    failure: CuffFailure | None = None


class SpotCuff:
    def __init__(self, sensors: Measuring) -> None:
        self._sensors = sensors
        self._next_s = LOOK_EVERY_S
        self._pressed_ends_s = FIRST_ENDS_S
        self._before = CuffShown()

    def wake_at(self) -> float:
        return self._next_s

    def attended(self, now: float) -> None:
        """Somebody opened the port; what was to end for the one before is forgotten."""
        self._pressed_ends_s = math.ceil(now) + FIRST_ENDS_S

    def ended(self, now: float) -> Ended | None:
        """The measurement that ended within the last second up to `now`."""
        ended = None
        while self._next_s <= now:
            ended = self._look(self._next_s)
            self._next_s += LOOK_EVERY_S
        return ended

    def _look(self, now: float) -> Ended | None:
        shown = self._sensors.at(now)
        before, self._before = self._before, shown.cuff
        ended = None
        if shown.cuff.last is not before.last and shown.cuff.last is not None:
            ended = Ended(now, shown.cuff.last)
        elif _failed(before, shown.cuff):
            ended = Ended(now, None, shown.cuff.failure)
        elif now == self._pressed_ends_s:
            ended = Ended(now, _at_once(shown, now))
        return ended


def _failed(before: CuffShown, after: CuffShown) -> bool:
    if after.failure is None:
        return False
    return before.failure is None or (before.measuring and not after.measuring)


def _at_once(shown: Shown, now: float) -> CuffValues:
    """A measurement without error and without waiting."""
    sbp, dbp = round(shown.truth.sbp), round(shown.truth.dbp)
    pulse = round(shown.truth.hr) if shown.hr is None else shown.hr
    return CuffValues(sbp, dbp, round(dbp + (sbp - dbp) / 3.0), pulse, now)
