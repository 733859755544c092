"""`chairside key`: a first start, a code on paper, a lost computer, a new key."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from helpers import ROOT
from real_program import PATIENCE_S, Ran, asked, command_line, one_sentence

from data.capture_store import CaptureFile, Piece, read
from data.store import SessionStore
from data.vault import derive_key, is_encrypted
from monitor.entries import Entry
from tests.data.file_keyring import BACKEND, PLACE_VARIABLE, keyring_in
from tests.data.record_examples import course, opening, start_anchor
from ui.live_marks import LiveMarks

FIRST, SECOND = "correct horse battery", "staple of another stable"


class Computer:
    """A computer with or without a keyring, and its home."""

    def __init__(self, folder: Path, *, keyring: bool) -> None:
        self.home = folder / "home"
        self.keyring = folder / "keyring.json"
        self._with_keyring = keyring

    @property
    def db(self) -> Path:
        return self.home / "chairside.db"

    def run(self, *arguments: object, typed: str = "", **variables: str) -> Ran:
        """In this process: much sooner done than one of its own."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("CHAIRSIDE_HOME", str(self.home))
            patch.setattr(sys, "stdin", io.StringIO(typed))
            for name, value in variables.items():
                patch.setenv(name, value)
            with keyring_in(self.keyring, patch) if self._with_keyring else nullcontext():
                return asked(*arguments)

    def in_a_process(self, *arguments: object) -> Ran:
        env = os.environ | {"CHAIRSIDE_HOME": str(self.home), "PYTHONPATH": str(ROOT)}
        env |= {"PYTHON_KEYRING_BACKEND": BACKEND, PLACE_VARIABLE: str(self.keyring)}
        done = subprocess.run(
            command_line(arguments), env=env, cwd=ROOT,
            capture_output=True, text=True, timeout=PATIENCE_S, check=False,
        )  # fmt: skip
        return Ran(done.returncode, done.stdout, done.stderr)

    def enlist(self, name: str = "Supervisor 1", **variables: str) -> Ran:
        """Makes the record, when there is none."""
        arguments = ("staff", "--add", name, "--role", "supervisor", "--pin-stdin")
        return self.run(*arguments, typed="246810\n", **variables)


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path, keyring=True)


@pytest.fixture
def without(tmp_path: Path) -> Computer:
    return Computer(tmp_path / "without", keyring=False)


def with_session(db: Path, key: bytes | None) -> Path:
    """A patient's session and its capture; the capture."""
    with SessionStore.open(db, key) as store:
        store.write(course(), [start_anchor()])
    capture = CaptureFile.open(db.with_name("s-1.capture"), key)
    capture.add([Piece(0.0, "device:ivy-450c", "rx", b"frame")])
    capture.close()
    return db.with_name("s-1.capture")


def test_the_first_start_makes_a_key_where_there_is_a_keyring(computer: Computer) -> None:
    ran = computer.enlist()
    assert ran.code == 0
    assert f"{computer.db} is encrypted" in ran.err
    assert is_encrypted(computer.db)
    assert computer.run("staff").out == "Supervisor 1 · supervisor\n"
    said = computer.in_a_process("key", "status").out
    assert "encrypted" in said
    assert "No recovery code was printed" in said


def test_where_there_is_none_nothing_is_kept_in_clear_unless_it_was_chosen(
    without: Computer,
) -> None:
    for refused in (without.enlist(), without.run("record", "--port", "/dev/none")):
        assert refused.code == 1
        assert one_sentence(refused.err)
        assert "--in-clear" in refused.err
    assert not without.db.exists()
    assert without.enlist(CHAIRSIDE_IN_CLEAR="1").code == 0
    assert not is_encrypted(without.db)
    assert "not encrypted" in without.run("key", "status").out
    assert without.run("key", "recovery").code == 2


def test_a_code_on_paper_brings_back_the_key_of_a_lost_keyring(
    computer: Computer, tmp_path: Path
) -> None:
    computer.enlist()
    printed = computer.run("key", "recovery")
    assert printed.code == 0
    assert "never be shown again" in printed.err
    computer.keyring.unlink()
    lost = computer.run("staff")
    assert lost.code == 1
    assert one_sentence(lost.err)
    slip = computer.run("key", "restore", "--code", "0" + printed.out.strip()[1:])
    assert slip.code in {0, 2}  # one code in 32 begins with it
    back = computer.run("key", "restore", "--code", printed.out.strip().lower())
    assert back.code == 0, back.err
    assert computer.run("staff").out == "Supervisor 1 · supervisor\n"
    assert computer.run("verify").code == 0
    assert not list(tmp_path.rglob("*.new"))


def test_on_a_computer_without_a_keyring_a_passphrase_takes_the_place_of_the_key(
    computer: Computer, without: Computer
) -> None:
    computer.enlist()
    code = computer.run("key", "recovery").out.strip()
    without.home.mkdir(parents=True)
    for name in ("chairside.db", "chairside.db.recovery"):
        (without.home / name).write_bytes((computer.home / name).read_bytes())
    refused = without.run("key", "restore", "--code", code)
    assert refused.code == 1
    assert "--passphrase" in refused.err
    back = without.run("key", "restore", "--code", code, CHAIRSIDE_NEW_PASSPHRASE=SECOND)
    assert back.code == 0, back.err
    assert without.run("staff", CHAIRSIDE_PASSPHRASE=SECOND).out == "Supervisor 1 · supervisor\n"
    assert without.run("staff").code == 1
    newer = back.out.strip()
    assert newer != code
    assert without.run("key", "restore", "--code", code).code == 2  # it was of the earlier key


def test_a_new_passphrase_opens_everything_and_the_old_one_nothing(without: Computer) -> None:
    without.home.mkdir(parents=True)
    capture = with_session(without.db, derive_key(FIRST, without.db))
    ran = without.run("key", "rotate", CHAIRSIDE_PASSPHRASE=FIRST, CHAIRSIDE_NEW_PASSPHRASE=SECOND)
    assert ran.code == 0, ran.err
    assert ran.out == ""  # no code had been printed
    assert without.run("verify", CHAIRSIDE_PASSPHRASE=SECOND).code == 0
    old = without.run("sessions", CHAIRSIDE_PASSPHRASE=FIRST)
    assert old.code == 1
    assert one_sentence(old.err)
    assert "does not open with this passphrase" in old.err
    assert len(list(read(capture, derive_key(SECOND, capture)))) == 1


def test_a_record_in_clear_is_encrypted(computer: Computer) -> None:
    computer.home.mkdir(parents=True)
    with_session(computer.db, None)
    refused = computer.enlist()
    assert refused.code == 1
    assert "key rotate" in refused.err
    assert computer.run("key", "rotate").code == 0
    assert is_encrypted(computer.db)
    assert computer.run("verify").code == 0
    assert computer.run("key", "rotate", "--keyring").code == 0
    assert computer.run("verify").code == 0


def test_no_key_is_changed_under_an_open_program(computer: Computer) -> None:
    computer.enlist()
    program = LiveMarks(computer.home)
    program.hold_open()
    refused = computer.run("key", "rotate")
    assert refused.code == 1
    assert "is open on this computer" in refused.err
    program.let_all_go()
    assert computer.run("key", "rotate").code == 0


def test_only_a_supervisor_changes_the_key_of_a_record_with_patients(computer: Computer) -> None:
    computer.enlist()
    (kept,) = json.loads(computer.keyring.read_text()).values()
    with SessionStore.open(computer.db, bytes.fromhex(kept)) as store:
        store.write(of_a_patient(), [start_anchor()])
    for command in ("rotate", "recovery"):
        nobody = computer.run("key", command)
        assert (nobody.code, one_sentence(nobody.err)) == (2, True), nobody.err
        by = ("--by", "Supervisor 1", "--pin-stdin")
        assert computer.run("key", command, *by, typed="000000\n").code == 1
        assert computer.run("key", command, *by, typed="246810\n").code == 0


@pytest.mark.parametrize(
    ("arguments", "variables", "words"),
    [
        (("rotate", "--passphrase", "--keyring"), {}, "give one of them"),
        (("rotate",), {"CHAIRSIDE_NEW_PASSPHRASE": "short"}, "at least 12"),
        (("recovery", "--db", "nowhere.db"), {}, "nowhere.db"),
        (("restore", "--code", "7KQ2M"), {}, "30 characters"),
    ],
)
def test_used_wrongly_is_one_sentence(
    computer: Computer, arguments: tuple[str, ...], variables: dict[str, str], words: str
) -> None:
    computer.enlist()
    ran = computer.run("key", *arguments, **variables)
    assert (ran.code, ran.out) == (2, "")
    assert one_sentence(ran.err)
    assert words in ran.err


def of_a_patient() -> list[Entry]:
    first, *others = course()
    return [replace(first, what=opening(simulated=False)), *others]
