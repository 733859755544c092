"""A simulated patient that is treated by hand: the drug comes from a pump, a syringe or a spray.

Rule 1: nobody's script is played. What a scenario describes for minutes of the infusion counts
        from the moment at which the treatment really begins, and waits for it.
Rule 2: as in `patient.py`, the same hands at the same moments give the same course, however often
        it is looked at.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from devices.simulated.absorption import Depots
from devices.simulated.mishaps import PatientMishap, overlays_of
from devices.simulated.patient import SimulatedPatient
from devices.simulated.pump import SyringePump
from devices.simulated.scenario import Scenario
from devices.simulated.scenario_parts import Noise, Overlay, OverlayKind, Resting
from monitor.plan import Plan
from monitor.routes import Route
from monitor.vitals import VitalSign

CALM = "calm"
"""The name of the patient of whom nothing is known beforehand."""
USUAL_WEIGHT_KG = 75.0
_QUIET = Noise(
    sbp=1.5,
    dbp=1.0,
    cuff_sbp=2.0,
    cuff_dbp=1.5,
    cuff_map=1.0,
    bias_sbp=0.0,
    bias_dbp=0.0,
    cuff_failures=0.0,
    cuff_outliers=0.0,
)


def calm_patient(seed: int) -> Scenario:
    """Somebody healthy who answers the drug as most do; another seed is another one."""
    random = Random(f"calm {seed}")
    resting = Resting(
        age=float(random.randint(28, 58)),
        weight_kg=USUAL_WEIGHT_KG,
        sbp=random.uniform(112.0, 126.0),
        dbp=random.uniform(68.0, 80.0),
        hr=random.uniform(62.0, 78.0),
    )
    plan = Plan(0.5, USUAL_WEIGHT_KG, 40.0)
    return Scenario(CALM, "Calm patient", resting, plan, script=(), noise=_QUIET)


def weighing(scenario: Scenario, weight_kg: float | None) -> Scenario:
    """The same patient with another weight; None = as it stands there."""
    if weight_kg is None:
        return scenario
    patient = replace(scenario.patient, weight_kg=weight_kg)
    return replace(scenario, patient=patient, plan=replace(scenario.plan, weight_kg=weight_kg))


class PracticePatient(SimulatedPatient):
    """Moments are session seconds that never go back."""

    def __init__(self, scenario: Scenario, seed: int) -> None:
        self._pump = SyringePump()
        self._depots = Depots()
        self._pumped_mg = 0.0
        self._laid: list[tuple[float, Overlay]] = []
        self._began_s: float | None = None
        super().__init__(scenario, seed)

    def given_mg(self, now: float) -> float:
        """Everything that left the pump, the syringe or the spray."""
        return self.pump(now).given_mg + self._depots.given_mg

    def pump(self, now: float) -> SyringePump:
        """The pump, for a hand that presses one of its buttons at `now`."""
        self.at(now)
        self._pump.advance(now)
        return self._pump

    def begin(self, now: float) -> None:
        """The treatment begins; only the first time counts."""
        self.at(now)
        if self._began_s is None:
            self._began_s = now

    def give(self, mg: float, route: Route, now: float) -> None:
        """A dose by hand."""
        self.at(now)
        self._depots.give(mg, route, now)

    def befall(self, mishap: PatientMishap, now: float) -> None:
        self.at(now)
        self._laid += [(now, overlay) for overlay in overlays_of(mishap)]

    def script_s(self, now: float) -> float:
        """The same moment in the scenario's file; before the treatment it waits at its start."""
        start_s = self.scenario.start_s
        if self._began_s is None:
            return min(now, start_s - 1.0)
        return start_s + now - self._began_s

    # ---- what the patient itself asks for

    def _pump_until(self, now: float) -> None:
        """Let what was given in the second that ends at `now` flow at its mean rate."""
        if now != self._second or now <= self._drug.now_s:
            return
        from_s = self._drug.now_s
        self._pump.advance(now)
        pumped, self._pumped_mg = self._pump.given_mg - self._pumped_mg, self._pump.given_mg
        rate = pumped / (now - from_s) * 60.0 + self._depots.mg_per_min(from_s, now)
        self._drug.set_rate(rate, from_s)

    def _minute(self) -> float:
        return (self.script_s(float(self._second)) - self.scenario.start_s) / 60.0

    def _laid_over(self, sign: VitalSign, value: float) -> float:
        value = super()._laid_over(sign, value)
        for at_s, overlay in self._laid:
            laid = overlay.at((self._second - at_s) / 60.0) if overlay.sign is sign else None
            if laid is not None:
                value = laid if overlay.kind is OverlayKind.TARGET else value + laid
        return value
