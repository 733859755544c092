import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ui.trend_buffer import NO_DATA, TrendBuffer

STEPS = st.lists(
    st.tuples(st.floats(0, 5, allow_nan=False), st.none() | st.floats(20, 250)), max_size=200
)


def filled(steps: list[tuple[float, float | None]], limit: int = 65_536) -> TrendBuffer:
    buffer, now_s = TrendBuffer(limit), 0.0
    for ahead_s, value in steps:
        now_s += ahead_s
        if value is None:
            buffer.gap(now_s, "sensor-off")
        else:
            buffer.put(now_s, value)
    return buffer


def test_values_come_back_in_float64() -> None:
    buffer = TrendBuffer()
    buffer.put(1.5, 80)
    buffer.put(2.5, 81)
    x, y = buffer.view()
    assert x.dtype == y.dtype == np.float64
    assert x.tolist() == [1.5, 2.5]
    assert y.tolist() == [80, 81]


def test_a_view_shares_the_memory_of_the_buffer() -> None:
    buffer = TrendBuffer()
    buffer.put(1.0, 80)
    assert np.shares_memory(buffer.view()[0], buffer.view()[0])


def test_a_loss_is_exactly_one_nan_however_often_it_is_told() -> None:
    buffer = TrendBuffer()
    buffer.put(1.0, 80)
    buffer.gap(2.0, "sensor-off")
    buffer.gap(3.0, "sensor-off")
    buffer.gap(4.0, "port-absent")
    buffer.put(9.0, 82)
    assert np.isnan(buffer.view()[1]).tolist() == [False, True, False]
    (gap,) = buffer.gaps
    assert (gap.from_s, gap.to_s, gap.why) == (1.0, 9.0, "sensor-off")


def test_a_loss_before_the_first_value_needs_no_nan_but_keeps_its_reason() -> None:
    buffer = TrendBuffer()
    buffer.gap(2.0, "sensor-off")
    assert len(buffer) == 0
    assert buffer.gaps[0].to_s is None
    buffer.put(7.0, 80)
    assert (buffer.gaps[0].from_s, buffer.gaps[0].to_s) == (2.0, 7.0)


def test_a_better_reason_replaces_that_nothing_came() -> None:
    buffer = TrendBuffer()
    buffer.put(1.0, 80)
    buffer.gap(1.0, NO_DATA)
    buffer.gap(9.0, "port-absent")
    buffer.gap(10.0, NO_DATA)
    assert [gap.why for gap in buffer.gaps] == ["port-absent"]


def test_a_break_without_reason_is_no_gap_to_speak_of() -> None:
    buffer = TrendBuffer()
    buffer.put(1.0, 80)
    buffer.gap(2.0, "")
    buffer.put(2.0, 90)
    assert np.isnan(buffer.view()[1]).sum() == 1
    assert not buffer.gaps


def test_of_one_second_the_latest_value_stays() -> None:
    buffer = TrendBuffer()
    for tenth in range(25):
        buffer.put(10 + tenth / 10, 60 + tenth)
    assert buffer.view()[1].tolist() == [69, 79, 84]


def test_what_claims_to_be_older_is_not_drawn() -> None:
    buffer = TrendBuffer()
    buffer.put(10.0, 80)
    buffer.put(8.0, 200)
    assert buffer.view()[1].tolist() == [80]


def test_memory_is_flat_once_the_limit_is_reached() -> None:
    buffer = TrendBuffer(limit=2048)
    for second in range(10_000):
        buffer.put(float(second), 80.0)
        assert len(buffer) <= 2048
    x, _ = buffer.view()
    assert x[-1] == 9999
    assert x.base is not None
    assert len(x.base) == 2048


def test_the_value_under_a_cursor_is_the_last_one_that_was_fresh() -> None:
    buffer = TrendBuffer()
    buffer.put(10.0, 80)
    buffer.put(11.0, 81)
    assert buffer.near(9.0, 5.0) is None
    assert buffer.near(10.5, 5.0) == 80
    assert buffer.near(14.0, 5.0) == 81
    assert buffer.near(17.0, 5.0) is None
    buffer.gap(12.0, "sensor-off")
    assert buffer.near(13.0, 5.0) is None


@given(STEPS)
def test_time_never_runs_back_and_no_two_nans_meet(
    steps: list[tuple[float, float | None]],
) -> None:
    x, y = filled(steps).view()
    assert (np.diff(x) >= 0).all()
    broken = np.isnan(y)
    assert not (broken[1:] & broken[:-1]).any()
    assert not broken[:1].any()


@given(STEPS, st.integers(4, 40))
def test_a_small_buffer_holds_the_newest_points_of_a_large_one(
    steps: list[tuple[float, float | None]], limit: int
) -> None:
    small, large = filled(steps, limit), filled(steps)
    kept = len(small)
    assert kept <= limit
    for few, many in zip(small.view(), large.view(), strict=True):
        np.testing.assert_array_equal(few, many[len(large) - kept :])


@given(STEPS)
def test_every_change_is_seen_in_the_version(steps: list[tuple[float, float | None]]) -> None:
    buffer, now_s = TrendBuffer(), 0.0
    for ahead_s, value in steps:
        now_s += ahead_s
        before = (buffer.version, len(buffer), buffer.last, tuple(buffer.gaps))
        if value is None:
            buffer.gap(now_s, "sensor-off")
        else:
            buffer.put(now_s, value)
        after = (buffer.version, len(buffer), buffer.last, tuple(buffer.gaps))
        assert after == before or after[0] > before[0]
