import pytest
from PySide6.QtCore import Qt

from ui.start.choices import Choices
from ui.theme import load_fonts

PAIRS = [("a", "Alpha"), ("b", "Beta"), ("c", "Gamma")]


@pytest.fixture
def choices(qtbot) -> Choices:
    load_fonts()
    made = Choices("Letters", 2)
    qtbot.addWidget(made)
    made.fill(PAIRS, "")
    made.resize(240, 120)
    made.show()
    return made


def test_nothing_is_chosen_until_somebody_chooses(choices):
    assert choices.chosen() == ""


def test_a_choice_stays_when_the_list_is_made_anew_and_nobody_is_told(qtbot, choices):
    choices.choose("b")
    told = []
    choices.itemSelectionChanged.connect(lambda: told.append(1))
    choices.fill([("b", "Beta"), ("d", "Delta")], choices.chosen())
    assert choices.chosen() == "b"
    choices.show_chosen("d")
    assert choices.chosen() == "d"
    assert told == []


def test_a_choice_that_is_gone_is_none(choices):
    choices.choose("b")
    choices.fill(PAIRS[:1], "b")
    assert choices.chosen() == ""
    assert not choices.choose("b")


def test_arrow_keys_choose(qtbot, choices):
    choices.activateWindow()
    choices.setFocus()
    qtbot.waitUntil(choices.hasFocus)
    assert choices.chosen() == ""
    chosen = []
    for _ in range(2):
        qtbot.keyClick(choices, Qt.Key.Key_Down)
        chosen.append(choices.chosen())
    assert chosen == ["a", "b"]


def test_a_click_on_the_line_where_the_keyboard_stands_chooses_it(qtbot, choices):
    choices.activateWindow()
    choices.setFocus()
    qtbot.waitUntil(choices.hasFocus)
    place = choices.visualItemRect(choices.item(0)).center()
    with qtbot.waitSignal(choices.itemSelectionChanged):
        qtbot.mouseClick(choices.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert choices.chosen() == "a"


def test_its_lines_are_whole(choices):
    assert choices.sizeHint().height() >= 2 * choices.sizeHintForRow(0)
    assert choices.minimumSizeHint().height() == choices.sizeHint().height()
