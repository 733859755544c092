"""A program full of what nobody else may read, until it is killed: ``private_program.py DB URL``.

Every text of `private_texts.py` goes in through the doors that a window uses, and a fault is made
that has one in its message. With ``CHAIRSIDE_PASSPHRASE`` all of it is encrypted.
"""

from __future__ import annotations

import logging
import sys
import threading
import time
from pathlib import Path

import private_texts as texts

from data.backup import make_backup
from data.day_book import TodayEntry
from data.vault import key_for
from monitor.commands import (
    AnswerEmergency,
    BeginEmergency,
    EmergencyStamp,
    EndEmergency,
    ManualCuff,
    Note,
    NoteKind,
    StampKind,
)
from monitor.entries import Published
from monitor.events import Numerics
from monitor.rights import Role
from monitor.treatment.commands import GiveDrug
from ui.crash_report import CrashReports
from ui.doors import SignInRefused
from ui.places import home
from ui.requests import DeviceRequest, SessionRequest
from ui.wiring import Program

CHAIR = 1
NURSE = texts.STAFF


def main(db: Path, url: str) -> None:
    reports = CrashReports(home)
    reports.install()
    reports.watch()
    program = Program(db, sound=False)
    program.start()
    enlist(program)
    program.open_session(request(url))
    write_down(program)
    fail_everywhere()
    told = False
    while True:
        for message in program.inbox.drain():
            measured = isinstance(message, Published) and isinstance(message.event, Numerics)
            if measured and not told:
                told = program.flush()
                wait_for_all_files(db.parent)
                make_backup(db, key_for(db), db.parent / "backups")
                sys.stdout.write("recorded\n")
                sys.stdout.flush()
        program.screen_beat()
        time.sleep(0.02)


def wait_for_all_files(folder: Path) -> None:
    """The wires and the second place are written by threads of their own."""
    wanted = ("*.capture", "heads-*", "journal-*.jnl")
    while not all(any(folder.rglob(pattern)) for pattern in wanted):
        time.sleep(0.02)


def enlist(program: Program) -> None:
    staff = program.staff()
    staff.enlist(NURSE, Role.SUPERVISOR, texts.PIN, "")
    try:
        staff.check(NURSE, texts.WRONG_PIN)
    except SignInRefused:
        staff.check(NURSE, texts.PIN)
    program.day().plan(
        TodayEntry(texts.NEXT_PATIENT, texts.INITIALS, "09:30", 2, "", texts.DAY_NOTE), NURSE
    )


def request(url: str) -> SessionRequest:
    return SessionRequest(
        CHAIR, texts.PATIENT, texts.INITIALS, 1961, 82.0, 0.5, 40.0, "adult-iv", 5.0,
        (DeviceRequest(url, "ivy-450c"),), NURSE,
        name=texts.NAME, birth_date=texts.BORN, sex="female",
    )  # fmt: skip


def write_down(program: Program) -> None:
    for command in (
        Note("n1", NoteKind.FREE_TEXT, texts.NOTE, NURSE),
        ManualCuff(147.0, 93.0, NURSE),
        GiveDrug(texts.DRUG, texts.DOSE, "mg", "oral", texts.ORDERED_BY, NURSE),
        BeginEmergency(NURSE),
        AnswerEmergency(NURSE),
        EmergencyStamp("e1", StampKind.DRUG, texts.STAMP, NURSE),
        EndEmergency(NURSE),
    ):
        program.send(CHAIR, command)


def fail_everywhere() -> None:
    """A thread that fails, and a line of the log about an exception, with texts in both."""
    thread = threading.Thread(target=fail, args=(texts.NAME,))
    thread.start()
    thread.join()
    try:
        fail(texts.NOTE)
    except KeyError:
        logging.getLogger("data.writer").exception("the store writer has stopped")


def fail(patient: str) -> None:
    raise KeyError(patient)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
