"""German words are longer: nothing is clipped, shortened or laid over something else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from recording_backend import RecordingBackend
from shared_window import emptied, shared_window
from spoken import language
from test_fit import EXAMPLES, assert_all_fits, assert_words_lie_apart, fill

from ui.panels import Panel
from ui.window import MainWindow
from ui.words import say

SIZES = [(1280, 720), (1920, 1080)]
SMALL = [(1024, 640), (1280, 720)]
"""What fits here fits larger windows of this shape: type and room grow alike."""


@pytest.fixture(scope="module")
def built(qapp: QApplication) -> Iterator[MainWindow]:
    backend = RecordingBackend(demo=True)
    with language("de"), shared_window(backend, 1_790_000_000.0) as made:
        yield made


@pytest.fixture
def window(built: MainWindow) -> MainWindow:
    return emptied(built)


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_every_german_word_of_the_live_view_fits(window: MainWindow, name: str) -> None:
    assert say("do-acknowledge") == "Quittieren"
    fill(window, name, (1280, 720))
    assert_all_fits(window)
    shell = window.shell
    live = shell.live
    for board in (shell.top, shell.bar, live.cuff, live.heart, live.spo2, live.ribbon):
        assert_words_lie_apart(board)


@pytest.mark.parametrize("panel", Panel)
@pytest.mark.parametrize("size", SMALL, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_german_word_of_a_panel_fits(
    window: MainWindow, panel: Panel, size: tuple[int, int]
) -> None:
    fill(window, "medium", size)
    window.toggle(panel)
    assert_all_fits(window)
    assert_words_lie_apart(window.shell.panels.by_name[panel])


@pytest.mark.parametrize("name", ["asking", "equipment", "withdrawn"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_german_word_of_the_answer_and_of_the_list_fits(
    window: MainWindow, name: str, size: tuple[int, int]
) -> None:
    fill(window, name, size)
    window._toggle_list()
    assert_all_fits(window)
    key = window.desk.asked_key()
    assert key is not None
    window.ask_answer(key)
    assert_all_fits(window)
    assert_words_lie_apart(window.shell.panels.answer)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_german_word_of_the_start_page_has_its_room(
    window: MainWindow, size: tuple[int, int]
) -> None:
    fill(window, "medium", size)
    window.go("new")
    window.turn()
    start = window.shell.start
    buttons = [one for one in start.findChildren(QPushButton) if one.isVisible()]
    assert len(buttons) > 10
    for button in buttons:
        wide = QFontMetricsF(button.font()).horizontalAdvance(button.text())
        assert wide <= button.width(), button.text()
    for words in start.findChildren(QLabel):
        if words.isVisible() and words.text() and not words.wordWrap():
            wide = QFontMetricsF(words.font()).horizontalAdvance(words.text())
            assert wide <= words.width() + 1, words.text()
