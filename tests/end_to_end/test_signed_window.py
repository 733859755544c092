"""Signing in at the real window, with the real staff of a real record behind it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data.accounts import Accounts
from data.audit import Audit
from monitor.rights import Role
from ui.app import application, make_window
from ui.places import open_record
from ui.requests import Refusal
from ui.window import MainWindow
from ui.wiring import Program

NURSE, PIN = "Nurse 1", "4711"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    open_record(path).close()
    Accounts(path, None).enlist(NURSE, Role.NURSE, PIN, "setup", 1_790_000_000.0)
    Accounts(path, None).enlist("Viewer 1", Role.VIEWER, PIN, "setup", 1_790_000_000.0)
    return path


@pytest.fixture
def program(db: Path) -> Iterator[Program]:
    made = Program(db, sound=False)
    made.start()
    yield made
    made.close()


@pytest.fixture
def window(program: Program, qtbot: QtBot) -> MainWindow:
    application()
    made = make_window(program)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(
        lambda: made.people.lock_page is not None and made.people.lock_page.isVisible()
    )
    return made


def sign_in(window: MainWindow, qtbot: QtBot, pin: str = PIN) -> None:
    page = window.people.lock_page
    assert page is not None
    qtbot.mouseClick(page.pad.people[NURSE], Qt.MouseButton.LeftButton)
    for digit in pin:
        qtbot.keyClick(page.pad, digit)
    qtbot.keyClick(page.pad, Qt.Key.Key_Return)


def test_the_program_opens_its_record_to_who_signed_in_and_to_nobody_else(
    window: MainWindow, program: Program, qtbot: QtBot, db: Path
) -> None:
    with pytest.raises(Refusal, match="Nobody is signed in"):
        program.library()
    sign_in(window, qtbot, "0000")
    with pytest.raises(Refusal, match="Nobody is signed in"):
        program.library()
    sign_in(window, qtbot)
    assert window.people.seat.name == NURSE
    assert program.library().count == 0
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.people.seat.locked
    with pytest.raises(Refusal, match="Nobody is signed in"):
        program.library()
    program.close()
    told = [
        (line.kind, line.by) for line in Audit(db, None).lines() if line.by not in {"", "setup"}
    ]
    assert told == [("sign-in-failed", NURSE), ("sign-in", NURSE), ("locked", NURSE)]
