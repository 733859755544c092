"""Checked against published concentrations and the course after a pause."""

import pytest
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.body.pharmacology import (
    DrugInBody,
    kamp,
    occupancy,
    occupancy_after,
    typical_response,
)

DOSE_RATE = 0.5 * 70.0 / 40.0
"""mg/min: 0.5 mg/kg in 40 minutes for 70 kg."""


def after_40_min() -> DrugInBody:
    drug = DrugInBody(kamp(70.0))
    drug.set_rate(DOSE_RATE, 0.0)
    drug.set_rate(0.0, 2400.0)
    return drug


@pytest.mark.parametrize(("minute", "ng_per_ml"), [(10, 155), (20, 198), (30, 228), (40, 253)])
def test_the_plasma_level_rises_as_published_for_70_kg(minute: int, ng_per_ml: float) -> None:
    drug = DrugInBody(kamp(70.0))
    drug.set_rate(DOSE_RATE, 0.0)
    drug.advance(minute * 60.0)
    assert drug.plasma_ng_per_ml == pytest.approx(ng_per_ml, rel=0.03)


@pytest.mark.parametrize(
    ("minute", "ng_per_ml"), [(50, 120), (60, 96), (80, 74), (100, 60), (130, 46), (160, 38)]
)
def test_the_plasma_level_falls_as_published_after_the_end(minute: int, ng_per_ml: float) -> None:
    drug = after_40_min()
    drug.advance(minute * 60.0)
    assert drug.plasma_ng_per_ml == pytest.approx(ng_per_ml, rel=0.03)


@pytest.mark.parametrize(
    ("minutes", "percent"), [(2, 100), (5, 91), (10, 72), (15, 55), (20, 43), (30, 30)]
)
def test_the_effect_outlasts_a_pause(minutes: float, percent: float) -> None:
    drug = DrugInBody(kamp(70.0))
    drug.set_rate(DOSE_RATE, 0.0)
    drug.set_rate(0.0, 27.5 * 60.0)
    at_pause = occupancy(drug.effect_ng_per_ml)
    drug.advance((27.5 + minutes) * 60.0)
    left = 100.0 * occupancy(drug.effect_ng_per_ml) / at_pause
    assert left == pytest.approx(percent, abs=5.0)


def test_the_typical_patient_rises_by_the_published_mean_at_40_minutes() -> None:
    share = occupancy(after_40_min().effect_ng_per_ml)
    typical = typical_response(45.0)
    assert share == pytest.approx(0.47, abs=0.02)
    assert 10.4 <= typical.emax_sbp * share <= 16.0
    assert 6.9 <= typical.emax_dbp * share <= 11.0
    assert 0.6 <= typical.emax_hr * share <= 7.6


def test_age_and_hypertension_make_the_pressure_rise_more_and_the_heart_less() -> None:
    young, old = typical_response(30.0), typical_response(70.0, hypertension=True)
    assert old.emax_sbp > young.emax_sbp
    assert old.emax_hr < young.emax_hr
    assert typical_response(30.0, beta_blocker=True).emax_hr == pytest.approx(0.7 * young.emax_hr)


@given(st.floats(0.0, 5000.0), st.floats(0.0, 5000.0))
def test_more_drug_never_means_less_effect(one: float, other: float) -> None:
    less, more = sorted((one, other))
    assert 0.0 <= occupancy(less) <= occupancy(more) < 1.0


@share_of_examples(0.6)
@given(st.lists(st.floats(0.1, 900.0), min_size=1, max_size=6))
def test_it_does_not_matter_in_which_steps_time_goes_on(steps: list[float]) -> None:
    one, other = DrugInBody(kamp(82.0)), DrugInBody(kamp(82.0))
    one.set_rate(1.0, 0.0)
    other.set_rate(1.0, 0.0)
    now = 0.0
    for step in steps:
        now += step
        one.advance(now)
    other.advance(now)
    assert one.effect_ng_per_ml == pytest.approx(other.effect_ng_per_ml, rel=1e-6)


def test_no_drug_is_made_or_lost_but_by_clearance() -> None:
    body = kamp(70.0)
    closed = DrugInBody(
        type(body)(body.v1_l, body.v2_l, body.v3_l, 0.0, body.q2_l_per_min, body.q3_l_per_min)
    )
    closed.set_rate(1.0, 0.0)
    closed.set_rate(0.0, 600.0)
    closed.advance(24 * 3600.0)
    whole_l = body.v1_l + body.v2_l + body.v3_l
    assert closed.plasma_ng_per_ml == pytest.approx(10.0 * 1000.0 / whole_l, rel=1e-3)


def test_a_moment_in_the_past_changes_nothing() -> None:
    drug = after_40_min()
    level = drug.plasma_ng_per_ml
    drug.advance(100.0)
    assert drug.plasma_ng_per_ml == level


def test_without_a_pump_there_is_no_effect() -> None:
    assert occupancy_after(40.0, 0.0, 70.0) == 0.0
