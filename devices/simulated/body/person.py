"""Who sits in a simulated chair: a scenario, and the body that answers in it.

Rule 1: a scenario's patient is what its file says: the typical body of that weight, answering so
        strongly that the drug alone meets the target.
Rule 2: anybody else has a body, an answer, a fear and an hour of their own (`drawn_person.py`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from devices.simulated.body.pharmacology import (
    Compartments,
    Response,
    kamp,
    occupancy_after,
    typical_response,
)
from devices.simulated.body.physiology import USUAL_DIP
from devices.simulated.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Person:
    """`anticipation`: mmHg systolic until the start; `hour`: of the day at the start, None = none.

    `dip`: what SpO2 loses at the usual effect, %.
    """

    scenario: Scenario
    body: Compartments
    response: Response
    anticipation: float = 0.0
    hour: float | None = None
    dip: float = USUAL_DIP[0]

    @property
    def name(self) -> str:
        return self.scenario.name

    def weighing(self, weight_kg: float | None) -> Person:
        """The same person with another weight; None = as it is."""
        if weight_kg is None:
            return self
        ratio = weight_kg / self.scenario.patient.weight_kg
        scenario = weighing(self.scenario, weight_kg)
        return replace(self, scenario=scenario, body=_scaled(self.body, ratio))


def weighing(scenario: Scenario, weight_kg: float | None) -> Scenario:
    """The same patient with another weight; None = as it stands there."""
    if weight_kg is None:
        return scenario
    patient = replace(scenario.patient, weight_kg=weight_kg)
    return replace(scenario, patient=patient, plan=replace(scenario.plan, weight_kg=weight_kg))


def person_of(scenario: Scenario) -> Person:
    """Whom the scenario describes."""
    return Person(scenario, kamp(scenario.patient.weight_kg), response_of(scenario))


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


def _scaled(body: Compartments, ratio: float) -> Compartments:
    """As `kamp` does it: volumes by weight, clearances by its three quarters' power."""
    flow = math.pow(ratio, 0.75)
    return Compartments(
        v1_l=body.v1_l * ratio,
        v2_l=body.v2_l * ratio,
        v3_l=body.v3_l * ratio,
        cl_l_per_min=body.cl_l_per_min * flow,
        q2_l_per_min=body.q2_l_per_min * flow,
        q3_l_per_min=body.q3_l_per_min * flow,
    )
