"""The simulated patient: one physiological state, second by second.

Rule 1: time and the pump are handed in. `set_rate` may be called at any moment, so a pause
        changes the course; nothing here knows what the nurse's plan was.
Rule 2: the state changes on whole seconds and does not depend on how often it is looked at: the
        same scenario, seed and rates give the same values.
Rule 3: pressures are the true means of that second; what a cuff makes of them is
        `measurement.py`'s business. A heart rate is that of the present beat.

The course is: resting value + effect of the drug (`pharmacology.py`) + the scenario's overlay +
wandering. The typical patient of a scenario with a target answers exactly so strongly that the
drug alone meets the target.

Facts: respiratory arrhythmia 3-4/min at the breathing rate, 40 % less at full effect (the drug
is vagolytic); Mayer wave 0.1 Hz; breathing slows by 1/min and SpO2 falls by 0.5 % at the effect
that 0.5 mg/kg over 40 min brings.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from devices.simulated.noise import Drift, Wander
from devices.simulated.pharmacology import (
    DrugInBody,
    Response,
    kamp,
    occupancy,
    occupancy_after,
    typical_response,
)
from devices.simulated.scenario import Scenario
from devices.simulated.scenario_parts import OverlayKind
from monitor.vitals import VitalSign

TEN_MINUTES_S = 600.0
MAYER_HZ = 0.1
USUAL_PEAK = 0.47
"""Occupancy at the end of 0.5 mg/kg over 40 min in the typical patient."""


@dataclass(frozen=True, slots=True)
class Vitals:
    """The truth at one second: mmHg, 1/min, %. `effect` is the share of the full drug effect."""

    at_s: float
    sbp: float
    dbp: float
    hr: float
    pulse: float
    spo2: float
    rr: float
    perfusion: float
    effect: float


def response_of(scenario: Scenario) -> Response:
    """So strong that the drug alone meets the target; without one, the typical answer."""
    patient, target, plan = scenario.patient, scenario.target, scenario.plan
    if target is None or plan.mg_per_min is None:
        return typical_response(
            patient.age, hypertension=patient.hypertension, beta_blocker=patient.beta_blocker
        )
    share = occupancy_after(target.minute, plan.mg_per_min, patient.weight_kg)
    return Response(
        emax_sbp=(target.sbp - patient.sbp) / share,
        emax_dbp=(target.dbp - patient.dbp) / share,
        emax_hr=(target.hr - patient.hr) / share,
    )


class SimulatedPatient:
    """One body in one session.

    `rates` are (session second, mg/min) that happen by themselves, as in `Scenario.rates`;
    leave them out when the pump is set from outside.
    """

    def __init__(
        self, scenario: Scenario, seed: int, rates: Iterable[tuple[float, float]] = ()
    ) -> None:
        self.scenario = scenario
        self.seed = seed
        self._rates = sorted(rates, reverse=True)
        self._response = response_of(scenario)
        self._drug = DrugInBody(kamp(scenario.patient.weight_kg), self._response.ke0_per_min)
        random = Random(f"patient {scenario.name} {seed}")
        noise = scenario.noise
        self._sbp = Wander(random, noise.sbp, TEN_MINUTES_S)
        self._dbp = Wander(random, noise.dbp, TEN_MINUTES_S)
        self._hr = Wander(random, noise.hr, TEN_MINUTES_S)
        self._hr_drift = Drift(random, noise.drift_hr)
        self._spo2 = Wander(random, noise.spo2, 30.0)
        self._rr = Wander(random, noise.rr, 60.0)
        self._breath = random.random()
        self._mayer = random.random()
        self._second = 0
        self._vitals = self._observe()

    @property
    def rate_mg_per_min(self) -> float:
        return self._drug.rate_mg_per_min

    @property
    def plasma_ng_per_ml(self) -> float:
        return self._drug.plasma_ng_per_ml

    def set_rate(self, mg_per_min: float, now: float) -> None:
        """From `now` on the pump gives this much. `now` never lies before an earlier moment."""
        self.at(now)
        self._drug.set_rate(mg_per_min, now)

    def at(self, now: float) -> Vitals:
        """The state at the last whole second up to `now`, a time that never goes back."""
        while self._second + 1 <= now:
            self._second += 1
            self._pump_until(float(self._second))
            self._drug.advance(float(self._second))
            self._vitals = self._observe()
        self._pump_until(now)
        return self._vitals

    def _pump_until(self, now: float) -> None:
        while self._rates and self._rates[-1][0] <= now:
            at, rate = self._rates.pop()
            self._drug.set_rate(rate, at)

    def _observe(self) -> Vitals:
        """The state at this second; takes one step of every wandering."""
        rest, answer = self.scenario.patient, self._response
        effect = occupancy(self._drug.effect_ng_per_ml, answer.ec50_ng_per_ml)
        usual = effect / USUAL_PEAK
        rr = self._laid_over(VitalSign.RR, rest.rr - usual) + self._rr.step()
        sbp = self._laid_over(VitalSign.SBP, rest.sbp + answer.emax_sbp * effect)
        dbp = self._laid_over(VitalSign.DBP, rest.dbp + answer.emax_dbp * effect)
        hr = self._laid_over(VitalSign.HR, rest.hr + answer.emax_hr * effect)
        hr += self._hr.step() + self._hr_drift.step() + self._waves(rr, effect)
        spo2 = self._laid_over(VitalSign.SPO2, rest.spo2 - 0.5 * usual) + self._spo2.step()
        return Vitals(
            at_s=float(self._second),
            sbp=sbp + self._sbp.step(),
            dbp=dbp + self._dbp.step(),
            hr=max(hr, 15.0),
            pulse=max(self._laid_over(VitalSign.PULSE, hr), 15.0),
            spo2=min(max(spo2, 30.0), 100.0),
            rr=max(rr, 0.0),
            perfusion=rest.perfusion * (1.0 - 0.2 * min(usual, 2.0)),
            effect=effect,
        )

    def _minute(self) -> float:
        """The infusion minute of this second by the scenario."""
        return (self._second - self.scenario.start_s) / 60.0

    def _laid_over(self, sign: VitalSign, value: float) -> float:
        """The modelled value with the scenario's overlays of this sign."""
        minute = self._minute()
        for overlay in self.scenario.overlay:
            laid = overlay.at(minute) if overlay.sign is sign else None
            if laid is not None:
                value = laid if overlay.kind is OverlayKind.TARGET else value + laid
        return value

    def _waves(self, rr: float, effect: float) -> float:
        """What breathing and the Mayer wave add to the heart rate now, 1/min."""
        noise = self.scenario.noise
        self._breath += max(rr, 0.0) / 60.0
        self._mayer += MAYER_HZ
        breath = noise.breath_hr * (1.0 - 0.4 * min(effect / USUAL_PEAK, 1.0))
        return breath * math.sin(math.tau * self._breath) + noise.mayer_hr * math.sin(
            math.tau * self._mayer
        )
