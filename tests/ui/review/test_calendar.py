"""The month of the library: where days stand, what keys do, what a screen reader hears."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.page_examples import in_a_window
from ui.review.calendar import Calendar, month_text, months_on
from ui.theme import DARK

TODAY = date(2026, 9, 25)
KEYS = Qt.Key


@pytest.fixture
def calendar(qtbot: QtBot) -> Iterator[Calendar]:
    made = Calendar(DARK, TODAY)
    window = in_a_window(made, 460, 420)
    qtbot.addWidget(window)
    made.view.setFocus()
    yield made
    window.hide()


@pytest.mark.parametrize(
    ("key", "shift", "day"),
    [
        (KEYS.Key_Left, False, date(2026, 9, 24)),
        (KEYS.Key_Right, False, date(2026, 9, 26)),
        (KEYS.Key_Up, False, date(2026, 9, 18)),
        (KEYS.Key_Down, False, date(2026, 10, 2)),
        (KEYS.Key_PageUp, False, date(2026, 8, 25)),
        (KEYS.Key_PageDown, True, date(2027, 9, 25)),
        (KEYS.Key_Home, False, date(2026, 9, 1)),
        (KEYS.Key_End, False, date(2026, 9, 30)),
    ],
)
def test_keys_lead_the_cursor(
    qtbot: QtBot, calendar: Calendar, key: Qt.Key, shift: bool, day: date
) -> None:
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(calendar.view, key, held)
    assert calendar.view.cursor_day == day
    assert calendar.name.text() == month_text(day)


def test_another_month_is_said_once(qtbot: QtBot, calendar: Calendar) -> None:
    with qtbot.assertNotEmitted(calendar.view.turned):
        qtbot.keyClick(calendar.view, KEYS.Key_Left)
    with qtbot.waitSignal(calendar.view.turned):
        qtbot.mouseClick(calendar.on, Qt.MouseButton.LeftButton)
    assert calendar.view.shown == (date(2026, 10, 1), date(2026, 10, 31))
    with qtbot.waitSignal(calendar.view.turned):
        qtbot.mouseClick(calendar.back, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("end", [date.min, date.max])
def test_the_calendar_ends_where_days_end(qtbot: QtBot, calendar: Calendar, end: date) -> None:
    calendar.view.go(end)
    for key in (KEYS.Key_Up, KEYS.Key_Down, KEYS.Key_PageUp, KEYS.Key_PageDown):
        qtbot.keyClick(calendar.view, key, Qt.KeyboardModifier.ShiftModifier)
    assert abs((calendar.view.cursor_day - end).days) <= 800


def test_a_day_says_what_it_is_and_how_much_is_on_it(calendar: Calendar) -> None:
    view = calendar.view
    view.show_counts({date(2026, 9, 21): 3, date(2026, 9, 22): 1})
    view.go(date(2026, 9, 21))
    assert view.accessibleName() == "Monday 2026-09-21, 3 sessions"
    view.show_days(date(2026, 9, 22), None)
    view.go(date(2026, 9, 22))
    assert view.accessibleName() == "Tuesday 2026-09-22, 1 session, chosen"
    assert [view.is_chosen(date(2026, 9, day)) for day in (21, 22, 30)] == [False, True, True]


def test_a_day_with_sessions_and_a_chosen_one_look_different(calendar: Calendar) -> None:
    view = calendar.view
    plain = view.grab().toImage()
    view.show_counts({date(2026, 9, 8): 2})
    counted = view.grab().toImage()
    view.show_days(date(2026, 9, 8), date(2026, 9, 8))
    chosen = view.grab().toImage()
    spot = view.cell(date(2026, 9, 8)).topLeft().toPoint()
    colours = {
        image.pixelColor(spot.x() + 12, spot.y() + 12).name() for image in (plain, counted, chosen)
    }
    assert len(colours) == 3


def test_another_day_has_begun_when_the_month_is_shown_again(calendar: Calendar) -> None:
    view = calendar.view
    before = view.grab().toImage()
    view.show_today(date(2026, 9, 26))
    assert view.grab().toImage() != before
    assert view.cursor_day == TODAY


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.integers(-600, 600))
def test_months_on_and_back_is_the_same_month(day: date, months: int) -> None:
    there = months_on(day, months)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months
    assert there.day <= day.day
    assert months_on(there, -months).replace(day=1) == day.replace(day=1)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_days_of_a_month_stand_below_their_weekday(day: date) -> None:
    week, column = divmod(day.replace(day=1).weekday() + day.day - 1, 7)
    assert column == day.weekday()
    assert week < 6
