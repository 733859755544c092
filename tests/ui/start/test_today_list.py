from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from data.day_book import TodayEntry
from tests.ui.day_examples import LIST
from tests.ui.page_examples import in_a_window
from ui.start.today_list import TodayList


@pytest.fixture
def today(qtbot) -> Iterator[TodayList]:
    made = TodayList()
    window = in_a_window(made, 800, 600)
    qtbot.addWidget(window)
    yield made
    window.close()


def test_it_stands_in_the_order_of_the_times_and_those_without_one_come_last(today):
    today.fill([TodayEntry("9"), *reversed(LIST)])
    assert [line.entry.patient_id for line in today.lines] == ["20417", "20533", "20610", "9"]


def test_one_tap_is_one_patient(qtbot, today):
    today.fill(LIST)
    with qtbot.waitSignal(today.chosen) as said:
        qtbot.mouseClick(today.lines[1], Qt.MouseButton.LeftButton)
    assert said.args == [LIST[1]]


def test_a_line_says_time_patient_chair_profile_and_note(today):
    today.fill(LIST)
    assert today.lines[1].accessibleName() == (
        "09:30, #20533 · K. B., Chair 3, Intranasal · needs an interpreter"
    )


def test_an_empty_list_says_so(today):
    today.fill(())
    assert today.empty.isVisible()
    assert today.fill(LIST)
    assert not today.empty.isVisible()


def test_the_same_list_again_changes_nothing(today):
    today.fill(LIST)
    lines = today.lines
    assert not today.fill(reversed(LIST))
    assert today.lines is lines


def test_a_patient_is_found_by_the_id(today):
    today.fill(LIST)
    assert today.named("20533") == LIST[1]
    assert today.named("205") is None
