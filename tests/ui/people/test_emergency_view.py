"""The emergency view: what a locked window shows without a PIN, how long, and what it keeps."""

from __future__ import annotations

import pytest
from people_room import PIN, PeopleRoom
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from data.audit import AuditKind
from monitor.commands import ChangeLimit, PauseInfusion
from monitor.treatment.commands import UNCLAIMED
from ui.chair.bottom_bar import Act
from ui.gate import GLASS_S
from ui.panels import Panel
from ui.people.glass_desk import NOT_IN_MENU, PLACES
from ui.people.people_desk import BEHIND_LOCK
from ui.words import say

NURSE = "Nurse 1"


def ask(room: PeopleRoom) -> None:
    room.tap(room.window.shell.top.who)
    room.tap(room.pad.emergency)


def look(room: PeopleRoom, reason: str = "patient", text: str = "") -> None:
    """Without a PIN, as «Somebody»."""
    if not room.window.shell.panels.people.glass.isVisible():
        ask(room)
    pad = room.window.shell.panels.people.glass
    QTest.keyClicks(pad.name, "Somebody")
    room.tap(pad.reasons[reason])
    pad.text.setText(text)
    room.tap(pad.begin)


def words(room: PeopleRoom) -> str:
    return " ".join(label.text for label in room.window.shell.glass.labels)


def test_a_window_without_a_session_has_nothing_to_look_at(room: PeopleRoom) -> None:
    assert room.pad.isVisible()
    assert not room.pad.emergency.isVisible()


def test_a_name_and_a_reason_are_asked_for(locked: PeopleRoom) -> None:
    ask(locked)
    pad = locked.window.shell.panels.people.glass
    assert pad.name.hasFocus()
    for typed, sentence in (
        ("", "glass-name-missing"),
        ("x" * 60, "glass-name-wrong"),
        ("Somebody", "glass-reason-missing"),
    ):
        pad.name.setText(typed)
        locked.tap(pad.begin)
        assert pad.isVisible()
        assert say(sentence) in [label.text for label in pad.labels]
    locked.key(Qt.Key.Key_Return)  # a scanner's
    assert pad.isVisible()
    assert not locked.trail.lines
    locked.tap(pad.back)
    assert not pad.isVisible()
    assert not locked.window.people.glass.on


def test_what_was_asked_for_opens_and_the_line_was_there_before(locked: PeopleRoom) -> None:
    locked.window.toggle(Panel.LIMITS)
    locked.turn()
    locked.tap(locked.pad.emergency)
    look(locked, "staff", "the phone is dead")
    assert locked.is_open(Panel.LIMITS)
    (line,) = locked.trail.lines
    assert (line.kind, line.by) == (AuditKind.BREAK_GLASS, "Somebody")
    assert line.facts == {"reason": "staff", "text": "the phone is dead", "pin": False}


def test_the_mark_says_who_how_long_and_that_entries_ask(locked: PeopleRoom) -> None:
    look(locked)
    strip, shell = locked.window.shell.glass, locked.window.shell
    assert strip.isVisible()
    assert strip.y() == shell.bar.geometry().bottom() + 1  # below the alarm bar, never over it
    locked.turn(18.7)
    assert say("glass-left", "9:41") in words(locked)
    assert "Somebody" in words(locked)
    assert shell.top.who.text() == say("who-locked")


def test_every_place_of_the_running_session_opens_and_no_other(locked: PeopleRoom) -> None:
    look(locked)
    for panel in Panel:
        locked.window.shell.panels.close_all()
        if panel in BEHIND_LOCK:
            continue
        locked.window.toggle(panel)
        locked.turn()
        assert locked.is_open(panel) is (panel in PLACES), panel
        assert locked.is_open(Panel.PEOPLE) is (panel not in PLACES), panel


def test_entries_still_ask_for_a_pin_but_for_what_is_urgent(locked: PeopleRoom) -> None:
    look(locked)
    locked.window.desk.limit("sbp-high", 150.0)
    locked.turn()
    assert locked.pad.isVisible()
    assert not locked.pad.emergency.isVisible()
    assert not [one for one in locked.commands if isinstance(one, ChangeLimit)]
    locked.window.act(Act.PAUSE)
    assert PauseInfusion(UNCLAIMED) in locked.commands


def test_the_review_shows_this_session_without_the_others(locked: PeopleRoom) -> None:
    locked.backend.entries = tuple(locked.backend.kept)
    look(locked)
    locked.backend.looked_up.clear()
    locked.window.go("review")
    locked.turn()
    shell = locked.window.shell
    assert shell.pages.currentWidget() is shell.review
    assert not shell.review.list.isVisible()
    session_id = locked.window.state.chairs[2].picture.session_id
    assert locked.backend.looked_up == [session_id]
    for page in ("new", "day", "staff", "about"):
        locked.window.go(page)
        locked.turn()
        assert locked.pad.isVisible(), page
        locked.window.shell.panels.close_all()


def test_its_menu_offers_what_opens_and_afterwards_everything(locked: PeopleRoom) -> None:
    menu = locked.window.shell.panels.menu
    look(locked)
    locked.window._open_menu()
    assert [name for name in NOT_IN_MENU if not menu.choices[name].isHidden()] == []
    assert menu.choices["review"].text() == say("glass-review")
    locked.window.shell.panels.close_all()
    locked.sign_in(NURSE)
    locked.window._open_menu()
    assert not menu.choices["staff"].isHidden()
    assert menu.choices["review"].text() == say("menu-review")


@pytest.mark.parametrize("how", ["time", "hand"])
def test_at_its_end_everything_it_opened_is_closed(locked: PeopleRoom, how: str) -> None:
    locked.backend.entries = tuple(locked.backend.kept)
    look(locked)
    locked.window.go("review")
    locked.window.toggle(Panel.LIMITS)
    locked.turn()
    if how == "time":
        locked.turn(GLASS_S)
    else:
        locked.tap(locked.window.shell.glass.end)
    shell = locked.window.shell
    assert shell.shows_chairs
    assert not shell.glass.isVisible()
    assert not locked.is_open(Panel.LIMITS)
    assert locked.window.people.seat.locked


def test_a_pin_ends_it_and_leaves_open_what_is_open(locked: PeopleRoom) -> None:
    look(locked)
    locked.window.toggle(Panel.SOUND)
    locked.turn()
    pad = locked.pad
    if pad.name != NURSE:
        locked.tap(pad.people[NURSE])
    locked.pin(pad, PIN[NURSE])
    assert locked.window.people.seat.name == NURSE
    assert locked.is_open(Panel.SOUND)
    assert not locked.window.shell.glass.isVisible()
    assert locked.backend.people.gate.seated == NURSE


def test_a_lock_is_a_line_and_the_program_knows_that_nobody_sits_here(room: PeopleRoom) -> None:
    room.sign_in(NURSE)
    room.open(1)
    assert room.backend.people.gate.seated == NURSE
    room.lock()
    assert room.backend.people.gate.seated == ""
    assert (room.trail.last.kind, room.trail.last.by) == (AuditKind.LOCKED, NURSE)
