"""The wall of eight chairs in German: nothing is cut there either."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from spoken import language
from test_wall_fit import assert_whole, full
from window_desk import WindowDesk

SIZES = [(1024, 640), (1280, 720), (1920, 1080)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_german_word_of_a_wall_with_eight_chairs_fits(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    with language("de"):
        desk = WindowDesk(qtbot)
        full(desk, size)
        shell = desk.window.shell
        assert shell.pages.currentWidget() is shell.wall
        assert_whole(shell.top, shell.bar, shell.bottom, shell.wall)
        desk.close()
