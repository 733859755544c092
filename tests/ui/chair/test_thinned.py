"""A curve is thinned to what pixels can show, and loses neither a peak nor a gap."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ui.chair.thinned import share_of, thinned
from ui.trend_buffer import Floats

VALUES = st.lists(st.one_of(st.floats(30.0, 250.0), st.just(math.nan)), min_size=1, max_size=200)
SHARES = st.sampled_from([1, 2, 4, 8, 32])


def curve(values: list[float]) -> tuple[Floats, Floats]:
    return np.arange(len(values), dtype=np.float64), np.array(values, dtype=np.float64)


@given(VALUES, SHARES)
def test_the_highest_and_the_lowest_of_every_pixel_stay(values: list[float], share: int) -> None:
    x, y = thinned(*curve(values), share)
    if share == 1:
        assert np.array_equal(y, np.array(values), equal_nan=True)
        return
    for place, begin in enumerate(range(0, len(values), share)):
        part, kept = values[begin : begin + share], y[2 * place : 2 * place + 2].tolist()
        assert begin <= x[2 * place] == x[2 * place + 1] < begin + share
        if any(math.isnan(value) for value in part):
            assert all(math.isnan(value) for value in kept)
        else:
            assert sorted(kept) == [min(part), max(part)]
    assert len(x) == len(y) == 2 * math.ceil(len(values) / share)


def test_the_line_goes_on_from_the_end_at_which_it_is() -> None:
    _x, y = thinned(*curve([1.0, 5.0, 2.0, 6.0, 3.0, 7.0]), 2)
    assert y.tolist() == [5.0, 1.0, 2.0, 6.0, 7.0, 3.0]


@given(VALUES, VALUES, SHARES)
def test_what_was_there_does_not_change_its_place_when_more_comes(
    values: list[float], more: list[float], share: int
) -> None:
    x, y = thinned(*curve(values), share)
    longer_x, longer_y = thinned(*curve([*values, *more]), share)
    sure = 2 * (len(values) // share) if share > 1 else len(values)
    assert np.array_equal(x[:sure], longer_x[:sure])
    assert np.array_equal(y[:sure], longer_y[:sure], equal_nan=True)


def test_only_what_shares_a_pixel_is_thinned() -> None:
    assert [share_of(points, 1000.0) for points in (0, 900, 4000, 40_000)] == [1, 1, 4, 32]
    assert share_of(10, 0.0) == 8
