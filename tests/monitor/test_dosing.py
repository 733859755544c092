"""What a person says about doses, rates, vials and the pump, obeyed."""

from __future__ import annotations

import math

import pytest
from treatments import (
    NASAL,
    NURSE,
    OTHER,
    at_the_chair,
    giving,
    phase_changes,
    refusals,
)

from monitor.commands import (
    PauseInfusion,
    ResumeInfusion,
    StartInfusion,
    StopInfusion,
)
from monitor.phases import Phase
from monitor.plan import Plan
from monitor.treatment.commands import (
    ChangeRate,
    DrawDrug,
    GiveDose,
    PumpStopped,
    PumpVolume,
    WasteDrug,
)

MIN = 60.0

# ---- doses


def test_the_first_dose_begins_the_treatment_and_the_others_add() -> None:
    bench = at_the_chair(NASAL, "intranasal")
    bench.feed(300.0, GiveDose(28.0, NURSE, ago_s=30.0))
    bench.feed(600.0, GiveDose(28.0, OTHER))
    view = giving(bench)
    assert phase_changes(bench)[-1] == (300.0, Phase.TREATING)
    assert [(dose.at_s, dose.mg, dose.by) for dose in view.doses] == [
        (270.0, 28.0, NURSE),
        (600.0, 28.0, OTHER),
    ]
    assert view.mg_given == 56.0
    assert bench.core.state.cuff_due_at() is not None


def test_a_dose_counts_its_window_from_when_it_was_given() -> None:
    bench = at_the_chair(NASAL, "im-sc")
    bench.feed(900.0, GiveDose(56.0, NURSE, ago_s=600.0))
    bench.wait(300.0 + 60 * MIN - 0.001)
    assert bench.core.state.window_open
    bench.wait(300.0 + 60 * MIN)
    assert not bench.core.state.window_open


@pytest.mark.parametrize("mg", [0.0, -28.0, math.nan, math.inf, 700.1])
def test_what_is_no_dose_is_refused(mg: float) -> None:
    bench = at_the_chair(NASAL, "intranasal")
    bench.feed(300.0, GiveDose(mg, NURSE))
    assert refusals(bench) == ["dose-impossible"]
    assert bench.core.state.phase is Phase.BASELINE


def test_a_dose_is_not_entered_before_the_one_before() -> None:
    bench = at_the_chair(NASAL, "intranasal")
    bench.feed(300.0, GiveDose(28.0, NURSE))
    bench.feed(400.0, GiveDose(28.0, NURSE, ago_s=101.0))
    assert refusals(bench) == ["given-before-last"]
    assert giving(bench).mg_given == 28.0


# ---- the rate


def test_the_rate_may_be_changed_while_it_runs() -> None:
    bench = at_the_chair()
    bench.feed(0.0, StartInfusion(NURSE))
    bench.feed(700.0, ChangeRate(0.5, NURSE, ago_s=100.0))
    view = giving(bench, 1200.0)
    assert view.mg_given == pytest.approx(10.0 + 5.0)
    assert (view.mg_per_min, view.runs_out_s) == (0.5, 600.0 + 3600.0)


@pytest.mark.parametrize("rate", [0.0, -1.0, 0.0009, 50.1, math.nan])
def test_a_rate_that_cannot_be_is_refused(rate: float) -> None:
    bench = at_the_chair()
    bench.feed(0.0, StartInfusion(NURSE))
    bench.feed(600.0, ChangeRate(rate, NURSE))
    assert refusals(bench) == ["rate-impossible"]
    assert giving(bench).mg_per_min == 1.0


def test_a_dose_time_that_was_stretched_is_over_later() -> None:
    bench = at_the_chair(technical=True)
    bench.feed(0.0, StartInfusion(NURSE))
    bench.feed(1200.0, ChangeRate(0.5, NURSE))
    bench.wait(4000.0)
    over = [at for at, alarm, _priority, _state in bench.alarms() if alarm == "dose-time"]
    assert over == [3600.0 + 60.0], "it is said a minute later"


# ---- vials and the pump


def test_what_was_drawn_is_accounted_for_when_it_is_in() -> None:
    bench = at_the_chair()
    bench.feed(0.0, DrawDrug(50.0, "L1", "2027-03", NURSE))
    assert giving(bench).unaccounted_mg == 50.0
    bench.feed(0.0, StartInfusion(NURSE))
    assert giving(bench, 600.0).unaccounted_mg is None, "it still runs"
    bench.feed(2400.0, StopInfusion(NURSE))
    assert giving(bench).unaccounted_mg == 10.0
    bench.feed(2410.0, WasteDrug(10.0, "L1", OTHER, NURSE))
    view = giving(bench)
    assert (view.drawn_mg, view.wasted_mg, view.unaccounted_mg) == (50.0, 10.0, 0.0)
    assert [vial.wasted for vial in view.vials] == [False, True]


def test_waste_without_a_witness_is_refused() -> None:
    bench = at_the_chair()
    bench.feed(0.0, WasteDrug(10.0, "L1", NURSE, NURSE), WasteDrug(10.0, "L1", "", NURSE))
    assert refusals(bench) == ["waste-own-witness", "waste-no-witness"]
    assert giving(bench).vials == ()


def test_the_pump_is_asked_about_at_a_pause_at_the_stop_and_when_all_is_in() -> None:
    bench = at_the_chair()
    bench.feed(0.0, StartInfusion(NURSE))
    assert not giving(bench).asks_pump
    bench.feed(600.0, PauseInfusion(NURSE))
    assert giving(bench).asks_pump
    bench.feed(610.0, PumpStopped(False, NURSE))
    assert (giving(bench).asks_pump, giving(bench).pump_runs_on_s) == (True, 610.0)
    bench.feed(620.0, PumpStopped(True, NURSE))
    assert (giving(bench).asks_pump, giving(bench).pump_runs_on_s) == (False, None)
    bench.feed(630.0, ResumeInfusion(NURSE))
    assert not giving(bench, 2429.999).asks_pump
    assert giving(bench, 2430.0).asks_pump, "40 min of running are over"
    bench.feed(2440.0, PumpStopped(True, NURSE), StopInfusion(NURSE))
    assert not giving(bench).asks_pump, "she said so a moment ago"


def test_a_stop_asks_whether_the_pump_stands_and_what_it_gave() -> None:
    bench = at_the_chair()
    bench.feed(0.0, StartInfusion(NURSE))
    bench.feed(1200.0, StopInfusion(NURSE))
    assert (giving(bench).asks_pump, giving(bench).asks_volume) == (True, True)
    bench.feed(1210.0, PumpStopped(True, NURSE), PumpVolume(2.05, NURSE))
    view = giving(bench)
    assert (view.asks_pump, view.asks_volume) == (False, False)
    assert (view.mg_given, view.ml_given) == (pytest.approx(20.5), 2.05)
    assert (view.mg_calculated, view.ml_calculated) == (pytest.approx(20.0), pytest.approx(2.0))
    assert view.pump_gap == pytest.approx(0.025)
    assert not view.pump_flagged
    bench.feed(1220.0, PumpVolume(2.2, NURSE))
    assert giving(bench).pump_flagged, "the newest counts"


def test_without_a_concentration_the_pumps_volume_is_kept_and_compared_with_nothing() -> None:
    bench = at_the_chair(Plan(0.5, 80.0, 40.0))
    bench.feed(0.0, StartInfusion(NURSE))
    bench.feed(1200.0, StopInfusion(NURSE), PumpVolume(2.05, NURSE))
    view = giving(bench)
    assert (view.mg_given, view.ml_given) == (pytest.approx(20.0), 2.05)
    assert (view.pump_gap, view.pump_flagged) == (None, False)


@pytest.mark.parametrize("ml", [-0.1, 2000.1, math.nan])
def test_a_volume_that_cannot_be_is_refused(ml: float) -> None:
    bench = at_the_chair()
    bench.feed(0.0, StartInfusion(NURSE))
    bench.feed(1200.0, StopInfusion(NURSE), PumpVolume(ml, NURSE))
    assert refusals(bench) == ["volume-impossible"]
    assert giving(bench).asks_volume


def test_by_another_route_no_pump_is_asked_about() -> None:
    bench = at_the_chair(NASAL, "intranasal")
    bench.feed(10.0, GiveDose(56.0, NURSE))
    bench.feed(20.0, StopInfusion(NURSE), PumpStopped(True, NURSE), PumpVolume(2.0, NURSE))
    assert refusals(bench) == ["pump-none", "pump-none"]
    assert (giving(bench).asks_pump, giving(bench).asks_volume) == (False, False)
