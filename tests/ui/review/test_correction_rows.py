"""What a correction is filled in with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.app import application
from ui.review.correction_draft import Row
from ui.review.correction_rows import ValueRow, Whys, Words, add, add_pairs, clear, column
from ui.theme import DARK

NUMBER = Row("sbp", "Systolic", "164", "mmHg", 1.0)


def test_a_number_has_a_step_up_and_down_and_shows_what_was_recorded(qtbot: QtBot) -> None:
    application()
    row = ValueRow(NUMBER)
    qtbot.addWidget(row)
    assert row.field is not None
    assert row.field.beside.text() == "Recorded: 164"
    row.less.click()
    assert row.text() == "163"
    row.more.click()
    row.more.click()
    assert row.text() == "165"


def test_a_text_has_no_steps_and_a_mark_has_two_buttons(qtbot: QtBot) -> None:
    application()
    text = ValueRow(Row("text", "Text", "mild"))
    qtbot.addWidget(text)
    assert text.text() == "mild"
    assert text.less.parent() is None
    choices = (("0", "Not an artefact"), ("1", "Artefact"))
    mark = ValueRow(Row("artefact", "Worth", "0", choices=choices))
    qtbot.addWidget(mark)
    assert mark.choice is not None
    mark.choice.button("1").click()
    assert mark.text() == "1"


def test_a_reason_is_never_a_default(qtbot: QtBot) -> None:
    application()
    whys = Whys("Why", [("typed", "Typing error"), ("own", "Own words")], "typed")
    qtbot.addWidget(whys)
    whys.open()
    assert whys.key() == ""
    assert whys.button("typed").focusPolicy() & Qt.FocusPolicy.TabFocus
    whys.button("own").click()
    assert whys.key() == "own"
    whys.open()
    assert whys.key() == ""


def test_tab_leaves_the_room_for_own_words(qtbot: QtBot) -> None:
    application()
    words = Words(DARK, "Text of the addendum")
    qtbot.addWidget(words)
    assert words.tabChangesFocus()
    assert words.accessibleName() == "Text of the addendum"


def test_room_is_taken_only_while_something_is_in_it(qtbot: QtBot) -> None:
    application()
    place = QWidget()
    qtbot.addWidget(place)
    room = column()
    room.setParent(place)
    add(room)
    assert room.isHidden()
    add_pairs(room, [QLabel("a"), QLabel("b"), QLabel("c")])
    assert not room.isHidden()
    layout = room.layout()
    assert layout is not None
    assert layout.count() == 2
    clear(layout)
    assert layout.count() == 0
