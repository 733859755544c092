from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from tests.ui.day_examples import LIST, day_of, example_course
from tests.ui.page_examples import in_a_window
from tests.ui.start.device_examples import DeviceBackend
from ui.requests import DeviceRequest
from ui.start.aside import Side
from ui.start.start_page import StartPage
from ui.theme import DARK
from ui.words import say


@pytest.fixture
def backend() -> DeviceBackend:
    made = DeviceBackend()
    made.the_day = day_of(*LIST)
    made.courses = {"20417": example_course()}
    return made


@pytest.fixture
def page(qtbot, backend) -> Iterator[StartPage]:
    made = StartPage(backend, DARK)
    window = in_a_window(made, 1280, 720)
    qtbot.addWidget(window)
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: made.device.editor.drivers.count() > 0)
    yield made
    window.hide()


def tap(qtbot, widget) -> None:
    assert widget.isVisible()
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_the_page_opens_with_todays_list_where_there_is_one(page):
    assert page.aside.side is Side.TODAY
    assert page.aside.today.lines[0].isVisible()


def test_one_tap_fills_in_patient_and_chair_and_shows_the_course(qtbot, page):
    tap(qtbot, page.aside.today.lines[0])
    typed = page.typed()
    assert (typed.patient_id, typed.weight, typed.chair) == ("20417", "82", 2)
    assert page.aside.side is Side.COURSE
    assert page.aside.course.heading.text() == "Session 3 of 6"
    assert page.aside.course.banner.isVisible()


def test_a_new_patient_of_the_list_brings_initials_and_route_and_no_course(qtbot, page):
    tap(qtbot, page.aside.today.lines[1])
    typed = page.typed()
    assert (typed.patient_id, typed.initials, typed.route) == ("20533", "K. B.", "intranasal")
    assert page.aside.side is Side.MONITORS


def test_the_next_tap_leaves_nothing_of_the_patient_before(qtbot, page):
    tap(qtbot, page.aside.today.lines[0])
    page.aside.show_side(Side.TODAY)
    tap(qtbot, page.aside.today.lines[2])
    typed = page.typed()
    assert (typed.patient_id, typed.initials, typed.weight) == ("20610", "A. S.", "")
    assert (typed.risks, typed.route) == (frozenset(), "iv")


def test_a_scan_into_the_field_chooses_the_patient(qtbot, page):
    line = page.fields["patient_id"].line
    assert line.hasFocus()
    qtbot.keyClicks(line, "20417")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (page.typed().weight, page.typed().chair) == ("82", 2)
    assert page.aside.side is Side.COURSE


def test_an_id_changed_by_hand_takes_the_course_away(qtbot, page):
    tap(qtbot, page.aside.today.lines[0])
    line = page.fields["patient_id"].line
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert page.aside.side is Side.TODAY
    assert not page.aside.sides.button(Side.COURSE.value).isVisible()
    assert page.typed().weight == ""


def test_a_missing_monitor_is_shown_when_start_is_pressed(qtbot, page, backend):
    tap(qtbot, page.aside.today.lines[0])
    page.fields["by"].line.setText("AK")
    tap(qtbot, page.start)
    assert backend.opened == []
    assert page.aside.side is Side.MONITORS


def test_two_taps_open_the_session_of_a_returning_patient(qtbot, page, backend):
    page.fields["by"].line.setText("AK")
    page.device.editor.drivers.choose("ivy-450c")
    page.device.editor.ports.choose("/dev/ttyUSB0")
    tap(qtbot, page.aside.today.lines[0])
    tap(qtbot, page.start)
    asked = backend.opened[0]
    assert (asked.patient_id, asked.weight_kg, asked.flow) == ("20417", 82.0, True)
    assert (asked.course.number, asked.profile) == (3, "elderly-iv")
    (chair, mount) = backend.commands[0]
    assert (chair, mount.cuff_size, mount.by) == (2, "large", "AK")


def test_the_chosen_monitor_stands_on_its_button(page):
    page.aside.show_chosen((DeviceRequest("COM3", "ivy-450c"),))
    assert page.aside.sides.button(Side.MONITORS.value).text() == "Monitors · Ivy"
    page.aside.show_chosen((DeviceRequest("", ""),))
    assert page.aside.sides.button(Side.MONITORS.value).text() == say("aside-monitors")


def test_without_list_and_course_there_is_nothing_to_choose(qtbot, page, backend):
    backend.the_day = day_of()
    page.reload()
    assert not page.aside.sides.isVisible()
    assert page.device.isVisible()
