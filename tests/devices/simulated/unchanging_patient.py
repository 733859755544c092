"""A patient in whom nothing changes, so that thousands of measurements cost no time.

Everything else of it is that of the real simulated patient.
"""

from __future__ import annotations

from dataclasses import replace

from devices.simulated.body.patient import SimulatedPatient, Vitals
from devices.simulated.scenario.parts import CuffSetting, Noise
from devices.simulated.scenario.scenario import Scenario, scenario_named

S1 = scenario_named("S1")
SILENT = Noise(
    sbp=0.0,
    dbp=0.0,
    hr=0.0,
    breath_hr=0.0,
    mayer_hr=0.0,
    drift_hr=0.0,
    spo2=0.0,
    rr=0.0,
    cuff_sbp=0.0,
    cuff_dbp=0.0,
    cuff_map=0.0,
    bias_sbp=0.0,
    bias_dbp=0.0,
    cuff_failures=0.0,
    cuff_outliers=0.0,
)
"""Nothing wanders, and nothing is measured wrong."""
QUIET = replace(S1, noise=SILENT, overlay=(), script=(), target=None)


def with_noise(setting: CuffSetting | None = None, **noise: float) -> Scenario:
    """Somebody in whom only this wanders or errs."""
    chosen = CuffSetting() if setting is None else setting
    return replace(QUIET, noise=replace(SILENT, **noise), cuff_unit=chosen)


class Unchanging(SimulatedPatient):
    """Stays as it is, unless it is told."""

    def __init__(self, scenario: Scenario, seed: int = 1) -> None:
        super().__init__(scenario, seed)
        self.vitals = super().at(0.0)

    def at(self, now: float) -> Vitals:
        return replace(self.vitals, at_s=float(int(now)))

    def change(self, **vitals: float) -> None:
        self.vitals = replace(self.vitals, **vitals)
