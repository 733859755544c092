"""The choice of days by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.page_examples import in_a_window
from ui.review.day_choice import DayChoice

TODAY = date(2026, 11, 22)


@pytest.fixture
def choice(qtbot: QtBot) -> Iterator[DayChoice]:
    made = DayChoice(lambda: TODAY)
    window = in_a_window(made, 1240, 60)
    qtbot.addWidget(window)
    yield made
    window.hide()


def test_it_begins_with_the_month_of_today(choice: DayChoice) -> None:
    assert choice.days == (date(2026, 11, 1), date(2026, 11, 30))
    assert choice.which.text().startswith("2026-11")


def test_a_shorter_span_stays_in_sight_and_not_in_the_future(
    qtbot: QtBot, choice: DayChoice
) -> None:
    with qtbot.waitSignal(choice.changed):
        qtbot.mouseClick(choice.span.button("week"), Qt.MouseButton.LeftButton)
    assert choice.days == (date(2026, 11, 16), date(2026, 11, 22))


def test_arrow_keys_go_from_span_to_span(qtbot: QtBot, choice: DayChoice) -> None:
    choice.focus()
    with qtbot.waitSignal(choice.changed):
        qtbot.keyClick(choice.span.button("month"), Qt.Key.Key_Right)
    assert choice.days == (date(2026, 10, 1), date(2026, 12, 31))


def test_to_be_led_somewhere_tells_nobody(qtbot: QtBot, choice: DayChoice) -> None:
    with qtbot.assertNotEmitted(choice.changed):
        choice.choose((date(2026, 1, 1), date(2026, 1, 31)))
    assert choice.which.text() == "2026-01  ·  2026-01-01 – 2026-01-31"


def test_what_was_typed_wrongly_changes_nothing(qtbot: QtBot, choice: DayChoice) -> None:
    qtbot.mouseClick(choice.span.button("days"), Qt.MouseButton.LeftButton)
    before = choice.days
    choice.first.setText("soon")
    with qtbot.waitSignal(choice.wrong) as told, qtbot.assertNotEmitted(choice.changed):
        qtbot.mouseClick(choice.show_days, Qt.MouseButton.LeftButton)
    assert "“soon”" in told.args[0]
    assert choice.days == before
    assert choice.first.text() == "soon"
