"""The recovery code on the page about the program: asked for, shown once, and gone.

Rule 1: the code leaves the page when it was written down, when the page is left, or another time
        it is asked for; it is nowhere else on the screen, and never in the clipboard by itself.
Rule 2: the code that was printed before opens nothing any more: it is said, and asked about first.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.doors import KeyDoor
from ui.page_kit import STRONG, TITLE_PX, Button, label
from ui.requests import Refusal
from ui.words import say


class KeyPart(QWidget):
    def __init__(self, door: KeyDoor) -> None:
        super().__init__()
        self._door = door
        self._sure = False
        self.state = label("", tone="second", wrap=True)
        self.code = label("", TITLE_PX, weight=STRONG, wrap=True)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.code.setAccessibleName(say("key-code-ask"))
        self.ask = Button(say("key-code-print"))
        self.ask.clicked.connect(self._ask)
        self.done = Button(say("key-code-hide"))
        self.done.clicked.connect(self.look)
        buttons = QHBoxLayout()
        buttons.addWidget(self.ask)
        buttons.addWidget(self.done)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.state)
        column.addWidget(self.code)
        column.addLayout(buttons)
        self.look()

    def look(self) -> None:
        """As it is now, without a code."""
        printed = self._door.code_printed()
        self._sure = False
        self.code.clear()
        self.code.hide()
        self.done.hide()
        self.ask.setVisible(printed is not None)
        self.state.setVisible(printed is not None)
        self.ask.setText(say("key-code-again" if printed else "key-code-print"))
        there = say("key-code-there" if printed else "key-code-none")
        self.state.setText(f"{there} {say('key-code-why')}")

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 -- Qt's name
        self.look()
        super().hideEvent(event)

    def _ask(self) -> None:
        if self._door.code_printed() and not self._sure:
            self._sure = True
            self.state.setText(say("key-code-sure"))
            self.ask.setText(say("key-code-yes"))
            return
        self._sure = False
        try:
            code = self._door.print_code()
        except Refusal as refusal:
            self.look()
            self.state.setText(str(refusal))
            return
        self.code.setText(code)
        self.code.show()
        self.done.show()
        self.ask.hide()
        self.state.setText(say("key-code-shown"))
