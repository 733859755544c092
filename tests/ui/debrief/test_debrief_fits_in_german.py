"""The debrief in German, of a lesson that was really played badly: nothing is cut short."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from debrief_stage import SIZES, assert_nothing_is_cut, hosted, show_at
from pytestqt.qtbot import QtBot
from spoken import language

from tests.ui.training_examples import S4_LATE, lesson_room, play
from ui.debrief.debrief_page import DebriefPage
from ui.debrief.past import PastTrainings


@pytest.fixture(scope="module")
def trainings(tmp_path_factory: pytest.TempPathFactory) -> PastTrainings:
    folder = tmp_path_factory.mktemp("trainings")
    with language("de"), lesson_room(folder) as room:
        play(room, S4_LATE, 60.0)
        room.finish("learner")
    return PastTrainings(folder / "training.db")


@pytest.fixture
def page(trainings: PastTrainings, qtbot: QtBot) -> Iterator[DebriefPage]:
    with language("de"), hosted(trainings, qtbot) as made:
        yield made


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_german_word_of_the_debrief_fits(
    page: DebriefPage, size: tuple[int, int, int]
) -> None:
    show_at(page, size)
    assert "Arzt" in page.wanted.accessibleName()
    assert_nothing_is_cut(page)
