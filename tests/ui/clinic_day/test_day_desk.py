"""The day in the real window: how one gets there, what it knows of the chairs, where it leads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from window_desk import WindowDesk

from data.day_book import ClosingView, Unfinished
from monitor.sound_check import CheckKind
from tests.ui.day_examples import LIST, day_of
from tests.ui.wall.rooms import example, published
from ui.clinic_day.day_page import DayPage, Part
from ui.clinic_day.opening_facts import chair_item
from ui.panels import Panel


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[WindowDesk]:
    made = WindowDesk(qtbot)
    made.backend.days = day_of(*LIST)
    yield made
    made.close()


def opened(desk: WindowDesk) -> DayPage:
    """By the menu."""
    desk.tap(desk.window.shell.top.menu)
    desk.tap(desk.window.shell.panels.menu.choices["day"])
    desk.turn()
    page = desk.window.shell.day
    assert desk.window.shell.pages.currentWidget() is page
    return page


def room(desk: WindowDesk) -> None:
    for chair in (1, 2):
        for message in published(example(chair), by="Nurse 1"):
            desk.backend.inbox.put(message)
    desk.turn()


def test_the_menu_leads_there_and_back_leads_to_the_chairs(desk: WindowDesk) -> None:
    room(desk)
    page = opened(desk)
    desk.tap(page.leave)
    assert desk.window.shell.pages.currentWidget() is desk.window.shell.wall


def test_a_running_chair_says_its_last_cuff(desk: WindowDesk) -> None:
    room(desk)
    page = opened(desk)
    numerals = desk.window.state.chairs[2].picture.numerals
    sbp = next(one for sign, one in numerals.items() if sign.value == "sbp")
    assert f"{sbp.value:.0f}/" in page.opening.buttons[chair_item(2, "cuff")].face.proof


def test_devices_are_looked_at_once_a_second_and_only_in_sight(desk: WindowDesk) -> None:
    room(desk)
    page = opened(desk)
    asked = desk.backend.lines_asked
    for _ in range(10):
        desk.turn(0.1)
        room_is_heard(desk)
    assert asked < desk.backend.lines_asked <= asked + 2 * 2
    desk.tap(page.leave)
    asked = desk.backend.lines_asked
    desk.turn(2.0)
    assert desk.backend.lines_asked == asked


def room_is_heard(desk: WindowDesk) -> None:
    for chair in (1, 2):
        desk.backend.publish(example(chair))


def test_the_sound_check_opens_beside_the_page(desk: WindowDesk) -> None:
    desk.backend.check_due = CheckKind.FULL
    page = opened(desk)
    assert not page.opening.buttons["sound"].face.done
    desk.qtbot.waitUntil(page.opening.buttons["sound"].isVisible)
    desk.tap(page.opening.buttons["sound"])
    assert desk.window.shell.panels.is_open(Panel.SOUND)


def test_a_running_session_is_gone_to_at_its_chair(desk: WindowDesk) -> None:
    room(desk)
    session = desk.window.state.chairs[2].picture.session_id
    desk.backend.days.end = ClosingView((Unfinished(session, "20417", "unsigned"),))
    page = opened(desk)
    page.show_part(Part.CLOSING)
    desk.tap(page.closing.rows[0].go)
    assert desk.window.desk.chair == 2


def test_one_that_is_over_is_gone_to_in_the_record(desk: WindowDesk) -> None:
    desk.backend.days.end = ClosingView((Unfinished("s-9", "20417", "pump"),))
    page = opened(desk)
    page.show_part(Part.CLOSING)
    desk.tap(page.closing.rows[0].go)
    assert desk.window.shell.pages.currentWidget() is desk.window.shell.review
    assert "s-9" in desk.backend.looked_up


def test_a_session_begins_from_the_list(desk: WindowDesk) -> None:
    page = opened(desk)
    page.show_part(Part.LIST)
    desk.tap(page.today.list.lines[1])
    desk.tap(page.today.form.begin)
    start = desk.window.shell.start
    assert desk.window.shell.pages.currentWidget() is start
    assert start.fields["patient_id"].text() == LIST[1].patient_id
    assert start.chair.key() == "3"


def test_the_name_at_the_start_page_is_known_here(desk: WindowDesk) -> None:
    desk.window.shell.start.fields["by"].line.setText("Nurse 1")
    page = opened(desk)
    assert page.who.text() == "Nurse 1"
    page.who.setText("Nurse 2")
    desk.turn(2.0)
    assert page.who.text() == "Nurse 2"


def test_no_digit_of_a_hand_types_over_the_page(desk: WindowDesk) -> None:
    room(desk)
    page = opened(desk)
    page.who.clear()
    page.who.setFocus()
    for digit in "12":
        desk.qtbot.keyClick(page.who, digit)
    assert page.who.text() == "12"
    assert desk.window.shell.pages.currentWidget() is page
