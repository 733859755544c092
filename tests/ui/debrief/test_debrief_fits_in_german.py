"""The debrief in German, of a lesson that was really played badly: nothing is cut short."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from spoken import language

from tests.ui.training_examples import S4_LATE, lesson_room, play
from ui.debrief.debrief_page import DebriefPage
from ui.debrief.past import PastTrainings
from ui.ink import Scale
from ui.theme import DARK

SIZES = [(1920, 1080, 714), (1280, 720, 458), (1024, 640, 380)]
"""The window; how high the page in it is."""


@pytest.fixture(scope="module")
def trainings(tmp_path_factory: pytest.TempPathFactory) -> PastTrainings:
    folder = tmp_path_factory.mktemp("trainings")
    with language("de"), lesson_room(folder) as room:
        play(room, S4_LATE, 60.0)
        room.finish("learner")
    return PastTrainings(folder / "training.db")


@pytest.fixture
def page(trainings: PastTrainings, qtbot: QtBot) -> Iterator[DebriefPage]:
    with language("de"):
        host = QWidget()
        qtbot.addWidget(host)
        host.resize(1920, 1080)
        made = DebriefPage(trainings, DARK)
        made.setParent(host)
        host.show()
        yield made
        host.close()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_german_word_of_the_debrief_fits(
    page: DebriefPage, size: tuple[int, int, int]
) -> None:
    wide, high, room = size
    page.set_scale(Scale.of(wide, high))
    page.resize(wide, room)
    page.show_training()
    assert "Arzt" in page.wanted.accessibleName()
    for board in (page.score, page.chart, page.wanted, page.alarms):
        assert board.labels
        for label in board.labels:
            assert not label.shortened, label.text
            assert label.ink_left() >= 0, label.text
            assert label.ink_left() + label.text_width() <= board.width() + 1, label.text
            assert 0 < label.baseline < board.height(), label.text
