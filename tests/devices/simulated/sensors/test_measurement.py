import functools
import math
import statistics
from dataclasses import replace

import pytest
from unchanging_patient import Unchanging, with_noise
from virtual_bedside import cuff_results, each_second, sensors

from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.population.drawn_person import drawn_person
from devices.simulated.scenario.parts import LIFELIKE, CuffSetting, Noise, OximeterSetting
from devices.simulated.scenario.scenario import Scenario, scenario_named
from devices.simulated.sensors.measurement import Sensors
from devices.simulated.sensors.shown import CuffValues, Finger, Shown
from monitor.limits import PROFILES
from monitor.vitals import CuffFailure

LOUD = Noise()


def watched(scenario: Scenario, seed: int = 1, until_s: int = 7200) -> list[Shown]:
    return each_second(sensors(scenario, seed), until_s + 1)


@functools.cache
def first_75_min(name: str, seed: int) -> list[Shown]:
    return watched(scenario_named(name), seed, 4500)


def near(found: list[CuffValues], minute: float) -> CuffValues:
    return min(found, key=lambda result: abs(result.ended_s - 600.0 - 60.0 * minute))


@pytest.mark.parametrize(
    "seed", [*range(7), *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(7, 21))]
)
def test_the_normal_responder_never_comes_near_a_limit(seed: int) -> None:
    limits = PROFILES["adult-iv"]
    shown = watched(scenario_named("S1"), seed)
    found = cuff_results(shown)
    peak = near(found, 40)
    assert peak.sbp == pytest.approx(136, abs=4)
    assert peak.dbp == pytest.approx(85, abs=4)
    assert near(found, 90).sbp == pytest.approx(122, abs=5)
    for result in found:
        assert limits.limit("sbp-low") + 15 < result.sbp < limits.limit("sbp-high") - 15
        assert limits.limit("dbp-low") + 15 < result.dbp < limits.limit("dbp-high") - 8
    for moment in shown:
        assert limits.limit("hr-low") + 10 < moment.hr < limits.limit("hr-high") - 20
        assert moment.spo2 is not None
        assert moment.spo2 >= limits.limit("spo2-low") + 2
        assert limits.limit("rr-low") + 2 <= moment.rr < limits.limit("rr-high") - 5


@pytest.mark.parametrize(
    ("name", "minute", "sbp", "dbp"),
    [
        ("S3", 35, 168, 100),
        ("S4", 20, 166, 101),
        ("S4", 30, 186, 112),
        ("S4", 35.5, 182, 109),
        ("S4", 40.5, 172, 104),
        ("S4", 45.5, 162, 99),
        ("S4", 50.5, 156, 95),
        ("S4", 60.5, 149, 91),
        ("S5", 28, 206, 124),
        ("S5", 35, 206, 124),
        ("S9", 33, 88, 50),
        ("S15", 25, 186, 112),
        ("S15", 26.5, 141, 88),
    ],
)
def test_a_scenario_meets_its_pressures(name: str, minute: float, sbp: int, dbp: int) -> None:
    for seed in (0, 1, 2):
        result = near(cuff_results(first_75_min(name, seed)), minute)
        assert result.sbp == pytest.approx(sbp, abs=6)
        assert result.dbp == pytest.approx(dbp, abs=5)


def test_the_reading_before_the_emergency_is_below_the_high_limit() -> None:
    for seed in range(4):
        before = near(cuff_results(first_75_min("S5", seed)), 25)
        assert before.sbp < 160
        assert before.dbp < 100


def test_the_last_result_stays_while_the_cuff_measures() -> None:
    shown = watched(scenario_named("S1"), until_s=700)
    busy = [moment for moment in shown if moment.cuff.measuring and moment.cuff.last]
    assert 50 < len(busy) < 150
    assert shown[0].cuff.last is None


def test_a_failed_cuff_leaves_its_reason_and_no_number() -> None:
    shown = watched(scenario_named("S14"), until_s=2500)
    assert shown[1800].cuff.failure is CuffFailure.LEAK
    assert shown[2100].cuff.failure is CuffFailure.LEAK
    assert shown[2450].cuff.failure is None
    assert not [found for found in cuff_results(shown) if 1600 < found.ended_s < 2390]


def test_a_probe_that_is_off_shows_nothing_and_the_heart_goes_on() -> None:
    shown = watched(scenario_named("S12"), until_s=2200)
    off = shown[600 + 22 * 60 : 600 + 25 * 60]
    assert all(moment.spo2 is None and moment.pulse is None for moment in off)
    assert all(moment.hr > 50 for moment in off)
    assert shown[600 + 25 * 60].spo2 is not None


def test_saturation_follows_with_the_delay_of_its_averaging() -> None:
    shown = watched(scenario_named("S10"), until_s=2400)
    truth = next(i for i, moment in enumerate(shown) if moment.truth.spo2 < 90)
    seen = next(i for i, moment in enumerate(shown) if (moment.spo2 or 100) < 90)
    assert 2 <= seen - truth <= 10
    assert min(moment.spo2 or 100 for moment in shown) <= 85


def test_start_begins_a_measurement_that_ends_with_a_result() -> None:
    monitor = sensors(scenario_named("S1"))
    monitor.start_cuff(180.0)
    assert monitor.at(181.0).cuff.measuring
    result = monitor.at(226.0).cuff
    assert not result.measuring
    assert result.last is not None
    assert 205.0 <= result.last.ended_s <= 225.0


def test_start_means_nothing_while_a_measurement_runs() -> None:
    monitor = sensors(scenario_named("S1"))
    monitor.start_cuff(180.0)
    monitor.start_cuff(200.0)
    assert not monitor.at(226.0).cuff.measuring


def test_a_planned_measurement_that_falls_into_another_is_left_out() -> None:
    monitor = sensors(scenario_named("S1"))
    monitor.start_cuff(115.0)
    assert not monitor.at(161.0).cuff.measuring
    assert monitor.at(260.0).cuff.measuring


def test_a_cancelled_measurement_gives_no_result() -> None:
    monitor = sensors(scenario_named("S1"))
    monitor.at(60.0)
    before = monitor.at(60.0).cuff.last
    monitor.start_cuff(70.0)
    monitor.cancel_cuff(80.0)
    after = monitor.at(90.0).cuff
    assert after.last == before
    assert after.failure is CuffFailure.CANCELLED
    monitor.cancel_cuff(91.0)
    assert monitor.at(92.0).cuff == after


def test_awake_patients_give_cuff_failures_and_outliers_where_the_noise_says_so() -> None:
    calm = scenario_named("S1")
    failing = replace(calm, noise=replace(calm.noise, cuff_failures=0.25))
    shown = watched(failing)
    assert CuffFailure.MOVEMENT in {moment.cuff.failure for moment in shown}
    assert len(cuff_results(shown)) < len(cuff_results(watched(calm))) - 4
    wrong = replace(calm, noise=replace(calm.noise, cuff_outliers=0.5))
    found = cuff_results(watched(wrong))
    outlier = max(result.sbp - round(result.dbp * 136 / 85) for result in found)
    assert outlier > 20


def test_a_loud_session_differs_from_a_calm_one_by_the_size_of_the_noise() -> None:
    calm = scenario_named("S2")
    loud = replace(calm, noise=replace(LOUD, cuff_failures=0.0, cuff_outliers=0.0))
    spread = [result.sbp for result in cuff_results(watched(loud))]
    quiet = [result.sbp for result in cuff_results(watched(calm))]
    assert max(spread) - min(spread) > max(quiet) - min(quiet)


def test_the_same_seed_gives_the_same_measurements() -> None:
    one, same = (watched(scenario_named("S4"), 3, 1000) for _ in range(2))
    assert one == same
    assert one != watched(scenario_named("S4"), 4, 1000)


def test_a_mean_pressure_lies_between_the_others() -> None:
    loud = replace(scenario_named("S1"), noise=LOUD)
    for result in cuff_results(watched(loud)):
        assert result.dbp < result.map < result.sbp


def test_a_drawn_patient_has_what_real_ones_have_and_a_written_one_has_not() -> None:
    person = drawn_person(5)
    for who, spoilt in ((person, True), (scenario_named("S1"), False)):
        monitor = Sensors(SimulatedPatient(who, 5))
        shown = [monitor.at(float(second)) for second in range(7200)]
        fingers = {moment.finger for moment in shown}
        assert (Finger.NO_PULSE in fingers) is spoilt
        assert fingers <= {Finger.ON, Finger.NO_PULSE, Finger.MOVING}


def test_an_electrocardiograph_errs_by_one_or_one_percent() -> None:
    for rate in (70.0, 150.0):
        patient = Unchanging(with_noise(ecg_hr=0.5))
        patient.change(hr=rate, pulse=rate)
        monitor = Sensors(patient)
        shown = [monitor.at(float(second)).hr or 0 for second in range(60, 20_000)]
        sd = 0.5 * max(1.0, rate / 100.0)
        assert statistics.fmean(shown) == pytest.approx(rate, abs=0.1)
        assert statistics.stdev(shown) == pytest.approx(math.sqrt(sd * sd + 1 / 12), rel=0.12)


def test_a_longer_average_is_later() -> None:
    falling = scenario_named("S10")
    first: dict[int, int] = {}
    for average_s in (4, 8, 16):
        setting = OximeterSetting(average_s)
        shown = watched(replace(falling, oximeter=setting), until_s=2200)
        first[average_s] = next(i for i, one in enumerate(shown) if (one.spo2 or 100) < 92)
    assert first[4] < first[8] < first[16]
    assert first[16] - first[4] == pytest.approx(6, abs=3)


def restless() -> Sensors:
    """Somebody in whom everything goes wrong, and often."""
    calm = scenario_named("S1")
    noise = replace(LIFELIKE, spo2_dropouts=40.0, motions=30.0, cuff_failures=0.3)
    same_arm = replace(calm.patient, cuff_on_spo2_arm=True)
    setting = CuffSetting(retries=True)
    scenario = replace(calm, noise=noise, patient=same_arm, cuff_unit=setting, cuff=())
    return sensors(scenario, seed=2)


def test_it_does_not_matter_how_often_somebody_looks() -> None:
    often, seldom, now_and_then = restless(), restless(), restless()
    seen: list[Shown] = []
    for second in range(3000):
        for part in (0.0, 0.25, 0.6, 0.9):
            found = often.at(second + part)
            if part == 0.0:
                seen.append(found)
    assert [seldom.at(float(second)) for second in range(3000)] == seen
    assert [now_and_then.at(float(at)) for at in (7, 900, 905, 2999)] == [
        seen[at] for at in (7, 900, 905, 2999)
    ]
    assert {moment.finger for moment in seen} == {Finger.ON, Finger.MOVING, Finger.NO_PULSE}
    assert {moment.cuff.failure for moment in seen} >= {None, CuffFailure.MOVEMENT}


@pytest.mark.parametrize("noise", [Noise(), LIFELIKE])
def test_a_monitor_that_is_seldom_asked_has_measured_in_time(noise: Noise) -> None:
    """Also when another one on the same patient was asked meanwhile."""
    scenario = replace(scenario_named("S4"), noise=noise)
    asked_often = watched(scenario, until_s=2400)
    patient = SimulatedPatient(scenario, 1, scenario.rates)
    asked_seldom = Sensors(patient)
    for second in range(0, 2401, 300):
        patient.at(float(second))
        assert asked_seldom.at(float(second)) == asked_often[second]
