import itertools
from dataclasses import replace
from statistics import fmean

import pytest
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.body.patient import SimulatedPatient, Vitals
from devices.simulated.body.person import response_of
from devices.simulated.body.pharmacology import typical_response
from devices.simulated.scenario.mishaps import Surge
from devices.simulated.scenario.scenario import Scenario, scenario_named

END_S = 3000.0


def minutes(minute: float) -> float:
    """Session seconds of an infusion minute."""
    return 600.0 + 60.0 * minute


def course(scenario: Scenario, seed: int = 1, until_s: int = 7200) -> list[Vitals]:
    patient = SimulatedPatient(scenario, seed, scenario.rates)
    return [patient.at(float(second)) for second in range(until_s + 1)]


def around(values: list[Vitals], minute: float, sign: str) -> float:
    """The mean over a minute."""
    middle = round(minutes(minute))
    return fmean(getattr(vitals, sign) for vitals in values[middle - 30 : middle + 30])


@pytest.mark.parametrize("seed", range(5))
def test_the_normal_responder_rises_by_14_and_is_back_at_90_minutes(seed: int) -> None:
    seen = course(scenario_named("S1"), seed)
    assert around(seen, -2, "sbp") == pytest.approx(122, abs=4)
    assert around(seen, 40, "sbp") == pytest.approx(136, abs=4)
    assert around(seen, 40, "dbp") == pytest.approx(85, abs=4)
    assert around(seen, 40, "hr") == pytest.approx(77, abs=4)
    assert around(seen, 90, "sbp") == pytest.approx(122, abs=5)
    assert around(seen, 90, "dbp") == pytest.approx(76, abs=5)


def test_the_heart_of_a_negative_responder_slows() -> None:
    seen = course(scenario_named("S2"))
    assert around(seen, 40, "hr") == pytest.approx(68, abs=4)
    assert around(seen, 40, "sbp") == pytest.approx(116, abs=4)


def test_a_pause_changes_the_course_but_not_within_five_minutes() -> None:
    scenario = scenario_named("S4")
    pump = scenario.plan.mg_per_min or 0.0
    paused, unpaused = SimulatedPatient(scenario, 1), SimulatedPatient(scenario, 1)
    for patient in (paused, unpaused):
        patient.set_rate(pump, minutes(0))
    paused.set_rate(0.0, minutes(30))
    early = unpaused.at(minutes(35)).sbp - paused.at(minutes(35)).sbp
    late = unpaused.at(minutes(45)).sbp - paused.at(minutes(45)).sbp
    assert 0.0 < early < 12.0
    assert late > 20.0


def test_without_the_pump_nothing_rises() -> None:
    scenario = replace(scenario_named("S3"), overlay=())
    patient = SimulatedPatient(scenario, 1)
    highest = max(patient.at(float(second)).sbp for second in range(0, 7200, 10))
    assert highest < scenario.patient.sbp + 5.0
    assert patient.plasma_ng_per_ml == 0.0


def test_the_rate_can_be_set_from_outside_or_by_the_script() -> None:
    scenario = scenario_named("S1")
    scripted = SimulatedPatient(scenario, 4, scenario.rates)
    handled = SimulatedPatient(scenario, 4)
    for at, rate in scenario.rates:
        handled.set_rate(rate, at)
    assert scripted.at(7500.0) == handled.at(7500.0)
    assert scripted.rate_mg_per_min == 0.0


def test_a_pump_can_be_started_between_two_seconds() -> None:
    patient = SimulatedPatient(scenario_named("S1"), 1)
    patient.set_rate(1.0, 10.4)
    patient.at(11.0)
    early = patient.plasma_ng_per_ml
    later = SimulatedPatient(scenario_named("S1"), 1)
    later.set_rate(1.0, 10.8)
    later.at(11.0)
    assert early == pytest.approx(3.0 * later.plasma_ng_per_ml, rel=0.01)


def test_the_same_seed_gives_the_same_course_and_another_seed_another() -> None:
    one, same = course(scenario_named("S1"), 7, 900), course(scenario_named("S1"), 7, 900)
    other = course(scenario_named("S1"), 8, 900)
    assert one == same
    assert one != other


@share_of_examples(0.4)
@given(st.lists(st.floats(0.01, 200.0), min_size=1, max_size=8))
def test_it_does_not_matter_how_often_somebody_looks(steps: list[float]) -> None:
    scenario = scenario_named("S1")
    watched, unwatched = (SimulatedPatient(scenario, 5, scenario.rates) for _ in range(2))
    now = 0.0
    for step in steps:
        now += step
        watched.at(now)
    assert watched.at(now) == unwatched.at(now)


def test_an_earlier_moment_changes_nothing() -> None:
    patient = SimulatedPatient(scenario_named("S1"), 1)
    late = patient.at(100.0)
    assert patient.at(50.0) == late


def test_everything_stays_within_what_a_body_can_have() -> None:
    for name in ("S4", "S5", "S8", "S10", "S11"):
        for vitals in course(scenario_named(name), 3):
            assert vitals.dbp < vitals.sbp
            assert 15.0 <= vitals.hr < 220.0
            assert 30.0 <= vitals.spo2 <= 100.0
            assert vitals.rr >= 0.0


def test_breathing_moves_the_heart_rate_less_under_the_drug() -> None:
    seen = course(scenario_named("S1"), 2)

    def roughness(minute: float) -> float:
        middle = round(minutes(minute))
        part = seen[middle - 120 : middle + 120]
        return fmean(abs(b.hr - a.hr) for a, b in itertools.pairwise(part))

    assert roughness(38) < 0.85 * roughness(-5)


def test_a_scenario_without_a_target_answers_as_its_age_does() -> None:
    scenario = replace(scenario_named("S3"), target=None)
    assert response_of(scenario) == typical_response(66.0, hypertension=True)


def test_a_dive_of_the_saturation_reaches_its_depth() -> None:
    seen = course(scenario_named("S10"))
    assert around(seen, 26.3, "spo2") == pytest.approx(85, abs=2)
    assert around(seen, 24, "spo2") > 95


def test_the_pulse_parts_from_the_heart_rate_where_the_scenario_says() -> None:
    seen = course(scenario_named("S7"))
    assert around(seen, 25.5, "hr") - around(seen, 25.5, "pulse") > 20
    assert around(seen, 10, "hr") == pytest.approx(around(seen, 10, "pulse"))


def test_however_much_befalls_it_its_pressures_stay_those_of_a_body() -> None:
    patient = SimulatedPatient(scenario_named("S5"), 1)
    for _again in range(5):
        patient.befall(Surge(75.0, 42.0, 20.0), 1.0)
    seen = [patient.at(float(second)) for second in range(2, 600)]
    assert max(vitals.sbp for vitals in seen) == 260.0
    assert max(vitals.dbp for vitals in seen) == 160.0
