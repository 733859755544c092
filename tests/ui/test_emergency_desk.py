"""Saving and printing the page of an emergency."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import emergency_examples
import pytest
from PySide6.QtPrintSupport import QPrinterInfo
from pytestqt.qtbot import QtBot
from window_desk import WindowDesk

from ui.chair.bottom_bar import Act
from ui.emergency_desk import EmergencyDesk


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[WindowDesk]:
    made = WindowDesk(qtbot)
    made.backend.known_clinic = emergency_examples.CLINIC
    made.show(emergency_examples.emergency())
    made.tap(made.window.shell.bottom.tiles[Act.EMERGENCY])
    made.turn()
    yield made
    made.close()


def saving_to(desk: WindowDesk, folder: Path) -> EmergencyDesk:
    window = desk.window
    return EmergencyDesk(desk.backend, window.desk, window.shell.panels, window.courses, folder)


def test_the_page_is_saved_and_an_older_one_is_not_replaced(
    desk: WindowDesk, tmp_path: Path
) -> None:
    saver = saving_to(desk, tmp_path / "documents")
    saver.save()
    saver.save()
    first, second = sorted((tmp_path / "documents").iterdir())
    assert {first.suffix, second.suffix} == {".pdf"}
    assert "chair-" in first.name
    assert "20417" not in first.name + second.name  # a name says nothing of a patient
    assert first.read_bytes().startswith(b"%PDF")
    message = desk.window.shell.panels.emergency.face.message
    assert message.startswith("Saved, not encrypted: ")


def test_a_folder_that_cannot_be_made_is_said(desk: WindowDesk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    saving_to(desk, tmp_path / "file" / "documents").save()
    assert "was not saved" in desk.window.shell.panels.emergency.face.message


def test_without_a_printer_the_page_is_saved(desk: WindowDesk, tmp_path: Path) -> None:
    if not QPrinterInfo.defaultPrinter().isNull():
        pytest.skip("this computer has a printer; nothing is printed by a test")
    saving_to(desk, tmp_path).print()
    assert desk.window.shell.panels.emergency.face.message.startswith("There is no printer.")
    assert len(list(tmp_path.iterdir())) == 1
