"""The plan of a session: who looks at it, when it may change, and which limits go with it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chairs import Bench, cuff
from treatments import (
    DRIP,
    NASAL,
    NURSE,
    OTHER,
    at_the_chair,
    giving,
    refusals,
)

from monitor.commands import (
    Acknowledge,
    ChangeLimit,
    StartInfusion,
)
from monitor.limits import PROFILES, LimitProfile, Modifier
from monitor.outcomes import AlarmPhase, LimitChanged, Refused
from monitor.people import Course
from monitor.phases import Phase
from monitor.plan import Plan
from monitor.routes import Route
from monitor.treatment.commands import (
    GiveDose,
    SetPlan,
)

MIN = 60.0
LOW_MEAN = replace(cuff(158, 80), map=50.0)


def test_the_plan_may_be_changed_until_the_first_dose() -> None:
    bench = at_the_chair()
    bench.feed(10.0, SetPlan(Plan(0.4, 80.0, 50.0), NURSE))
    assert giving(bench).line is not None
    assert bench.core.state.clock.plan.dose_mg == 32.0
    bench.feed(20.0, StartInfusion(NURSE))
    bench.feed(620.0, SetPlan(DRIP, NURSE))
    assert refusals(bench) == ["plan-stands"]
    assert giving(bench).mg_given == pytest.approx(6.4)
    assert giving(bench).runs_out_s == 20.0 + 50 * MIN


def test_a_profile_in_the_plan_is_the_session_from_then_on() -> None:
    bench = Bench(treating=False, flow=False)
    bench.feed(5.0, ChangeLimit("sbp-high", 150.0, NURSE))
    bench.feed(10.0, SetPlan(NASAL, NURSE, PROFILES["intranasal"]))
    state = bench.core.state
    assert (state.profile.name, state.profile.route) == ("intranasal", Route.INTRANASAL)
    assert (state.profile.changed, state.moved) == ({}, {})
    assert bench.of(LimitChanged)[-1] == LimitChanged("sbp-high", 150.0, 160.0, NURSE)
    bench.feed(20.0, StartInfusion(NURSE))
    assert giving(bench).mg_given == 56.0


def test_what_is_known_of_the_patient_outlives_a_change_of_plan() -> None:
    known = replace(PROFILES["adult-iv"], modifiers=frozenset({Modifier.SEDATIVES}))
    oxygen = replace(PROFILES["im-sc"], modifiers=frozenset({Modifier.OXYGEN}))
    bench = Bench(treating=False, profile=known)
    bench.feed(10.0, SetPlan(NASAL, NURSE, oxygen))
    assert bench.core.state.profile.modifiers == {Modifier.SEDATIVES, Modifier.OXYGEN}


def test_what_is_known_already_is_judged_by_the_new_limits_at_once() -> None:
    strict = PROFILES["elderly-iv"].with_limit("hr-high", 95.0)
    strict = replace(strict, own={**strict.own, **strict.changed}, changed={})
    bench = Bench(treating=False, flow=False)
    bench.stream(0.0, 30.0, hr=100.0)
    assert bench.alarms() == []
    bench.feed(29.5, SetPlan(DRIP, NURSE, strict))
    bench.stream(30.0, 60.0, hr=100.0)
    assert [alarm for _at, alarm, _priority, _state in bench.alarms()] == ["hr-high"]


def reasons(bench: Bench) -> set[str]:
    views = bench.core.judge.engine.views(bench.core.now)
    return {reason for view in views for reason in view.reasons}


def test_the_rows_that_a_new_profile_switches_on_are_alarms_from_then_on() -> None:
    with_rows = PROFILES["adult-iv"].switch_on(["map-low", "rpp-high"])
    bench = Bench(treating=False, flow=False)
    bench.stream(0.0, 40.0, hr=105.0)
    bench.feed(40.0, LOW_MEAN, LOW_MEAN)
    assert not reasons(bench) & {"map-low", "rpp-high"}
    bench.feed(41.0, SetPlan(DRIP, NURSE, with_rows))
    bench.feed(42.0, LOW_MEAN, LOW_MEAN)
    bench.stream(43.0, 120.0, hr=105.0)
    assert reasons(bench) >= {"map-low", "rpp-high"}


def test_the_rows_that_a_new_profile_does_not_switch_on_are_alarms_no_more() -> None:
    with_rows = PROFILES["adult-iv"].switch_on(["map-low", "rpp-high"])
    bench = Bench(treating=False, flow=False, profile=with_rows)
    bench.feed(10.0, LOW_MEAN, LOW_MEAN)
    bench.stream(11.0, 100.0, hr=105.0)
    assert reasons(bench) >= {"map-low", "rpp-high"}
    bench.feed(100.0, SetPlan(DRIP, NURSE, PROFILES["adult-iv"]))
    views = bench.core.judge.engine.views(100.0)
    assert {view.state for view in views} == {AlarmPhase.LATCHED}, "a message, and no sound"
    bench.feed(101.0, *(Acknowledge(view.key, NURSE) for view in views))
    bench.feed(102.0, LOW_MEAN)
    bench.stream(103.0, 140.0, hr=105.0)
    assert not reasons(bench) & {"map-low", "rpp-high"}


@pytest.mark.parametrize(
    ("plan", "profile", "field"),
    [
        (Plan(2.0, 80.0, 1.0), None, "rate"),
        (Plan(None, 80.0, 40.0, fixed_mg=400.0), PROFILES["intranasal"], "dose"),
        (Plan(0.5, 20.0, 40.0), None, "weight"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_and_changes_nothing(
    plan: Plan, profile: LimitProfile | None, field: str
) -> None:
    bench = at_the_chair()
    before = giving(bench)
    bench.feed(0.0, SetPlan(plan, NURSE, profile))
    assert refusals(bench) == [f"plan-impossible-{field}"]
    assert giving(bench) == before
    assert bench.core.state.profile is PROFILES["adult-iv"]


@pytest.mark.parametrize(
    ("plan", "last_mg", "why"),
    [
        (Plan(1.2, 80.0, 60.0), None, "needs-second-iv-above-1"),
        (Plan(0.9, 80.0, 60.0), 40.0, "needs-second-above-last"),
    ],
)
def test_a_dose_that_wants_a_second_person_is_not_begun_without_one(
    plan: Plan, last_mg: float | None, why: str
) -> None:
    bench = at_the_chair(plan, course=Course(last_mg=last_mg))
    bench.feed(10.0, StartInfusion(NURSE))
    bench.feed(11.0, SetPlan(plan, NURSE, second=" nurse 1 "))
    assert refusals(bench) == [why, "second-is-self"]
    assert bench.core.state.phase is Phase.BASELINE
    bench.feed(20.0, SetPlan(plan, NURSE, second=OTHER), StartInfusion(NURSE))
    assert bench.core.state.phase is Phase.TREATING
    assert giving(bench).second == OTHER
    assert giving(bench).wants_second == (why.removeprefix("needs-second-"),)


def test_a_nasal_dose_that_wants_a_second_person_is_not_begun_either() -> None:
    bench = at_the_chair(NASAL, "intranasal", course=Course(last_mg=28.0))
    bench.feed(10.0, GiveDose(28.0, NURSE))
    [refused] = bench.of(Refused)
    assert isinstance(refused, Refused)
    assert (refused.command, refused.reason) == ("give-dose", "needs-second-above-last")
    assert giving(bench).doses == ()


def test_elsewhere_nobody_is_kept_from_starting() -> None:
    bench = at_the_chair(Plan(1.2, 80.0, 60.0), flow=False)
    bench.feed(10.0, StartInfusion(NURSE))
    assert bench.core.state.phase is Phase.TREATING
    assert giving(bench).wants_second == ("iv-above-1",)


def test_a_weight_that_is_far_off_wants_a_confirm() -> None:
    bench = at_the_chair(course=Course(last_weight_kg=70.0))
    assert giving(bench).wants_confirm == ("weight-differs",)
