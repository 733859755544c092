"""The measuring side of a monitor to practise with: its cuff cycles by itself, things happen.

Rule 1: as in `measurement.py`: values are what a monitor shows, late by their averaging.
Rule 2: the cuff measures thrice at rest, then every `every_s`; the cycle is set going anew when
        the treatment begins, as a nurse would. 0 = its cycle is switched off.
Rule 3: what a scenario plans of cuff, probe and cable happens at its moment of the real treatment.
"""

from __future__ import annotations

import math
from collections import deque
from random import Random

from devices.simulated.scenario.mishaps import CuffOnOtherArm, SensorMishap
from devices.simulated.sensors.cuff_plan import BESIDE_S, RESTING_S, USUAL_CYCLE_S, Cycle, begins_s
from devices.simulated.sensors.measurement import Sensors
from devices.simulated.sensors.practice_patient import PracticePatient

USUAL_EVERY_S = 300.0


class PracticePlan:
    """The cuff's own cycle. It is looked at every second: nobody knows when the treatment begins.

    Moments are session seconds that never go back.
    """

    def __init__(self, patient: PracticePatient, every_s: float) -> None:
        self._patient = patient
        self._every_s = every_s
        self._resting = deque(at_s - USUAL_CYCLE_S for at_s in RESTING_S)
        self._cycle_s = self._resting.popleft() if every_s else math.inf
        """When the next measurement begins by itself."""
        self._cuffs = deque(sorted(patient.scenario.cuff, key=lambda cuff: cuff.at_s))
        self._lengths = Random(f"practice {patient.scenario.name} {patient.seed}")
        self._next_s = 1.0

    @property
    def next_s(self) -> float:
        return self._next_s

    def begin(self, now: float) -> None:
        """The treatment begins."""
        self._resting.clear()
        self._cycle_s = now + self._every_s - USUAL_CYCLE_S if self._every_s else math.inf

    def due(self, now: float) -> Cycle | None:  # noqa: ARG002 (each second is looked at once)
        second = self._next_s
        self._next_s += 1.0
        scripted, cycles = self._scripted(second), self._cycles(second)
        if scripted is not None:
            return scripted
        if not cycles or self._scripted_soon(second):
            return None
        takes_s = self._lengths.uniform(*self._patient.scenario.cuff_unit.cycle_s)
        return Cycle(second, second + takes_s)

    def sits_well(self) -> None:
        """No planned measurement fails any more."""
        self._cuffs = deque(cuff for cuff in self._cuffs if cuff.failure is None)

    def _cycles(self, now: float) -> bool:
        """A measurement would begin by itself now; the next one is planned."""
        if now < self._cycle_s:
            return False
        after_s = self._cycle_s + self._every_s
        self._cycle_s = self._resting.popleft() if self._resting else after_s
        return True

    def _scripted(self, now: float) -> Cycle | None:
        """The scenario's own measurement that begins now."""
        script_s = self._patient.script_s(now)
        if not self._cuffs or begins_s(self._cuffs[0]) > script_s:
            return None
        cuff = self._cuffs.popleft()
        return Cycle(now, now + max(1.0, cuff.at_s - script_s), cuff)

    def _scripted_soon(self, now: float) -> bool:
        ends_s = self._patient.script_s(now) + USUAL_CYCLE_S
        return bool(self._cuffs) and abs(self._cuffs[0].at_s - ends_s) <= BESIDE_S


class PracticeSensors(Sensors):
    """Several may hang on one patient. Moments are session seconds that never go back."""

    def __init__(self, patient: PracticePatient, every_s: float = USUAL_EVERY_S) -> None:
        self._cycle = PracticePlan(patient, every_s)
        super().__init__(patient, self._cycle)

    def begin(self, now: float) -> None:
        """The treatment begins."""
        self.at(now)
        self._cycle.begin(now)

    def befall(self, mishap: SensorMishap, now: float) -> None:
        """A cuff that is put on anew sits: what would have failed does not."""
        super().befall(mishap, now)
        if isinstance(mishap, CuffOnOtherArm):
            self._cycle.sits_well()
            kept = [cuff for cuff in self._unit.coming if cuff.failure is None]
            self._unit.coming.clear()
            self._unit.coming.extend(kept)
