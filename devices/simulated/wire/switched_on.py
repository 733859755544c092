"""A monitor that is switched off beside a patient, and on again: as new, on the same sensors.

Rule 1: time begins at 0 for a monitor that was just switched on.
Rule 2: of measurements from before it knows nothing; one that runs when the power goes ends.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from devices.simulated.monitors.catalogue import VirtualMonitor
from devices.simulated.sensors.shown import CuffShown, CuffValues, Measuring, Shown


@dataclass(frozen=True, slots=True)
class Bedside:
    """The sensors on a patient, and how a monitor that uses them is made."""

    make: Callable[[Measuring], VirtualMonitor]
    sensors: Measuring

    def switched_off(self, now: float) -> None:
        if self.sensors.at(now).cuff.measuring:
            self.sensors.cancel_cuff(now)

    def switched_on(self, now: float) -> VirtualMonitor:
        self.switched_off(now)  # the cuff's plan does not know that there was no power
        return self.make(SensorsSince(self.sensors, now))


class SensorsSince(Measuring):
    """The same sensors for a monitor that was switched on at `on_s`, on its own clock."""

    def __init__(self, sensors: Measuring, on_s: float) -> None:
        self._sensors = sensors
        self._on_s = on_s
        self._before = sensors.at(on_s).cuff
        self._seen = self._before
        self._cuff_since = CuffShown()
        self._result_since: tuple[CuffValues | None, CuffValues | None] = (None, None)
        self._cycled = False

    def at(self, now: float) -> Shown:
        shown = self._sensors.at(self._on_s + now)
        if shown.cuff is not self._seen:
            self._seen = shown.cuff
            self._cuff_since = self._since(shown.cuff)
        return replace(shown, cuff=self._cuff_since)

    def start_cuff(self, now: float) -> None:
        self._sensors.start_cuff(self._on_s + now)

    def cancel_cuff(self, now: float) -> None:
        self._sensors.cancel_cuff(self._on_s + now)

    def _since(self, cuff: CuffShown) -> CuffShown:
        self._cycled = self._cycled or not cuff.measuring
        began_s = None if cuff.began_s is None else cuff.began_s - self._on_s
        failure = cuff.failure if self._cycled else None
        return CuffShown(cuff.measuring, self._result(cuff.last), failure, began_s)

    def _result(self, last: CuffValues | None) -> CuffValues | None:
        """The same one as long as the sensors have the same one."""
        if last is None or last is self._before.last:
            return None
        if last is not self._result_since[0]:
            self._result_since = (last, replace(last, ended_s=last.ended_s - self._on_s))
        return self._result_since[1]
