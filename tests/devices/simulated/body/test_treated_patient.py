"""What is done to a simulated patient changes its course: pauses, drugs, oxygen, a voice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.body.absorption import Way
from devices.simulated.body.patient import SimulatedPatient, Vitals
from devices.simulated.scenario.mishaps import Apnoea, Desaturation
from devices.simulated.scenario.parts import Noise
from devices.simulated.scenario.scenario import Scenario, scenario_named
from devices.simulated.sensors.practice_patient import PracticePatient, calm_patient
from monitor.plan import Drug
from monitor.routes import Route

STILL = Noise(sbp=0, dbp=0, hr=0, breath_hr=0, mayer_hr=0, drift_hr=0, spo2=0, rr=0)
START_S = 600.0


def quiet(name: str) -> Scenario:
    """The scenario without anything that wanders."""
    return replace(scenario_named(name), noise=STILL)


def begun(name: str) -> PracticePatient:
    """Infused by plan from second 600 on."""
    scenario = quiet(name)
    patient = PracticePatient(scenario, 1)
    patient.begin(START_S)
    patient.set_rate(scenario.plan.mg_per_min or 0.0, START_S)
    return patient


def at(patient: SimulatedPatient, minute: float) -> Vitals:
    return patient.at(START_S + 60.0 * minute)


def calm() -> PracticePatient:
    return PracticePatient(replace(calm_patient(4), noise=STILL), 4)


@pytest.mark.parametrize(
    ("pause", "left"),
    [
        (27.5, {2: 100, 5: 91, 10: 72, 15: 55, 20: 43, 30: 30}),
        (40.0, {5: 92, 10: 75, 15: 61, 20: 50, 30: 38}),
    ],
)
def test_a_pause_leaves_of_the_rise_what_is_published(
    pause: float, left: dict[int, float]
) -> None:
    scenario = replace(quiet("S1"), overlay=())
    patient = SimulatedPatient(scenario, 1)
    patient.set_rate(scenario.plan.mg_per_min or 0.0, START_S)
    risen = at(patient, pause).sbp - scenario.patient.sbp
    patient.set_rate(0.0, START_S + 60.0 * pause)
    for minutes, percent in left.items():
        still = at(patient, pause + minutes).sbp - scenario.patient.sbp
        assert 100.0 * still / risen == pytest.approx(percent, abs=5.0)


def test_a_paused_s4_falls_as_stated() -> None:
    patient = begun("S4")
    assert at(patient, 20.0).sbp == pytest.approx(166, abs=3)
    assert at(patient, 30.0).sbp == pytest.approx(186, abs=2)
    patient.set_rate(0.0, START_S + 1830.0)
    falls = {35: 182, 40: 172, 45: 162, 50: 156, 60: 149}
    seen = {minute: round(at(patient, minute + 0.5).sbp) for minute in falls}
    assert seen == pytest.approx(falls, abs=4)


def test_an_unpaused_s4_and_an_untreated_s5_stay_high() -> None:
    patient = begun("S4")
    assert min(at(patient, minute).sbp for minute in range(30, 40)) >= 180
    patient = begun("S5")
    assert min(at(patient, minute).sbp for minute in range(28, 41)) >= 195
    assert at(patient, 60.0).sbp > 170, "nothing but time treats it"


def test_a_treated_s5_falls() -> None:
    treated, untreated = begun("S5"), begun("S5")
    treated.set_rate(0.0, START_S + 29 * 60.0)
    treated.medicate("labetalol", "20", "mg", "IV", START_S + 30 * 60.0)
    assert at(treated, 45.0).sbp < at(untreated, 45.0).sbp - 35


def test_too_much_labetalol_brings_88_over_50_and_a_slow_heart() -> None:
    patient = PracticePatient(replace(quiet("S9"), overlay=()), 1)
    patient.begin(START_S)
    patient.set_rate(patient.scenario.plan.mg_per_min or 0.0, START_S)
    assert at(patient, 20.0).sbp == pytest.approx(168, abs=2)
    patient.set_rate(0.0, START_S + 1260.0)
    patient.medicate("labetalol", "100", "mg", "IV", START_S + 1260.0)
    low = at(patient, 33.0)
    assert (low.sbp, low.dbp, low.hr) == pytest.approx((88, 50, 52), abs=6)


def test_a_sedative_slows_breathing_and_a_drug_against_nausea_does_nothing() -> None:
    sleepy, spared = calm(), calm()
    sleepy.medicate("midazolam", "2", "mg", "IV", 100.0)
    spared.medicate("ondansetron", "4", "mg", "IV", 100.0)
    assert sleepy.at(340.0).rr == pytest.approx(spared.at(340.0).rr - 2.0)
    assert spared.at(340.0) == calm().at(340.0)


def test_oxygen_lifts_a_saturation_that_fell() -> None:
    with_it, without = begun("S10"), begun("S10")
    for patient in (with_it, without):
        at(patient, 25.6)
    with_it.oxygen(4.0, START_S + 25.6 * 60.0)
    assert at(without, 26.5).spo2 == pytest.approx(84, abs=1)
    assert at(with_it, 26.5).spo2 > 92


def test_waking_ends_a_dive_and_what_would_have_come_of_it() -> None:
    woken, asleep = begun("S10"), begun("S10")
    woken.stimulate(START_S + 25.7 * 60.0)
    assert at(woken, 26.7).spo2 > at(asleep, 26.7).spo2 + 6
    forewarned = begun("S10")
    forewarned.stimulate(START_S + 24.5 * 60.0)
    lowest = min(at(forewarned, 24.5 + step / 10.0).spo2 for step in range(60))
    assert lowest > 95


def test_a_voice_before_the_trouble_does_not_prevent_it() -> None:
    early = begun("S10")
    early.stimulate(START_S + 600.0)
    assert at(early, 26.5).spo2 == pytest.approx(84, abs=1)
    patient = calm()
    patient.stimulate(100.0)
    patient.befall(Desaturation(84.0), 120.0)
    assert patient.at(200.0).spo2 == pytest.approx(84, abs=1)


def test_oxygen_is_of_no_use_in_apnoea_but_a_bag_and_a_voice_are() -> None:
    masked, bagged, alone = calm(), calm(), calm()
    for patient in (masked, bagged, alone):
        patient.befall(Apnoea(for_s=60.0, spo2=80.0), 100.0)
        patient.at(150.0)
    masked.oxygen(15.0, 150.0)
    bagged.bag(150.0)
    assert masked.at(158.0).spo2 == pytest.approx(alone.at(158.0).spo2)
    assert bagged.at(158.0).rr >= 12.0
    assert bagged.at(200.0).spo2 > alone.at(200.0).spo2 + 8.0
    bagged.bag(210.0, on=False)
    assert bagged.at(300.0).rr == pytest.approx(alone.at(300.0).rr)


def test_esketamine_in_a_vein_is_twice_as_strong() -> None:
    single, double = calm(), calm()
    single.draw(Drug.ESKETAMINE, 0.0)
    single.set_rate(0.5, 100.0)
    double.set_rate(1.0, 100.0)
    assert single.at(1500.0) == double.at(1500.0)
    assert single.given_mg(1500.0) == pytest.approx(double.given_mg(1500.0) / 2.0)


def test_nasal_esketamine_raises_the_pressure_as_published() -> None:
    patient = calm()
    patient.draw(Drug.ESKETAMINE, 0.0)
    for nth in range(3):
        patient.give(28.0, Route.INTRANASAL, 600.0 + 300.0 * nth)
    rest, emax = patient.scenario.patient.sbp, patient.person.response.emax_sbp
    for minute, mmhg in ((20, 5.0), (40, 9.1), (60, 8.1), (90, 5.1), (120, 2.9)):
        rise = patient.at(600.0 + 60.0 * minute).sbp - rest
        assert rise * 32.0 / emax == pytest.approx(mmhg, abs=0.8)
    assert patient.given_mg(9000.0) == pytest.approx(84.0)
    assert patient.plasma_ng_per_ml == 0.0


def test_a_way_can_be_said_instead_of_its_route() -> None:
    muscle, skin = calm(), calm()
    muscle.give(35.0, Route.IM_SC, 10.0)
    skin.give(35.0, Way.SKIN, 10.0)
    assert muscle.at(900.0).effect > skin.at(900.0).effect > 0.0


def test_the_pulse_wave_shrinks_with_the_pressure() -> None:
    patient = calm()
    before = patient.at(100.0).perfusion
    patient.medicate("labetalol", "100", "mg", "IV", 100.0)
    assert patient.at(900.0).perfusion < 0.85 * before


@share_of_examples(0.3)
@given(st.lists(st.floats(0.01, 120.0), min_size=1, max_size=8))
def test_whatever_was_done_it_does_not_matter_how_often_somebody_looks(
    steps: list[float],
) -> None:
    often, once = (PracticePatient(calm_patient(3), 3) for _ in range(2))
    for patient in (often, once):
        patient.set_rate(1.1, 0.25)
        patient.draw(Drug.ESKETAMINE, 0.25)
        patient.give(28.0, Route.INTRANASAL, 0.4)
        patient.medicate("metoprolol", "5", "mg", "IV", 0.6)
        patient.befall(Desaturation(85.0), 0.7)
        patient.oxygen(2.0, 0.8)
        patient.stimulate(0.9)
    now = 0.9
    for step in steps:
        now += step
        often.at(now)
    assert often.at(now) == once.at(now)
