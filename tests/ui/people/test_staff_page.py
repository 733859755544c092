"""Enlisting, retiring and new PINs, in the window and over the real accounts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from people_room import PeopleRoom
from pytestqt.qtbot import QtBot

from data.accounts import Accounts
from monitor.rights import Role
from ui.people.staff_page import StaffPage
from ui.places import open_record
from ui.staff_desk import StaffDesk
from ui.words import say

PIN = "4711"


class Here:
    """A room whose staff is kept in a real record."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        db = folder / "record.db"
        open_record(db, key=None).close()
        self.room = PeopleRoom(qtbot, {})
        self.staff = StaffDesk(Accounts(db, None), place=folder / "seat.json")
        self.room.backend.people = self.staff
        self.room.window.go("staff")
        self.room.turn()

    @property
    def page(self) -> StaffPage:
        page = self.room.window.shell.pages.currentWidget()
        assert isinstance(page, StaffPage)
        return page

    def fill(self, name: str, role: Role, pin: str, again: str | None = None) -> None:
        page = self.page
        page.name.setText(name)
        page.role.choose(role.value)
        page.pin.setText(pin)
        page.again.setText(pin if again is None else again)
        self.room.tap(page.add)

    @property
    def names(self) -> list[str]:
        return [member.name for member in self.staff.members()]


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[Here]:
    made = Here(qtbot, tmp_path)
    yield made
    made.room.close()


def test_the_first_member_is_enlisted_by_anybody_and_is_signed_in_at_once(here: Here) -> None:
    assert here.page.hint.text() == say("staff-empty")
    here.fill("Supervisor 1", Role.SUPERVISOR, PIN)
    assert here.names == ["Supervisor 1"]
    assert here.room.window.people.seat.name == "Supervisor 1"
    assert here.page.outcome.text() == say("staff-enlisted", "Supervisor 1", "supervisor")
    assert here.page.pin.text() == here.page.again.text() == ""


def test_two_pins_that_differ_and_a_pin_that_cannot_be_are_refused(here: Here) -> None:
    here.fill("Nurse 1", Role.NURSE, PIN, "4712")
    assert here.page.outcome.text() == say("staff-pins-differ")
    here.fill("Nurse 1", Role.NURSE, "12")
    assert "4 to 12 digits" in here.page.outcome.text()
    assert here.names == []


def test_only_a_supervisor_enlists_and_the_page_says_so(here: Here) -> None:
    here.fill("Supervisor 1", Role.SUPERVISOR, PIN)
    here.fill("Nurse 1", Role.NURSE, PIN)
    seat = here.room.window.people.seat
    seat.sign_in(here.staff.check("Nurse 1", PIN), here.room.clock.now_s)
    here.fill("Nurse 2", Role.NURSE, PIN)
    assert "only a supervisor" in here.page.outcome.text()
    assert here.names == ["Nurse 1", "Supervisor 1"]


def test_retiring_takes_a_second_tap(here: Here) -> None:
    here.fill("Supervisor 1", Role.SUPERVISOR, PIN)
    here.fill("Nurse 1", Role.NURSE, PIN)
    here.room.tap(here.page.rows["Nurse 1"][1])
    assert here.page.rows["Nurse 1"][1].text() == say("staff-retire-sure", "Nurse 1")
    assert "Nurse 1" in here.names
    here.room.tap(here.page.rows["Nurse 1"][1])
    assert here.names == ["Supervisor 1"]


def test_everybody_gives_herself_a_new_pin(here: Here) -> None:
    here.fill("Supervisor 1", Role.SUPERVISOR, PIN)
    here.room.tap(here.page.rows["Supervisor 1"][0])
    assert here.page.heading.text() == say("staff-new-pin-title", "Supervisor 1")
    assert not here.page.name.isVisible()
    here.page.pin.setText("9999")
    here.page.again.setText("9999")
    here.room.tap(here.page.add)
    assert here.staff.check("Supervisor 1", "9999").role is Role.SUPERVISOR


def test_the_time_of_the_lock_is_kept_and_holds_at_once(here: Here) -> None:
    here.fill("Supervisor 1", Role.SUPERVISOR, PIN)
    for _ in range(4):
        here.room.tap(here.page.shorter)
    assert not here.page.shorter.isEnabled()
    assert here.staff.lock_after_min() == 1
    here.room.turn(61.0)
    assert here.room.window.people.seat.locked


def test_staff_that_was_enlisted_elsewhere_locks_this_window_too(here: Here) -> None:
    here.staff.enlist("Nurse 1", Role.NURSE, PIN, "Nurse 1")
    here.room.window.people.reload()
    here.room.turn()
    people = here.room.window.people
    assert people.seat.locked
    assert here.room.window.shell.pages.currentWidget() is people.lock_page
