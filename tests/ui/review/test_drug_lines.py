from __future__ import annotations

from dataclasses import replace

from monitor.commands import StopInfusion
from monitor.limits import PROFILES
from monitor.plan import Plan
from monitor.treatment.commands import (
    ChangeRate,
    DrawDrug,
    GiveDose,
    PumpStopped,
    PumpVolume,
    SetPlan,
    WasteDrug,
)
from tests.ui.past_examples import DRIP, NURSE, OTHER, SPRAY, Recorded, treatment


def test_a_plan_is_the_whole_line_of_the_dose() -> None:
    higher = replace(DRIP, mg_per_kg=0.75)
    record = Recorded().say(30.0, SetPlan(DRIP, NURSE), SetPlan(higher, NURSE, second=OTHER))
    assert not record.refusals()
    assert record.told(29.0) == [
        (
            30.0,
            "Plan: 0.5 mg/kg = 41 mg = 4.1 mL over 40 min · last time 38 mg",
            "by Nurse 1",
        ),
        (
            30.0,
            "Plan: 0.75 mg/kg = 61.5 mg = 6.15 mL over 40 min · last time 38 mg",
            "by Nurse 1 · second: Nurse 2",
        ),
    ]


def test_a_plan_for_another_route_names_its_limits_and_its_drug() -> None:
    record = Recorded().say(30.0, SetPlan(SPRAY, NURSE, PROFILES["intranasal"]))
    assert not record.refusals()
    assert record.told(29.0) == [
        (30.0, "Plan: Esketamine 0.68 mg/kg = 56 mg · last time 38 mg", "Intranasal · by Nurse 1")
    ]


def test_a_plan_without_a_weight_is_told_as_far_as_it_is_known() -> None:
    bare = Plan(0.5, None, 40.0)
    record = Recorded(treatment(bare)).say(5.0, SetPlan(bare, NURSE))
    assert [line[1] for line in record.told() if "Plan" in line[1]] == ["Plan: 0.5 mg/kg"]


def test_what_was_drawn_and_thrown_away_names_the_vial_and_the_witness() -> None:
    record = Recorded().say(40.0, DrawDrug(50.0, "A12", "2032-03", NURSE, "7"))
    record.say(50.0, WasteDrug(9.0, "A12", OTHER, NURSE, "7"))
    assert not record.refusals()
    assert record.told(39.0) == [
        (40.0, "Drawn 50 mg", "lot A12 · vial 7 · expires 2032-03 · by Nurse 1"),
        (50.0, "Wasted 9 mg", "lot A12 · vial 7 · witness Nurse 2 · by Nurse 1"),
    ]


def test_a_vial_past_its_date_says_who_agreed() -> None:
    record = Recorded().say(40.0, DrawDrug(50.0, "A12", "2020-03", NURSE, second=OTHER))
    assert "expired, used with Nurse 2" in record.told()[-1][2]


def test_a_rate_is_in_mg_per_min_and_as_the_pump_is_set() -> None:
    record = Recorded().started().say(1200.0, ChangeRate(0.5, NURSE, 90.0))
    assert not record.refusals()
    assert record.told()[-1] == (
        1110.0,
        "Rate 0.5 mg/min = 3 mL/h",
        "by Nurse 1 · entered 20:00",
    )


def test_without_a_concentration_a_rate_is_in_mg_per_min_alone() -> None:
    plan = replace(DRIP, concentration_mg_per_ml=None)
    record = Recorded(treatment(plan)).started().say(1200.0, ChangeRate(0.5, NURSE))
    assert record.told()[-1][1] == "Rate 0.5 mg/min"


def test_a_dose_by_another_route_stands_where_it_was_given() -> None:
    plan = Plan(0.5, 82.0, 40.0)
    record = Recorded(treatment(plan, "im-sc")).ready().say(600.0, GiveDose(41.0, NURSE, 120.0))
    assert not record.refusals()
    assert record.told(100.0) == [(480.0, "Dose 1: 41 mg", "by Nurse 1 · entered 10:00")]


def test_the_pumps_figure_stands_beside_the_calculated_one() -> None:
    record = Recorded().started().say(2100.0, StopInfusion(NURSE))
    record.say(2110.0, PumpStopped(False, NURSE), PumpStopped(True, NURSE))
    record.say(2120.0, PumpVolume(3.0, NURSE))
    assert not record.refusals()
    assert record.told(2101.0) == [
        (2110.0, "The pump still runs", "by Nurse 1"),
        (2110.0, "The pump stands", "by Nurse 1"),
        (2120.0, "Pump says 3 mL", "calculated 2.56 mL · +17 % off · by Nurse 1"),
    ]


def test_a_pump_that_agrees_is_told_without_a_difference() -> None:
    record = Recorded().started().say(2100.0, StopInfusion(NURSE))
    record.say(2120.0, PumpVolume(2.6, NURSE))
    assert record.told()[-1][2] == "calculated 2.56 mL · by Nurse 1"
