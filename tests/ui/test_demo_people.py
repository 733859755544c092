"""The staff of the demo, and the doors of a demo's backend."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.accounts import StaffMember
from data.courses import PatientCourse
from data.day_book import TodayEntry
from monitor.rights import Role
from ui.demo_backend import DemoBackend
from ui.demo_people import DEMO_STAFF, StaffInMemory, demo_pins
from ui.doors import SignInRefused
from ui.places import open_record
from ui.requests import Refusal


def test_everybody_of_the_demo_signs_in_with_the_pin_that_is_said() -> None:
    staff, said = StaffInMemory(), demo_pins()
    for name, (role, pin) in DEMO_STAFF.items():
        assert staff.check(name.lower(), pin) == StaffMember(name, role)
        assert f"{name} {pin}" in said
    assert [one.name for one in staff.members()] == sorted(DEMO_STAFF)


def test_a_wrong_pin_waits_for_nothing_in_a_demo() -> None:
    staff = StaffInMemory()
    for _try in range(9):
        with pytest.raises(SignInRefused) as caught:
            staff.check("Nurse 1", "0000")
        assert caught.value.wait_s == 0.0
    with pytest.raises(SignInRefused, match="Nurse 9"):
        staff.check("Nurse 9", "0000")


def test_members_come_and_go_while_the_window_is_open() -> None:
    staff = StaffInMemory({})
    assert staff.members() == ()
    staff.enlist("Nurse 3", Role.NURSE, "3333", "x")
    staff.enlist("nurse 3", Role.PROVIDER, "4444", "x")
    assert staff.check("Nurse 3", "4444") == StaffMember("Nurse 3", Role.PROVIDER)
    for name, pin in (("", "1234"), ("Nurse 4", "1")):
        with pytest.raises(Refusal):
            staff.enlist(name, Role.NURSE, pin, "x")
    staff.retire("NURSE 3", "x")
    with pytest.raises(Refusal, match="Nurse 3"):
        staff.retire("Nurse 3", "x")


def test_a_demo_has_a_day_and_courses_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "demo.db"
    backend = DemoBackend(path)
    backend.staff().sit("Nurse 1")
    assert backend.course("DEMO-S1") == PatientCourse("DEMO-S1")
    open_record(path).close()
    backend.day().plan(TodayEntry("DEMO-S1"), "Nurse 1")
    assert backend.day().today() == (TodayEntry("DEMO-S1"),)
    assert backend.staff().members() == StaffInMemory().members()
