"""How the drug is given, and what follows: when it acts and how often the cuff is due."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from chairs import BASELINE, Bench, cuff, numerics
from hypothesis import given
from hypothesis import strategies as st

from monitor.commands import StartInfusion
from monitor.infusion import InfusionClock
from monitor.limits import PROFILES
from monitor.phases import Phase
from monitor.plan import Plan
from monitor.routes import COURSES, Route
from monitor.schedule import (
    cuff_due_at,
    cuff_interval_s,
    in_window,
    window_ends_at,
    window_starts_at,
)

DOSE_AT = 600.0
MIN = 60.0


def clock(ended_at: float | None = None) -> InfusionClock:
    made = InfusionClock(Plan(None, 80.0, 40.0))
    made.run(DOSE_AT)
    if ended_at is not None:
        made.end(ended_at)
    return made


def minutes_due(route: Route, until_min: float, own_min: float = 5.0) -> list[float]:
    """The minutes after the dose at which a cuff is due that always comes at once."""
    dues: list[float] = []
    at: float = DOSE_AT
    while at < DOSE_AT + until_min * MIN:
        due = cuff_due_at(Phase.TREATING, own_min * MIN, clock(), at, 0.0, route)
        assert due is not None
        assert due > at
        at = due
        dues.append((at - DOSE_AT) / MIN)
    return dues


def test_every_route_has_a_course_and_every_profile_a_route() -> None:
    assert set(COURSES) == set(Route)
    assert {name: profile.route for name, profile in PROFILES.items()} == {
        "adult-iv": Route.IV,
        "elderly-iv": Route.IV,
        "im-sc": Route.IM_SC,
        "intranasal": Route.INTRANASAL,
        "oral": Route.ORAL,
    }


@pytest.mark.parametrize(
    ("route", "from_min", "to_min"),
    [(Route.IM_SC, 0, 60), (Route.INTRANASAL, 0, 90), (Route.ORAL, 15, 120)],
)
def test_the_window_counts_from_the_first_dose_whatever_is_said_of_an_end(
    route: Route, from_min: float, to_min: float
) -> None:
    begin, end = DOSE_AT + from_min * MIN, DOSE_AT + to_min * MIN
    for given_clock in (clock(), clock(ended_at=DOSE_AT + 1.0)):
        assert (window_starts_at(given_clock, route), window_ends_at(given_clock, route)) == (
            begin,
            end,
        )
        assert not in_window(given_clock, begin - 0.001, route)
        assert in_window(given_clock, begin, route)
        assert in_window(given_clock, end - 0.001, route)
        assert not in_window(given_clock, end, route)


def test_into_a_muscle_a_further_dose_is_a_new_one() -> None:
    twice = clock()
    twice.dose(DOSE_AT + 50 * MIN, 20.0)
    assert window_ends_at(twice, Route.IM_SC) == DOSE_AT + 110 * MIN
    assert window_starts_at(twice, Route.IM_SC) == DOSE_AT
    for after_min, interval_min in ((51, 5), (80, 5), (81, 10), (109, 10), (110, 15)):
        at = DOSE_AT + after_min * MIN
        assert cuff_interval_s(300.0, twice, at, Route.IM_SC) == interval_min * MIN


@pytest.mark.parametrize(("route", "end_min"), [(Route.INTRANASAL, 90), (Route.ORAL, 120)])
def test_by_nose_or_mouth_a_further_dose_is_a_part_of_the_first(
    route: Route, end_min: float
) -> None:
    twice = clock()
    twice.dose(DOSE_AT + 20 * MIN, 28.0)
    assert window_ends_at(twice, route) == DOSE_AT + end_min * MIN


@pytest.mark.parametrize("route", Route)
def test_without_a_dose_there_is_no_window(route: Route) -> None:
    never = InfusionClock(Plan(None, 80.0, 40.0))
    assert (window_starts_at(never, route), window_ends_at(never, route)) == (None, None)
    assert not in_window(never, 9999.0, route)


def test_into_a_muscle_every_five_minutes_for_thirty_then_every_ten_to_sixty() -> None:
    assert minutes_due(Route.IM_SC, 60) == [5, 10, 15, 20, 25, 30, 40, 50, 60]


def test_after_a_muscle_window_every_fifteen() -> None:
    due = cuff_due_at(Phase.RECOVERY, 300.0, clock(), DOSE_AT + 60 * MIN, 0.0, Route.IM_SC)
    assert due == DOSE_AT + 75 * MIN


def test_intranasal_every_ten_minutes_to_sixty_then_every_fifteen() -> None:
    assert minutes_due(Route.INTRANASAL, 90) == [10, 20, 30, 40, 50, 60, 75, 90]


def test_intranasal_at_forty_exactly_whatever_the_rhythm() -> None:
    for last_min in (31.0, 33.5, 39.9):
        last = DOSE_AT + last_min * MIN
        due = cuff_due_at(Phase.TREATING, 300.0, clock(), last, 0.0, Route.INTRANASAL)
        assert due == DOSE_AT + 40 * MIN
    at_forty = DOSE_AT + 40 * MIN
    after = cuff_due_at(Phase.TREATING, 300.0, clock(), at_forty, 0.0, Route.INTRANASAL)
    assert after == DOSE_AT + 50 * MIN


def test_by_mouth_every_fifteen() -> None:
    assert minutes_due(Route.ORAL, 120) == [15, 30, 45, 60, 75, 90, 105, 120]


def test_an_infusion_every_five_minutes_however_long() -> None:
    assert minutes_due(Route.IV, 60) == [float(minute) for minute in range(5, 65, 5)]


@pytest.mark.parametrize("route", Route)
def test_before_the_first_dose_the_own_interval_holds(route: Route) -> None:
    never = InfusionClock(Plan(None, 80.0, 40.0))
    assert cuff_due_at(Phase.BASELINE, 300.0, never, 100.0, 0.0, route) == 400.0


@given(
    route=st.sampled_from(Route),
    own_s=st.sampled_from([150.0, 300.0, 600.0, 1800.0]),
    since_s=st.floats(0, 3 * 3600, allow_nan=False),
)
def test_no_route_makes_the_interval_shorter_than_the_sessions_own(
    route: Route, own_s: float, since_s: float
) -> None:
    assert cuff_interval_s(own_s, clock(), DOSE_AT + since_s, route) >= own_s


@given(route=st.sampled_from(Route), one=st.floats(0, 9e3), two=st.floats(0, 9e3))
def test_after_the_dose_the_interval_never_gets_shorter_by_itself(
    route: Route, one: float, two: float
) -> None:
    early, late = sorted((one, two))
    course = COURSES[route]
    assert course.least_interval_s(early) <= course.least_interval_s(late)
    assert course.least_interval_s(-math.inf) <= course.least_interval_s(early)


# ---- at the chair


def test_a_lost_probe_escalates_only_when_the_drug_acts() -> None:
    """By mouth: nothing is expected in the first quarter of an hour."""

    def medium_at(begin: float) -> list[float]:
        bench = Bench(treating=False, technical=True, profile=PROFILES["oral"])
        bench.feed(0.0, BASELINE, StartInfusion("AK"))
        bench.feed(begin, numerics(hr=70.0, spo2=97.0))
        at = begin
        while at < begin + 60.0:
            at += 1.0
            bench.feed(at, numerics(hr=70.0))
        bench.wait(begin + 61.0)
        return [
            when
            for when, alarm, priority, _state in bench.alarms()
            if alarm == "sensor-off" and priority == "medium"
        ]

    assert medium_at(100.0) == []
    (escalated,) = medium_at(15 * MIN)
    assert escalated == 15 * MIN + 5.0 + 30.0


def test_the_core_wakes_when_the_window_opens_and_when_it_ends() -> None:
    bench = Bench(treating=False, profile=PROFILES["oral"])
    bench.feed(10.0, BASELINE, StartInfusion("AK"))
    bench.wait(10.0 + 15 * MIN)
    assert bench.core.state.window_open
    bench.wait(10.0 + 120 * MIN - 1.0)
    assert bench.core.state.window_open
    bench.wait(10.0 + 120 * MIN)
    assert not bench.core.state.window_open


def test_a_medium_alarm_keeps_the_window_open() -> None:
    bench = Bench(treating=False, profile=replace(PROFILES["im-sc"]))
    bench.feed(0.0, BASELINE, StartInfusion("AK"))
    bench.feed(59 * MIN, cuff(170, 90))
    bench.feed(59.5 * MIN, cuff(170, 90))
    bench.wait(61 * MIN)
    assert bench.core.state.window_open
    bench.feed(62 * MIN, cuff(130, 80))
    bench.wait(63 * MIN)
    assert not bench.core.state.window_open
