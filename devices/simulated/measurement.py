"""What a bedside monitor makes of the patient: averaged numbers, and a cuff that takes its time.

Rule 1: values are what a monitor shows: whole numbers, late by their averaging, None when the
        sensor gives nothing.
Rule 2: the cuff's last result stays until the next measurement has ended; a measurement that
        fails leaves its reason beside it.
Rule 3: a planned measurement that falls into a running one is left out.
Rule 4: time only goes on; `at` steps through every second that passed.

Facts: heart rate over about 5 s, SpO2 and pulse over 8 s; a cuff reading bears a random error of
5/4/3 mmHg and one of the session of 3/2 mmHg; 3 % of first attempts fail, 2 % are far too high;
the oscillometric mean lies at a third of the way from diastolic to systolic.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from devices.simulated.cuff import CYCLE_S, Cycle, cuff_cycles
from devices.simulated.patient import SimulatedPatient, Vitals
from devices.simulated.scenario_parts import ScriptedCuff
from monitor.vitals import CuffFailure

HR_KEEP = 0.8
"""Exponential averaging with a memory of about 5 s."""
OXIMETER_AVERAGE_S = 8
OUTLIER_MMHG = (20.0, 15.0)


@dataclass(frozen=True, slots=True)
class CuffValues:
    """One result: mmHg and 1/min; `ended_s` is when."""

    sbp: int
    dbp: int
    map: int
    pulse: int
    ended_s: float


@dataclass(frozen=True, slots=True)
class CuffShown:
    """`last` is the last result, however old; `failure` is set while the newest cycle failed."""

    measuring: bool = False
    last: CuffValues | None = None
    failure: CuffFailure | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What the monitor displays, and the truth its waves are drawn from."""

    hr: int
    rr: int
    spo2: int | None
    pulse: int | None
    cuff: CuffShown
    truth: Vitals


class Sensors:
    """The measuring side of one monitor, connected to one patient."""

    def __init__(self, patient: SimulatedPatient) -> None:
        self._patient = patient
        self._scenario = patient.scenario
        named = f"{self._scenario.name} {patient.seed}"
        self._random = Random(f"sensors {named}")
        noise = self._scenario.noise
        self._bias_sbp = self._random.gauss(0.0, noise.bias_sbp)
        self._bias_dbp = self._random.gauss(0.0, noise.bias_dbp)
        self._planned: Iterator[Cycle] = cuff_cycles(
            self._scenario,
            Random(f"cuff {named}"),
        )
        self._next = next(self._planned)
        self._running: Cycle | None = None
        self._free_s = 0.0
        self._cuff = CuffShown()
        vitals = patient.at(0.0)
        self._second = 0
        self._hr = vitals.hr
        self._oximeter: deque[tuple[float, float]] = deque(maxlen=OXIMETER_AVERAGE_S)
        self._take(vitals)

    def at(self, now: float) -> Shown:
        """What is displayed at `now`, a time that never goes back."""
        while self._second + 1 <= now:
            self._second += 1
            second = float(self._second)
            self._cuff_until(second)
            self._take(self._patient.at(second))
        self._cuff_until(now)
        return self._shown(self._patient.at(now))

    def start_cuff(self, now: float) -> None:
        """START was pressed; without meaning while a measurement runs."""
        self.at(now)
        if self._running is None:
            self._begin(Cycle(now, now + self._random.uniform(*CYCLE_S)))

    def cancel_cuff(self, now: float) -> None:
        self.at(now)
        if self._running is not None:
            self._running = None
            self._cuff = replace(self._cuff, measuring=False, failure=CuffFailure.CANCELLED)

    def _take(self, vitals: Vitals) -> None:
        self._hr = HR_KEEP * self._hr + (1.0 - HR_KEEP) * vitals.hr
        if self._probe_is_off(vitals.at_s):
            self._oximeter.clear()
        else:
            self._oximeter.append((vitals.spo2, vitals.pulse))

    def _probe_is_off(self, now: float) -> bool:
        return any(window.holds(now) for window in self._scenario.probe_off)

    def _shown(self, truth: Vitals) -> Shown:
        spo2 = pulse = None
        if self._oximeter:
            count = len(self._oximeter)
            spo2 = round(sum(sample[0] for sample in self._oximeter) / count)
            pulse = round(sum(sample[1] for sample in self._oximeter) / count)
        return Shown(round(self._hr), round(truth.rr), spo2, pulse, self._cuff, truth)

    # ---- the cuff ------------------------------------------------------------------------------

    def _cuff_until(self, now: float) -> None:
        """Work off what the cuff did up to `now`, in the order in which it happened."""
        while True:
            if self._running is not None:
                if self._running.ends_s > now:
                    return
                self._end(self._running)
            if self._next.starts_s > now:
                return
            if self._next.starts_s >= self._free_s:
                self._begin(self._next)
            self._next = next(self._planned)

    def _begin(self, cycle: Cycle) -> None:
        self._running = cycle
        self._free_s = cycle.ends_s
        self._cuff = replace(self._cuff, measuring=True)

    def _end(self, cycle: Cycle) -> None:
        self._running = None
        scripted = self._scripted(cycle)
        failure = scripted.failure if scripted is not None else self._chance_failure()
        if failure is not None:
            self._cuff = replace(self._cuff, measuring=False, failure=failure)
            return
        values = self._measure(scripted, cycle.ends_s)
        self._cuff = CuffShown(measuring=False, last=values, failure=None)

    def _scripted(self, cycle: Cycle) -> ScriptedCuff | None:
        """What this measurement must give, asked when it has ended."""
        return cycle.scripted

    def _chance_failure(self) -> CuffFailure | None:
        failed = self._random.random() < self._scenario.noise.cuff_failures
        return CuffFailure.MOVEMENT if failed else None

    def _measure(self, scripted: ScriptedCuff | None, ended_s: float) -> CuffValues:
        noise, random = self._scenario.noise, self._random
        truth = self._patient.at(ended_s)
        sbp = truth.sbp + self._bias_sbp + random.gauss(0.0, noise.cuff_sbp)
        dbp = truth.dbp + self._bias_dbp + random.gauss(0.0, noise.cuff_dbp)
        map_error = random.gauss(0.0, noise.cuff_map)
        pulse = self._hr
        if scripted is None and random.random() < noise.cuff_outliers:
            sbp += random.gauss(*OUTLIER_MMHG)
        if scripted is not None:
            sbp = sbp if scripted.sbp is None else scripted.sbp
            dbp = dbp if scripted.dbp is None else scripted.dbp
            pulse = pulse if scripted.pulse is None else scripted.pulse
        dbp = min(dbp, sbp - 8.0)
        mean = min(max(dbp + (sbp - dbp) / 3.0 + map_error, dbp + 1.0), sbp - 1.0)
        return CuffValues(round(sbp), round(dbp), round(mean), round(pulse), ended_s)
