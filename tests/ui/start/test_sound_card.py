"""The card on the start page that says that the sound is to be checked."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from monitor.sound_check import CheckKind
from ui.start.sound_card import SoundCard
from ui.words import say


def test_it_is_there_while_a_check_is_due(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    card = SoundCard()
    card.setParent(page)
    page.show()
    assert not card.isVisible()
    for kind in CheckKind:
        card.show_due(kind)
        assert card.isVisible()
        assert card.sentence.text() == say(f"sound-card-{kind.value}")
    card.show_due(None)
    assert card.isHidden()


def test_its_button_asks_for_the_check(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    card = SoundCard()
    card.setParent(page)
    page.show()
    card.show_due(CheckKind.FULL)
    with qtbot.waitSignal(card.asked):
        card.check.click()
    assert card.check.accessibleName() == say("sound-card-check")
