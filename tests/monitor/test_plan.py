"""What has been given: arithmetic that has to be right to the hundredth of a milligram."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.people import ImpossibleEntry
from monitor.phases import TRANSITIONS, Phase, Step
from monitor.plan import DOSE_MG_PER_KG, MINUTES, InfusionClock, Plan

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


@pytest.mark.parametrize("dose", DOSE_MG_PER_KG)
@pytest.mark.parametrize("minutes", MINUTES)
def test_a_plan_may_reach_its_bounds(dose: float, minutes: float) -> None:
    assert Plan(dose, 80.0, minutes).dose_mg == dose * 80.0


@pytest.mark.parametrize(
    ("dose", "minutes", "field"),
    [
        (0.04, 40.0, "dose"),
        (2.1, 40.0, "dose"),
        (float("nan"), 40.0, "dose"),
        (0.5, 0.9, "duration"),
        (0.5, 241.0, "duration"),
        (None, 0.0, "duration"),
    ],
)
def test_an_impossible_plan_is_refused_by_name(
    dose: float | None, minutes: float, field: str
) -> None:
    with pytest.raises(ImpossibleEntry) as refused:
        Plan(dose, 80.0, minutes)
    assert refused.value.field == field
