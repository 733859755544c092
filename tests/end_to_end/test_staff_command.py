"""`chairside staff`: who works here, on the command line and then in the program.

As processes where somebody is enlisted; what is refused and listed is asked in this one."""

from __future__ import annotations

import io
import os
import select
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from real_program import PATIENCE_S, Ran, asked, command_line, one_sentence

from data.accounts import StaffMember
from data.day_book import TodayEntry
from monitor.rights import Role
from ui.cli import run
from ui.requests import Refusal
from ui.wiring import Program


def staff(db: Path, *arguments: str, pins: str = "") -> Ran:
    """In this process, with the PINs on its standard input: much sooner done."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.StringIO(pins))
        return asked("staff", "--db", db, *arguments)


def process(db: Path, *arguments: str, pins: str = "") -> Ran:
    """As a person starts it."""
    done = subprocess.run(
        command_line(("staff", "--db", db, *arguments)),
        input=pins,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def adding(name: str, role: str, by: str = "") -> tuple[str, ...]:
    return ("--add", name, "--role", role, "--pin-stdin", *(("--by", by) if by else ()))


@pytest.fixture(scope="module")
def two_enlisted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a record with one supervisor and one nurse. It is copied, never used."""
    folder = tmp_path_factory.mktemp("enlisted")
    path = folder / "record.db"
    assert process(path, *adding("Supervisor 1", "supervisor"), pins="1234\n").code == 0
    nurse = adding("Nurse 1", "nurse", "supervisor 1")
    assert process(path, *nurse, pins="1234\n5678\n").code == 0
    return folder


@pytest.fixture
def db(two_enlisted: Path, tmp_path: Path) -> Path:
    return shutil.copytree(two_enlisted, tmp_path / "clinic") / "record.db"


def test_the_first_needs_nobody_and_the_next_a_supervisor(db: Path) -> None:
    assert process(db).out == "Nurse 1 · nurse\nSupervisor 1 · supervisor\n"
    for pins, by, words in (
        ("5678\n1111\n", "Nurse 1", "only a supervisor"),
        ("0000\n1111\n", "Supervisor 1", "not the PIN"),
        ("1234\n", "Supervisor 1", "did not come"),
        ("1234\n11\n", "Supervisor 1", "4 to 12 digits"),
        ("1111\n", "", "--by"),
    ):
        ran = staff(db, *adding("Nurse 2", "nurse", by), pins=pins)
        assert ran.code in {1, 2}
        assert one_sentence(ran.err)
        assert words in ran.err
    assert "Nurse 2" not in staff(db).out


def test_who_is_retired_is_gone_from_the_list(db: Path) -> None:
    by = ("--by", "Supervisor 1", "--pin-stdin")
    assert staff(db, "--retire", "Nurse 9", *by, pins="1234\n").code == 1
    assert staff(db, "--retire", "nurse 1", *by, pins="1234\n").code == 0
    assert staff(db).out == "Supervisor 1 · supervisor\n"


def test_no_pin_is_said_or_kept_in_clear(db: Path) -> None:
    ran = process(db, *adding("Nurse 2", "nurse", "Supervisor 1"), pins="1234\n86420975\n")
    assert "86420975" not in ran.out + ran.err
    files = b"".join(file.read_bytes() for file in db.parent.glob("record.db*"))
    assert b"86420975" not in files
    with closing(sqlite3.connect(db)) as record:
        hashes = record.execute("SELECT pin FROM staff").fetchall()
    assert all(pin.startswith("$argon2id$") for (pin,) in hashes)


def test_without_a_record_nobody_is_enlisted(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["staff"]) == 0
    assert "Nobody is enlisted yet" in capsys.readouterr().out


def test_the_program_behind_the_window_knows_them_and_its_day(db: Path) -> None:
    program = Program(db, sound=False)
    program.start()
    try:
        assert StaffMember("Nurse 1", Role.NURSE) in program.staff().members()
        assert program.staff().check("nurse 1", "5678").name == "Nurse 1"
        with pytest.raises(Refusal, match="only a supervisor"):
            program.staff().retire("Supervisor 1", "Nurse 1")
        with pytest.raises(Refusal, match="Nobody is signed in at this window"):
            program.course("20417")
        program.staff().sit("Nurse 1")
        program.day().plan(TodayEntry("20417"), "Nurse 1")
        assert program.day().today() == (TodayEntry("20417"),)
        assert [one.what for one in program.day().closing().unfinished] == ["backup"]
        assert program.course("20417").next.number == 1
    finally:
        program.close()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_a_pin_is_asked_for_without_an_echo(tmp_path: Path) -> None:
    import pty  # noqa: PLC0415 -- not on Windows

    ours, theirs = pty.openpty()
    command = command_line(
        ("staff", "--db", tmp_path / "record.db", "--add", "Nurse 1", "--role", "nurse")
    )
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    ) as asking:
        said = _typed(ours, ["PIN of Nurse 1: ", "4711\n", ": ", "4711\n", "enlisted as nurse"])
        assert asking.wait(PATIENCE_S) == 0
    for end in (ours, theirs):
        _close(end)
    assert "4711" not in said


def _typed(terminal: int, script: list[str]) -> str:
    """Wait for each text of the script and answer with the next one; all that was shown."""
    shown = ""
    for waited, answer in zip(script[::2], [*script[1::2], ""], strict=False):
        heard = ""
        while waited not in heard:
            there, _, _ = select.select([terminal], [], [], PATIENCE_S)
            assert there, f"{shown + heard!r} came, and not {waited!r}"
            heard += os.read(terminal, 1024).decode()
        shown += heard
        os.write(terminal, answer.encode())
    return shown


def _close(end: int) -> None:
    os.close(end)
