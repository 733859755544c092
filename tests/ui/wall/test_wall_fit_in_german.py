"""The wall of eight chairs in German: nothing is cut there either."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from recording_backend import RecordingBackend
from shared_window import SharedDesk, shared_window
from spoken import language
from test_wall_fit import assert_whole, full

from ui.window import MainWindow

SIZES = [(1024, 640), (1280, 720), (1920, 1080)]


@pytest.fixture(scope="module")
def built(qapp: QApplication) -> Iterator[MainWindow]:
    with language("de"), shared_window(RecordingBackend(), 1_790_000_000.0) as made:
        made.show()
        yield made


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_german_word_of_a_wall_with_eight_chairs_fits(
    built: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    desk = SharedDesk(built, qtbot)
    full(desk, size)
    shell = desk.window.shell
    assert shell.pages.currentWidget() is shell.wall
    assert_whole(shell.top, shell.bar, shell.bottom, shell.wall)
