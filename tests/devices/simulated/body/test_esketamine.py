"""Esketamine out of the nose: levels and the rise of the pressure as published."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.body.esketamine import EC50_NG_PER_ML, NasalEsketamine, Spray
from devices.simulated.body.pharmacology import occupancy_of, typical_response


def sprayed(devices: int, age: float = 45.0) -> tuple[list[float], list[float]]:
    """ng/mL, and mmHg systolic above rest, minute by minute; a device of 28 mg every 5 min."""
    body = NasalEsketamine(0.0, age)
    for nth in range(devices):
        body.spray(28.0, 300.0 * nth)
    plasma, risen = [], []
    for minute in range(241):
        body.advance(minute * 60.0)
        share = occupancy_of(body.effect_ng_per_ml / EC50_NG_PER_ML) * body.fading
        plasma.append(body.plasma_ng_per_ml)
        risen.append(typical_response(45.0).emax_sbp * share)
    return plasma, risen


@pytest.mark.parametrize(("devices", "highest"), [(2, 74.0), (3, 104.0)])
def test_the_level_is_highest_after_forty_minutes_as_published(
    devices: int, highest: float
) -> None:
    plasma, _risen = sprayed(devices)
    assert max(plasma) == pytest.approx(highest, rel=0.05)
    assert 38 <= plasma.index(max(plasma)) <= 47


@pytest.mark.parametrize(
    ("minute", "mmhg"), [(20, 5.0), (40, 9.1), (60, 8.1), (90, 5.1), (120, 2.9)]
)
def test_three_devices_raise_the_pressure_as_published(minute: int, mmhg: float) -> None:
    _plasma, risen = sprayed(3)
    assert risen[minute] == pytest.approx(mmhg, abs=0.8)


def test_the_effect_fades_faster_than_the_level() -> None:
    plasma, risen = sprayed(3)
    assert risen[120] / risen[40] < 0.75 * plasma[120] / plasma[40]


def test_an_old_liver_lets_more_of_it_be() -> None:
    assert max(sprayed(2, age=80.0)[0]) > max(sprayed(2, age=60.0)[0])
    assert sprayed(2, age=60.0) == sprayed(2, age=30.0)


def test_nothing_is_there_before_the_first_device() -> None:
    body = NasalEsketamine(100.0, 45.0)
    body.advance(200.0)
    assert (body.plasma_ng_per_ml, body.effect_ng_per_ml, body.fading) == (0.0, 0.0, 1.0)


@given(st.floats(1.0, 100.0), st.integers(1, 4), st.lists(st.floats(0, 90000), min_size=2))
def test_what_has_arrived_only_grows_and_is_never_more_than_was_given(
    mg: float, nth: int, moments: list[float]
) -> None:
    one = Spray(mg, 60.0, nth)
    for arrived in (one.through_nose_mg, one.through_gut_mg):
        amounts = [arrived(at_s) for at_s in sorted(moments)]
        assert all(less <= more + 1e-9 for less, more in itertools.pairwise(amounts))
        assert 0.0 <= amounts[0] <= amounts[-1] <= mg
    assert one.through_nose_mg(59.0) == one.through_gut_mg(59.0) == 0.0
    whole = one.through_nose_mg(1e6) + one.through_gut_mg(1e6) / 0.64
    assert whole == pytest.approx(mg)
