"""Where to save the table of some days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.page_examples import RecordingBackend, in_a_window
from ui.review.take_line import TakeLine, usual_path
from ui.words import say

DAYS = (date(2026, 9, 1), date(2026, 9, 30))


@pytest.fixture
def backend() -> RecordingBackend:
    return RecordingBackend()


@pytest.fixture
def line(qtbot: QtBot, backend: RecordingBackend) -> Iterator[TakeLine]:
    made = TakeLine(backend)
    window = in_a_window(made, 900, 120)
    qtbot.addWidget(window)
    made.offer(DAYS)
    yield made
    window.hide()


def save(qtbot: QtBot, line: TakeLine) -> None:
    qtbot.mouseClick(line.save, Qt.MouseButton.LeftButton)


def test_its_usual_place_says_the_days(line: TakeLine) -> None:
    assert usual_path(DAYS).name == "chairside-clinic-2026-09-01-2026-09-30.csv"
    assert line.path.text() == str(usual_path(DAYS))


def test_the_table_is_written_and_said(qtbot: QtBot, line: TakeLine, tmp_path: Path) -> None:
    path = tmp_path / "clinic.csv"
    line.path.line.setText(str(path))
    with qtbot.waitSignal(line.gone), qtbot.waitSignal(line.done) as told:
        save(qtbot, line)
    assert told.args == [say("figures-taken", str(path))]
    assert path.read_text(encoding="utf-8").startswith("first_day,last_day,route,figure")
    assert not line.isVisible()


def test_a_file_that_is_there_is_replaced_only_at_the_second_press(
    qtbot: QtBot, line: TakeLine, tmp_path: Path
) -> None:
    path = tmp_path / "clinic.csv"
    path.write_text("mine", encoding="utf-8")
    line.path.line.setText(str(path))
    save(qtbot, line)
    assert path.read_text(encoding="utf-8") == "mine"
    assert line.isVisible()
    save(qtbot, line)
    assert path.read_text(encoding="utf-8") != "mine"


def test_a_refusal_stays_below_the_path(
    qtbot: QtBot, line: TakeLine, backend: RecordingBackend, tmp_path: Path
) -> None:
    backend.forbids = "Viewer 1 is signed in as viewer."
    line.path.line.setText(str(tmp_path / "clinic.csv"))
    save(qtbot, line)
    assert line.isVisible()
    assert not (tmp_path / "clinic.csv").exists()
    line.path.line.setText("  ")
    save(qtbot, line)
    assert line.isVisible()


def test_not_now_closes_it(qtbot: QtBot, line: TakeLine) -> None:
    with qtbot.waitSignal(line.gone):
        qtbot.mouseClick(line.not_now, Qt.MouseButton.LeftButton)
    assert not line.isVisible()
