"""A barcode scanner at the real window: it presses nothing, and its label finds its place."""

from __future__ import annotations

from collections.abc import Iterator

import pictures
import pytest
from day_examples import LIST, day_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from window_desk import WindowDesk

from tests.ui.wall.rooms import example, published
from ui.chair.text_line import TextLine
from ui.theme import DARK
from ui.vial_code import GROUP_SEPARATOR, VialCode, vial_code
from ui.words import say

KEY = Qt.Key
LABEL = "20417"
CODE = f"010541234500001317270331{'10A123'}{GROUP_SEPARATOR}210042"


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[WindowDesk]:
    made = WindowDesk(qtbot)
    yield made
    made.close()


def room(desk: WindowDesk) -> None:
    for chair in (1, 2, 4):
        for message in published(example(chair), by="Nurse 1"):
            desk.backend.inbox.put(message)
    desk.turn()


def scan(desk: WindowDesk, text: str, at: QWidget | None = None) -> None:
    """All at once, as a scanner types it, with Enter at the end."""
    target = at or desk.window.focusWidget() or desk.window
    for character in text:
        if character == GROUP_SEPARATOR:
            QTest.keyClick(target, KEY.Key_BracketRight, Qt.KeyboardModifier.ControlModifier)
        else:
            QTest.keyClick(target, character)
    QTest.keyClick(target, KEY.Key_Return)
    desk.qtbot.waitUntil(lambda: not desk.window.scans.waits)


def test_a_digit_of_a_hand_leads_to_its_chair(desk: WindowDesk) -> None:
    room(desk)
    desk.key(KEY.Key_4)
    assert desk.window.desk.chair == 4
    desk.key(KEY.Key_0)
    assert desk.window.desk.chair is None


@pytest.mark.parametrize("label", ["41", "444", "2041", LABEL, "4" * 40, "1 2 4 1 2 4"])
def test_a_scan_changes_no_chair_and_sends_nothing(desk: WindowDesk, label: str) -> None:
    room(desk)
    desk.window.show_chair(2)
    scan(desk, label)
    assert desk.window.desk.chair == 2
    assert desk.backend.sent == []


def test_a_scan_presses_no_button_that_has_the_keyboard(desk: WindowDesk) -> None:
    desk.show(pictures.medium())
    for tile in desk.window.shell.bottom.tiles.values():
        tile.setFocus(Qt.FocusReason.TabFocusReason)
        scan(desk, "12 34 56")
        assert not desk.window.shell.panels.any_open
    assert desk.backend.sent == []


def test_enter_of_a_hand_still_presses_it(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    desk.window.shell.top.menu.setFocus(Qt.FocusReason.TabFocusReason)
    desk.key(KEY.Key_Return)
    assert desk.window.shell.panels.menu.isVisible()


def test_a_label_without_enter_does_nothing(desk: WindowDesk) -> None:
    room(desk)
    for digit in LABEL:
        QTest.keyClick(desk.window, digit)
    desk.qtbot.waitUntil(lambda: not desk.window.scans.waits)
    assert desk.window.desk.chair is None


@pytest.mark.parametrize("at", [None, 1])
def test_where_nothing_takes_it_it_is_said_who_it_is(desk: WindowDesk, at: int | None) -> None:
    room(desk)
    if at is not None:
        desk.window.show_chair(at)
    patient = desk.window.state.chairs[4].picture.patient_id
    for label, sentence in (
        (patient, say("scan-on-chair", patient, 4)),
        ("no patient", say("scan-of-nobody")),
        ("1111", say("scan-of-nobody")),
    ):
        scan(desk, label)
        for chair in (1, 2, 4):
            desk.backend.publish(example(chair))
        desk.turn()
        assert desk.window.shell.toast.isVisible()
        assert desk.window.shell.toast.text == sentence
        assert "1111" not in sentence  # a PIN that was typed with no pad open is never shown
    assert desk.window.desk.chair == at


def test_at_the_start_page_a_label_is_the_patient(desk: WindowDesk) -> None:
    desk.backend.days = day_of(*LIST)
    desk.window.go("new")
    start = desk.window.shell.start
    start.fields["initials"].line.setText("X. Y.")
    start.fields["patient_id"].line.setText("99999")
    start.cancel.setFocus()
    start.reload()
    scan(desk, LIST[0].patient_id)
    assert start.fields["patient_id"].text() == LIST[0].patient_id
    assert start.fields["initials"].text() == LIST[0].initials
    scan(desk, CODE, desk.window)
    assert start.fields["patient_id"].text() == LIST[0].patient_id


def test_a_vial_is_scanned_into_the_plan_wherever_the_keyboard_is(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    plan = desk.window.shell.panels.plan
    plan.open()
    scan(desk, CODE)
    assert (plan.vial.lot.text(), plan.vial.expiry.text()) == ("A123", "2027-03-31")
    assert desk.window.desk.chair is not None


def test_a_field_keeps_the_separator_inside_a_code(desk: WindowDesk) -> None:
    line = TextLine(DARK, "Lot", "", desk.window.shell)
    line.show()
    line.setFocus()
    desk.qtbot.waitUntil(line.hasFocus)
    scan(desk, CODE)
    assert vial_code(line.text()) == VialCode("A123", "2027-03-31", "0042")


def test_a_label_of_the_clinic_is_a_vial_too() -> None:
    assert vial_code("A-17;03/2027") == VialCode("A-17", "2027-03")
    assert vial_code("A-17;2027-03-31") == VialCode("A-17", "2027-03-31")
    assert vial_code("A-17;soon") is None
    assert vial_code(";2027-03") is None
