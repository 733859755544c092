"""The measuring side of a monitor to practise with: its cuff cycles by itself, things happen.

Rule 1: as in `measurement.py`: values are what a monitor shows, late by their averaging.
Rule 2: the cuff measures thrice at rest, then every `every_s`; the cycle is set going anew when
        the treatment begins, as a nurse would. 0 = its cycle is switched off.
Rule 3: what a scenario plans of cuff, probe and cable happens at its moment of the real treatment.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import replace

from devices.simulated.cuff import BESIDE_S, FAILING_CYCLE_S, RESTING_S, USUAL_CYCLE_S, Cycle
from devices.simulated.measurement import CuffValues, Sensors, Shown
from devices.simulated.mishaps import (
    CuffFails,
    Likeness,
    NextCuff,
    PressStart,
    ProbeOff,
    ProbeOn,
    SensorMishap,
)
from devices.simulated.patient import Vitals
from devices.simulated.practice_patient import PracticePatient
from devices.simulated.scenario_parts import ScriptedCuff

USUAL_EVERY_S = 300.0


class PracticeSensors(Sensors):
    """Several may hang on one patient. Moments are session seconds that never go back."""

    def __init__(self, patient: PracticePatient, every_s: float = USUAL_EVERY_S) -> None:
        self._practised = patient
        self._every_s = every_s
        self._resting = deque(at_s - USUAL_CYCLE_S for at_s in RESTING_S)
        self._cycle_s = self._resting.popleft() if every_s else math.inf
        """When the next measurement begins by itself."""
        self._cuffs = deque(sorted(patient.scenario.cuff, key=lambda cuff: cuff.at_s))
        self._coming: deque[CuffFails | NextCuff] = deque()
        self._off_until_s = -math.inf
        self._likeness: Likeness | None = None
        super().__init__(patient)

    def begin(self, now: float) -> None:
        """The treatment begins."""
        self.at(now)
        self._resting.clear()
        self._cycle_s = now + self._every_s - USUAL_CYCLE_S if self._every_s else math.inf

    def befall(self, mishap: SensorMishap, now: float) -> None:
        self.at(now)
        match mishap:
            case CuffFails():
                self._coming += [replace(mishap, times=1)] * mishap.times
            case NextCuff():
                self._coming.append(mishap)
            case PressStart():
                self.start_cuff(now)
            case ProbeOff(for_s):
                self._off_until_s = math.inf if for_s is None else now + for_s
            case ProbeOn():
                self._off_until_s = -math.inf
            case Likeness():
                self._likeness = mishap

    # ---- the cuff

    def _cuff_until(self, now: float) -> None:
        if self._running is not None and self._running.ends_s <= now:
            self._end(self._running)
        if now != self._second:
            return
        scripted = self._planned_cuff(now)
        cycles = self._cycles(now)
        if self._running is None and scripted is not None:
            self._begin(scripted)
        elif self._running is None and cycles and not self._planned_soon(now):
            self._begin(Cycle(now, now + USUAL_CYCLE_S))

    def _cycles(self, now: float) -> bool:
        """A measurement would begin by itself now; the next one is planned."""
        if now < self._cycle_s:
            return False
        after_s = self._cycle_s + self._every_s
        self._cycle_s = self._resting.popleft() if self._resting else after_s
        return True

    def _planned_cuff(self, now: float) -> Cycle | None:
        """The scenario's own measurement that begins now."""
        script_s = self._practised.script_s(now)
        if not self._cuffs or self._begins_s(self._cuffs[0]) > script_s:
            return None
        cuff = self._cuffs.popleft()
        return Cycle(now, now + max(1.0, cuff.at_s - script_s), cuff)

    def _planned_soon(self, now: float) -> bool:
        ends_s = self._practised.script_s(now) + USUAL_CYCLE_S
        return bool(self._cuffs) and abs(self._cuffs[0].at_s - ends_s) <= BESIDE_S

    @staticmethod
    def _begins_s(cuff: ScriptedCuff) -> float:
        return cuff.at_s - (USUAL_CYCLE_S if cuff.failure is None else FAILING_CYCLE_S)

    def _scripted(self, cycle: Cycle) -> ScriptedCuff | None:
        if not self._coming:
            return cycle.scripted
        wanted = self._coming.popleft()
        if isinstance(wanted, CuffFails):
            return ScriptedCuff(cycle.ends_s, failure=wanted.failure)
        return ScriptedCuff(cycle.ends_s, wanted.sbp, wanted.dbp, wanted.pulse)

    def _measure(self, scripted: ScriptedCuff | None, ended_s: float) -> CuffValues:
        like = self._likeness
        if like is not None and scripted is None:
            scripted = ScriptedCuff(ended_s, like.sbp, like.dbp, like.hr)
        return super()._measure(scripted, ended_s)

    # ---- the rest

    def _probe_is_off(self, now: float) -> bool:
        script_s = self._practised.script_s(now)
        planned = any(window.holds(script_s) for window in self._practised.scenario.probe_off)
        return planned or now < self._off_until_s

    def _shown(self, truth: Vitals) -> Shown:
        shown, like = super()._shown(truth), self._likeness
        if like is None:
            return shown
        truth = replace(
            truth,
            sbp=float(like.sbp),
            dbp=float(like.dbp),
            hr=float(like.hr),
            pulse=float(like.hr),
            spo2=float(like.spo2),
        )
        seen = shown.spo2 is not None
        return replace(
            shown,
            hr=like.hr,
            spo2=like.spo2 if seen else None,
            pulse=like.hr if seen else None,
            truth=truth,
        )
