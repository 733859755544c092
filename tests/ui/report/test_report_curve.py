"""The curve on paper: marks side by side, values where they belong, names that do not touch."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from monitor.outcomes import Priority
from tests.ui.report.report_examples import END_S, START_S, calm, stormy
from ui.app import application
from ui.report.curve import Mark, draw_curve
from ui.report.facts import report_of
from ui.report.field import Field, spread, time_step, value_range, value_step
from ui.report.ink import Ink
from ui.report.parts import Course, Stem

WIDE, HIGH, PX = 184.0, 80.0, 6.0
wanted = st.lists(st.floats(0.0, 100.0), max_size=40).map(sorted)


@given(wanted, st.floats(0.5, 12.0))
def test_marks_stand_side_by_side_and_inside(places: list[float], apart: float) -> None:
    found = spread(places, apart, 0.0, 100.0)
    assert len(found) == len(places)
    room = min(apart, 100.0 / max(1, len(places) - 1))
    assert all(other - one >= room - 1e-6 for one, other in itertools.pairwise(found))
    assert all(-1e-6 <= one <= 100.0 + 1e-6 for one in found)


@given(wanted)
def test_marks_with_room_stand_where_they_belong(places: list[float]) -> None:
    apart = min((b - a for a, b in itertools.pairwise(places)), default=1.0)
    assert spread(places, apart, 0.0, 100.0) == pytest.approx(places)


@given(
    st.lists(st.tuples(st.integers(20, 300), st.integers(10, 200)), max_size=9),
    st.floats(12.0, 100.0),
)
def test_every_value_is_on_the_scale_and_its_lines_are_apart(
    readings: list[tuple[int, int]], high: float
) -> None:
    stems = tuple(Stem(60.0, sbp, dbp, True, False) for sbp, dbp in readings)
    low, top = value_range(Course(0.0, 600.0, 0.0, stems))
    assert all(low <= value <= top for reading in readings for value in reading)
    field = Field(QRectF(0.0, 0.0, 100.0, high), 0.0, 600.0, low, top)
    assert field.y(0.0 + value_step(field)) - field.y(2 * value_step(field)) >= -1e-9
    assert field.y(low) == pytest.approx(high)
    assert field.y(top) == pytest.approx(0.0)


@given(st.floats(10.0, 3000.0))
def test_the_axis_has_a_few_ticks(minutes: float) -> None:
    assert 1 <= minutes / time_step(minutes) <= 14


def drawn(course: Course, marks: list[Mark] | None = None) -> tuple[QImage, Ink]:
    application()
    image = QImage(round(WIDE * PX), round(HIGH * PX), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.scale(PX, PX)
    ink = Ink(painter)
    try:
        draw_curve(ink, QRectF(0.0, 0.0, WIDE, HIGH), course, marks or [], lambda _at: "14:05")
    finally:
        painter.end()
    return image, ink


def darkness(image: QImage) -> int:
    """How many points are nearly black."""
    return sum(
        QColor(image.pixel(x, y)).lightness() < 60
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


def test_a_reading_that_does_not_count_looks_otherwise_without_any_colour() -> None:
    counted = tuple(Stem(60.0 * n, 150.0, 80.0, True, False) for n in range(1, 9))
    doubted = tuple(Stem(60.0 * n, 150.0, 80.0, False, False) for n in range(1, 9))
    solid, dashed = (
        darkness(drawn(Course(0.0, 600.0, 0.0, stems))[0]) for stems in (counted, doubted)
    )
    assert dashed < solid - 50


def test_the_drug_is_drawn_over_the_time_in_which_it_ran() -> None:
    course = report_of(stormy()).course
    ran = [(one.from_s - START_S, one.to_s - START_S) for one in course.rates]
    assert ran == [(0.0, 1240.0), (1700.0, 1702.0), (1702.0, END_S - START_S)]
    texts = [text for _box, text in drawn(course)[1].written]
    assert "1.02 mg/min" in texts
    assert "0.7 mg/min" in texts


def test_marks_bear_their_letters_and_numbers() -> None:
    marks = [Mark(START_S, "A", Priority.HIGH), Mark(START_S, "B", Priority.LOW)]
    marks += [Mark(START_S + 10.0 * n, str(n)) for n in range(1, 6)]
    texts = [text for _box, text in drawn(report_of(calm()).course, marks)[1].written]
    assert {"A", "B", "1", "5"} <= set(texts)


def test_gaps_are_gaps() -> None:
    course = report_of(calm()).course
    assert len(course.heart) == len(course.spo2) == 2
    ends = [piece[-1][0] for piece in course.heart], [piece[0][0] for piece in course.heart]
    assert ends[0][0] <= 2705.0
    assert ends[1][1] >= 2785.0


def test_a_peak_of_one_second_stays() -> None:
    course = report_of(calm()).course
    highest = max(value for piece in course.heart for _at, value in piece)
    assert any(row.extreme == f"{highest:.0f}" for row in report_of(calm()).signs)


@pytest.mark.parametrize("lowest", range(0, 90, 5))
def test_the_numbers_of_two_axes_never_touch(lowest: int) -> None:
    """The lowest of SpO2 may stand at its end, and the highest pressure at its own below it."""
    for highest in range(150, 310, 10):
        stems = (Stem(60.0, highest - 4.0, 80.0, True, False),)
        spo2 = (((0.0, 97.0), (60.0, float(lowest))),)
        course = Course(0.0, 600.0, 0.0, stems, spo2=spo2)
        _image, ink = drawn(course)
        on_axis = [(box, text) for box, text in ink.written if box.right() < 9.0]
        on_axis.sort(key=lambda one: one[0].top())
        for (upper, one), (lower, other) in itertools.pairwise(on_axis):
            assert upper.bottom() <= lower.top() + 0.05, (one, other)
