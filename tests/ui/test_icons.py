"""The signs of an alarm differ by shape, so that no colour is needed to tell them apart."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from monitor.outcomes import Priority
from ui.icons import alarm_width, draw_alarm, draw_bell_paused, draw_tick

SIDE = 48
WHITE = QColor("#ffffff")


def ink_of(image: QImage) -> set[tuple[int, int]]:
    return {
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).value() > 100
    }


def canvas() -> QImage:
    image = QImage(SIDE * 2, SIDE, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    return image


def alarm_ink(priority: Priority) -> set[tuple[int, int]]:
    image = canvas()
    painter = QPainter(image)
    draw_alarm(painter, QRectF(0, 0, SIDE, SIDE), priority, WHITE)
    painter.end()
    return ink_of(image)


def marks(ink: set[tuple[int, int]]) -> int:
    """How many separate strokes stand to the right of the shape, half way up."""
    row = [(x, SIDE // 3) in ink for x in range(int(SIDE * 1.05), SIDE * 2)]
    return sum(1 for before, now in itertools.pairwise([False, *row]) if now and not before)


def test_high_medium_and_low_have_three_two_and_one_mark(qtbot: QtBot) -> None:
    assert [marks(alarm_ink(p)) for p in sorted(Priority, reverse=True)] == [3, 2, 1]


def test_low_is_a_circle_and_the_others_are_triangles(qtbot: QtBot) -> None:
    top_left = (SIDE // 5, SIDE // 4)
    assert top_left in alarm_ink(Priority.LOW)
    assert top_left not in alarm_ink(Priority.MEDIUM)
    assert top_left not in alarm_ink(Priority.HIGH)


def test_a_sign_stays_inside_the_width_that_it_claims(qtbot: QtBot) -> None:
    for priority in Priority:
        rightmost = max(x for x, _ in alarm_ink(priority))
        assert rightmost <= alarm_width(priority, SIDE)


def test_the_cross_over_the_bell_is_dashed(qtbot: QtBot) -> None:
    image = canvas()
    painter = QPainter(image)
    draw_bell_paused(painter, QRectF(0, 0, SIDE, SIDE), WHITE)
    painter.end()
    diagonal = [image.pixelColor(place, place).value() for place in range(4, SIDE - 4)]
    strong = [value > 220 for value in diagonal]
    strokes = sum(1 for before, now in itertools.pairwise([False, *strong]) if now and not before)
    assert strokes >= 3


def test_a_tick_is_painted(qtbot: QtBot) -> None:
    image = canvas()
    painter = QPainter(image)
    draw_tick(painter, QRectF(0, 0, SIDE, SIDE), WHITE)
    painter.end()
    assert len(ink_of(image)) > 100
