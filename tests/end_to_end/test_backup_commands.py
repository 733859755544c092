"""`chairside backup`, `restore` and `retention`: exit codes, sentences, and who may."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from real_program import asked, chairside, one_sentence

from data import vault
from data.accounts import Accounts
from data.audit import Audit, AuditKind
from data.backup_folder import backups
from data.capture_seal import capture_path, seal_captures
from data.capture_store import CaptureFile, Piece
from data.store import SessionStore
from monitor.commands import EndSession
from monitor.rights import Role
from tests.data.record_examples import course, opening, start_anchor


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHAIRSIDE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("CHAIRSIDE_SPILL", raising=False)
    monkeypatch.delenv(vault.PASSPHRASE_VARIABLE, raising=False)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A record in clear with one signed simulated session and its raw bytes."""
    (tmp_path / "clinic").mkdir()
    path = tmp_path / "clinic" / "record.db"
    add(path, "s-1")
    return path


def add(path: Path, session_id: str, *, simulated: bool = True, ended: bool = True) -> None:
    lines = course(session_id, 30, ended=ended)
    lines[0] = replace(lines[0], what=opening(session_id, simulated=simulated))
    assert ended == any(isinstance(line.what, EndSession) for line in lines)
    with SessionStore.open(path, None) as store:
        store.write(lines, [start_anchor(session_id)])
    capture = CaptureFile.open(capture_path(path, session_id), None)
    capture.add([Piece(1.0, "device:ivy-450c", "rx", b"HR 72\r\n")])
    capture.close()


def test_a_backup_and_its_restoring_as_real_commands(db: Path, tmp_path: Path) -> None:
    """Each in a process of its own."""
    safe = tmp_path / "safe"
    ran = chairside("backup", "--to", safe, "--db", db)
    assert (ran.code, ran.err) == (0, "")
    made = backups(safe, db)[0]
    assert str(made.path) in ran.out
    assert "1 session," in ran.out
    (tmp_path / "new").mkdir()
    back = chairside("restore", made.path, "--to", tmp_path / "new" / "record.db", "--db", db)
    assert (back.code, back.err) == (0, "")
    assert "1 session, the newest of 2025-10-09" in back.out
    assert asked("verify", "--db", tmp_path / "new" / "record.db").code == 0
    there = asked("sessions", "--db", tmp_path / "new" / "record.db").out
    assert there == asked("sessions", "--db", db).out
    assert (tmp_path / "new" / "s-1.capture").is_file()


def test_the_list_names_what_is_there(db: Path, tmp_path: Path) -> None:
    none = asked("backup", "--list", "--to", tmp_path, "--db", db)
    assert (none.code, none.out) == (0, f"There is no backup of record.db in {tmp_path}.\n")
    assert asked("backup", "--to", tmp_path / "safe", "--db", db).code == 0
    listed = asked("backup", "--list", "--to", tmp_path / "safe", "--db", db)
    assert listed.code == 0
    assert "verified · 1 session ·" in listed.out


def test_without_a_folder_it_goes_beside_the_record_of_the_clinic(
    db: Path, tmp_path: Path
) -> None:
    (tmp_path / "home").mkdir()
    ran = asked("backup", "--full", "--db", db)
    assert ran.code == 0
    assert len(backups(tmp_path / "home" / "backups", db)) == 1
    assert "It lies on the disk of the record" in ran.out


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("backup", "--to", "{tmp}/a/b", "--db", "{db}"), 1, "No such file"),
        (("backup", "--to", "{tmp}/safe", "--db", "{tmp}/none.db"), 2, "no record at"),
        (("restore", "{tmp}/none.db", "--to", "{tmp}/new.db"), 2, "no backup at"),
        (("restore", "{db}", "--to", "{db}"), 2, "nothing is overwritten"),
        (("restore", "{tmp}/text.db", "--to", "{tmp}/new.db"), 1, "not a record"),
        (("retention", "--keep-years", "5", "--db", "{db}"), 2, "too few"),
        (("retention", "--keep-years", "7", "--due", "--db", "{db}"), 2, "Give one of"),
        (("retention", "--delete", "s-1", "--db", "{db}"), 2, "--reason"),
        (("retention", "--delete", "s-9", "--reason", "too old", "--db", "{db}"), 2, "no session"),
        (("retention", "--delete", "s-1", "--reason", "x", "--db", "{db}"), 1, "a reason of"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    db: Path, tmp_path: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    (tmp_path / "text.db").write_text("a text " * 300)
    ran = asked(*(one.format(tmp=tmp_path, db=db) for one in arguments))
    assert ran.code == code
    assert one_sentence(ran.err)
    assert words in ran.err


def test_a_defect_of_the_record_is_an_exit_of_one(db: Path, tmp_path: Path) -> None:
    connection = vault.connect(db, None, read_only=False)
    connection.execute("UPDATE cuff_results SET sbp = 99.0")
    connection.close()
    ran = asked("backup", "--to", tmp_path / "safe", "--db", db)
    assert ran.code == 1
    assert "the record itself has one defect" in ran.err
    suspect = backups(tmp_path / "safe", db)[0]
    assert suspect.suspect
    target = tmp_path / "new.db"
    assert asked("restore", suspect.path, "--to", target, "--db", db).code == 1
    assert not target.exists()
    despite = asked("restore", suspect.path, "--to", target, "--despite-defects", "--db", db)
    assert despite.code == 1
    assert "Defect: " in despite.out
    assert target.exists()


def test_changed_raw_bytes_are_found_by_verify(db: Path, tmp_path: Path) -> None:
    seal_captures(db, None, lambda: 1.0, lambda _session: False)
    assert asked("verify", "--db", db).code == 0
    assert asked("backup", "--to", tmp_path / "safe", "--db", db).code == 0
    copy = backups(tmp_path / "safe", db)[0]
    assert asked("verify", "--db", copy.path).code == 0
    capture_path(db, "s-1").unlink()
    ran = asked("verify", "--db", db)
    assert ran.code == 1
    assert "s-1.capture" in ran.out


def test_how_long_sessions_are_kept_is_said_and_changed(db: Path) -> None:
    assert asked("retention", "--db", db).out == "Every session is kept for ever.\n"
    assert asked("retention", "--keep-years", "7", "--db", db).code == 0
    assert "7 years" in asked("retention", "--db", db).out
    assert asked("retention", "--due", "--db", db).out == "No session is due.\n"
    line = Audit(db, None).lines(1)[0]
    assert (line.kind, line.facts) == (AuditKind.RETENTION, {"old": None, "new": 7})
    assert asked("retention", "--keep-all", "--db", db).out == "Every session is kept for ever.\n"


def test_a_session_is_deleted_with_what_still_has_it_named(db: Path, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    assert asked("backup", "--db", db).code == 0
    name = backups(tmp_path / "home" / "backups", db)[0].path.name
    ran = asked("retention", "--delete", "s-1", "--reason", "a trial run", "--db", db)
    assert ran.code == 0
    assert "Session s-1 is deleted" in ran.out
    assert name in ran.out
    assert asked("verify", "--db", db).code == 0
    assert "s-1" not in asked("sessions", "--db", db).out


def test_where_staff_works_only_a_supervisor_deletes_and_restores(
    db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(db, "s-2", simulated=False)
    accounts = Accounts(db, None)
    accounts.enlist("Supervisor 1", Role.SUPERVISOR, "1234", "", 1.0)
    accounts.enlist("Nurse 1", Role.NURSE, "5678", "Supervisor 1", 2.0)

    def by(name: str, pin: str, *arguments: object) -> int:
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{pin}\n"))
        return asked(*arguments, "--by", name, "--pin-stdin", "--db", db).code

    delete = ("retention", "--delete", "s-2", "--reason", "wrong chair", "--early")
    backup = ("backup", "--to", tmp_path / "safe")
    for command in (delete, backup):
        assert asked(*command, "--db", db).code == 2
        assert by("Nurse 1", "5678", *command) == 1
        assert by("Supervisor 1", "0000", *command) == 1
    assert by("Supervisor 1", "1234", *backup) == 0
    copy = backups(tmp_path / "safe", db)[0].path
    assert by("Nurse 1", "5678", "restore", copy, "--to", tmp_path / "new.db") == 1
    assert by("Supervisor 1", "1234", "restore", copy, "--to", tmp_path / "new.db") == 0
    assert by("Supervisor 1", "1234", *delete) == 0
    lines = {line.kind: line.by for line in Audit(db, None).lines()}
    assert lines[AuditKind.SESSION_DELETED] == lines[AuditKind.BACKUP] == "Supervisor 1"
    assert AuditKind.REFUSED in lines
