"""What is computed from measured values."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from monitor.derived import (
    SBP_SPREAD,
    MeanPressure,
    mean_pressure,
    news2,
    pulse_pressure,
    rate_pressure_product,
    shock_index,
    trend,
    z_score,
)

PRESSURE = st.floats(20, 300)
RATE = st.floats(10, 350)
HEALTHY: dict[str, Any] = {"rr": 15.0, "spo2": 98.0, "sbp": 124.0, "pulse": 72.0, "temp": 36.8}
NAMES = {"rr", "spo2", "on_oxygen", "sbp", "pulse", "alert", "temp"}


@given(PRESSURE, PRESSURE)
def test_a_computed_mean_lies_between_the_pressures_nearer_to_the_lower(
    one: float, other: float
) -> None:
    dbp, sbp = sorted((one, other))
    found = mean_pressure(sbp, dbp)
    assert found is not None
    assert not found.given
    assert dbp - 1e-9 <= found.value <= sbp + 1e-9
    assert found.value - dbp <= sbp - found.value + 1e-9


def test_the_mean_that_the_monitor_gives_stands_before_the_formula() -> None:
    assert mean_pressure(120, 60) == MeanPressure(80.0, given=False)
    assert mean_pressure(120, 60, 84) == MeanPressure(84, given=True)
    assert mean_pressure(None, None, 84) == MeanPressure(84, given=True)


def test_nothing_is_computed_of_what_is_missing() -> None:
    assert mean_pressure(120, None) is mean_pressure(None, 80) is None
    assert pulse_pressure(120, None) is pulse_pressure(None, 80) is None
    assert rate_pressure_product(None, 120) is rate_pressure_product(70, None) is None
    assert shock_index(None, 120) is shock_index(70, None) is None
    assert z_score(None, 120) is z_score(140, None) is None
    assert news2() is None
    assert news2(on_oxygen=True, alert=True) is None
    assert trend([]) is None


def test_the_indices_are_what_the_books_say() -> None:
    assert pulse_pressure(120, 80) == 40
    assert rate_pressure_product(77, 136) == 10_472
    assert shock_index(98, 98) == 1.0
    assert z_score(120 + 2 * SBP_SPREAD, 120) == 2.0


@given(RATE, RATE, PRESSURE)
def test_a_faster_heart_raises_both_indices_of_rate_and_pressure(
    slow: float, fast: float, sbp: float
) -> None:
    assume(slow < fast)
    assert (rate_pressure_product(slow, sbp) or 0) <= (rate_pressure_product(fast, sbp) or 0)
    assert (shock_index(slow, sbp) or 0) <= (shock_index(fast, sbp) or 0)


@pytest.mark.parametrize("sbp", [0.0, -4.0])
def test_there_is_no_shock_index_without_a_pressure(sbp: float) -> None:
    assert shock_index(70, sbp) is None


# ---- NEWS2


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("rr", [(8, 3), (9, 1), (11, 1), (12, 0), (20, 0), (21, 2), (24, 2), (25, 3)]),
        ("spo2", [(91, 3), (92, 2), (93, 2), (94, 1), (95, 1), (96, 0), (100, 0)]),
        ("sbp", [(90, 3), (91, 2), (100, 2), (101, 1), (110, 1), (111, 0), (219, 0), (220, 3)]),
        ("pulse", [(40, 3), (41, 1), (50, 1), (51, 0), (90, 0), (91, 1), (111, 2), (131, 3)]),
        ("temp", [(35.0, 3), (35.1, 1), (36.1, 0), (38.0, 0), (38.1, 1), (39.0, 1), (39.1, 2)]),
    ],
)
def test_each_sign_scores_as_the_published_table_says(
    name: str, steps: list[tuple[float, int]]
) -> None:
    for value, points in steps:
        known: dict[str, Any] = {name: float(value)}
        found = news2(**known)
        assert found is not None
        assert (found.total, found.highest) == (points, points), value
        assert set(found.missing) == NAMES - {name}


def test_oxygen_and_not_being_alert_add_their_points() -> None:
    found = news2(**HEALTHY, on_oxygen=True, alert=False)
    assert found is not None
    assert (found.total, found.highest, found.missing) == (5, 3, ())


def test_a_healthy_person_scores_nothing_and_what_is_not_known_is_named() -> None:
    found = news2(**HEALTHY, on_oxygen=False)
    assert found is not None
    assert (found.total, found.highest, found.missing) == (0, 0, ("alert",))


@given(
    st.dictionaries(st.sampled_from(sorted(HEALTHY)), st.floats(0, 400), min_size=1),
    st.none() | st.booleans(),
    st.none() | st.booleans(),
)
def test_a_score_stays_within_its_bounds_and_never_falls_when_more_is_known(
    values: dict[str, Any], oxygen: bool | None, alert: bool | None
) -> None:
    part = news2(**values)
    whole = news2(**values, on_oxygen=oxygen, alert=alert)
    assert part is not None
    assert whole is not None
    assert 0 <= part.total <= whole.total <= 20
    assert whole.highest <= 3
    assert whole.highest <= whole.total


# ---- where a pressure is going


def rising(slope: float, count: int, begin: float = 120.0) -> list[tuple[float, float]]:
    return [(300.0 * place, begin + slope * 5 * place) for place in range(count)]


def test_three_readings_say_nothing_about_a_trend() -> None:
    assert trend(rising(2, 3)) is None
    assert trend(rising(2, 4)) is not None


def test_readings_of_one_moment_have_no_trend() -> None:
    assert trend([(5.0, 120.0), (5.0, 130.0), (5.0, 140.0), (5.0, 150.0)]) is None


def test_readings_from_long_before_the_last_do_not_count() -> None:
    assert trend([(0.0, 120.0), *[(at + 3600.0, value) for at, value in rising(1, 3)]]) is None


def test_a_straight_rise_meets_the_limit_when_it_must() -> None:
    line = trend(rising(2, 5, 120.0))
    assert line is not None
    assert line.now == pytest.approx(160)
    assert line.slope == pytest.approx(2)
    assert line.minutes_to(180) == pytest.approx(10)
    assert line.minutes_to(150) == 0.0
    assert line.error == pytest.approx(0.367, abs=0.001)


def test_a_falling_or_level_pressure_never_meets_a_limit_above() -> None:
    for slope in (-1.0, 0.0):
        line = trend(rising(slope, 5))
        assert line is not None
        assert line.minutes_to(180) is None


@given(st.lists(st.floats(60, 240), min_size=4, max_size=9), st.floats(60, 260))
def test_a_slower_rise_never_meets_the_limit_sooner(values: list[float], limit: float) -> None:
    line = trend([(300.0 * place, value) for place, value in enumerate(values)])
    assert line is not None
    soon, late = line.minutes_to(limit), line.slow_minutes_to(limit)
    assert soon is None or soon >= 0
    assert (math.inf if soon is None else soon) <= (math.inf if late is None else late)
