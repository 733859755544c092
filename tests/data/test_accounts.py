"""Who works here, with real hashes in a real record; the clock is an argument."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from helpers import ROOT
from hypothesis import given
from hypothesis import strategies as st

from data.accounts import (
    LONGEST_WAIT_S,
    AccountRefused,
    Accounts,
    StaffMember,
    check_pin,
    checked_name,
    wait_after,
    wait_left_s,
)
from data.errors import StoreError
from data.record_file import reading
from data.store import SessionStore
from monitor.rights import Role
from monitor.treatment.commands import UNCLAIMED

T0 = 1_790_000_000.0
NURSE = StaffMember("Nurse 1", Role.NURSE)
PIN = "4711"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "record.db"
    SessionStore.open(place).close()
    return place


@pytest.fixture
def accounts(path: Path) -> Accounts:
    made = Accounts(path, None)
    made.enlist("Nurse 1", Role.NURSE, PIN, "Supervisor 1", T0)
    return made


@pytest.fixture
def full_effort(pin_effort: Mapping[str, int], monkeypatch: pytest.MonkeyPatch) -> None:
    """PINs as the program hashes them, and no test otherwise."""
    monkeypatch.setattr("data.accounts.PIN_EFFORT", pin_effort)


def refused(accounts: Accounts, pin: str, at: float, name: str = "Nurse 1") -> AccountRefused:
    with pytest.raises(AccountRefused) as caught:
        accounts.check(name, pin, at)
    return caught.value


def test_nobody_works_here_at_first(path: Path) -> None:
    assert Accounts(path, None).members() == ()


def test_the_right_pin_says_who_it_is_whatever_the_capital_letters(accounts: Accounts) -> None:
    assert accounts.check(" nurse  1", PIN, T0 + 1) == NURSE
    assert accounts.members() == (NURSE,)


def test_a_wrong_pin_or_a_stranger_is_refused(accounts: Accounts) -> None:
    assert refused(accounts, "4712", T0).reason == "pin-wrong"
    stranger = refused(accounts, PIN, T0, "Nurse 9")
    assert (stranger.reason, stranger.arguments) == ("staff-unknown", ("Nurse 9",))


def test_the_newest_line_of_a_name_counts_and_the_name_keeps_its_spelling(
    accounts: Accounts,
) -> None:
    accounts.enlist("NURSE 1", Role.SUPERVISOR, "123456", "Supervisor 1", T0 + 5)
    assert accounts.members() == (StaffMember("Nurse 1", Role.SUPERVISOR),)
    assert accounts.check("Nurse 1", "123456", T0 + 6).role is Role.SUPERVISOR
    assert refused(accounts, PIN, T0 + 7).reason == "pin-wrong"


def test_who_left_signs_in_no_more_until_she_comes_back(accounts: Accounts, path: Path) -> None:
    accounts.retire("nurse 1", "Supervisor 1", T0 + 5)
    assert accounts.members() == ()
    assert refused(accounts, PIN, T0 + 6).reason == "staff-unknown"
    with pytest.raises(AccountRefused):
        accounts.retire("Nurse 1", "Supervisor 1", T0 + 7)
    accounts.enlist("nurse 1", Role.NURSE, "9999", "Supervisor 1", T0 + 8)
    assert accounts.check("Nurse 1", "9999", T0 + 9) == NURSE
    with reading(path, None) as connection:  # nothing was taken away
        lines = connection.execute("SELECT name, enlisted, by FROM staff ORDER BY n").fetchall()
    assert lines == [("Nurse 1", one, "Supervisor 1") for one in (1, 0, 1)]


@pytest.mark.usefixtures("full_effort")
def test_no_pin_is_kept_in_clear_and_each_hash_has_its_own_salt(
    accounts: Accounts, path: Path
) -> None:
    accounts.enlist("Nurse 2", Role.NURSE, "20260131", "x", T0)
    accounts.enlist("Nurse 3", Role.NURSE, "20260131", "x", T0)
    refused(accounts, "20260132", T0, "Nurse 2")
    files = b"".join(file.read_bytes() for file in path.parent.glob("record.db*"))
    assert b"20260131" not in files
    assert b"20260132" not in files
    with reading(path, None) as connection:
        hashes = {pin for (pin,) in connection.execute("SELECT pin FROM staff")}
    assert len(hashes) == 3
    assert all(one.startswith("$argon2id$v=19$m=65536,t=3,p=4$") for one in hashes)


@pytest.mark.usefixtures("full_effort")
def test_checking_a_pin_costs_some_time_and_not_much(accounts: Accounts) -> None:
    began = time.perf_counter()
    accounts.check("Nurse 1", PIN, T0)
    assert 0.005 < time.perf_counter() - began < 3.0  # 0.15 s on an idle computer


# ---- the wait after wrong PINs ------------------------------------------------------------------


def test_three_wrong_pins_are_free_then_each_try_waits_twice_as_long(accounts: Accounts) -> None:
    at = T0
    waits = []
    for _try in range(5):
        waits.append(refused(accounts, "0000", at).wait_s)
        at += waits[-1]
    assert waits == [0.0, 0.0, 5.0, 10.0, 20.0]
    early = refused(accounts, PIN, at - 12.5)  # the right one, too soon
    assert (early.reason, early.arguments) == ("pin-waits", ("Nurse 1", 13))
    assert accounts.check("Nurse 1", PIN, at) == NURSE
    assert refused(accounts, "0000", at + 1).wait_s == 0.0


def test_a_try_that_came_too_soon_makes_the_wait_no_longer(accounts: Accounts) -> None:
    for _try in range(3):
        refused(accounts, "0000", T0)
    for after in (1.0, 2.0, 3.0, 4.0):
        assert refused(accounts, PIN, T0 + after).wait_s == pytest.approx(5.0 - after)
    assert accounts.check("Nurse 1", PIN, T0 + 5.0) == NURSE


def test_the_wait_is_kept_across_a_restart_and_is_nobody_elses(
    accounts: Accounts, path: Path
) -> None:
    accounts.enlist("Nurse 2", Role.NURSE, "2222", "x", T0)
    for _try in range(3):
        refused(accounts, "0000", T0)
    again = Accounts(path, None)
    assert refused(again, PIN, T0 + 1).reason == "pin-waits"
    assert again.check("Nurse 2", "2222", T0 + 1).name == "Nurse 2"


def test_a_new_pin_ends_the_wait(accounts: Accounts, path: Path) -> None:
    for _try in range(4):
        refused(accounts, "0000", T0)
    Accounts(path, None).enlist("Nurse 1", Role.NURSE, "8888", "x", T0 + 1)
    assert accounts.check("Nurse 1", "8888", T0 + 2) == NURSE


@given(st.integers(0, 2000), st.floats(-1e6, 1e6))
def test_no_wait_is_longer_than_five_minutes_whatever_the_clock_says(
    failures: int, since_s: float
) -> None:
    assert 0.0 <= wait_left_s(failures, T0, T0 + since_s) <= wait_after(failures)
    assert wait_after(failures) <= min(LONGEST_WAIT_S, wait_after(failures + 1))


# ---- a record that fails ------------------------------------------------------------------------


def test_a_record_that_is_gone_keeps_nobody_out_and_lets_nobody_in(
    accounts: Accounts, path: Path
) -> None:
    accounts.check("Nurse 1", PIN, T0)
    path.rename(path.with_name("elsewhere.db"))
    path.mkdir()  # what cannot be opened, whoever asks
    assert accounts.check("Nurse 1", PIN, T0 + 1) == NURSE
    waits = [refused(accounts, "0000", T0 + 2).wait_s for _try in range(3)]
    assert waits == [0.0, 0.0, 5.0]
    assert refused(accounts, PIN, T0 + 3).reason == "pin-waits"
    with pytest.raises(StoreError):
        Accounts(path, None).check("Nurse 1", PIN, T0 + 9)


def test_a_role_of_a_newer_version_may_only_look(accounts: Accounts, path: Path) -> None:
    accounts.enlist("Somebody", Role.NURSE, "1234", "x", T0)
    with SessionStore.open(path) as store:
        store._connection.execute(
            "INSERT INTO staff (name, role, pin, enlisted, by, utc)"
            " SELECT name, 'pharmacist', pin, 1, by, utc FROM staff WHERE name = 'Somebody'"
        )
    assert accounts.members()[1] == StaffMember("Somebody", Role.VIEWER)


def test_a_torn_hash_lets_nobody_in(accounts: Accounts, path: Path) -> None:
    with SessionStore.open(path) as store:
        store._connection.execute(
            "INSERT INTO staff (name, role, pin, enlisted, by, utc)"
            " VALUES ('Nurse 1', 'nurse', '$argon2id$torn', 1, 'x', 0)"
        )
    assert refused(accounts, PIN, T0 + 1).reason == "pin-wrong"


def test_staff_are_kept_under_the_key_of_the_record(tmp_path: Path) -> None:
    place, key = tmp_path / "record.db", bytes(range(48))
    SessionStore.open(place, key).close()
    accounts = Accounts(place, key)
    accounts.enlist("Nurse 1", Role.NURSE, PIN, "x", T0)
    assert accounts.check("Nurse 1", PIN, T0) == NURSE
    files = b"".join(file.read_bytes() for file in tmp_path.glob("record.db*"))
    assert b"Nurse 1" not in files
    assert b"argon2id" not in files


# ---- what can be a name and a PIN ---------------------------------------------------------------


@pytest.mark.parametrize("pin", ["", "123", "1234567890123", "12a4", "12 34", "١٢٣٤", "-123"])
def test_a_pin_is_four_to_twelve_digits(pin: str) -> None:
    with pytest.raises(AccountRefused) as caught:
        check_pin(pin)
    assert (caught.value.reason, caught.value.arguments) == ("pin-shape", (4, 12))


@pytest.mark.parametrize(
    "name", ["", "  ", "x" * 41, "a\x00b", "a\u202eb", UNCLAIMED, "Unclaimed "]
)
def test_what_can_be_no_name_is_refused(name: str) -> None:
    with pytest.raises(AccountRefused):
        checked_name(name)


@given(st.text(max_size=50))
def test_a_name_is_taken_on_one_line_or_not_at_all(name: str) -> None:
    try:
        tidy = checked_name(name)
    except AccountRefused:
        return
    assert checked_name(tidy) == tidy
    assert tidy.isprintable()


@pytest.mark.usefixtures("full_effort")
def test_a_pin_that_was_hashed_with_another_effort_is_still_right(
    accounts: Accounts, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    less = {"time_cost": 1, "memory_cost": 64, "parallelism": 4}
    monkeypatch.setattr("data.accounts.PIN_EFFORT", less)
    assert Accounts(path, None).check("Nurse 1", PIN, T0) == NURSE


def test_the_members_are_listed_without_loading_argon2(accounts: Accounts, path: Path) -> None:
    code = (
        "import pathlib, sys; from data.accounts import Accounts; "
        "assert Accounts(pathlib.Path(sys.argv[1]), None).members(); "
        "sys.exit('argon2' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, path], cwd=ROOT, check=False)
    assert done.returncode == 0
