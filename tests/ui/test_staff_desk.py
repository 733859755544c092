"""Who may change the staff, through the real accounts of a real record."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.accounts import Accounts
from monitor.rights import MAY, Right, Role
from ui.doors import SignInRefused
from ui.places import open_record
from ui.requests import Refusal
from ui.staff_desk import StaffDesk

PIN = "4711"


class Watch:
    """A clock that goes on only when it is told to."""

    def __init__(self) -> None:
        self.now_s = 1_790_000_000.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "record.db"
    open_record(place).close()
    return place


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def desk(path: Path, watch: Watch) -> StaffDesk:
    return StaffDesk(Accounts(path, None), watch)


def supervised(desk: StaffDesk) -> StaffDesk:
    """A supervisor and a nurse; the supervisor is signed in."""
    desk.enlist("Supervisor 1", Role.SUPERVISOR, PIN, "setup")
    desk.check("Supervisor 1", PIN)
    desk.enlist("Nurse 1", Role.NURSE, PIN, "Supervisor 1")
    return desk


def names(desk: StaffDesk) -> list[str]:
    return [f"{one.name} {one.role}" for one in desk.members()]


def test_the_first_member_is_enlisted_by_anybody(desk: StaffDesk) -> None:
    desk.enlist("Nurse 1", Role.NURSE, PIN, "setup")
    assert names(desk) == ["Nurse 1 nurse"]


def test_without_a_supervisor_anybody_who_is_signed_in_enlists(desk: StaffDesk) -> None:
    desk.enlist("Nurse 1", Role.NURSE, PIN, "setup")
    with pytest.raises(Refusal, match="Nurse 1 is not signed in"):
        desk.enlist("Supervisor 1", Role.SUPERVISOR, PIN, "Nurse 1")
    desk.check("Nurse 1", PIN)
    desk.enlist("Supervisor 1", Role.SUPERVISOR, PIN, "Nurse 1")
    with pytest.raises(Refusal, match="signed in as nurse; only a supervisor"):
        desk.enlist("Nurse 2", Role.NURSE, PIN, "Nurse 1")


@pytest.mark.parametrize("role", [role for role in Role if role not in MAY[Right.STAFF]])
def test_only_a_role_of_the_table_changes_the_staff(desk: StaffDesk, role: Role) -> None:
    supervised(desk).enlist("Other 1", role, PIN, "Supervisor 1")
    desk.check("Other 1", PIN)
    for change in (
        lambda: desk.enlist("Nurse 2", Role.NURSE, PIN, "Other 1"),
        lambda: desk.enlist("Other 1", Role.SUPERVISOR, PIN, "Other 1"),
        lambda: desk.retire("Nurse 1", "Other 1"),
    ):
        with pytest.raises(Refusal, match="only a supervisor"):
            change()


def test_a_name_alone_is_nobody(desk: StaffDesk, path: Path, watch: Watch) -> None:
    supervised(desk)
    again = StaffDesk(Accounts(path, None), watch)
    with pytest.raises(Refusal, match="Supervisor 1 is not signed in"):
        again.retire("Nurse 1", "Supervisor 1")
    with pytest.raises(SignInRefused):
        again.check("Supervisor 1", "0000")
    with pytest.raises(Refusal, match="not signed in"):
        again.retire("Nurse 1", "Supervisor 1")


def test_everybody_may_give_herself_a_new_pin_and_no_other_role(desk: StaffDesk) -> None:
    supervised(desk)
    with pytest.raises(Refusal, match="not signed in"):
        desk.enlist("Nurse 1", Role.NURSE, "9999", "Nurse 1")
    desk.check("Nurse 1", PIN)
    desk.enlist("nurse 1", Role.NURSE, "9999", "Nurse 1")
    assert desk.check("Nurse 1", "9999").name == "Nurse 1"
    with pytest.raises(SignInRefused):
        desk.check("Nurse 1", PIN)


def test_the_only_supervisor_leaves_nobody_behind(desk: StaffDesk) -> None:
    supervised(desk)
    with pytest.raises(Refusal, match="only supervisor"):
        desk.retire("Supervisor 1", "Supervisor 1")
    with pytest.raises(Refusal, match="only supervisor"):
        desk.enlist("Supervisor 1", Role.NURSE, PIN, "Supervisor 1")
    desk.retire("Nurse 1", "Supervisor 1")
    desk.retire("Supervisor 1", "Supervisor 1")
    assert desk.members() == ()


def test_who_was_retired_is_signed_in_no_more(desk: StaffDesk) -> None:
    supervised(desk).enlist("Supervisor 2", Role.SUPERVISOR, PIN, "Supervisor 1")
    desk.check("Supervisor 2", PIN)
    desk.retire("Supervisor 2", "Supervisor 1")
    with pytest.raises(Refusal, match="not signed in"):
        desk.retire("Nurse 1", "Supervisor 2")


def test_a_refusal_is_one_sentence_and_says_how_long_to_wait(
    desk: StaffDesk, watch: Watch
) -> None:
    supervised(desk)
    waits = []
    for _try in range(3):
        with pytest.raises(SignInRefused) as caught:
            desk.check("Nurse 1", "0000")
        waits.append((caught.value.wait_s, str(caught.value)))
    assert waits[0] == (0.0, "That is not the PIN of Nurse 1; try again.")
    assert waits[2] == (5.0, "That is not the PIN of Nurse 1; the next try is possible in 5 s.")
    watch.now_s += 2.0
    with pytest.raises(SignInRefused, match=r"try again in 3 s\. The chairs go on"):
        desk.check("Nurse 1", PIN)
    watch.now_s += 3.0
    assert desk.check("Nurse 1", PIN).role is Role.NURSE


@pytest.mark.parametrize(
    ("name", "pin", "words"),
    [("", PIN, "no name"), ("unclaimed", PIN, "unclaimed"), ("Nurse 2", "12", "4 to 12 digits")],
)
def test_what_cannot_be_is_refused_with_what_can(
    desk: StaffDesk, name: str, pin: str, words: str
) -> None:
    with pytest.raises(Refusal, match=words):
        desk.enlist(name, Role.NURSE, pin, "setup")
    assert desk.members() == ()


def test_a_record_that_cannot_be_read_is_a_refusal(tmp_path: Path) -> None:
    desk = StaffDesk(Accounts(tmp_path / "none.db", None))
    with pytest.raises(Refusal, match=r"none\.db"):
        desk.members()


def test_whoever_may_only_look_changes_no_day(desk: StaffDesk) -> None:
    desk.gate.want(Right.DAY, "AK")  # nobody is enlisted: initials are all there is
    supervised(desk).enlist("Viewer 1", Role.VIEWER, PIN, "Supervisor 1")
    for name in ("Nurse 1", "Viewer 1"):
        with pytest.raises(Refusal, match=f"{name} is not signed in"):
            desk.gate.want(Right.DAY, name)
        desk.check(name, PIN)
    assert desk.gate.want(Right.DAY, "nurse 1") == "Nurse 1"
    with pytest.raises(Refusal, match="Viewer 1 is signed in as viewer; only a nurse or provider"):
        desk.gate.want(Right.DAY, "Viewer 1")


def test_a_supervisor_says_when_a_window_locks(tmp_path: Path, path: Path, watch: Watch) -> None:
    desk = StaffDesk(Accounts(path, None), watch, tmp_path / "seat.json")
    desk.keep_lock_after(3, "")  # nobody is enlisted yet
    supervised(desk)
    desk.check("Nurse 1", PIN)
    with pytest.raises(Refusal, match="only a supervisor"):
        desk.keep_lock_after(10, "Nurse 1")
    with pytest.raises(Refusal, match="1 to 15 min"):
        desk.keep_lock_after(16, "Supervisor 1")
    assert desk.lock_after_min() == 3
    desk.keep_lock_after(10, "Supervisor 1")
    assert desk.lock_after_min() == 10


def test_a_time_that_cannot_be_kept_is_a_refusal(tmp_path: Path, path: Path) -> None:
    (tmp_path / "file").write_text("")
    desk = StaffDesk(Accounts(path, None), place=tmp_path / "file" / "seat.json")
    with pytest.raises(Refusal, match="cannot be kept"):
        desk.keep_lock_after(5, "")
