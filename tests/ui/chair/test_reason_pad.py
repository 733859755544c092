from collections.abc import Iterator

import pytest
from panel_desk import in_its_place, tap, words
from PySide6.QtCore import Qt

from ui.chair.reason_pad import ReasonPad
from ui.theme import DARK


@pytest.fixture
def pad(qtbot) -> Iterator[ReasonPad]:
    made = ReasonPad(DARK)
    with in_its_place(qtbot, made):
        made.ask("Why?", "It is kept.", ["Known and stable", "Discussed"])
        yield made


def test_a_usual_reason_is_one_tap(qtbot, pad):
    with qtbot.waitSignal(pad.given) as said:
        tap(qtbot, pad.presets[1])
    assert said.args == ["Discussed"]
    assert not pad.isVisible()


def test_own_words_are_a_reason(qtbot, pad):
    tap(qtbot, pad.ok)
    assert pad.isVisible()
    qtbot.keyClicks(pad.line, "  the patient asked ")
    with qtbot.waitSignal(pad.given) as said:
        qtbot.keyClick(pad.line, Qt.Key.Key_Return)
    assert said.args == ["the patient asked"]


def test_whoever_just_types_writes_her_own_words(qtbot, pad):
    qtbot.keyClicks(pad, "Known")
    assert pad.line.text() == "Known"
    with qtbot.waitSignal(pad.given) as said:
        qtbot.keyClick(pad, Qt.Key.Key_Return)
    assert said.args == ["Known"]


def test_it_can_be_left_without_a_reason(qtbot, pad):
    with qtbot.waitSignal(pad.left):
        qtbot.keyClick(pad, Qt.Key.Key_Escape)
    assert not pad.isVisible()
    pad.ask("Why?", "", ["Another"])
    assert "Why?" in words(pad)
    with qtbot.waitSignal(pad.left):
        tap(qtbot, pad.back)
