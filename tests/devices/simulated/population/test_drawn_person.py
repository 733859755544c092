"""Somebody out of the population sits in a chair with the body the population gave them."""

from __future__ import annotations

import math
from statistics import fmean

import pytest

from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.body.person import Person, person_of
from devices.simulated.population.course import START_S, course_of
from devices.simulated.population.drawn_person import drawn_person, person_in
from devices.simulated.population.population import Member, drawn
from devices.simulated.scenario.scenario import scenario_named
from devices.simulated.sensors.practice_patient import PracticePatient, calm_patient


def infused(person: Person, until_s: int) -> list[float]:
    """Systolic, second by second; 0.5 mg/kg in 40 minutes from the population's own start on."""
    patient = PracticePatient(person, 1)
    weight_kg = person.scenario.patient.weight_kg
    patient.at(START_S)
    patient.begin(START_S)
    patient.set_rate(0.5 * weight_kg / 40.0, START_S)
    patient.pump(START_S).left_mg = 0.5 * weight_kg
    return [patient.at(START_S + second).sbp for second in range(until_s)]


def calm_course(member: Member) -> list[float]:
    return list(course_of(member).sbp)


@pytest.mark.parametrize("number", range(4))
def test_in_the_chair_the_course_is_that_of_the_population(number: int) -> None:
    """Apart from what wanders, which is drawn anew."""
    member = drawn(7, number)
    seen, quick = infused(person_in(member), 6000), calm_course(member)[int(START_S) :]
    for minute in (1, 20, 40, 60, 95):
        part = slice(60 * minute - 60, 60 * minute)
        assert fmean(seen[part]) == pytest.approx(fmean(quick[part]), abs=12.0)
    difference = [one - other for one, other in zip(seen, quick, strict=False)]
    assert abs(fmean(difference)) < 4.0


def test_the_same_number_is_the_same_person_and_another_day_another_pressure() -> None:
    assert drawn_person(5, 2) == drawn_person(5, 2)
    assert drawn_person(5, 2).body == drawn_person(5, 2, visit=1).body
    assert (
        drawn_person(5, 2).scenario.patient.sbp != drawn_person(5, 2, visit=1).scenario.patient.sbp
    )
    assert drawn_person(5, 2).name.startswith("drawn")


def test_another_weight_scales_the_body_and_nothing_else() -> None:
    person = drawn_person(5, 3)
    weight_kg = person.scenario.patient.weight_kg
    heavy = person.weighing(2.0 * weight_kg)
    assert heavy.body.v1_l == pytest.approx(2.0 * person.body.v1_l)
    assert heavy.body.cl_l_per_min == pytest.approx(math.pow(2.0, 0.75) * person.body.cl_l_per_min)
    assert heavy.response == person.response
    assert heavy.scenario.plan.dose_mg == pytest.approx(weight_kg)
    assert person.weighing(None) is person


def test_a_surge_of_the_population_is_a_course_laid_over_the_patient() -> None:
    person = drawn_person(5, 4, outliers=1.0)
    surge = drawn(5, 4, outliers=1.0).surge
    assert surge is not None
    sbp, dbp = person.scenario.overlay
    risen = surge.at_min + surge.rise_min + surge.hold_min / 2.0
    assert (sbp.at(risen), dbp.at(risen)) == pytest.approx((surge.sbp, surge.dbp))
    assert sbp.at(surge.at_min - 1.0) is None


def test_beta_blockers_are_taken_by_some_and_slow_the_answer_of_the_heart() -> None:
    members = [drawn(11, number) for number in range(400)]
    blocked = [one for one in members if one.beta_blocker]
    others = [one for one in members if not one.beta_blocker]
    assert 0.03 < len(blocked) / len(members) < 0.2
    assert any(not one.hypertension for one in blocked) or len(blocked) < 60
    assert fmean(one.response.emax_hr for one in blocked) < fmean(
        one.response.emax_hr for one in others
    )


def test_a_scenario_keeps_its_own_patient_without_fear_or_hour() -> None:
    for scenario in (scenario_named("S4"), calm_patient(3)):
        person = person_of(scenario)
        assert (person.anticipation, person.hour) == (0.0, None)
        assert person.scenario is scenario
        assert SimulatedPatient(person, 2).at(700.0) == SimulatedPatient(scenario, 2).at(700.0)
