import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.chair.trend_layout import (
    XScale,
    YScale,
    fit_between,
    lay_out,
    place_labels,
    spread,
    x_ticks,
    y_ticks,
)

LABELS = st.lists(st.tuples(st.floats(0, 1000), st.floats(5, 300)), max_size=40)


@given(LABELS, st.integers(1, 3))
def test_labels_of_one_row_never_overlap_and_stay_inside(
    labels: list[tuple[float, float]], rows: int
) -> None:
    labels.sort()
    lefts, widths = [left for left, _ in labels], [width for _, width in labels]
    placed = place_labels(lefts, widths, 1000.0, rows, 40.0)
    assert [place.left for place in placed] == lefts
    for row in range(rows):
        seen = [place for place in placed if place.row == row and place.width > 0]
        for one, other in itertools.pairwise(seen):
            assert one.left + one.width <= other.left + 1e-6
    for place, wanted in zip(placed, widths, strict=True):
        assert place.width <= wanted
        assert place.width == 0 or place.left + place.width <= 1000 + 1e-6
        assert place.width == 0 or place.width >= min(40.0, wanted) - 1e-6


def test_labels_far_apart_all_stand_whole_in_the_first_row() -> None:
    placed = place_labels([0, 200, 400], [100, 100, 100], 600, 2, 40)
    assert [(place.row, place.width) for place in placed] == [(0, 100)] * 3


def test_labels_close_together_take_turns_in_two_rows() -> None:
    placed = place_labels([0, 50, 110], [100, 100, 100], 600, 2, 40)
    assert [place.row for place in placed] == [0, 1, 0]
    assert all(place.width == 100 for place in placed)


def test_the_newest_words_stand_whole_and_older_ones_make_room() -> None:
    placed = place_labels([0, 60, 70], [100, 100, 100], 600, 1, 40)
    assert [place.width for place in placed] == [70, 0, 100]


@given(LABELS, st.floats(0, 1000), st.floats(5, 300))
def test_a_label_put_in_later_touches_no_other(
    labels: list[tuple[float, float]], left: float, wanted: float
) -> None:
    labels.sort()
    placed = place_labels([a for a, _ in labels], [b for _, b in labels], 1000.0, 2, 40.0)
    late = fit_between(left, wanted, placed, 1000.0, 2, 40.0)
    for place in placed:
        if place.row == late.row and place.width > 0 and late.width > 0:
            apart = late.left + late.width <= place.left + 1e-6
            assert apart or place.left + place.width <= late.left + 1e-6


@given(st.lists(st.floats(0, 500), max_size=8))
def test_words_in_the_margin_are_spread_apart(wanted: list[float]) -> None:
    found = spread(sorted(wanted), 20.0, 0.0, 500.0)
    assert len(found) == len(wanted)
    assert all(b - a >= 20 - 1e-6 for a, b in itertools.pairwise(found))
    assert all(position <= 500 for position in found)
    assert all(position >= 0 for position in found)


@given(st.floats(60, 50_000), st.floats(-3000, 3000), st.floats(200, 2000))
def test_ticks_are_whole_minutes_from_zero_and_not_crowded(
    length_s: float, zero_s: float, width: float
) -> None:
    scale = XScale(0, length_s, 0, width)
    ticks = x_ticks(scale, zero_s, 60.0)
    assert all(scale.shows(tick) or abs(tick) < 1e-6 for tick in ticks)
    assert all(
        ((tick - zero_s) / 60) == pytest.approx(round((tick - zero_s) / 60)) for tick in ticks
    )
    pixels = [scale.px(tick) for tick in ticks]
    if length_s <= 240 * 60 * width / 60:
        assert all(b - a >= 59.9 for a, b in itertools.pairwise(pixels))


def test_values_of_the_axis_are_round_and_inside() -> None:
    assert y_ticks(YScale(40, 220, 0, 360), (20, 40), 30) == [60, 80, 100, 120, 140, 160, 180, 200]
    assert y_ticks(YScale(40, 220, 0, 90), (20, 40, 60), 30) == [60, 120, 180]


@given(st.floats(-500, 5000), st.floats(1, 5000), st.floats(0, 1))
def test_pixels_and_seconds_are_two_ways_to_say_the_same(
    from_s: float, length_s: float, share: float
) -> None:
    scale = XScale(from_s, from_s + length_s, 54, 1000)
    at_s = from_s + share * length_s
    assert scale.seconds(scale.px(at_s)) == pytest.approx(at_s, abs=1e-6)


@pytest.mark.parametrize(("width", "height"), [(620, 380), (790, 470), (1192, 728), (2400, 1456)])
def test_panels_lane_and_axis_fill_the_height_without_touching(width: int, height: int) -> None:
    boxes = lay_out(width, height, (0.54, 0.29, 0.17))
    stack = [*boxes.panels, boxes.lane]
    assert all(a.bottom() < b.top() for a, b in itertools.pairwise(stack))
    assert boxes.axis.top() == boxes.lane.bottom()
    assert boxes.axis.bottom() == pytest.approx(height, abs=3)
    assert boxes.axis.height() >= boxes.type_px * 1.3
    assert all(plot.left() == boxes.first.left() for plot in boxes.plots)
