"""A room of virtual monitors that show what the test wants, and note what they showed.

Rule 1: what a monitor was made to show is noted where the monitor looks at its sensors: before any
        byte exists, and without anything that a driver is made of.
Rule 2: its numbers change every `step_s`, so that a value that was lost, swapped or made up is
        seen. A step is long enough that each number is said at least once.
Rule 3: a monitor's time goes on while its plug is out, and never back.
"""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors.catalogue import VIRTUAL_MONITORS, VirtualMonitor
from devices.simulated.scenario.scenario import scenario_named
from devices.simulated.sensors.measurement import Sensors
from devices.simulated.sensors.shown import CuffShown, CuffValues, Shown
from devices.simulated.wire.server import serve

MEASURES_S = 4.0
BEGINS_AFTER_S = 2.0
SWITCHED_ON_S = 9.0
"""The monitor has been on for so long when it is first heard; nothing was measured yet."""

AWAY_S = 4.0
"""So much of a monitor's time goes by while its plug is out."""


class Script(Sensors):
    """Sensors whose numbers the test knows; a cuff that measures when the test says so."""

    def __init__(self, patient: SimulatedPatient, step_s: float) -> None:
        super().__init__(patient)
        self._truth = patient
        self._step_s = step_s
        self.shown: list[Shown] = []
        self._wanted: CuffValues | None = None
        self._begins_s = 0.0
        self._last: CuffValues | None = None

    def measure(self, sbp: int, dbp: int, mean: int, pulse: int) -> None:
        """Let the cuff begin soon, and end with this. Called on another thread."""
        self._begins_s = 0.0
        self._wanted = CuffValues(sbp, dbp, mean, pulse, 0.0)

    def at(self, now: float) -> Shown:
        step = int(now // self._step_s)
        truth = replace(self._truth.at(now), perfusion=1.0 + step % 23 / 10)
        shown = Shown(
            hr=50 + step % 97,
            rr=8 + step % 19,
            spo2=80 + step % 17,
            pulse=45 + step % 89,
            cuff=self._cuff_at(now),
            truth=truth,
        )
        self.shown.append(shown)
        return shown

    def _cuff_at(self, now: float) -> CuffShown:
        wanted = self._wanted
        if wanted is None:
            return CuffShown(last=self._last)
        self._begins_s = self._begins_s or now + BEGINS_AFTER_S
        ends_s = self._begins_s + MEASURES_S
        if now < ends_s:
            return CuffShown(measuring=now >= self._begins_s, last=self._last)
        self._last, self._wanted = replace(wanted, ended_s=ends_s), None
        return CuffShown(last=self._last)


class _Later:
    """A monitor that was switched on long before it is served."""

    def __init__(self, monitor: VirtualMonitor, ahead_s: float) -> None:
        self._monitor = monitor
        self._ahead_s = ahead_s
        self.latest_s = ahead_s

    def receive(self, data: bytes, now: float) -> None:
        self._monitor.receive(data, self._time(now))

    def due(self, now: float) -> bytes:
        return self._monitor.due(self._time(now))

    def wake_at(self) -> float:
        return self._monitor.wake_at() - self._ahead_s

    def _time(self, now: float) -> float:
        self.latest_s = max(self.latest_s, now + self._ahead_s)
        return self.latest_s


class PluggedMonitor:
    """One virtual monitor on a pseudo-terminal with a name that stays; its plug can be pulled."""

    def __init__(self, driver: str, link: Path, *, step_s: float, speed: float) -> None:
        self.script = Script(SimulatedPatient(scenario_named("S1"), 1), step_s)
        self.link = link
        self._speed = speed
        self._monitor = VIRTUAL_MONITORS[driver](self.script)
        self._time_s = SWITCHED_ON_S
        self._out = threading.Event()
        self._thread: threading.Thread | None = None

    def plug_in(self) -> None:
        """Returns when the port is there."""
        later = _Later(self._monitor, self._time_s)
        self._out = threading.Event()
        there = threading.Event()
        self._thread = threading.Thread(target=self._serve, args=(later, there))
        self._thread.start()
        if not there.wait(10.0):
            raise TimeoutError(f"{self.link} was not made")

    def pull(self) -> None:
        self._out.set()
        if self._thread is not None:
            self._thread.join()

    def _serve(self, later: _Later, there: threading.Event) -> None:
        serve(
            lambda: later,
            pty_link=self.link,
            speed=self._speed,
            announce=lambda _url: there.set(),
            stop=self._out,
        )
        self._time_s = later.latest_s + AWAY_S
