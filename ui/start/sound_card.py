"""On the start page: that the sound of this computer is to be checked, and the way there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from monitor.sound_check import CheckKind
from ui.page_kit import Button, Card, label
from ui.words import say


class SoundCard(Card):
    """Hidden while no check is due; it keeps nobody from starting a session."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__(part="notice")
        self.column.setContentsMargins(20, 10, 12, 10)
        line = QHBoxLayout()
        line.setSpacing(12)
        self.column.addLayout(line)
        self.sentence = label("", wrap=True)
        line.addWidget(self.sentence, 1)
        self.check = Button(say("sound-card-check"))
        self.check.clicked.connect(self.asked)
        line.addWidget(self.check)
        self.hide()

    def show_due(self, due: CheckKind | None) -> None:
        """None = no check is due."""
        if due is not None:
            self.sentence.setText(say(f"sound-card-{due.value}"))
        if self.isHidden() is not (due is None):
            self.setVisible(due is not None)
