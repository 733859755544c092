"""A simulated patient that is treated by hand: the drug comes from a pump, a syringe or a spray.

Rule: nobody's script is played. What a scenario describes for minutes of the infusion counts from
      the moment at which the treatment really begins, and waits for it.
"""

from __future__ import annotations

from random import Random

from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.body.person import Person
from devices.simulated.scenario.parts import CuffSetting, Noise, Resting
from devices.simulated.scenario.scenario import Scenario
from devices.simulated.sensors.cuff_plan import USUAL_CYCLE_S
from monitor.plan import Plan

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
_STEADY = CuffSetting(cycle_s=(USUAL_CYCLE_S, USUAL_CYCLE_S))


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
    return Scenario(
        CALM, "Calm patient", resting, plan, script=(), noise=_QUIET, cuff_unit=_STEADY
    )


class PracticePatient(SimulatedPatient):
    """Whatever its scenario describes for minutes of the infusion waits for the treatment."""

    def __init__(self, who: Scenario | Person, seed: int) -> None:
        super().__init__(who, seed, waits=True)
