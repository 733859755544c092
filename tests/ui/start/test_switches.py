"""What is known of the patient: the switches of the start page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from monitor.limits import Modifier
from tests.ui.page_examples import in_a_window
from ui.start.switches import ModifierSwitches
from ui.words import say


@pytest.fixture
def switches(qtbot: QtBot) -> Iterator[ModifierSwitches]:
    made = ModifierSwitches()
    qtbot.addWidget(made.told)
    window = in_a_window(made, 700, 100)
    qtbot.addWidget(window)
    qtbot.waitExposed(window)
    yield made
    window.hide()


def test_nothing_is_known_until_somebody_says_so(switches: ModifierSwitches) -> None:
    assert switches.chosen() == frozenset()
    assert set(switches.switches) == set(Modifier)
    assert switches.told.text() == ""


def test_each_is_switched_on_and_off_by_itself_and_says_what_it_does(
    switches: ModifierSwitches, qtbot: QtBot
) -> None:
    oxygen, sedatives = (switches.switches[one] for one in (Modifier.OXYGEN, Modifier.SEDATIVES))
    qtbot.mouseClick(oxygen, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(sedatives, Qt.MouseButton.LeftButton)
    assert switches.chosen() == {"oxygen", "sedatives"}
    assert switches.told.text().splitlines() == [
        say("start-modifier-does-sedatives"),
        say("start-modifier-does-oxygen"),
    ]
    with qtbot.waitSignal(switches.changed):
        qtbot.mouseClick(oxygen, Qt.MouseButton.LeftButton)
    assert switches.chosen() == {"sedatives"}


def test_a_switch_is_reached_and_pressed_by_the_keyboard_and_named(
    switches: ModifierSwitches, qtbot: QtBot
) -> None:
    for modifier, button in switches.switches.items():
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert button.accessibleName().endswith(say(f"start-modifier-{modifier.value}"))
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert switches.chosen() == set(Modifier)
