"""The checks of the morning: the room on the left, the chairs and their monitors on the right.

Rule 1: one tap ticks, one takes back; whoever did it stands beside it.
Rule 2: the prescriber is ticked by a name: one tap on a provider who works here, or typed.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.clinic_day.opening_facts import (
    CHAIRS,
    MOST_CHAIRS,
    PRESCRIBER,
    ChairFace,
    ItemFace,
    OpeningFace,
)
from ui.clinic_day.tick_button import TickButton
from ui.page_kit import HEADING_PX, STRONG, Button, Card, label
from ui.start.fields import Input
from ui.theme import Theme
from ui.words import say

MOST_NAMED = 4
"""So many providers have a button of their own; any name can be typed."""


class OpeningList(QWidget):
    """`asked` carries (item, done, text); `wrong` a sentence about what is missing."""

    asked = Signal(str, bool, str)
    wrong = Signal(str)
    sound_asked = Signal()
    grown = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.buttons: dict[str, TickButton] = {}
        self.face = OpeningFace()
        self.prescriber = Input(say("day-prescriber-name"), say("day-prescriber-name"))
        self.prescriber.setMaxLength(60)
        self.fewer, self.more = Button("−", "slim", HEADING_PX), Button("+", "slim", HEADING_PX)
        self.fewer.setAccessibleName(say("day-chairs-fewer"))
        self.more.setAccessibleName(say("day-chairs-more"))
        self.count = label("", HEADING_PX, weight=STRONG)
        self._room, self._chairs = Card(say("day-room")), Card()
        self._checks = QVBoxLayout()
        self._names = QHBoxLayout()
        self._rows = QGridLayout()
        self.providers: list[Button] = []
        self._chair_names: list[QLabel] = []
        self._lay_out()
        self.fewer.clicked.connect(lambda: self._chairs_are(-1))
        self.more.clicked.connect(lambda: self._chairs_are(1))
        self.prescriber.left.connect(self._typed)

    def _lay_out(self) -> None:
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        for part, share in ((self._room, 2), (self._chairs, 3)):
            half = QVBoxLayout()
            half.addWidget(part)
            half.addStretch(1)
            both.addLayout(half, share)
        self._checks.setSpacing(6)
        self._names.setSpacing(6)
        self._room.column.addLayout(self._checks)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(label(say("day-chairs"), HEADING_PX, weight=STRONG))
        top.addStretch(1)
        for control in (self.fewer, self.count, self.more):
            top.addWidget(control)
        self.fewer.setMinimumWidth(56)
        self.more.setMinimumWidth(56)
        self._chairs.column.addLayout(top)
        self._rows.setHorizontalSpacing(6)
        self._rows.setVerticalSpacing(6)
        for column in (1, 2, 3):
            self._rows.setColumnStretch(column, 1)
        self._chairs.column.addLayout(self._rows)

    def name_providers(self, names: Iterable[str]) -> None:
        """Whose name is one tap away."""
        wanted = list(names)[:MOST_NAMED]
        if wanted == [button.text() for button in self.providers]:
            return
        for button in self.providers:
            self._names.removeWidget(button)
            button.deleteLater()
        self.providers = [Button(name, "choice") for name in wanted]
        for button in self.providers:
            button.clicked.connect(lambda _=False, one=button: self._prescriber(one.text()))
            self._names.addWidget(button)
        self.grown.emit()

    def show_face(self, face: OpeningFace) -> None:
        """Only what has changed is painted again."""
        items = {item.item: item for item in _items(face)}
        if list(items) != list(self.buttons):
            self._rebuild(face)
        for name, item in items.items():
            self.buttons[name].show_face(item)
        self.face = face
        self.count.setText(str(len(face.chairs)))
        self.fewer.setEnabled(len(face.chairs) > 1)
        self.more.setEnabled(len(face.chairs) < MOST_CHAIRS)
        there = next((item for item in face.room if item.item == PRESCRIBER), None)
        named = there is not None and there.done
        if named:
            self.prescriber.clear()
        for part in (self.prescriber, *self.providers):
            part.setHidden(named)

    def _rebuild(self, face: OpeningFace) -> None:
        for button in self.buttons.values():
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for name in self._chair_names:
            self._rows.removeWidget(name)
            name.hide()
            name.deleteLater()
        self._chair_names = []
        while self._checks.count():
            self._checks.takeAt(0)
        if face.sound is not None:
            self._checks.addWidget(self._button(face.sound))
        for item in face.room:
            self._checks.addWidget(self._button(item))
            if item.item == PRESCRIBER:
                self._checks.addLayout(self._names)
                self._checks.addWidget(self.prescriber)
        for row, chair in enumerate(face.chairs):
            self._row(row, chair)
        self.grown.emit()

    def _row(self, row: int, chair: ChairFace) -> None:
        name = label(say("day-chair", chair.chair), weight=STRONG)
        self._chair_names.append(name)
        self._rows.addWidget(name, row, 0)
        for column, item in enumerate(chair.items):
            self._rows.addWidget(self._button(item), row, column + 1)

    def _button(self, item: ItemFace) -> TickButton:
        button = TickButton(self._theme, item)
        button.turned.connect(self._turn)
        self.buttons[item.item] = button
        return button

    def _turn(self, face: ItemFace) -> None:
        if self.face.sound is not None and face.item == self.face.sound.item:
            self.sound_asked.emit()
        elif face.item == PRESCRIBER and not face.done:
            self._prescriber(self.prescriber.text())
        else:
            self.asked.emit(face.item, not face.done, "" if face.done else face.proof)

    def _typed(self) -> None:
        """Enter, or the field was left: a name that stands there is a tick."""
        if self.prescriber.text().strip():
            self._prescriber(self.prescriber.text())

    def _prescriber(self, name: str) -> None:
        tidy = " ".join(name.split())
        if not tidy:
            self.wrong.emit(say("day-prescriber-missing"))
            self.prescriber.setFocus()
            return
        self.asked.emit(PRESCRIBER, True, tidy)

    def _chairs_are(self, change: int) -> None:
        wanted = min(max(len(self.face.chairs) + change, 1), MOST_CHAIRS)
        self.asked.emit(CHAIRS, True, str(wanted))


def _items(face: OpeningFace) -> list[ItemFace]:
    sound = [] if face.sound is None else [face.sound]
    return [*sound, *face.room, *(item for chair in face.chairs for item in chair.items)]
