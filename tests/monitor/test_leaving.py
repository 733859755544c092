"""The criteria of leaving that are measured: time, pressure, rates."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from leaving_examples import ENDED, MIN, better

from monitor.outcomes import BaselineAccepted
from monitor.routes import Route
from monitor.treatment.leaving import (
    FRESH_S,
    LeavingFacts,
    Measured,
    Pressure,
    heart,
    low_enough,
    oxygen,
    pressure,
    waited,
)


def with_cuffs(*readings: tuple[float, float, float], **changes: object) -> LeavingFacts:
    """(minute, systolic, diastolic)"""
    cuffs = tuple(Pressure(minute * MIN, sbp, dbp) for minute, sbp, dbp in readings)
    return replace(ENDED, cuffs=cuffs, **changes)


def met(*readings: tuple[float, float, float], **changes: object) -> bool | None:
    return pressure(with_cuffs(*readings, **changes)).met


# ---- time


@pytest.mark.parametrize(
    ("route", "from_min"),
    [
        (Route.IV, 50 + 60),
        (Route.IM_SC, 50 + 60),
        (Route.INTRANASAL, 10 + 120),
        (Route.ORAL, 10 + 120),
    ],
)
def test_each_route_has_its_time(route: Route, from_min: float) -> None:
    facts = replace(ENDED, route=route)
    assert facts.leave_from_s == from_min * MIN
    assert waited(replace(facts, now=from_min * MIN - 0.001)).met is False
    assert waited(replace(facts, now=from_min * MIN)).met is True


def test_while_an_infusion_runs_nobody_knows_when_it_ends() -> None:
    running = replace(ENDED, done_at=None)
    assert running.leave_from_s is None
    assert waited(running).met is None


# ---- pressure


def test_two_readings_ten_minutes_apart_that_do_not_rise() -> None:
    assert met((100, 130, 80), (110, 128, 79)) is True
    assert met((100.01, 130, 80), (110, 128, 79)) is None, "not ten minutes apart"
    assert met((110, 128, 79)) is None
    assert met() is None


def test_readings_differ_by_chance_and_that_is_no_rise() -> None:
    assert met((100, 130, 80), (110, 135, 85)) is True
    assert met((100, 130, 80), (110, 136, 80)) is False
    assert met((100, 130, 80), (110, 130, 86)) is False


def test_the_newest_reading_that_is_early_enough_is_the_first_of_the_two() -> None:
    rising = ((85, 120, 75), (100, 130, 80), (105, 131, 80), (110, 128, 79))
    line = pressure(with_cuffs(*rising))
    assert line.met is True
    assert line.evidence[0] == ("leave-bp-was", "130/80", "at:6000")


def test_a_high_reading_between_the_two_is_not_passed_over() -> None:
    assert met((100, 130, 80), (105, 171, 80), (110, 128, 79)) is False
    assert met((95, 171, 80), (100, 130, 80), (110, 128, 79)) is True


@pytest.mark.parametrize(
    ("sbp", "dbp", "baseline", "low"),
    [
        (149, 94, (124, 76), True),
        (150, 80, (124, 76), False),
        (130, 95, (124, 76), False),
        (155, 85, (145, 80), True),
        (156, 85, (145, 80), False),
        (154, 93, (145, 80), False),
        (160, 100, (158, 94), True),
        (161, 90, (158, 94), False),
        (150, 80, None, False),
        (149, 80, None, True),
        (89, 60, (124, 76), False),
        (89, 60, None, False),
        (90, 60, (124, 76), True),
        (88, 50, (86, 50), True),
    ],
)
def test_low_enough_is_below_150_95_or_near_the_baseline(
    sbp: float, dbp: float, baseline: tuple[float, float] | None, low: bool
) -> None:
    known = None if baseline is None else BaselineAccepted(*baseline, None, None)
    assert low_enough(Pressure(0.0, sbp, dbp), known) is low


def test_an_old_reading_is_no_evidence() -> None:
    old = ((80, 130, 80), (89, 128, 79), (90, 128, 79))
    assert met(*old) is True
    assert met(*old, now=90 * MIN + FRESH_S + 1.0) is None
    too_high = (*old, (91, 170, 90))
    assert met(*too_high, now=92 * MIN + FRESH_S) is False, "old, but not forgotten"


pressures = st.lists(
    st.tuples(st.integers(0, 70), st.integers(85, 165), st.integers(50, 105)),
    min_size=1,
    max_size=8,
    unique_by=lambda one: one[0],
)


@given(pressures, st.integers(1, 80))
def test_a_higher_last_pressure_never_lets_anybody_go(readings, by) -> None:
    ordered = [(50 + minute, sbp, dbp) for minute, sbp, dbp in sorted(readings)]
    minute, sbp, dbp = ordered[-1]
    for worse in ((sbp + by, dbp), (sbp, dbp + by), (sbp + by, dbp + by)):
        if not low_enough(Pressure(0.0, sbp, dbp), ENDED.baseline) and sbp < 90:
            continue  # too low: a higher one is not worse
        before = met(*ordered)
        after = met(*ordered[:-1], (minute, *worse))
        assert better(after) <= better(before)


@given(pressures)
def test_who_may_leave_by_the_pressure_has_two_that_are_low_enough(readings) -> None:
    ordered = [(50 + minute, sbp, dbp) for minute, sbp, dbp in sorted(readings)]
    if met(*ordered):
        last = ordered[-1]
        good = [one for one in ordered if low_enough(Pressure(0.0, *one[1:]), ENDED.baseline)]
        assert last in good
        assert any(last[0] - one[0] >= 10 for one in good)


# ---- rates


@pytest.mark.parametrize(
    ("value", "resting", "fits"),
    [
        (50, 72, True),
        (100, 72, True),
        (101, 72, False),
        (49, 72, False),
        (44, 55, True),
        (43, 55, False),
        (110, 92, True),
        (111, 92, False),
        (101, None, False),
        (60, None, True),
    ],
)
def test_the_heart_rate_is_near_the_baseline_or_at_rest(
    value: float, resting: float | None, fits: bool
) -> None:
    facts = replace(
        ENDED,
        baseline=BaselineAccepted(None, None, resting, None),
        heart=Measured(value, 119 * MIN),
    )
    assert heart(facts).met is fits


@pytest.mark.parametrize(
    ("value", "resting", "on_oxygen", "fits"),
    [
        (94, 98, False, True),
        (93, 98, False, False),
        (92, 92, False, True),
        (97, 98, True, False),
        (98, 98, True, True),
        (99, None, True, False),
        (94, None, False, True),
    ],
)
def test_the_saturation_is_at_the_baseline_or_94_on_room_air(
    value: float, resting: float | None, on_oxygen: bool, fits: bool
) -> None:
    facts = replace(
        ENDED,
        baseline=BaselineAccepted(None, None, None, resting),
        spo2=Measured(value, 119 * MIN),
        on_oxygen=on_oxygen,
    )
    line = oxygen(facts)
    assert line.met is fits
    assert (("leave-on-oxygen",) in line.evidence) is on_oxygen


def test_rates_age_too() -> None:
    facts = replace(ENDED, heart=Measured(72, 89 * MIN), spo2=Measured(98, 89 * MIN))
    assert (heart(facts).met, oxygen(facts).met) == (None, None)
    bad = replace(ENDED, heart=Measured(130, 89 * MIN), spo2=Measured(88, 89 * MIN))
    assert (heart(bad).met, oxygen(bad).met) == (False, False)


def test_what_no_monitor_measures_is_looked_at_by_a_person() -> None:
    facts = replace(ENDED, has_heart=False, has_spo2=False)
    assert heart(facts).by_hand
    assert oxygen(facts).by_hand
    assert not heart(ENDED).by_hand
    assert heart(ENDED).met is None
