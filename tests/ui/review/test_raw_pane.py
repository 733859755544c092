"""The raw bytes at the cursor, for support."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data.capture_store import Piece
from data.capture_window import PlacedPiece
from tests.ui.page_examples import RecordingBackend, in_a_window
from ui.page_growth import Growth
from ui.review.raw_pane import RawPane
from ui.theme import DARK
from ui.words import say


@pytest.fixture
def backend() -> RecordingBackend:
    made = RecordingBackend()
    made.all_bytes = [
        PlacedPiece(Piece(float(at_s), "ivy-450c", "rx", b"$HR,072*4F\r\n"), at_s * 12)
        for at_s in range(50)
    ]
    return made


@pytest.fixture
def pane(qtbot: QtBot, backend: RecordingBackend) -> Iterator[RawPane]:
    made = RawPane(backend, DARK)
    window = in_a_window(made, 800, 220)
    qtbot.addWidget(window)
    made.show_session("a", 0.0)
    yield made
    window.hide()


def test_it_asks_for_the_cursor_first(pane: RawPane) -> None:
    assert pane.head.text() == say("bytes-no-cursor")
    assert not pane.text.isVisible()


def test_the_bytes_about_the_cursor_are_shown_and_what_was_before_is_only_heard(
    qtbot: QtBot, pane: RawPane, backend: RecordingBackend
) -> None:
    pane.put_cursor(30.0)
    qtbot.waitUntil(lambda: "$HR,072" in pane.text.toPlainText())
    assert backend.bytes_asked == [("a", 16.0, 32.0)]
    assert pane.head.text() == "ivy-450c · 60 bytes within 2 s, byte 336 and on of 1000"
    assert pane.text.toPlainText().splitlines()[0].split()[:3] == ["0:28.00", "←", "336"]


def test_while_the_cursor_moves_nothing_is_read(
    qtbot: QtBot, pane: RawPane, backend: RecordingBackend
) -> None:
    for at_s in range(5, 45):
        pane.put_cursor(float(at_s))
    qtbot.waitUntil(lambda: bool(backend.bytes_asked))
    assert [asked[2] for asked in backend.bytes_asked] == [46.0]


def test_folded_away_it_reads_nothing(
    qtbot: QtBot, pane: RawPane, backend: RecordingBackend
) -> None:
    pane.hide()
    pane.put_cursor(30.0)
    pane._look()
    assert backend.bytes_asked == []
    pane.show()
    qtbot.waitUntil(lambda: len(backend.bytes_asked) == 1)


def test_a_moment_without_bytes_and_a_refusal_are_sentences(
    qtbot: QtBot, pane: RawPane, backend: RecordingBackend
) -> None:
    pane.put_cursor(500.0)
    qtbot.waitUntil(lambda: pane.head.text() == say("bytes-none", "2"))
    backend.refuses = say("bytes-no-file")
    pane.put_cursor(30.0)
    qtbot.waitUntil(lambda: pane.head.text() == say("bytes-no-file"))
    assert not pane.text.isVisible()


def test_nothing_of_another_session_is_left(qtbot: QtBot, pane: RawPane) -> None:
    pane.put_cursor(30.0)
    qtbot.waitUntil(pane.text.isVisible)
    pane.show_session("b", 0.0)
    assert pane.text.toPlainText() == ""
    assert pane.head.text() == say("bytes-no-cursor")


def test_it_can_be_selected_by_keyboard_and_left_with_tab(pane: RawPane) -> None:
    flags = pane.text.textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert pane.text.tabChangesFocus()
    assert pane.text.isReadOnly()
    pane.grow(Growth(1.5, 1.2, 1.2))
    assert pane.text.font().pixelSize() > 13
