"""The sentence below a field."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.start.fields import Message


def test_a_refusal_begins_with_a_capital_on_the_screen_and_goes_back_to_the_hint(
    qtbot: QtBot,
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    message = Message("The clinic's own number.")
    message.setParent(page)
    shown = message.findChild(QLabel)
    message.refuse("patient id is missing")
    assert shown.text() == "Patient id is missing"
    assert message.text() == "patient id is missing"
    message.give_hint("The number on the card.")
    assert message.text() == "patient id is missing"
    message.refuse("")
    assert shown.text() == message.text() == "The number on the card."
