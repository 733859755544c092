"""What a bedside monitor makes of the patient: averaged numbers, and a cuff that takes its time.

Rule 1: values are what a monitor shows: whole numbers, late by their averaging, None when the
        sensor gives nothing.
Rule 2: the parts know nothing of each other: `cuff_unit.py`, `oximeter.py`, the electrocardiograph
        here; what spoils their measurements (`artefacts.py`) is asked once a second.
Rule 3: what befalls the sensors by hand and what a scenario plans go the same way.
Rule 4: time only goes on; `at` steps through every second that passed, with the patient as it
        was then: it does not matter how seldom a monitor is asked.

Facts: heart rate over about 5 s; an electrocardiograph errs by 1/min or 1 %.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from devices.simulated.body.noise import Wander
from devices.simulated.body.patient import SimulatedPatient, Vitals
from devices.simulated.scenario.accuracy import HR_KEEP
from devices.simulated.scenario.artefacts import CLEAN, Artefacts
from devices.simulated.scenario.mishaps import (
    CuffFails,
    CuffOnOtherArm,
    CuffOnSpo2Arm,
    Likeness,
    NextCuff,
    PressStart,
    SensorMishap,
)
from devices.simulated.scenario.parts import ScriptedCuff
from devices.simulated.sensors.cuff_plan import CuffPlan, ScriptedPlan
from devices.simulated.sensors.cuff_unit import DISSOCIATED, CuffUnit
from devices.simulated.sensors.oximeter import Oximeter, found_by_the_probe
from devices.simulated.sensors.shown import Chest, Shown

_ERROR_MEMORY_S = 10.0


class Sensors:
    """The measuring side of one monitor, connected to one patient.

    Without a plan the cuff measures when the scenario says.
    """

    def __init__(self, patient: SimulatedPatient, plan: CuffPlan | None = None) -> None:
        scenario = patient.scenario
        self._patient = patient
        named = f"{scenario.name} {patient.seed}"
        if plan is None:
            plan = ScriptedPlan(scenario, Random(f"cuff {named}"))
        self._artefacts = Artefacts(scenario.artefact, scenario.noise.motions, named)
        self._oximeter = Oximeter(scenario.noise, scenario.oximeter.average_s, named)
        self._same_arm = scenario.patient.cuff_on_spo2_arm
        self._unit = CuffUnit(patient, plan, Random(f"sensors {named}"), self._inflated)
        self._ecg_sd = scenario.noise.ecg_hr
        self._ecg_error = Wander(Random(f"ecg {named}"), self._ecg_sd, _ERROR_MEMORY_S)
        self._likeness: Likeness | None = None
        self._kept: Shown | None = None
        self._vitals = patient.seen_at(0.0)
        self._second = 0
        self._hr = self._hr_shown = self._vitals.hr
        self._spoilt = CLEAN
        self._take(self._vitals)

    def at(self, now: float) -> Shown:
        """What is displayed at `now`, a time that never goes back."""
        while self._second + 1 <= now:
            self._second += 1
            second = float(self._second)
            self._unit.until(second, self._hr)
            self._take(self._patient.seen_at(second))
        if now > self._second:
            self._unit.until(now, self._hr)
        kept, cuff = self._kept, self._unit.shown
        if kept is None or kept.cuff is not cuff:
            self._kept = kept = self._shown()
        return kept

    def start_cuff(self, now: float) -> None:
        """START was pressed; without meaning while a measurement runs."""
        self.at(now)
        self._unit.start(now)

    def cancel_cuff(self, now: float) -> None:
        self.at(now)
        self._unit.cancel()

    def befall(self, mishap: SensorMishap, now: float) -> None:
        self.at(now)
        match mishap:
            case CuffFails():
                failed = ScriptedCuff(now, failure=mishap.failure)
                self._unit.coming += [failed] * mishap.times
            case NextCuff():
                self._unit.coming.append(ScriptedCuff(now, mishap.sbp, mishap.dbp, mishap.pulse))
            case PressStart():
                self.start_cuff(now)
            case CuffOnSpo2Arm() | CuffOnOtherArm():
                self._same_arm = isinstance(mishap, CuffOnSpo2Arm)
            case Likeness():
                self._likeness = mishap
                self._unit.always = ScriptedCuff(now, mishap.sbp, mishap.dbp, mishap.hr)
            case _:
                self._artefacts.befall(mishap, now)
        self._kept = None

    def _inflated(self, now: float) -> None:
        if self._same_arm:
            self._oximeter.inflated(now)

    def _take(self, vitals: Vitals) -> None:
        """The samples of this second."""
        now = float(self._second)
        self._spoilt = spoilt = self._artefacts.at(now, self._patient.script_s(now))
        restless = spoilt.moving or vitals.effect >= DISSOCIATED
        if spoilt.moving:
            self._unit.moved(now)
        self._oximeter.take(now, vitals, spoilt, restless=restless)
        self._hr = HR_KEEP * self._hr + (1.0 - HR_KEEP) * vitals.hr
        self._hr_shown = self._hr + spoilt.hr
        if self._ecg_sd:
            self._hr_shown += self._ecg_error.step() * max(1.0, self._hr / 100.0)
        self._vitals, self._kept = vitals, None

    def _shown(self) -> Shown:
        found, spoilt, vitals = self._oximeter.shown, self._spoilt, self._vitals
        shown = Shown(
            hr=round(self._hr_shown),
            rr=round(vitals.rr),
            spo2=found.spo2,
            pulse=found.pulse,
            cuff=self._unit.shown,
            truth=found_by_the_probe(vitals, found.finger),
            finger=found.finger,
            chest=Chest.MOVING if spoilt.moving else Chest.ON,
        )
        if self._likeness is not None:
            shown = _like(shown, self._likeness)
        return replace(shown, hr=None, rr=None, chest=Chest.OFF) if spoilt.electrode_off else shown


def _like(shown: Shown, like: Likeness) -> Shown:
    """The same monitor with these numbers, where there are any."""
    truth = replace(
        shown.truth,
        sbp=float(like.sbp),
        dbp=float(like.dbp),
        hr=float(like.hr),
        pulse=float(like.hr),
        spo2=float(like.spo2),
    )
    shown = replace(shown, hr=like.hr, truth=truth)
    return shown if shown.spo2 is None else replace(shown, spo2=like.spo2, pulse=like.hr)
