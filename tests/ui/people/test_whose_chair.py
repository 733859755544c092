"""Covering a chair, and handing chairs over, in the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from people_room import PIN, PeopleRoom
from PySide6.QtCore import Qt

from monitor.treatment.commands import Cover, HandOver
from ui.panels import Panel
from ui.people.asked import Asked
from ui.words import say


@pytest.fixture
def room(qtbot) -> Iterator[PeopleRoom]:
    made = PeopleRoom(qtbot)
    made.sign_in("Nurse 1")
    made.open(2, 3, 5)
    made.backend.sent.clear()
    yield made
    made.close()


def test_somebody_else_covers_with_one_tap_and_the_time_runs_down(room):
    room.sign_in("Nurse 2")
    room.tap(room.window.shell.top.who)
    room.tap(room.window.shell.panels.people.ways["cover"])
    assert room.backend.sent[-1] == (2, Cover("Nurse 2"))
    people = room.people_of(2)
    assert (people.owner, people.cover) == ("Nurse 1", "Nurse 2")
    room.turn(60.0)
    assert room.window.shell.top.who.detail == say("who-covers", "Nurse 1", "8:59")
    room.tap(room.window.shell.top.who)
    room.tap(room.window.shell.panels.people.ways["cover-end"])
    assert room.people_of(2).cover == ""


def test_a_cover_ends_by_itself_after_ten_minutes(room):
    room.window.desk.cover("Nurse 2")
    room.turn(590.0)
    assert room.people_of(2).cover == "Nurse 2"
    room.turn(11.0)
    assert room.people_of(2).cover == ""


def test_the_owner_lets_somebody_cover_who_signs_for_it(room):
    people = room.window.shell.panels.people
    room.tap(room.window.shell.top.who)
    room.tap(people.ways["cover-other"])
    assert "Nurse 1" not in people.who.people
    room.tap(people.who.people["Nurse 2"])
    room.pin(people.who, PIN["Nurse 2"])
    assert room.people_of(2).cover == "Nurse 2"
    assert room.window.people.seat.name == "Nurse 1"


def test_all_chairs_are_handed_over_in_one_action(room):
    panel = room.window.shell.panels.handover
    room.tap(room.window.shell.top.who)
    room.tap(room.window.shell.panels.people.ways["hand-over"])
    assert [face.chair for face in panel.faces] == [2, 3, 5]
    room.tap(panel.give)
    room.tap(panel.who.people["Nurse 2"])
    room.pin(panel.who, PIN["Nurse 2"])
    assert room.backend.sent == [(chair, HandOver("Nurse 2", "Nurse 1")) for chair in (2, 3, 5)]
    assert {room.people_of(chair).owner for chair in (2, 3, 5)} == {"Nurse 2"}
    assert room.window.people.seat.name == "Nurse 2"
    assert not room.is_open(Panel.HANDOVER)


def test_a_chair_that_is_left_out_stays_and_nothing_goes_without_a_pin(room):
    panel = room.window.shell.panels.handover
    room.window.people.chairs.hand_over()
    room.turn()
    room.tap(panel.rows[3])
    assert panel.taken == (2, 5)
    room.tap(panel.give)
    room.tap(panel.who.people["Nurse 2"])
    room.pin(panel.who, "9999")
    assert room.backend.sent == []
    room.pin(panel.who, PIN["Nurse 2"])
    assert [chair for chair, _ in room.backend.sent] == [2, 5]
    assert room.people_of(3).owner == "Nurse 1"


def test_a_chair_the_newcomer_has_already_is_not_asked_about(room):
    room.window.desk.at(3).hand_over("Nurse 2")
    room.turn()
    room.backend.sent.clear()
    room.window.people.chairs._hand_over((2, 3, 5), "Nurse 2")
    assert [chair for chair, _ in room.backend.sent] == [2, 5]


def test_a_second_person_is_never_the_one_who_is_signed_in(room):
    panel = room.window.shell.panels.plan
    room.window.toggle(Panel.PLAN)
    panel.ask_person(Asked("Who agrees?", second=True), lambda _name: None)
    assert set(panel.who.people) == {"Nurse 2", "Provider 1", "Supervisor 1"}


def test_behind_the_lock_nobody_hands_over(room):
    room.lock()
    room.window.toggle(Panel.HANDOVER)
    assert not room.is_open(Panel.HANDOVER)
    assert room.is_open(Panel.PEOPLE)


def test_with_nobody_enlisted_there_is_no_lock_and_names_are_typed(qtbot):
    room = PeopleRoom(qtbot, {})
    room.open(2, by="AK")
    room.lock()
    room.turn(4000.0)
    assert not room.window.people.seat.locked
    assert room.window.shell.top.who.text() == "AK"
    people = room.window.shell.panels.people
    room.tap(room.window.shell.top.who)
    assert say("people-no-staff") in people.face.lines
    room.tap(people.ways["cover-other"])
    qtbot.keyClicks(people.who.line, "NB")
    qtbot.keyClick(people.who.line, Qt.Key.Key_Return)
    room.turn()
    assert room.people_of(2).cover == "NB"
    room.close()


def test_a_demo_begins_with_a_nurse_signed_in_and_says_the_pins(qtbot):
    room = PeopleRoom(qtbot, demo=True)
    assert room.window.people.seat.name == "Nurse 1"
    room.open(2)
    room.tap(room.window.shell.top.who)
    room.tap(room.window.shell.panels.people.names["Nurse 2"])
    words = " ".join(label.text for label in room.pad.labels)
    assert "Nurse 2 2222" in words
    room.close()
