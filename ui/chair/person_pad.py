"""Who takes it on? A name that is tapped and its PIN; with nobody enlisted, a name that is typed.

Rule 1: a PIN is shown as dots, and kept nowhere: it goes to whoever checks it, and is forgotten.
Rule 2: a name counts only after its PIN was right; one that was typed counts as it was typed.
Rule 3: a badge is a name that a scanner types, with Enter at its end; it is no PIN. One that is
        nobody's is never shown: it may be a PIN that was typed before its name was tapped.
Rule 4: after too many wrong PINs the seconds that are left are shown, and only this name waits.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from data.accounts import LONGEST_NAME, StaffMember, folded
from ui.chair.side_panel import grid
from ui.chair.text_line import TextLine
from ui.controls import Look, Tile
from ui.ink import Board, Label, Scale, Weight, fitted
from ui.people.asked import Asked, Check, PinAnswer, fitting, is_among
from ui.theme import Theme, colour, font
from ui.words import say

DIGITS = "1234567890"
LONGEST_PIN = 12
COLUMNS = 3


class PersonPad(Board):
    """`named` carries who it was; `left` that nobody was named.

    `without_pin`: nobody has a PIN, and the running sessions must be looked at.
    """

    named = Signal(str)
    left = Signal()
    without_pin = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.asked = Asked("")
        self.name = self.refusal = self._pin = ""
        self.typed = False
        """Nobody is enlisted who may answer: the name is typed."""
        self.stays = False
        """There is nowhere to go back to from the names."""
        self._check: Check = _nobody
        self._badge = ""
        self._waits: dict[str, int] = {}
        """Whole seconds that are left after too many wrong PINs, by name."""
        self.people: dict[str, Tile] = {}
        self.keys: dict[str, Tile] = {}
        super().__init__(theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for digit in DIGITS:
            self.keys[digit] = self._tile(digit, say("pin-digit", digit), size=34)
            self.keys[digit].clicked.connect(lambda _c=False, digit=digit: self.type(digit))
        self.delete_key = self._tile(say("pin-delete"))
        self.delete_key.clicked.connect(self.delete)
        self.ok = self._tile(say("pin-ok"))
        self.ok.clicked.connect(self.enter)
        self.back = self._tile(say("pin-back"))
        self.back.clicked.connect(self.go_back)
        self.emergency = self._tile(say("glass-open"), size=23)
        self.emergency.wear(Look(ink=theme.text_2, fill=theme.panel, edge=theme.line, size=23))
        self.emergency.clicked.connect(self.without_pin)
        self.line = TextLine(theme, say("pin-name"), say("pin-name-hint"), self)
        self.line.returnPressed.connect(self.enter)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._tick)
        self.hide()

    def _tile(self, text: str, name: str = "", size: float = 26) -> Tile:
        tile = Tile(self.theme, text, self)
        tile.wear(Look(ink=self.theme.text, fill=self.theme.raised, size=size))
        tile.set_scale(self.scale)
        if name:
            tile.setAccessibleName(name)
        return tile

    # ---- asking

    def ask(
        self, asked: Asked, members: Sequence[StaffMember], check: Check, name: str = ""
    ) -> None:
        """`name` is whose PIN is asked for first; empty = the names are shown."""
        self.asked, self._check = asked, check
        self.name = self.refusal = self._pin = self._badge = ""
        self.line.clear()
        for tile in self.people.values():
            tile.hide()
            tile.deleteLater()
        self.people = {one.name: self._person(one) for one in fitting(members, asked)}
        self.typed = not self.people
        self.name = name if name in self.people else ""
        self.show()
        self.raise_()
        self.relayout()
        (self.line if self.typed else self).setFocus()

    def _person(self, member: StaffMember) -> Tile:
        tile = self._tile(member.name)
        tile.say(member.name, detail=say(f"role-{member.role.value}"))
        tile.clicked.connect(lambda: self.choose(member.name))
        return tile

    def choose(self, name: str) -> None:
        self.name, self._pin, self._badge, self.refusal = name, "", "", ""
        self.relayout()
        self.setFocus()

    def take_badge(self, badge: str) -> None:
        """A badge was read; its name is chosen."""
        self._badge = ""
        found = next((one for one in self.people if folded(one) == folded(badge)), "")
        if found:
            self.choose(found)
        elif badge.strip():
            self.refusal = say("badge-unknown")
            self.relayout()

    def go_back(self) -> None:
        """From the PIN to the names, from the names to where it was asked."""
        if self.name and not self.typed:
            self.choose("")
            return
        self.leave()

    def leave(self) -> None:
        """From wherever one is to where it was asked."""
        if not self.stays:
            self.hide()
            self.left.emit()

    # ---- the wait after too many wrong PINs

    @property
    def wait_s(self) -> int:
        """Whole seconds before the next PIN of this name is taken."""
        return self._waits.get(self.name, 0)

    def _tick(self) -> None:
        self._waits = {name: left - 1 for name, left in self._waits.items() if left > 1}
        if not self._waits:
            self._second.stop()
            self.refusal = ""
        self.relayout()

    # ---- typing

    @property
    def dots(self) -> int:
        return len(self._pin)

    def type(self, digit: str) -> None:
        if self.name and len(self._pin) < LONGEST_PIN:
            self._pin += digit
            self.refusal = ""
            self.relayout()

    def delete(self) -> None:
        self._pin = self._pin[:-1]
        self.relayout()

    def enter(self) -> None:
        name = self.line.text().strip() if self.typed else self.name
        pin, self._pin = self._pin, ""
        if self.wait_s and not self.typed:
            self.relayout()
            return
        self.refusal = self._refusal_of(name, pin)
        if self.refusal:
            self.relayout()
            return
        self.hide()
        self.named.emit(name)

    def _refusal_of(self, name: str, pin: str) -> str:
        if not name:
            return say("pin-no-name")
        if is_among(name, self.asked.but):
            return say("pin-somebody-else", name)
        if self.typed:
            return ""
        answer = self._check(name, pin)
        if answer.wait_s > 0:
            self._waits[name] = math.ceil(answer.wait_s)
            self._second.start()
        return answer.sentence

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        if not self.name and self._badge_key(event):
            event.accept()
        elif event.text() in self.keys:
            self.type(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self.delete()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.name:
            self.enter()
        elif event.key() == Qt.Key.Key_Escape:
            if self.stays:
                self.go_back()
            else:
                self.leave()
        else:
            super().keyPressEvent(event)

    def _badge_key(self, event: QKeyEvent) -> bool:
        """What a scanner types goes nowhere else: a digit chooses no chair."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.take_badge(self._badge)
        elif event.text() and event.text().isprintable():
            self._badge = (self._badge + event.text())[-LONGEST_NAME:]
        else:
            return False
        return True

    # ---- layout

    def set_scale(self, scale: Scale) -> None:
        for tile in self.findChildren(Tile):
            tile.set_scale(scale)
        super().set_scale(scale)

    def lay_out(self) -> list[Label]:
        pinning = bool(self.name) and not self.typed
        self.line.setVisible(self.typed)
        for tile in (*self.keys.values(), self.delete_key):
            tile.setVisible(pinning)
        for tile in self.people.values():
            tile.setVisible(not pinning)
        self.ok.setVisible(pinning or self.typed)
        gap = self.scale.px(16, 8)
        labels, top = self._headline(pinning=pinning)
        foot = self.scale.px(76, 57)
        wide = self.scale.px(230, 120)
        self.back.setGeometry(0, self.height() - foot, wide, foot)
        self.back.setVisible(pinning or not self.stays)
        broad = min(self.scale.px(470, 290), self.width() - wide - gap)
        self.emergency.setGeometry(self.width() - broad, self.height() - foot, broad, foot)
        self.emergency.setVisible(self.asked.without_pin)
        room = QRect(0, int(top), self.width(), int(self.height() - foot - gap - top))
        if pinning:
            self._lay_out_keys(room, gap)
        elif self.typed:
            self._lay_out_line(room, gap)
        elif self.people:
            tallest = self.scale.px(96, 57)
            grid(tuple(self.people.values()), room, COLUMNS, gap, tallest)
        return labels

    def _headline(self, *, pinning: bool) -> tuple[list[Label], float]:
        theme, width = self.theme, self.width()
        size, small = self.scale.type(30, 17), self.scale.type(23, 13)
        title = say("pin-of", self.name) if pinning else self.asked.title
        wait = say("pin-waits", self.name, self.wait_s) if pinning and self.wait_s else ""
        sentence = wait or self.refusal or self._sentence(pinning=pinning)
        base, below = size * 1.1, size * 1.1 + small * 1.7
        told = bool(wait or self.refusal)
        ink = theme.text if told else theme.text_2
        weight = Weight.DemiBold if told else Weight.Normal
        labels = [
            fitted(Label(title, 0, base, width, size, theme.text, Weight.DemiBold)),
            fitted(Label(sentence, 0, below, width, small, ink, weight)),
        ]
        return labels, below + small

    def _sentence(self, *, pinning: bool) -> str:
        if pinning:
            return self.asked.beside_pin or say("pin-type")
        return self.asked.sentence or (say("pin-nobody") if self.typed else "")

    def _lay_out_keys(self, room: QRect, gap: int) -> None:
        dots = self.scale.px(40, 24)
        pad = QRect(room.left(), room.top() + dots + gap, room.width(), room.height() - dots - gap)
        order = (*(self.keys[digit] for digit in "123456789"), self.delete_key, self.keys["0"])
        grid((*order, self.ok), pad, COLUMNS, gap, self.scale.px(104, 400))

    def _lay_out_line(self, room: QRect, gap: int) -> None:
        high, wide = self.scale.px(76, 48), self.scale.px(230, 120)
        self.line.setFont(font(self.scale.type(26, 15)))
        self.line.setGeometry(room.left(), room.top() + gap, room.width() - wide - gap, high)
        self.ok.setGeometry(room.right() + 1 - wide, room.top() + gap, wide, high)

    def paint_under(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), colour(self.theme.panel))
        if not self.name or self.typed:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self.theme.text))
        radius = self.scale.px(9, 6)
        top = self.keys["1"].y() - self.scale.px(16, 8) - self.scale.px(40, 24) // 2 - radius
        for place in range(self.dots):
            painter.drawEllipse(place * radius * 4, top, radius * 2, radius * 2)


def _nobody(_name: str, _pin: str) -> PinAnswer:
    return PinAnswer(say("pin-nobody"))
