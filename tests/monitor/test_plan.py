"""What is to be given, by which route, and what cannot be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.people import ImpossibleEntry
from monitor.plan import DOSE_MG_PER_KG, FIXED_MG, MINUTES, ROUTE_MG, ROUTE_MG_PER_KG, Drug, Plan
from monitor.routes import Route


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


@pytest.mark.parametrize("mg", [0.9, 700.1, float("nan")])
def test_a_fixed_dose_has_bounds(mg: float) -> None:
    with pytest.raises(ImpossibleEntry, match="dose"):
        Plan(None, 80.0, 40.0, fixed_mg=mg)


@pytest.mark.parametrize("mg_per_ml", [0.0, -1.0, 100.1, float("nan")])
def test_a_concentration_is_above_nothing_and_at_most_a_hundred(mg_per_ml: float) -> None:
    with pytest.raises(ImpossibleEntry, match="concentration"):
        Plan(0.5, 80.0, 40.0, concentration_mg_per_ml=mg_per_ml)


def test_a_fixed_dose_goes_before_one_by_weight() -> None:
    plan = Plan(0.5, 80.0, 40.0, fixed_mg=56.0)
    assert (plan.dose_mg, plan.dose_mg_per_kg) == (56.0, 0.7)
    assert Plan(None, None, 40.0, fixed_mg=56.0).dose_mg == 56.0
    assert Plan(None, None, 40.0, fixed_mg=56.0).dose_mg_per_kg is None


def test_something_is_planned_before_the_weight_is_known() -> None:
    assert Plan(0.5, None, 40.0).planned
    assert Plan(None, None, 40.0, fixed_mg=56.0).planned
    assert not Plan(None, 80.0, 40.0).planned


def test_the_volume_is_the_dose_by_the_concentration() -> None:
    plan = Plan(0.5, 82.0, 40.0, concentration_mg_per_ml=10.0)
    assert plan.volume_ml == pytest.approx(4.1)
    assert plan.ml_of(20.5) == pytest.approx(2.05)
    assert plan.ml_of(None) is None
    assert Plan(0.5, 82.0, 40.0).volume_ml is None
    assert Plan(0.5, None, 40.0, concentration_mg_per_ml=10.0).volume_ml is None


def test_every_route_has_its_bounds_within_those_of_a_plan() -> None:
    assert set(ROUTE_MG) == set(ROUTE_MG_PER_KG) == set(Route)
    for bounds, widest in ((ROUTE_MG_PER_KG, DOSE_MG_PER_KG), (ROUTE_MG, FIXED_MG)):
        for low, high in bounds.values():
            assert widest[0] <= low < high <= widest[1]


@pytest.mark.parametrize("route", Route)
def test_the_bounds_of_a_route_are_reached_and_not_crossed(route: Route) -> None:
    low, high = ROUTE_MG_PER_KG[route]
    for per_kg in (low, high):
        Plan(per_kg, 100.0, 60.0).check(route)
    low, high = ROUTE_MG[route]
    for mg in (low, high):
        Plan(None, 100.0, 60.0, fixed_mg=mg).check(route)


@pytest.mark.parametrize(
    ("plan", "route", "field"),
    [
        (Plan(1.6, 80.0, 40.0), Route.IM_SC, "dose"),
        (Plan(0.06, 80.0, 40.0), Route.ORAL, "dose"),
        (Plan(None, 80.0, 40.0, fixed_mg=400.0), Route.INTRANASAL, "dose"),
        (Plan(1.5, 300.0, 40.0), Route.IM_SC, "dose"),
        (Plan(2.0, 80.0, 1.0), Route.IV, "rate"),
        (Plan(0.5, 20.0, 40.0), Route.IV, "weight"),
    ],
)
def test_what_cannot_be_by_a_route_is_refused_by_name(
    plan: Plan, route: Route, field: str
) -> None:
    with pytest.raises(ImpossibleEntry) as refused:
        plan.check(route)
    assert refused.value.field == field


def test_a_fast_dose_is_a_matter_of_the_drip_alone() -> None:
    Plan(1.5, 80.0, 1.0).check(Route.IM_SC)


@given(st.floats(25, 350), st.floats(0.05, 2.0), st.floats(0.01, 100.0))
def test_volume_and_mass_are_the_same_dose(kg: float, per_kg: float, mg_per_ml: float) -> None:
    plan = Plan(per_kg, kg, 40.0, concentration_mg_per_ml=mg_per_ml)
    assert plan.volume_ml is not None
    assert plan.dose_mg is not None
    assert plan.volume_ml * mg_per_ml == pytest.approx(plan.dose_mg)


def test_what_was_planned_before_there_were_drugs_was_ketamine() -> None:
    assert Plan(0.5, 80.0, 40.0).drug is Drug.KETAMINE
