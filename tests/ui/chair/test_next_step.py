from dataclasses import replace

import pictures
import pytest

from monitor.phases import Phase
from monitor.treatment.view import DoseView
from tests.ui.chair import treatment_examples as examples
from ui.chair.next_step import STEPS, Next, is_given, next_of
from ui.view_state import ChairView

GO, CAUTION, NO_GO = examples.GO, examples.CAUTION, examples.NO_GO


def step(phase: Phase, decision=None, plan=examples.UNPLANNED, profile="adult-iv", doses=()):
    given = examples.giving(plan, profile, doses=doses)
    checked = examples.checks(*examples.clear(), decision=decision, readings=3)
    view = examples.view_of(examples.picture(phase, checked, given, profile=profile))
    return next_of(view, watch_only=False)


def test_the_screening_comes_first():
    assert step(Phase.SCREENING) is Next.SCREENING


@pytest.mark.parametrize(
    ("decision", "plan", "wanted"),
    [
        (None, examples.UNPLANNED, Next.PLAN),
        (CAUTION, examples.UNPLANNED, Next.PLAN),
        (NO_GO, examples.UNPLANNED, Next.DECISION),
        (None, examples.PLANNED, Next.DECISION),
        (CAUTION, examples.PLANNED, Next.DECISION),
        (examples.SIGNED, examples.PLANNED, Next.START),
        (GO, examples.PLANNED, Next.START),
    ],
)
def test_before_the_start_it_is_the_plan_then_the_decision_then_the_start(decision, plan, wanted):
    assert step(Phase.BASELINE, decision, plan) is wanted


def test_a_spray_is_given_device_by_device_and_then_it_is_recovery():
    plan = replace(examples.UNPLANNED, fixed_mg=56.0)
    one = DoseView(10.0, 28.0, "Nurse 1")
    nasal = {"plan": plan, "profile": "intranasal"}
    assert step(Phase.BASELINE, GO, **nasal) is Next.DOSE
    assert step(Phase.TREATING, GO, doses=(one,), **nasal) is Next.DOSE
    assert step(Phase.TREATING, GO, doses=(one, one), **nasal) is Next.STOP


@pytest.mark.parametrize(
    ("phase", "wanted"),
    [
        (Phase.TREATING, Next.STOP),
        (Phase.PAUSED, Next.STOP),
        (Phase.RECOVERY, Next.DISCHARGE),
        (Phase.DISCHARGE, Next.LEAVING),
        (Phase.SIGNED, Next.REVIEW),
    ],
)
def test_after_the_start_of_an_infusion(phase, wanted):
    assert step(phase, GO, examples.PLANNED) is wanted


def plain(phase: Phase) -> ChairView:
    return ChairView(replace(pictures.baseline(), phase=phase), 0.0, 0.0)


def test_a_session_that_is_only_recorded_goes_as_ever():
    assert next_of(plain(Phase.BASELINE), watch_only=False) is Next.START
    assert next_of(plain(Phase.BASELINE), watch_only=True) is Next.END
    assert next_of(plain(Phase.RECOVERY), watch_only=False) is Next.END
    assert next_of(plain(Phase.PLANNED), watch_only=False) is None


def test_a_rounding_error_is_no_missing_dose():
    plan = replace(examples.PLANNED, mg_per_kg=0.33)
    third = (plan.dose_mg or 0.0) / 3
    thirds = tuple(DoseView(1.0, third, "Nurse 1") for _ in range(3))
    assert is_given(examples.giving(plan, doses=thirds))
    assert not is_given(examples.giving(plan, doses=thirds[:2]))
    assert not is_given(examples.giving())


def test_what_has_no_place_of_its_own_is_a_step_of_the_core():
    assert set(Next) - set(STEPS) == {
        Next.SCREENING,
        Next.DECISION,
        Next.PLAN,
        Next.DOSE,
        Next.LEAVING,
        Next.SIGN,
        Next.REVIEW,
    }
