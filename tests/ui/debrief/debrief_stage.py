"""The debrief's page in a window of its own, and that nothing on it is cut short."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.debrief.debrief_page import DebriefPage
from ui.debrief.past import PastTrainings
from ui.ink import Scale
from ui.theme import DARK

SIZES = [(1920, 1080, 714), (1280, 720, 458), (1024, 640, 380)]
"""The window; how high the page in it is."""


@contextmanager
def hosted(trainings: PastTrainings, qtbot: QtBot) -> Iterator[DebriefPage]:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1920, 1080)
    made = DebriefPage(trainings, DARK)
    made.setParent(host)
    host.show()
    yield made
    host.close()


def show_at(page: DebriefPage, size: tuple[int, int, int]) -> None:
    """The newest training, in a window of this size."""
    wide, high, room = size
    page.set_scale(Scale.of(wide, high))
    page.resize(wide, room)
    page.show_training()


def assert_nothing_is_cut(page: DebriefPage) -> None:
    for board in (page.score, page.chart, page.wanted, page.alarms):
        assert board.labels
        for label in board.labels:
            assert not label.shortened, label.text
            assert label.ink_left() >= 0, label.text
            assert label.ink_left() + label.text_width() <= board.width() + 1, label.text
            assert 0 < label.baseline < board.height(), label.text
