"""Doses by hand: the whole share arrives, and the pressure rises as published."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.absorption import UPTAKES, Depots
from devices.simulated.pharmacology import DrugInBody, kamp, occupancy, typical_response
from monitor.routes import Route

ROUTES = st.sampled_from(list(Route))


def rises(route: Route, doses: list[tuple[float, float]], minutes: int) -> list[float]:
    """mmHg systolic above rest in the typical patient of 70 kg, minute by minute."""
    depots, drug = Depots(), DrugInBody(kamp(70.0))
    for mg, at_s in doses:
        depots.give(mg, route, at_s)
    risen = []
    for second in range(minutes * 60 + 1):
        if second % 60 == 0:
            risen.append(typical_response(45.0).emax_sbp * occupancy(drug.effect_ng_per_ml))
        drug.set_rate(depots.mg_per_min(second, second + 1.0), second)
        drug.advance(second + 1.0)
    return risen


def test_a_nasal_dose_in_three_devices_raises_the_pressure_as_published() -> None:
    risen = rises(Route.INTRANASAL, [(28.0, 0.0), (28.0, 300.0), (28.0, 600.0)], 120)
    assert risen[20] == pytest.approx(6.0, abs=2.5)
    assert risen[40] == pytest.approx(9.1, abs=1.5)
    assert risen[60] == pytest.approx(8.1, abs=1.5)
    assert risen[90] == pytest.approx(5.1, abs=1.5)
    assert risen[120] == pytest.approx(2.9, abs=1.5)


def test_a_dose_into_a_muscle_acts_most_after_twenty_minutes() -> None:
    risen = rises(Route.IM_SC, [(35.0, 0.0)], 120)
    assert max(risen) == pytest.approx(13.0, abs=2.0)
    assert 15 <= risen.index(max(risen)) <= 30
    assert risen[60] == pytest.approx(6.0, abs=1.5)


def test_a_dose_by_mouth_begins_to_act_after_a_while() -> None:
    risen = rises(Route.ORAL, [(140.0, 0.0)], 60)
    assert max(risen[:8]) < 0.2
    assert max(risen) > 4.0


@pytest.mark.parametrize("route", Route)
def test_in_the_end_the_whole_share_has_arrived(route: Route) -> None:
    depots = Depots()
    depots.give(50.0, route, 10.0)
    arrived = depots.mg_per_min(0.0, 86400.0) * 86400.0 / 60.0
    assert arrived == pytest.approx(50.0 * UPTAKES[route].share)
    assert depots.given_mg == 50.0


@given(ROUTES, st.floats(0.1, 200.0), st.lists(st.floats(0.0, 7200.0), min_size=2, max_size=8))
def test_it_does_not_matter_in_which_steps_it_is_asked(
    route: Route, mg: float, moments: list[float]
) -> None:
    depots = Depots()
    depots.give(mg, route, 30.0)
    cuts = sorted(moments)
    parts = [
        depots.mg_per_min(begin, end) * (end - begin) / 60.0
        for begin, end in itertools.pairwise(cuts)
    ]
    whole = depots.mg_per_min(cuts[0], cuts[-1]) * (cuts[-1] - cuts[0]) / 60.0
    assert all(part >= 0.0 for part in parts)
    assert math.isclose(sum(parts), whole, rel_tol=1e-9, abs_tol=1e-9)


def test_nothing_arrives_before_it_was_given() -> None:
    depots = Depots()
    depots.give(50.0, Route.IV, 100.0)
    assert depots.mg_per_min(0.0, 100.0) == depots.mg_per_min(50.0, 50.0) == 0.0
