"""From reading to reading."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.trend_examples import cuff, fed, numerics, opened
from ui.trend_model import TrendModel
from ui.trend_steps import beside


def model() -> TrendModel:
    return fed(
        [
            (0, opened()),
            (60, cuff(142, 88)),
            (100, numerics(hr=84, spo2=97)),
            (101, numerics(hr=85, spo2=96)),
            (360, cuff(140, 88)),
            (900, numerics(hr=90, spo2=95)),
        ]
    )


@pytest.mark.parametrize(
    ("at_s", "step", "next_s"),
    [(0, 1, 60), (60, 1, 100), (100, 1, 101), (101, 1, 360), (360, 1, 900), (900, 1, 900),
     (900, -1, 360), (360, -1, 101), (101, -1, 100), (60, -1, 60), (99.5, -1, 60)],
)  # fmt: skip
def test_one_reading_after_the_other(at_s: float, step: int, next_s: float) -> None:
    assert beside(model(), at_s, step) == next_s


def test_only_cuff_values_where_that_is_wanted() -> None:
    assert beside(model(), 60, 1, cuffs_only=True) == 360
    assert beside(model(), 900, -1, cuffs_only=True) == 360
    assert beside(model(), 360, 1, cuffs_only=True) == 360


def test_without_a_reading_the_cursor_stays() -> None:
    assert beside(fed([(0, opened())]), 12.0, 1) == 12.0


@given(st.floats(0, 1000), st.sampled_from([-1, 1]))
def test_a_step_never_goes_the_other_way(at_s: float, step: int) -> None:
    moved = beside(model(), at_s, step) - at_s
    assert moved * step >= 0
