"""The resting values, from what was measured before the treatment."""

from __future__ import annotations

import pytest
from chairs import Bench, cuff, numerics

from monitor import baseline
from monitor.baseline import RestingValues
from monitor.commands import SetBaseline, StartInfusion, StopInfusion
from monitor.latest import Cuffed
from monitor.outcomes import BaselineAccepted, Outcome
from monitor.vitals import Quality, VitalSign

NOTHING = BaselineAccepted(None, None, None, None)


def cuffs(*pressures: tuple[float, float]) -> list[Cuffed]:
    return [Cuffed(cuff(sbp, dbp), 60.0 * n) for n, (sbp, dbp) in enumerate(pressures)]


def started(bench: Bench, at: float) -> Outcome:
    bench.feed(at, StartInfusion("AK"))
    return bench.of(BaselineAccepted)[-1]


def test_pressure_is_the_mean_of_the_last_two() -> None:
    resting = RestingValues()
    assert resting.accept([], 0.0) == NOTHING
    one = resting.accept(cuffs((130, 80)), 300.0)
    assert (one.sbp, one.dbp) == (130.0, 80.0)
    three = resting.accept(cuffs((170, 99), (126, 78), (121, 77)), 300.0)
    assert (three.sbp, three.dbp) == (123.5, 77.5)


def test_a_result_that_is_not_judged_is_no_resting_value() -> None:
    doubtful = Cuffed(cuff(190, 110, Quality.BEFORE_SESSION), 200.0)
    accepted = RestingValues().accept([*cuffs((120, 76)), doubtful], 300.0)
    assert (accepted.sbp, accepted.dbp) == (120.0, 76.0)


def test_rates_are_the_median_of_the_last_two_minutes() -> None:
    resting = RestingValues()
    resting.heart(150.0, 79.9)
    resting.spo2(80.0, 79.9)
    for at, rate in ((80.0, 70.0), (100.0, 72.0), (150.0, 180.0), (180.0, 71.0), (199.0, 73.0)):
        resting.heart(rate, at)
        resting.spo2(rate / 73.0 * 97.0, at)
    accepted = resting.accept([], 200.0)
    assert accepted.hr == 72.0, "one artefact does not become a reference"
    assert accepted.spo2 == round(72.0 / 73.0 * 97.0, 1)
    assert resting.accept([], 400.0) == NOTHING


def test_what_is_given_by_hand_stands_and_the_rest_comes_from_the_record() -> None:
    by_hand = SetBaseline(130.0, None, None, None, "AK")
    assert baseline.given(by_hand, None) == BaselineAccepted(130.0, None, None, None)
    known = BaselineAccepted(120.0, 76.0, 72.0, 98.0)
    assert baseline.given(by_hand, known) == BaselineAccepted(130.0, 76.0, 72.0, 98.0)
    assert baseline.filled(None, known) == known
    assert baseline.filled(BaselineAccepted(None, 60.0, None, 95.0), known) == BaselineAccepted(
        120.0, 60.0, 72.0, 95.0
    )


def test_a_pressure_given_by_hand_does_not_cost_the_resting_heart_rate() -> None:
    bench = Bench(treating=False)
    bench.feed(50.0, SetBaseline(130.0, 80.0, None, None, "AK"))
    bench.stream(60.0, 90.0, hr=66, spo2=97)
    bench.feed(90.0, cuff(118, 70))
    assert started(bench, 91.0) == BaselineAccepted(130.0, 80.0, 66.0, 97.0)


def test_a_whole_baseline_by_hand_is_said_once() -> None:
    bench = Bench(treating=False)
    bench.feed(50.0, SetBaseline(130.0, 80.0, 70.0, 98.0, "AK"))
    bench.feed(60.0, cuff(118, 70), StartInfusion("AK"))
    assert bench.of(BaselineAccepted) == [BaselineAccepted(130.0, 80.0, 70.0, 98.0)]


@pytest.mark.parametrize("quality", [Quality.POOR, Quality.AGE_UNKNOWN, Quality.DEMO])
def test_doubtful_values_make_no_baseline(quality: Quality) -> None:
    bench = Bench(treating=False)
    bench.feed(50.0, numerics(quality, hr=180, spo2=70))
    assert started(bench, 51.0) == NOTHING


def test_the_pulse_makes_the_resting_rate_where_there_is_no_ecg() -> None:
    bench = Bench(treating=False)
    bench.feed(50.0, numerics(pulse=64, spo2=97))
    assert started(bench, 51.0) == BaselineAccepted(None, None, 64.0, 97.0)


def test_with_an_ecg_the_pulse_beside_it_does_not_count() -> None:
    bench = Bench(treating=False)
    bench.feed(50.0, numerics(hr=64, pulse=90))
    bench.feed(51.0, numerics(pulse=90))
    assert started(bench, 52.0) == BaselineAccepted(None, None, 64.0, None)


def test_values_from_the_treatment_do_not_move_the_baseline() -> None:
    bench = Bench(treating=False)
    bench.feed(50.0, numerics(hr=64), StartInfusion("AK"))
    bench.stream(51.0, 60.0, hr=100)
    assert bench.core.state.baseline == BaselineAccepted(None, None, 64.0, None)
    assert bench.core.state.resting.accept([], 60.0).hr == 64.0


def test_a_heart_rate_counts_once_however_often_something_else_comes() -> None:
    bench = Bench(treating=False)
    bench.feed(50.0, numerics(hr=60))
    bench.feed(51.0, numerics(hr=70))
    for step in range(20):
        bench.feed(51.1 + step / 10, numerics(spo2=97))
    assert started(bench, 54.0) == BaselineAccepted(None, None, 65.0, 97.0)


def test_what_was_measured_last_is_the_median_of_the_two_minutes_before_it() -> None:
    resting = RestingValues()
    assert (resting.last_heart(), resting.last_spo2()) == (None, None)
    for at, rate in ((0.0, 150.0), (100.0, 70.0), (150.0, 72.0), (200.0, 180.0)):
        resting.heart(rate, at)
        resting.value(VitalSign.SPO2, rate / 2.0, at, "device:test")
    assert resting.last_heart() == (200.0, 72.0)
    assert resting.last_spo2() == (200.0, 36.0)


def test_the_breathing_rate_at_rest_is_kept_where_a_device_gives_one() -> None:
    resting = RestingValues()
    assert resting.rr(10.0) is None
    for at, rate in ((0.0, 30.0), (130.0, 14.0), (150.0, 16.0), (160.0, 15.0)):
        resting.value(VitalSign.RR, rate, at, "device:test")
        resting.value(VitalSign.TEMP, 37.0, at, "device:test")
    assert resting.rr(160.0) == 15.0


def test_what_comes_after_the_drug_is_no_resting_value_and_serves_the_leaving() -> None:
    bench = Bench()
    bench.stream(100.0, 110.0, hr=100, spo2=95)
    assert bench.core.state.settled.last_heart() is None, "while the drug is given nothing settles"
    bench.feed(200.0, StopInfusion("AK"))
    bench.stream(210.0, 220.0, hr=80, spo2=97)
    assert bench.core.state.settled.last_heart() == (219.0, 80.0)
    assert bench.core.state.settled.last_spo2() == (219.0, 97.0)
