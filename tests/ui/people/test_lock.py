"""Behind the lock: what stays, what waits for a PIN, and whose name an entry bears."""

from __future__ import annotations

import pytest
from people_room import PIN
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from monitor.commands import (
    BeginEmergency,
    EndSession,
    ManualCuff,
    Note,
    NoteKind,
    PauseInfusion,
    StartInfusion,
)
from monitor.phases import Phase, Step
from monitor.treatment.commands import UNCLAIMED, Claim
from ui.chair.bottom_bar import Act
from ui.panels import Panel
from ui.words import say

NURSE = "Nurse 1"


def test_with_staff_enlisted_a_window_begins_locked_and_shows_no_start_page(room):
    page = room.window.people.lock_page
    assert room.window.shell.pages.currentWidget() is page
    assert not page.pad.back.isVisible()
    room.key(Qt.Key.Key_Escape)
    assert page.pad.isVisible()
    room.sign_in(NURSE)
    shell = room.window.shell
    assert shell.pages.currentWidget() is shell.start
    assert shell.start.fields["by"].text() == NURSE
    assert shell.top.who.text() == NURSE


def test_a_wrong_pin_leaves_it_locked_and_is_said(room):
    pad = room.pad
    room.tap(pad.people[NURSE])
    room.pin(pad, "0000")
    assert room.window.people.seat.locked
    assert say("pin-wrong", NURSE) in [label.text for label in pad.labels]
    assert "0000" not in " ".join(label.text for label in pad.labels)


def test_a_badge_is_a_name_and_no_pin(room):
    pad = room.pad
    pad.setFocus()
    QTest.keyClicks(pad, "nurse 2")
    room.key(Qt.Key.Key_Return)
    assert (pad.name, room.window.people.seat.locked) == ("Nurse 2", True)
    room.pin(pad, PIN["Nurse 2"])
    assert room.window.people.seat.name == "Nurse 2"


def test_a_badge_asks_for_its_pin_wherever_it_is_read(locked):
    room, pad = locked, locked.pad
    room.window.scanned("NURSE 2")
    assert (pad.name, room.is_open(Panel.PEOPLE)) == ("Nurse 2", True)
    room.window.scanned("nurse 1")
    assert pad.name == NURSE
    room.window.scanned("Somebody")
    assert say("badge-unknown") in [label.text for label in pad.labels]
    room.pin(pad, PIN[NURSE])
    assert room.window.people.seat.name == NURSE


def test_a_pin_typed_before_its_name_was_tapped_is_never_shown(room):
    pad = room.pad
    pad.setFocus()
    QTest.keyClicks(pad, PIN[NURSE])
    room.key(Qt.Key.Key_Return)
    assert say("badge-unknown") in [label.text for label in pad.labels]
    assert PIN[NURSE] not in " ".join(label.text for label in pad.labels)


def test_every_command_bears_who_is_signed_in(room):
    room.sign_in("Nurse 2")
    room.open(2, by=NURSE)
    room.window.desk.step(Step.START)
    assert room.commands == [StartInfusion("Nurse 2")]
    room.turn()
    assert room.window.shell.top.who.detail == say("who-of", NURSE)


def test_somebody_else_is_signed_in_by_two_taps_and_her_pin(room):
    room.sign_in(NURSE)
    room.open(2)
    room.tap(room.window.shell.top.who)
    room.tap(room.window.shell.panels.people.names["Nurse 2"])
    room.pin(room.pad, PIN["Nurse 2"])
    assert room.window.people.seat.name == "Nurse 2"
    assert not room.is_open(Panel.PEOPLE)


def test_it_locks_by_itself_when_nobody_pressed_anything(room):
    room.sign_in(NURSE)
    room.turn(299.0)
    assert not room.window.people.seat.locked
    QTest.mouseClick(room.window.windowHandle(), Qt.MouseButton.LeftButton)
    room.turn(299.0)
    assert not room.window.people.seat.locked
    room.turn(2.0)
    assert room.window.people.seat.locked


def test_the_numbers_and_the_bar_stay_and_other_panels_close(room):
    room.sign_in(NURSE)
    room.open(2)
    room.window.toggle(Panel.LIMITS)
    room.lock()
    shell = room.window.shell
    assert not room.is_open(Panel.LIMITS)
    assert shell.pages.currentWidget() is shell.live
    assert shell.bar.isVisible()
    assert shell.live.cuff.isVisible()
    assert shell.top.who.text() == say("who-locked")


def test_a_page_of_patients_is_left_when_it_locks(room):
    room.sign_in(NURSE)
    room.open(2)
    room.window.go("review")
    room.lock()
    assert room.window.shell.pages.currentWidget() is room.window.shell.live


def test_what_a_patient_may_need_at_once_works_and_bears_no_name(locked):
    room, window = locked, locked.window
    window.desk.silence()
    room.key(Qt.Key.Key_F5)
    assert room.is_open(Panel.NOTE)
    window.note(NoteKind.NAUSEA, "")
    room.key(Qt.Key.Key_F4)
    assert room.is_open(Panel.CUFF)
    window.desk.cuff(140, 85)
    room.tap(window.shell.bottom.tiles[Act.PAUSE])
    window.act(Act.EMERGENCY)
    assert room.is_open(Panel.EMERGENCY)
    kinds = [type(command) for command in room.commands]
    assert {Note, ManualCuff, PauseInfusion, BeginEmergency} <= set(kinds)
    assert {command.by for command in room.commands} == {UNCLAIMED}
    room.turn()
    assert room.people_of(2).unclaimed == len(room.commands)


@pytest.mark.parametrize("panel", [Panel.LIMITS, Panel.DEVICES, Panel.MENU, Panel.SCREENING])
def test_everything_else_asks_first_and_opens_after_the_pin(locked, panel):
    locked.window.toggle(panel)
    assert not locked.is_open(panel)
    assert locked.is_open(Panel.PEOPLE)
    people = locked.window.shell.panels.people
    assert not people.geometry().intersects(locked.window.shell.bar.geometry())
    locked.sign_in(NURSE)
    assert locked.is_open(panel)


def test_a_page_asks_first_and_comes_after_the_pin(locked):
    locked.window.go("about")
    assert locked.window.shell.pages.currentWidget() is locked.window.shell.live
    locked.sign_in(NURSE)
    assert locked.window.shell.pages.currentWidget() is locked.window.shell.about


def test_a_command_that_waits_for_a_pin_is_not_sent_later_and_not_said_to_be_done(locked):
    window = locked.window
    window.desk.pause()
    locked.turn()
    locked.backend.sent.clear()
    window.desk.pause_or_resume()
    assert locked.commands == []
    window._entered("resumed", None)  # as whoever pressed it would say
    assert window.scene.receipt is None
    assert locked.is_open(Panel.PEOPLE)
    locked.sign_in(NURSE)
    assert all(isinstance(command, Claim) for command in locked.commands)
    assert window.state.chairs[2].picture.phase is Phase.PAUSED


def test_without_a_pin_nothing_of_it_opens(locked):
    locked.window.toggle(Panel.LIMITS)
    assert locked.pad.name == NURSE
    locked.key(Qt.Key.Key_Escape)
    assert not locked.is_open(Panel.PEOPLE)
    assert locked.window.people.seat.locked
    locked.sign_in(NURSE)
    assert not locked.is_open(Panel.LIMITS)


def test_closing_the_window_while_a_session_runs_asks_for_a_pin_too(locked):
    assert not locked.window.close()
    assert locked.is_open(Panel.PEOPLE)
    locked.sign_in(NURSE)
    assert locked.is_open(Panel.CLOSE)


def test_the_wait_after_wrong_pins_never_stops_the_six_actions(room):
    room.sign_in(NURSE)
    room.open(2)
    room.lock()
    pad = room.pad
    pad._waits[NURSE] = 40
    room.tap(room.window.shell.top.who)
    room.pin(pad, PIN[NURSE])
    assert room.window.people.seat.locked
    assert say("pin-waits", NURSE, 40) in [label.text for label in pad.labels]
    room.backend.sent.clear()
    room.window.act(Act.EMERGENCY)
    assert room.commands == [BeginEmergency(UNCLAIMED)]


# ---- entries without a name


def test_after_the_sign_in_it_is_asked_whose_they_were_and_mine_claims_them(locked):
    room = locked
    room.window.note(NoteKind.NAUSEA, "")
    room.window.desk.pause()
    room.turn()
    room.backend.sent.clear()
    room.sign_in(NURSE)
    panel = room.window.shell.panels.claim
    assert panel.isVisible()
    assert [(one.chair, one.count) for one in panel.lines] == [(2, 2)]
    assert panel.lines[0].what == "note, pause"
    room.tap(panel.mine_tile)
    assert room.commands == [Claim(NURSE)]
    assert room.people_of(2).unclaimed == 0
    assert not panel.isVisible()


def test_not_mine_leaves_them_and_the_next_one_is_asked_again(locked):
    room = locked
    room.window.note(NoteKind.NAUSEA, "")
    room.turn()
    room.sign_in(NURSE)
    panel = room.window.shell.panels.claim
    room.tap(panel.left_tile)
    assert room.people_of(2).unclaimed == 1
    room.sign_in("Nurse 2")
    assert panel.isVisible()


def test_somebody_else_signs_for_hers(locked):
    room = locked
    room.window.note(NoteKind.NAUSEA, "")
    room.turn()
    room.sign_in(NURSE)
    panel = room.window.shell.panels.claim
    room.backend.sent.clear()
    room.tap(panel.other_tile)
    assert NURSE not in panel.who.people
    room.tap(panel.who.people["Nurse 2"])
    room.pin(panel.who, PIN["Nurse 2"])
    assert room.commands == [Claim("Nurse 2")]
    assert room.window.people.seat.name == NURSE


@pytest.mark.parametrize(
    ("answer", "said"),
    [("mine_tile", [Claim(NURSE), EndSession(NURSE)]), ("left_tile", [EndSession(NURSE)])],
)
def test_the_end_of_a_session_asks_first_because_nobody_can_claim_afterwards(locked, answer, said):
    room, window = locked, locked.window
    window.note(NoteKind.NAUSEA, "")
    window.desk.step(Step.STOP)
    room.turn()
    room.sign_in(NURSE)
    panel = window.shell.panels.claim
    room.tap(panel.left_tile)
    room.backend.sent.clear()
    window.desk.step(Step.END)
    room.turn()
    assert room.commands == []
    assert panel.sentence == say("claim-before-end", 2)
    room.tap(getattr(panel, answer))
    assert room.commands == said
    assert window.state.chairs[2].picture.phase is Phase.SIGNED
