from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.people import Course
from monitor.plan import Drug, Plan
from monitor.routes import Route
from ui.chair.plan_draft import (
    CONCENTRATIONS,
    NASAL_MG,
    PlanDraft,
    line_text,
    number_text,
    rate_text,
)

COURSE = Course(3, 6, 38.0, 82.0, 168.0, Route.IV)
IV = PlanDraft(Route.IV, 82.0)
WHOLE = replace(IV, concentration_mg_per_ml=10.0)
STEPS = st.lists(st.tuples(st.sampled_from(["dose", "minutes"]), st.integers(-9, 9)), max_size=30)


def line_of(draft: PlanDraft, course: Course = COURSE) -> str:
    line = draft.line(course)
    assert line is not None
    return line_text(line)


def test_the_whole_line_is_always_said():
    assert line_of(WHOLE) == "0.5 mg/kg = 41 mg = 4.1 mL over 40 min · last time 38 mg"
    assert line_of(WHOLE, Course()) == "0.5 mg/kg = 41 mg = 4.1 mL over 40 min"
    assert line_of(IV, Course()) == "0.5 mg/kg = 41 mg over 40 min"


def test_the_pump_gets_its_millilitres_an_hour():
    line = WHOLE.line(COURSE)
    assert line is not None
    assert rate_text(line) == "61.5 mg/h · 6.15 mL/h · 82 kg = 180.8 lb · calculated"


def test_there_is_no_usual_concentration():
    assert "concentration" in IV.missing()
    assert [replace(IV, concentration_mg_per_ml=one).missing() for one in CONCENTRATIONS] == [
        "",
        "",
        "",
    ]


def test_a_dose_by_weight_needs_a_weight():
    assert "weight" in replace(WHOLE, weight_kg=None).missing()


@given(STEPS, st.floats(30, 200))
def test_no_step_leaves_the_bounds(steps, weight):
    draft = replace(WHOLE, weight_kg=weight)
    for what, by in steps:
        draft = draft.stepped(by, COURSE) if what == "dose" else draft.lasting(by)
        draft.plan()
    assert draft.missing() == ""


def test_as_last_time_is_as_much_per_kg():
    assert line_of(WHOLE.as_last(COURSE)).startswith("0.46 mg/kg = 37.7 mg")


def test_what_was_another_route_is_not_offered_again():
    oral = WHOLE.by(Route.ORAL)
    assert oral.as_last(COURSE) == oral
    assert oral.as_last(replace(COURSE, last_route=Route.ORAL)).fixed_mg == 38.0


def test_another_route_keeps_nothing_of_the_dose():
    nasal = WHOLE.by(Route.INTRANASAL)
    assert (nasal.fixed_mg, nasal.concentration_mg_per_ml, nasal.weight_kg) == (None, None, 82.0)
    assert nasal.missing()
    assert nasal.by(Route.INTRANASAL) is nasal


@pytest.mark.parametrize(("mg", "devices"), [(NASAL_MG[0], 2), (NASAL_MG[1], 3)])
def test_a_spray_is_esketamine_by_whole_devices(mg, devices):
    nasal = replace(PlanDraft(Route.INTRANASAL, 82.0), fixed_mg=mg)
    assert (nasal.devices, nasal.plan().drug, nasal.plan().dose_mg) == (
        devices,
        Drug.ESKETAMINE,
        mg,
    )
    assert nasal.missing() == ""


def test_the_first_step_of_a_dose_in_mg_begins_at_that_of_last_time():
    oral = PlanDraft(Route.ORAL, 82.0)
    assert oral.stepped(1, replace(COURSE, last_mg=150.0)).fixed_mg == 150.0
    assert oral.stepped(1, Course()).stepped(-1, Course()).fixed_mg == 90.0


@given(
    st.sampled_from(list(Route)),
    st.floats(0.1, 1.5).map(lambda share: round(share, 2)),
    st.sampled_from(CONCENTRATIONS),
)
def test_a_plan_comes_back_as_it_was(route, share, concentration):
    if route in {Route.IV, Route.IM_SC}:
        plan = Plan(share, 80.0, 45.0, None, concentration)
    else:
        plan = Plan(None, 80.0, 45.0, 84.0)
    again = PlanDraft.of(plan, route).plan()
    assert (again.dose_mg, again.minutes) == (plan.dose_mg, plan.minutes)
    assert again.concentration_mg_per_ml == plan.concentration_mg_per_ml


def test_an_unplanned_infusion_begins_with_the_usual_values():
    draft = PlanDraft.of(Plan(None, 82.0, 40.0), Route.IV)
    assert (draft.mg_per_kg, draft.minutes, draft.concentration_mg_per_ml) == (0.5, 40.0, None)


@pytest.mark.parametrize(
    ("value", "text"), [(41.0, "41"), (40.0, "40"), (4.15, "4.2"), (0.5, "0.5")]
)
def test_a_number_has_no_zeros_behind_its_point(value, text):
    assert number_text(value) == text
