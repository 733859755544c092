"""Doses by hand: the whole share arrives, and the pressure rises as published."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.body.absorption import ROUTE_OF, UPTAKES, USUAL_WAYS, Depots, Way
from devices.simulated.body.pharmacology import DrugInBody, kamp, occupancy, typical_response
from monitor.routes import Route

WAYS = st.sampled_from(list(Way))


def levels(way: Way, mg: float, minutes: int) -> tuple[list[float], list[float]]:
    """ng/mL, and mmHg systolic above rest, in the typical patient of 70 kg, minute by minute."""
    depots, drug = Depots(), DrugInBody(kamp(70.0))
    depots.give(mg, way, 0.0)
    plasma, risen = [], []
    for second in range(minutes * 60 + 1):
        if second % 60 == 0:
            plasma.append(drug.plasma_ng_per_ml)
            risen.append(typical_response(45.0).emax_sbp * occupancy(drug.effect_ng_per_ml))
        drug.set_rate(depots.mg_per_min(second, second + 1.0), second)
        drug.advance(second + 1.0)
    return plasma, risen


def test_a_dose_into_a_muscle_acts_most_after_twenty_minutes() -> None:
    plasma, risen = levels(Way.MUSCLE, 35.0, 120)
    assert max(plasma) == pytest.approx(238.0, rel=0.03)
    assert max(risen) == pytest.approx(13.0, abs=1.0)
    assert 17 <= risen.index(max(risen)) <= 23
    assert risen[60] == pytest.approx(6.0, abs=1.0)
    assert risen[120] == pytest.approx(2.0, abs=0.7)


def test_under_the_skin_it_is_slower_and_weaker() -> None:
    _plasma, risen = levels(Way.SKIN, 35.0, 120)
    assert 9.0 <= max(risen) <= 11.0
    assert 20 <= risen.index(max(risen)) <= 30


def test_a_dose_by_mouth_begins_to_act_after_a_while_and_more_under_the_tongue() -> None:
    (_, swallowed), (_, under) = levels(Way.MOUTH, 140.0, 60), levels(Way.TONGUE, 140.0, 60)
    assert max(swallowed[:8]) < 0.2
    assert max(under[:6]) < 0.2
    assert max(under) > max(swallowed) > 4.0


def test_racemate_in_the_nose_is_highest_when_it_was_measured_to_be() -> None:
    plasma, risen = levels(Way.NOSE, 100.0, 120)
    assert 14 <= plasma.index(max(plasma)) <= 23
    assert plasma.index(max(plasma)) < risen.index(max(risen)) <= 40
    assert max(risen) < max(levels(Way.MUSCLE, 100.0, 60)[1])


@pytest.mark.parametrize("way", Way)
def test_in_the_end_the_whole_share_has_arrived(way: Way) -> None:
    depots = Depots()
    assert not depots
    depots.give(50.0, way, 10.0)
    arrived = depots.mg_per_min(0.0, 86400.0) * 86400.0 / 60.0
    assert arrived == pytest.approx(50.0 * UPTAKES[way].share)
    assert depots


def test_every_route_has_a_usual_way_and_every_way_a_route() -> None:
    assert set(USUAL_WAYS) == set(Route)
    assert set(ROUTE_OF) == set(Way)
    assert all(ROUTE_OF[way] is route for route, way in USUAL_WAYS.items())


@given(WAYS, st.floats(0.1, 200.0), st.lists(st.floats(0.0, 7200.0), min_size=2, max_size=8))
def test_it_does_not_matter_in_which_steps_it_is_asked(
    way: Way, mg: float, moments: list[float]
) -> None:
    depots = Depots()
    depots.give(mg, way, 30.0)
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
    depots.give(50.0, Way.VEIN, 100.0)
    assert depots.mg_per_min(0.0, 100.0) == depots.mg_per_min(50.0, 50.0) == 0.0
