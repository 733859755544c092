from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from monitor.phases import Phase
from ui.replay.player import Stretch
from ui.replay.scrub_bar import ScrubBar, Track
from ui.theme import DARK, load_fonts

TRACK = Track(100.0, 1100.0, (Stretch(Phase.TREATING, 100.0, 600.0),))


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[ScrubBar]:
    load_fonts()
    made = ScrubBar(DARK)
    qtbot.addWidget(made)
    made.resize(800, 60)
    made.show_track(TRACK)
    made.show()
    yield made
    made.hide()


def sought(bar: ScrubBar) -> list[float]:
    found: list[float] = []
    bar.sought.connect(found.append)
    return found


def test_a_press_leads_to_the_moment_under_the_finger(qtbot: QtBot, bar: ScrubBar) -> None:
    found = sought(bar)
    x = round(bar.x_of(600.0))
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(x, 40))
    assert found == [pytest.approx(600.0, abs=2.0)]


def test_while_it_is_held_nothing_is_sought(qtbot: QtBot, bar: ScrubBar) -> None:
    found = sought(bar)
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(100, 40))
    qtbot.mouseMove(bar, QPoint(500, 40))
    assert found == []
    assert bar.handle_s == pytest.approx(bar.at(500.0))
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(500, 40))
    assert found == [pytest.approx(bar.at(500.0))]


def test_beyond_its_ends_lie_the_ends_of_the_session(qtbot: QtBot, bar: ScrubBar) -> None:
    assert bar.at(-50.0) == 100.0
    assert bar.at(9000.0) == 1100.0


@pytest.mark.parametrize(
    ("key", "to_s"),
    [
        (Qt.Key.Key_Right, 610.0),
        (Qt.Key.Key_Left, 590.0),
        (Qt.Key.Key_PageUp, 300.0),
        (Qt.Key.Key_PageDown, 900.0),
        (Qt.Key.Key_Home, 100.0),
        (Qt.Key.Key_End, 1100.0),
    ],
)
def test_keys_move_it(qtbot: QtBot, bar: ScrubBar, key: Qt.Key, to_s: float) -> None:
    found = sought(bar)
    bar.show_place(600.0, 600.0, "14:31")
    qtbot.keyClick(bar, key)
    assert found == [to_s]


def test_a_screen_reader_hears_where_it_is(bar: ScrubBar) -> None:
    bar.show_place(400.0, 400.0, "14:31")
    assert "5:00" in bar.accessibleName()
    assert "14:31" in bar.accessibleName()


def test_on_the_way_it_says_where_to(bar: ScrubBar) -> None:
    bar.show_place(400.0, 900.0, "14:39")
    assert any("13:20" in label.text for label in bar.labels)
    assert not any(label.shortened for label in bar.labels)


def test_it_is_repainted_only_when_a_second_has_passed(bar: ScrubBar) -> None:
    bar.show_place(400.2, 400.2, "14:31")
    labels = bar.labels
    bar.show_place(400.8, 400.8, "14:31")
    assert bar.labels is labels
