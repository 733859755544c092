"""Backups of the running program: when one is due, what is shown, and that nothing waits."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from helpers import wait_until

from data.audit import Audit, AuditKind
from data.backup import make_backup
from data.backup_file import FILE_NAME, load_settings
from data.backup_folder import backups
from data.capture_seal import capture_path
from data.capture_store import CaptureFile, Piece
from data.store import SessionStore
from monitor.rights import Right
from tests.data.backup_examples import FIRST_UTC_S, KEY, add_session, clinic
from tests.data.record_examples import NAME, course, start_anchor
from ui.backup_around import Surroundings
from ui.backup_desk import BackupDesk, NoBackup
from ui.requests import Refusal, WrongEntry
from ui.words import say

HOUR_S = 3600.0


@dataclass
class Seat:
    """What a program says to its desk; set what is wanted."""

    folder: Path
    record: Path
    now_s: float = FIRST_UTC_S
    sessions: set[str] = field(default_factory=set)
    open: set[str] = field(default_factory=set)
    by_itself: bool = True
    may: set[Right] = field(default_factory=lambda: set(Right))
    noted: list[tuple[str, str]] = field(default_factory=list)

    def want(self, right: Right) -> str:
        if right not in self.may:
            raise Refusal(f"not allowed: {right}")
        return "Nurse 1"

    def around(self) -> Surroundings:
        return Surroundings(
            record=self.record,
            key=KEY,
            settings=self.folder / FILE_NAME,
            spill=self.folder / "spill",
            want=self.want,
            running=lambda: bool(self.sessions),
            is_open=lambda session_id: session_id in self.open,
            note=lambda _kind, _by, old, new: self.noted.append((old, new)),
            wall=lambda: self.now_s,
            by_itself=self.by_itself,
        )


@pytest.fixture
def seat(tmp_path: Path) -> Seat:
    return Seat(tmp_path, clinic(tmp_path, sessions=2))


@pytest.fixture
def desks() -> Iterator[list[BackupDesk]]:
    made: list[BackupDesk] = []
    yield made
    for desk in made:
        desk.close()


def begun(seat: Seat, desks: list[BackupDesk], first_look_s: float = 0.0) -> BackupDesk:
    desk = BackupDesk(seat.around(), first_look_s=first_look_s)
    desks.append(desk)
    desk.start()
    return desk


def rest(desk: BackupDesk) -> None:
    wait_until(lambda: not desk.view().stage, 20, "the end of the backup")


def verified(desk: BackupDesk, folder: Path, seat: Seat, count: int) -> None:
    wait_until(lambda: len(backups(folder, seat.record)) == count, 20, "a backup")
    wait_until(lambda: desk.view().last is not None and not desk.view().stage, 20, "its view")


def test_a_record_without_a_backup_gets_one_by_itself(seat: Seat, desks: list[BackupDesk]) -> None:
    desk = begun(seat, desks)
    verified(desk, seat.folder / "backups", seat, 1)
    view = desk.view()
    assert view.last is not None
    assert (view.last.sessions, view.last.same_disk) == (2, True)
    assert (view.failure, view.overdue, view.folder) == ("", False, str(seat.folder / "backups"))
    line = Audit(seat.record, KEY).lines(1)[0]
    assert (line.kind, line.by) == (AuditKind.BACKUP, "")


def test_an_empty_record_is_not_backed_up(tmp_path: Path, desks: list[BackupDesk]) -> None:
    seat = Seat(tmp_path, tmp_path / "empty.db")
    SessionStore.open(seat.record, KEY).close()
    desk = BackupDesk(seat.around())
    desks.append(desk)
    assert not desk.is_due()


@pytest.mark.parametrize(
    ("age_h", "running", "due"),
    [
        (23, False, False),
        (25, False, True),
        (25, True, False),
        (49, True, True),
        (-48, False, True),
    ],
)
def test_one_is_due_by_the_age_of_the_last_and_waits_for_sessions(
    seat: Seat, desks: list[BackupDesk], age_h: float, running: bool, due: bool
) -> None:
    make_backup(seat.record, KEY, seat.folder / "backups")
    made = backups(seat.folder / "backups", seat.record)[0]
    seat.now_s = made.at_utc_s + age_h * HOUR_S
    seat.sessions = {"s-now"} if running else set()
    desk = BackupDesk(seat.around())
    desks.append(desk)
    desk.look()
    assert desk.is_due() == due
    assert desk.view().overdue == (age_h > 24)


def test_a_record_elsewhere_is_backed_up_only_when_somebody_asks(
    seat: Seat, desks: list[BackupDesk]
) -> None:
    seat.by_itself = False
    desk = begun(seat, desks)
    desk.look()
    assert not desk.is_due()
    assert not desk.view().by_itself
    desk.back_up()
    verified(desk, seat.folder / "backups", seat, 1)
    assert Audit(seat.record, KEY).lines(1)[0].by == "Nurse 1"


def test_a_failure_is_said_and_the_next_try_waits(
    seat: Seat, desks: list[BackupDesk], caplog: pytest.LogCaptureFixture
) -> None:
    (seat.folder / "usb").mkdir()
    desk = begun(seat, desks, first_look_s=100.0)
    desk.keep_folder(str(seat.folder / "usb"))
    verified(desk, seat.folder / "usb", seat, 1)
    (seat.folder / "usb").rename(seat.folder / "gone")
    (seat.folder / "usb").write_text("a file in its place")
    desk.back_up()
    wait_until(lambda: desk.view().failure, 20, "the sentence")
    assert str(seat.folder / "usb") in desk.view().failure
    assert NAME not in desk.view().failure + caplog.text
    assert "no backup: " in caplog.text
    seat.now_s += 100 * HOUR_S
    assert not desk.is_due()  # not at once again


def test_a_folder_is_chosen_by_who_may_and_kept(seat: Seat, desks: list[BackupDesk]) -> None:
    desk = BackupDesk(seat.around())
    desks.append(desk)
    usb = seat.folder / "usb"
    for wrong in (str(usb), "usb", "a\nb", "/" + "x" * 2000):
        with pytest.raises(WrongEntry):
            desk.keep_folder(wrong)
    usb.mkdir()
    desk.keep_folder(f"  {usb} ")
    assert load_settings(seat.folder / FILE_NAME).folder == str(usb)
    assert desk.view().folder == str(usb)
    assert seat.noted == [(str(seat.folder / "backups"), str(usb))]
    desk.keep_folder("")
    assert desk.view().folder == str(seat.folder / "backups")
    seat.may.discard(Right.BACKUP)
    with pytest.raises(Refusal, match="not allowed"):
        desk.keep_folder(str(usb))
    desk.back_up()  # whoever closes the day may
    with pytest.raises(Refusal, match="already"):
        desk.back_up()


def test_the_closing_of_the_day_makes_one(seat: Seat, desks: list[BackupDesk]) -> None:
    seat.by_itself = False
    desk = begun(seat, desks)
    desk.day_closed("Nurse 1")
    verified(desk, seat.folder / "backups", seat, 1)
    assert Audit(seat.record, KEY).lines(1)[0].by == "Nurse 1"


def test_who_ends_the_program_does_not_wait_for_a_backup(
    seat: Seat, desks: list[BackupDesk]
) -> None:
    for number in range(3):
        add_session(seat.record, KEY, f"s-more-{number}", seconds=200)
    seat.sessions = {"s-now"}  # in small steps, with pauses
    desk = begun(seat, desks)
    desk.back_up()
    wait_until(lambda: desk.view().stage not in {"", "waiting"}, 20, "its beginning")
    desk.close()
    assert list((seat.folder / "backups").glob("*.part*")) == []
    for one in backups(seat.folder / "backups", seat.record):
        assert one.heads.exists()


def test_raw_bytes_are_sealed_when_they_are_closed(
    seat: Seat, desks: list[BackupDesk], tmp_path: Path
) -> None:
    def sealed() -> list[str]:
        lines = Audit(seat.record, KEY).lines()
        return [line.session_id for line in lines if line.kind == AuditKind.CAPTURE_SEALED]

    before = sealed()
    with SessionStore.open(seat.record, KEY) as store:
        store.write(course("s-new", 20), [start_anchor("s-new")])
    path = capture_path(seat.record, "s-new")
    capture = CaptureFile.open(path, KEY)
    capture.add([Piece(1.0, "device:a", "rx", b"x")])
    capture.close()
    seat.open, seat.by_itself = {"s-new"}, False
    desk = begun(seat, desks)
    desk.back_up()
    verified(desk, seat.folder / "backups", seat, 1)
    assert sealed() == before
    seat.open = set()
    desk.back_up()
    verified(desk, seat.folder / "backups", seat, 2)
    assert sealed() == [*before, "s-new"]
    assert tmp_path == seat.folder


def test_who_ends_the_program_leaves_no_closed_raw_bytes_unsealed(
    seat: Seat, desks: list[BackupDesk]
) -> None:
    with SessionStore.open(seat.record, KEY) as store:
        store.write(course("s-new", 20), [start_anchor("s-new")])
    capture = CaptureFile.open(capture_path(seat.record, "s-new"), KEY)
    capture.add([Piece(1.0, "device:a", "rx", b"x")])
    desk = begun(seat, desks, first_look_s=100.0)
    capture.close()
    desk.close()
    kinds = [line.kind for line in Audit(seat.record, KEY).lines(session_id="s-new")]
    assert AuditKind.CAPTURE_SEALED in kinds


def test_what_another_program_writes_is_not_sealed(seat: Seat, desks: list[BackupDesk]) -> None:
    with SessionStore.open(seat.record, KEY) as store:
        store.write(course("s-new", 20), [start_anchor("s-new")])
    path = capture_path(seat.record, "s-new")
    capture = CaptureFile.open(path, KEY)
    capture.add([Piece(1.0, "device:a", "rx", b"x")])
    desk = begun(seat, desks, first_look_s=100.0)
    desk.close()
    kinds = [line.kind for line in Audit(seat.record, KEY).lines(session_id="s-new")]
    assert AuditKind.CAPTURE_SEALED not in kinds
    os.utime(path.with_name(path.name + "-wal"), (1.0, 1.0))  # as after a power cut
    second = begun(seat, desks, first_look_s=100.0)
    second.close()
    kinds = [line.kind for line in Audit(seat.record, KEY).lines(session_id="s-new")]
    assert AuditKind.CAPTURE_SEALED in kinds
    capture.close()


def test_the_demo_is_not_backed_up() -> None:
    door = NoBackup()
    assert not door.view().possible
    with pytest.raises(Refusal, match=say("backup-demo")):
        door.back_up()
    with pytest.raises(Refusal):
        door.keep_folder("/tmp")
