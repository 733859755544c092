"""The notes of a session: what is open, since when, and what was over or taken back."""

from __future__ import annotations

from collections.abc import Iterator

import during_examples as examples
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from monitor.commands import NoteKind
from ui.chair.notes_list import NotesList, note_lines
from ui.theme import DARK

LINES = note_lines(examples.view_of(examples.picture()))


@pytest.fixture
def notes(qtbot: QtBot) -> Iterator[NotesList]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 400)
    made = NotesList(DARK, window)
    made.setGeometry(0, 0, 700, 400)
    made.show_lines(LINES)
    window.show()
    qtbot.waitExposed(window)
    yield made
    window.hide()


def test_what_is_open_comes_first_and_the_newest_before_the_older() -> None:
    assert [line.text for line in LINES] == [
        "Nausea", "Dissociation", "wants water", "Headache", "Anxiety",
    ]  # fmt: skip
    assert [line.open for line in LINES] == [True, True, False, False, False]


def test_a_line_says_since_when_or_from_when_to_when() -> None:
    by_kind = {line.kind: line for line in LINES}
    assert by_kind[NoteKind.NAUSEA].when.startswith("since ")
    assert " to " in by_kind[NoteKind.ANXIETY].when
    assert by_kind[NoteKind.HEADACHE].undone


def test_words_of_ones_own_have_no_end() -> None:
    own = next(line for line in LINES if line.kind is NoteKind.FREE_TEXT)
    assert not own.open
    assert own.text == "wants water"


def test_one_tap_says_that_it_is_over(notes: NotesList, qtbot: QtBot) -> None:
    shown = [tile.isVisible() for tile in notes.tiles[:5]]
    assert shown == [True, True, False, False, False]
    assert notes.tiles[1].accessibleName() == "Dissociation is over"
    with qtbot.waitSignal(notes.over) as over:
        qtbot.mouseClick(notes.tiles[1], Qt.MouseButton.LeftButton)
    assert over.args == ["a"]


def test_what_was_taken_back_is_struck_through(notes: NotesList) -> None:
    assert [label.text for label in notes._struck] == ["Headache"]


def test_without_notes_it_says_so(notes: NotesList) -> None:
    notes.show_lines(())
    assert [label.text for label in notes.labels] == ["Nothing was noted yet."]


def test_what_has_no_room_is_not_half_shown(notes: NotesList) -> None:
    notes.resize(700, 170)
    assert all(label.baseline <= 170 for label in notes.labels)
    assert [tile.isVisible() for tile in notes.tiles[:3]] == [True, True, False]
