"""A patient that is treated by hand: the drug acts, the scenario waits, the same hands repeat."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.body.patient import SimulatedPatient, Vitals
from devices.simulated.body.person import weighing
from devices.simulated.scenario.mishaps import Desaturation, Panic, Surge
from devices.simulated.scenario.scenario import scenario_named
from devices.simulated.sensors.practice_patient import PracticePatient, calm_patient
from monitor.routes import Route


def infused(patient: PracticePatient, from_s: float, mg_per_min: float) -> None:
    patient.begin(from_s)
    pump = patient.pump(from_s)
    pump.turn(mg_per_min, from_s)
    pump.run(from_s)


def test_by_hand_the_scenario_goes_as_by_its_script() -> None:
    scenario = scenario_named("S1")
    scripted = SimulatedPatient(scenario, 4, scenario.rates)
    handled = PracticePatient(scenario, 4)
    for at, rate in scenario.rates:
        infused(handled, at, rate)
    assert asdict(handled.at(7500.0)) == pytest.approx(asdict(scripted.at(7500.0)))


def test_a_scenario_waits_for_the_treatment() -> None:
    """S10 falls to 84 % at minute 26."""
    patient = PracticePatient(scenario_named("S10"), 1)
    assert min(patient.at(float(second)).spo2 for second in range(0, 3000)) > 94.0
    patient.begin(3000.0)
    low = [s for s in range(3000, 5400) if patient.at(float(s)).spo2 < 86.0]
    assert low[0] == pytest.approx(3000 + 26 * 60, abs=30)
    assert patient.script_s(3000.0) == 600.0
    patient.begin(4000.0)
    assert patient.script_s(3000.0) == 600.0, "only the first beginning counts"
    assert patient.script_s(2999.0) == 599.0, "who looks late sees it waiting"
    assert patient.script_s(20.0) == 20.0


def test_a_dose_by_hand_acts_by_its_route() -> None:
    rises = {}
    for route in Route:
        patient, other = (PracticePatient(calm_patient(1), 1) for _ in range(2))
        patient.give(35.0, route, 10.5)
        rises[route] = max(
            patient.at(float(s)).effect - other.at(float(s)).effect for s in range(7200)
        )
        assert patient.given_mg(7200.0) == 35.0
    assert rises[Route.IV] > rises[Route.IM_SC] > rises[Route.INTRANASAL] > rises[Route.ORAL] > 0


def test_what_befalls_it_is_added_and_passes() -> None:
    patient, spared = (PracticePatient(calm_patient(2), 2) for _ in range(2))

    def more(now: float) -> Vitals:
        one, other = patient.at(now), spared.at(now)
        return Vitals(
            now,
            sbp=one.sbp - other.sbp,
            dbp=one.dbp - other.dbp,
            hr=one.hr - other.hr,
            pulse=one.pulse - other.pulse,
            spo2=one.spo2 - other.spo2,
            rr=one.rr - other.rr,
            perfusion=0.0,
            effect=0.0,
        )

    patient.befall(Surge(60.0, 35.0, rise_s=60.0, hold_s=120.0, fall_s=60.0), 100.0)
    assert (more(130.0).sbp, more(200.0).dbp) == (pytest.approx(30.0), pytest.approx(35.0))
    assert more(345.0).sbp == 0.0
    patient.befall(Panic(hr=50.0, for_s=60.0), 400.0)
    assert more(430.0).hr == pytest.approx(50.0, abs=3.0)
    assert more(430.0).rr == pytest.approx(10.0)
    patient.befall(Desaturation(84.0), 700.0)
    assert patient.at(760.0).spo2 == pytest.approx(84.0, abs=2.0)


def test_another_weight_is_another_body() -> None:
    light, heavy = (
        PracticePatient(weighing(calm_patient(1), weight), 1) for weight in (50.0, 100.0)
    )
    for patient in (light, heavy):
        infused(patient, 0.0, 1.0)
        patient.at(1200.0)
    assert light.plasma_ng_per_ml > 1.4 * heavy.plasma_ng_per_ml
    assert weighing(calm_patient(1), None) == calm_patient(1)


def test_calm_patients_are_calm_and_differ() -> None:
    resting = [calm_patient(seed).patient for seed in range(30)]
    assert len({one.sbp for one in resting}) == 30
    assert all(110 < one.sbp < 130 and 60 < one.hr < 80 and one.dbp < 82 for one in resting)


@share_of_examples(0.3)
@given(st.lists(st.floats(0.01, 120.0), min_size=1, max_size=8))
def test_it_does_not_matter_how_often_somebody_looks(steps: list[float]) -> None:
    often, once = (PracticePatient(calm_patient(3), 3) for _ in range(2))
    for patient in (often, once):
        infused(patient, 0.25, 1.1)
        patient.give(20.0, Route.IM_SC, 0.25)
    now = 0.25
    for step in steps:
        now += step
        often.at(now)
    assert often.at(now) == once.at(now)
    assert often.given_mg(now) == pytest.approx(once.given_mg(now))
