"""Some figures in a row."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.page_examples import in_a_window
from ui.review.figure_row import Figure, FigureRow
from ui.theme import DARK

FIGURES = (Figure("Sessions", "212", "640 h watched"), Figure("Alarms per hour", "0.42"))


def test_each_figure_is_heard_with_its_name(qtbot: QtBot) -> None:
    row = FigureRow(DARK)
    qtbot.addWidget(row)
    row.show_figures(FIGURES)
    assert row.accessibleName() == "Sessions, 212, 640 h watched. Alarms per hour, 0.42"


def test_figures_stand_beside_one_another_and_none_is_cut(qtbot: QtBot) -> None:
    row = FigureRow(DARK)
    window = in_a_window(row, 1240, 90)
    qtbot.addWidget(window)
    row.show_figures(FIGURES * 3)
    assert not [label.text for label in row.labels() if label.shortened]
    lefts = [label.left for label in row.labels()[::3]]
    assert lefts == sorted(lefts)
    assert lefts[-1] < 1240
    before = row.sizeHint().height()
    row.grow(1.28)
    assert row.sizeHint().height() > before
    row.grab()
    window.hide()
