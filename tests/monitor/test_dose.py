"""Units that never mix, the whole line of a dose, and who looks at it a second time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.people import Course
from monitor.plan import Plan
from monitor.routes import Route
from monitor.treatment.dose import (
    DoseLine,
    dose_line,
    kg_of_lb,
    lb_of_kg,
    mg_per_min,
    ml_per_h,
    why_confirm,
    why_second,
)

NEW = Course()


@given(st.floats(1, 1000))
def test_a_weight_comes_back_from_pounds(kg: float) -> None:
    assert kg_of_lb(lb_of_kg(kg)) == pytest.approx(kg)


@given(st.floats(0.001, 50), st.floats(0.01, 100))
def test_a_rate_comes_back_from_the_pumps_unit(rate: float, mg_per_ml: float) -> None:
    assert mg_per_min(ml_per_h(rate, mg_per_ml), mg_per_ml) == pytest.approx(rate)


@given(st.floats(25, 350), st.floats(0.05, 2.0), st.integers(1, 240), st.floats(0.01, 100))
def test_an_hour_at_the_pumps_rate_brings_what_an_hour_at_the_drugs_rate_brings(
    kg: float, per_kg: float, minutes: int, mg_per_ml: float
) -> None:
    plan = Plan(per_kg, kg, float(minutes), concentration_mg_per_ml=mg_per_ml)
    line = dose_line(plan, NEW, Route.IV)
    assert line is not None
    assert line.mg_per_min is not None
    assert line.ml_per_h is not None
    assert line.ml is not None
    assert line.ml_per_h * mg_per_ml == pytest.approx(line.mg_per_min * 60.0)
    assert line.ml_per_h * minutes / 60.0 == pytest.approx(line.ml)


def test_two_hundred_pounds() -> None:
    assert lb_of_kg(90.718474) == pytest.approx(200.0)


def test_the_whole_line_of_an_infusion() -> None:
    plan = Plan(0.5, 82.0, 40.0, concentration_mg_per_ml=10.0)
    assert dose_line(plan, Course(last_mg=38.0), Route.IV) == DoseLine(
        mg=41.0,
        mg_per_kg=0.5,
        ml=pytest.approx(4.1),
        minutes=40.0,
        last_mg=38.0,
        mg_per_min=pytest.approx(1.025),
        ml_per_h=pytest.approx(6.15),
        weight_kg=82.0,
        weight_lb=pytest.approx(180.78, abs=0.01),
    )


def test_what_does_not_run_in_has_no_time_and_no_rate() -> None:
    line = dose_line(Plan(None, None, 40.0, fixed_mg=84.0), NEW, Route.INTRANASAL)
    assert line == DoseLine(mg=84.0)


def test_without_a_weight_there_is_no_line() -> None:
    assert dose_line(Plan(0.5, None, 40.0), NEW, Route.IV) is None
    assert dose_line(Plan(None, 80.0, 40.0), NEW, Route.IV) is None


@pytest.mark.parametrize(
    ("plan", "last_mg", "route", "why"),
    [
        (Plan(1.0, 83.3, 40.0), None, Route.IV, ()),
        (Plan(1.01, 80.0, 40.0), None, Route.IV, ("iv-above-1",)),
        (Plan(1.01, 80.0, 40.0), None, Route.IM_SC, ()),
        (Plan(None, 80.0, 40.0, fixed_mg=81.0), None, Route.IV, ("iv-above-1",)),
        (Plan(None, None, 40.0, fixed_mg=81.0), None, Route.IV, ()),
        (Plan(None, None, 40.0, fixed_mg=84.0), 56.0, Route.INTRANASAL, ()),
        (Plan(None, None, 40.0, fixed_mg=84.0), 55.0, Route.INTRANASAL, ("above-last",)),
        (Plan(1.2, 80.0, 40.0), 40.0, Route.IV, ("iv-above-1", "above-last")),
        (Plan(1.5, None, 40.0), 40.0, Route.IV, ("iv-above-1",)),
        (Plan(None, 80.0, 40.0), 40.0, Route.IV, ()),
    ],
)
def test_a_second_person_is_wanted_for_what_is_more_than_the_rules_say(
    plan: Plan, last_mg: float | None, route: Route, why: tuple[str, ...]
) -> None:
    assert why_second(plan, Course(last_mg=last_mg), route) == why


@given(st.integers(25, 350), st.integers(5, 200))
def test_the_same_dose_as_last_time_never_asks_for_being_more(kg: int, hundredths: int) -> None:
    plan = Plan(hundredths / 100, float(kg), 40.0)
    assert "above-last" not in why_second(plan, Course(last_mg=plan.dose_mg), Route.IV)


@pytest.mark.parametrize(
    ("kg", "last_kg", "why"),
    [
        (107.0, 100.0, ()),
        (93.0, 100.0, ()),
        (107.1, 100.0, ("weight-differs",)),
        (92.9, 100.0, ("weight-differs",)),
        (None, 100.0, ()),
        (107.1, None, ()),
    ],
)
def test_a_weight_more_than_seven_per_cent_off_wants_a_confirm(
    kg: float | None, last_kg: float | None, why: tuple[str, ...]
) -> None:
    assert why_confirm(kg, Course(last_weight_kg=last_kg)) == why
