"""A number by ten keys: what is typed is what is meant, or it is nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.app import application
from ui.chair.number_pad import NumberPad
from ui.theme import DARK


@pytest.fixture
def pad(qtbot: QtBot) -> Iterator[NumberPad]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 420)
    made = NumberPad(DARK, "Dose", window, digits=4, decimal=True)
    made.setGeometry(0, 0, 400, 420)
    window.show()
    qtbot.waitExposed(window)
    yield made
    window.hide()


def test_keys_make_a_number_and_nothing_is_none(pad: NumberPad, qtbot: QtBot) -> None:
    assert pad.value is None
    for key in "12.5":
        qtbot.mouseClick(pad.keys[key], Qt.MouseButton.LeftButton)
    assert (pad.text, pad.value) == ("12.5", 12.5)
    for _ in range(4):
        qtbot.mouseClick(pad.back, Qt.MouseButton.LeftButton)
    assert pad.value is None


def test_a_point_alone_begins_with_a_zero_and_comes_once(pad: NumberPad) -> None:
    for key in "..2.":
        pad.keys[key].click()
    assert pad.text == "0.2"


def test_leading_zeros_go_and_a_zero_is_a_number(pad: NumberPad) -> None:
    pad.type("0")
    assert pad.value == 0.0
    pad.type("7")
    assert pad.text == "7"


def test_it_says_what_stands_there_with_its_unit(pad: NumberPad) -> None:
    pad.show_number("4", "mg")
    assert pad.accessibleName() == "Dose: 4 mg"


def test_every_key_is_large_enough_and_lies_apart(pad: NumberPad) -> None:
    boxes = [tile.geometry() for tile in (*pad.keys.values(), pad.back)]
    for place, box in enumerate(boxes):
        assert box.height() >= 44
        assert pad.rect().contains(box)
        assert not any(box.intersects(other) for other in boxes[place + 1 :])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(keys=st.text("0123456789.", max_size=12), decimal=st.booleans())
def test_whatever_is_typed_is_a_number_of_at_most_so_many_digits(keys: str, decimal: bool) -> None:
    application()
    made = NumberPad(DARK, "Dose", digits=3, decimal=decimal)
    for key in keys:
        if key in made.keys:
            made.type(key)
    assert len(made.text.replace(".", "")) <= 4
    assert made.value is None or made.value >= 0.0
    assert (made.value is None) is (made.text == "")
    made.deleteLater()
