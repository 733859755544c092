"""Whom a scenario describes: the typical body, answering so strongly that the target is met."""

from __future__ import annotations

from dataclasses import replace

import pytest

from devices.simulated.body.person import person_of, response_of, weighing
from devices.simulated.body.pharmacology import kamp, occupancy_after, typical_response
from devices.simulated.scenario.scenario import scenario_named


@pytest.mark.parametrize("name", ["S1", "S2", "S3", "S4"])
def test_the_drug_alone_meets_the_target(name: str) -> None:
    scenario = scenario_named(name)
    target, rate = scenario.target, scenario.plan.mg_per_min
    assert target is not None
    assert rate is not None
    person = person_of(scenario)
    share = occupancy_after(target.minute, rate, scenario.patient.weight_kg)
    met = scenario.patient.sbp + person.response.emax_sbp * share
    assert met == pytest.approx(target.sbp)
    assert person.body == kamp(scenario.patient.weight_kg)
    assert person.name == name


def test_without_a_target_the_answer_is_typical_of_what_is_known() -> None:
    scenario = replace(scenario_named("S1"), target=None)
    blocked = replace(scenario.patient, beta_blocker=True, hypertension=True, age=70.0)
    wanted = typical_response(70.0, hypertension=True, beta_blocker=True)
    assert response_of(replace(scenario, patient=blocked)) == wanted


def test_another_weight_is_another_plan() -> None:
    heavy = weighing(scenario_named("S1"), 120.0)
    assert (heavy.patient.weight_kg, heavy.plan.weight_kg) == (120.0, 120.0)
    assert weighing(heavy, None) is heavy
    assert person_of(heavy).weighing(60.0).body.v1_l == pytest.approx(kamp(60.0).v1_l)
