"""What has been given: arithmetic that has to be right to the hundredth of a milligram."""

from __future__ import annotations

import pytest
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st

from monitor.infusion import InfusionClock
from monitor.phases import TRANSITIONS, Phase, Step
from monitor.plan import DOSE_MG_PER_KG, MINUTES, Plan

PLAN = Plan(0.5, 80.0, 40.0)
PLANS = st.builds(
    Plan,
    st.floats(*DOSE_MG_PER_KG).map(lambda dose: round(dose, 2)),
    st.floats(25, 350).map(lambda weight: round(weight, 1)),
    st.floats(*MINUTES).map(round).map(float),
)
RUNNING = {Step.START, Step.RESUME, Step.PAUSE, Step.STOP}
HANDS = st.lists(
    st.tuples(st.integers(1, 2_000_000), st.sampled_from(sorted(RUNNING))), max_size=30
)


def follow(plan: Plan, hands: list[tuple[int, Step]]) -> tuple[InfusionClock, list[float], float]:
    """The clock after the hands that the table of phases lets through, and its running times."""
    clock, phase, now, stretches, since = InfusionClock(plan), Phase.BASELINE, 0.0, [], None
    for wait_ms, step in hands:
        now = round(now + wait_ms / 1000, 3)
        after = TRANSITIONS[phase].get(step)
        if after is None:
            continue
        phase = after
        if since is not None:
            stretches.append(now - since)
        since = now if phase is Phase.TREATING else None
        {
            Step.START: clock.run,
            Step.RESUME: clock.run,
            Step.PAUSE: clock.hold,
            Step.STOP: clock.end,
        }[step](now)
    if since is not None:
        stretches.append(now + 60.0 - since)
    return clock, stretches, now + 60.0


@given(PLANS, HANDS)
def test_mg_given_is_the_integral_of_the_rate_over_the_running_time(
    plan: Plan, hands: list[tuple[int, Step]]
) -> None:
    clock, stretches, now = follow(plan, hands)
    assert plan.dose_mg is not None
    rate_per_s = plan.dose_mg / (plan.minutes * 60.0)
    integral = sum(rate_per_s * stretch for stretch in stretches)
    assert clock.ran_s(now) == pytest.approx(sum(stretches), abs=1e-6)
    assert clock.mg_given(now) == pytest.approx(min(plan.dose_mg, integral), abs=0.01)


@given(PLANS, HANDS, st.lists(st.integers(0, 3600), min_size=2, max_size=9))
def test_mg_given_never_shrinks_and_never_exceeds_the_dose(
    plan: Plan, hands: list[tuple[int, Step]], looks: list[int]
) -> None:
    clock, _stretches, now = follow(plan, hands)
    seen = [clock.mg_given(now + look) for look in sorted(looks)]
    given_mg = [mg for mg in seen if mg is not None]
    assert given_mg == sorted(given_mg)
    assert plan.dose_mg is not None
    assert given_mg[-1] <= plan.dose_mg


def test_half_a_milligram_a_kilogram_over_forty_minutes() -> None:
    clock = InfusionClock(PLAN)
    assert (PLAN.dose_mg, PLAN.mg_per_min) == (40.0, 1.0)
    assert clock.mg_given(100.0) == 0.0
    clock.run(100.0)
    assert clock.mg_given(700.0) == pytest.approx(10.0)
    assert clock.runs_out_at() == 2500.0
    clock.hold(700.0)
    assert clock.runs_out_at() is None
    clock.run(1000.0)
    assert clock.started_at == 100.0
    assert clock.runs_out_at() == 2800.0
    clock.end(1300.0)
    assert (clock.ended_at, clock.running) == (1300.0, False)
    assert clock.mg_given(9999.0) == pytest.approx(15.0)


def test_without_a_dose_or_a_weight_nothing_is_calculated() -> None:
    for plan in (Plan(None, 80.0, 40.0), Plan(0.5, None, 40.0)):
        clock = InfusionClock(plan)
        clock.run(0.0)
        assert plan.dose_mg is None
        assert plan.mg_per_min is None
        assert clock.mg_given(600.0) is None
        assert clock.ran_s(600.0) == 600.0


# ---- rates


@st.composite
def _courses(draw: st.DrawFn) -> tuple[Plan, list[tuple[int, str, float]]]:
    """A plan, and what was done to its pump at which whole second."""
    weight, per_kg = draw(st.integers(25, 350)), draw(st.integers(5, 200)) / 100
    plan = Plan(per_kg, float(weight), float(draw(st.integers(1, 60))))
    done = [(0, "run", 0.0)]
    for _ in range(draw(st.integers(0, 8))):
        at = done[-1][0] + draw(st.integers(0, 900))
        action = draw(st.sampled_from(["hold", "run", "change"]))
        done.append((at, action, draw(st.integers(1, 20_000)) / 1000))
    return plan, done


def _second_by_second(
    plan: Plan, done: list[tuple[int, str, float]], until: int
) -> tuple[float, int]:
    """The same sum the slow way: mg given and seconds run, one second after the other."""
    rate = set_to = 0.0
    mg, ran, free = 0.0, 0, False
    dose, own = plan.dose_mg or 0.0, plan.mg_per_min or 0.0
    set_to = own
    for second in range(until):
        for at, action, to in done:
            if at != second:
                continue
            if action == "change":
                set_to, free = to, free or to > own
            rate = 0.0 if action == "hold" else set_to
        ran += rate > 0.0
        mg = mg + rate / 60.0 if free or mg + rate / 60.0 < dose else max(mg, dose)
    return mg, ran


@share_of_examples(0.6)
@given(_courses())
def test_whatever_was_done_to_the_pump_it_is_the_integral_of_the_rates(
    course: tuple[Plan, list[tuple[int, str, float]]],
) -> None:
    plan, done = course
    clock = InfusionClock(plan)
    for at, action, to in done:
        if action == "change":
            clock.change(float(at), to)
        else:
            (clock.run if action == "run" else clock.hold)(float(at))
    until = done[-1][0] + 600
    mg, ran = _second_by_second(plan, done, until)
    assert clock.mg_given(float(until)) == pytest.approx(mg, abs=0.01)
    assert clock.ran_s(float(until)) == ran
    assert clock.paused_s(float(until)) == until - ran
    assert clock.ran_s(float(until)) == pytest.approx(
        sum((float(until) if to is None else to) - begin for begin, to in clock.runs)
    )


@given(_courses(), st.integers(0, 7200), st.integers(0, 7200))
def test_what_is_in_stays_in(
    course: tuple[Plan, list[tuple[int, str, float]]], one: int, two: int
) -> None:
    plan, done = course
    clock = InfusionClock(plan)
    for at, action, to in done:
        if action == "change":
            clock.change(float(at), to)
        else:
            (clock.run if action == "run" else clock.hold)(float(at))
    early, late = clock.mg_given(min(one, two)), clock.mg_given(max(one, two))
    assert early is not None
    assert late is not None
    assert 0.0 <= early <= late


@given(_courses())
def test_when_it_runs_out_all_of_the_dose_is_in(
    course: tuple[Plan, list[tuple[int, str, float]]],
) -> None:
    plan, done = course
    clock = InfusionClock(plan)
    for at, action, to in done:
        if action == "change":
            clock.change(float(at), to)
        else:
            (clock.run if action == "run" else clock.hold)(float(at))
    runs_out_at = clock.runs_out_at()
    if runs_out_at is None:
        assert not clock.running
        return
    assert plan.dose_mg is not None
    given_mg = clock.mg_given(runs_out_at)
    assert given_mg is not None
    assert given_mg >= plan.dose_mg - 0.01


def test_half_the_rate_takes_twice_the_time_that_is_left() -> None:
    clock = InfusionClock(PLAN)
    clock.run(0.0)
    clock.change(1200.0, 0.5)  # 20 of 40 mg are in
    assert clock.runs_out_at() == 1200.0 + 2400.0
    assert clock.mg_given(2400.0) == pytest.approx(30.0)
    clock.hold(2400.0)
    assert clock.runs_out_at() is None
    clock.run(3000.0)
    assert clock.set_mg_per_min == 0.5, "it goes on at the last rate"
    assert clock.runs_out_at() == 3000.0 + 1200.0
    assert (clock.pauses, clock.paused_s(9999.0)) == (1, 600.0)


def test_a_syringe_that_nobody_set_faster_holds_the_plan_and_no_more() -> None:
    clock = InfusionClock(PLAN)
    clock.run(0.0)
    assert clock.mg_given(9000.0) == 40.0
    clock.change(9000.0, 0.9)
    assert clock.mg_given(12_000.0) == 40.0
    clock.change(12_000.0, 1.5)
    assert clock.mg_given(12_600.0) == pytest.approx(55.0)
    clock.change(12_600.0, 1.0)
    assert clock.mg_given(12_660.0) == pytest.approx(56.0), "what was raised stays so"


def test_a_rate_nobody_knows_makes_no_number_until_somebody_says_it() -> None:
    clock = InfusionClock(Plan(None, 80.0, 40.0))
    clock.run(10.0)
    assert clock.mg_given(10.0) is None
    clock.change(10.0, 1.0)
    assert clock.mg_given(70.0) == pytest.approx(1.0)
    assert clock.runs_out_at() == 10.0 + 2400.0
    blind = InfusionClock(Plan(None, 80.0, 40.0))
    blind.run(10.0)
    blind.change(20.0, 1.0)
    assert blind.mg_given(80.0) is None


# ---- doses


def test_doses_add_up_and_do_not_run() -> None:
    clock = InfusionClock(Plan(None, None, 40.0, fixed_mg=84.0))
    assert clock.mg_given(50.0) == 0.0
    for at in (100.0, 400.0, 700.0):
        clock.dose(at, 28.0)
    assert (clock.started_at, clock.last_dose_at, clock.last_at) == (100.0, 700.0, 700.0)
    assert [clock.mg_given(at) for at in (99.0, 100.0, 500.0, 9999.0)] == [0.0, 28.0, 56.0, 84.0]
    assert (clock.running, clock.under_way, clock.runs_out_at()) == (False, False, None)
    assert (clock.ran_s(9999.0), clock.pauses, clock.runs) == (0.0, 0, [])


def test_a_dose_nobody_knows_makes_no_sum() -> None:
    clock = InfusionClock(Plan(None, None, 40.0))
    assert clock.mg_given(0.0) is None
    clock.dose(10.0, None)
    assert clock.mg_given(10.0) is None
    clock.dose(20.0, 10.0)
    assert clock.mg_given(30.0) is None


def test_the_last_thing_that_was_entered_is_known() -> None:
    clock = InfusionClock(PLAN)
    assert clock.last_at is None
    clock.run(10.0)
    assert clock.under_way
    clock.hold(20.0)
    clock.end(30.0)
    assert (clock.last_at, clock.under_way) == (30.0, False)
    assert (clock.pauses, clock.paused_s(9999.0)) == (1, 10.0)
    assert clock.runs == [(10.0, 20.0)]


def test_an_end_is_no_pause() -> None:
    clock = InfusionClock(PLAN)
    clock.run(10.0)
    clock.end(30.0)
    assert (clock.pauses, clock.paused_s(9999.0)) == (0, 0.0)
