"""The learner's strip: which lesson, what the patient says, what hands do, and the end of it.

Rule 1: nothing here is a part of the program at the bedside: what is on it is what a room has and
        a screen has not. The alarm bar and the six actions stay as they always are.
Rule 2: what the patient says stands until the next words; nothing comes and goes by itself.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from monitor.training.lesson import Deed
from ui.controls import Look, Tile
from ui.ink import Board, Label, Scale, Weight, fitted, middle, text_width
from ui.theme import Theme, colour
from ui.training_hands import CHAIR_HANDS
from ui.words import say

SURE_MS = 4000
HIGH_PX, LEAST_PX = 110, 86
OVER_PX, OVER_LEAST_PX = 66, 52
SAID_PX, SAID_LEAST_PX = 44, 34
SIZE, SMALL = 22, 19
HAND_SIZE = 20


class TrainingStrip(Board):
    """Two rows: what is said, and what can be done at the bedside."""

    hand_pressed = Signal(str)
    finish_pressed = Signal()
    debrief_pressed = Signal()

    def __init__(self, theme: Theme, lesson: str, parent: QWidget | None = None) -> None:
        self._lesson, self._who, self._said, self._over = lesson, "", "", False
        self._held = ""
        super().__init__(theme, parent)
        self.hands: dict[Deed, Tile] = {}
        for deed in CHAIR_HANDS:
            tile = Tile(theme, say(f"hand-{deed}"), self)
            tile.wear(Look(ink=theme.text, fill=theme.raised, size=HAND_SIZE))
            tile.clicked.connect(lambda _down=False, deed=deed: self.hand_pressed.emit(deed))
            self.hands[deed] = tile
        self.finish = Tile(theme, say("lesson-finish"), self)
        self.finish.wear(Look(ink=theme.text, fill=theme.infusion, size=HAND_SIZE))
        self.finish.clicked.connect(self._press_finish)
        self._sure = QTimer(self)
        self._sure.setSingleShot(True)
        self._sure.setInterval(SURE_MS)
        self._sure.timeout.connect(self._show_finish)

    def set_scale(self, scale: Scale) -> None:
        for tile in (*self.hands.values(), self.finish):
            tile.set_scale(scale)
        super().set_scale(scale)

    # ---- what is shown

    def tell(self, who: str, said: str) -> None:
        """`who` says it, or what was found; stays until the next."""
        if (who, said) != (self._who, self._said):
            self._who, self._said = who, said
            self.setAccessibleName(f"{who}: {said}" if who else said)
            self.relayout()

    def hold(self, why: str) -> None:
        """Nothing can be done now, and this is why; empty = it can again."""
        if why != self._held:
            self._held = why
            for tile in self.hands.values():
                tile.setEnabled(not why)
            self.relayout()

    def show_over(self) -> None:
        """The lesson is over: what is left is to look at it."""
        if not self._over:
            self._over = True
            for tile in self.hands.values():
                tile.hide()
            self._sure.stop()
            self._show_finish()
            self.relayout()

    def _show_finish(self) -> None:
        self.finish.say(say("lesson-debrief" if self._over else "lesson-finish"))

    def _press_finish(self) -> None:
        """Asked once, in its own place."""
        if self._over:
            self.debrief_pressed.emit()
        elif self._sure.isActive():
            self._sure.stop()
            self._show_finish()
            self.finish_pressed.emit()
        else:
            self.finish.say(say("lesson-finish-sure"))
            self._sure.start()

    # ---- where everything is

    def lay_out(self) -> list[Label]:
        scale, pad = self.scale, self.scale.px(32, 16)
        first = self.height() if self._over else scale.px(SAID_PX, SAID_LEAST_PX)
        self._place_tiles(pad, 0 if self._over else first)
        size, small = scale.type(SIZE, 14), scale.type(SMALL, 13)
        base = middle(0, first, size, Weight.DemiBold)
        wide = (self.finish.x() if self._over else self.width() - pad) - pad
        lesson = Label(self._lesson, pad, base, wide, small, self.theme.text_2)
        left = pad + text_width(self._lesson, small) + scale.px(28, 14)
        room = pad + wide - left
        if self._held or not self._who:
            told = self._held or self._said
            return [lesson, fitted(Label(told, left, base, room, size, self.theme.text), 11)]
        who = Label(self._who, left, base, room, size, self.theme.text_2, Weight.DemiBold)
        start = left + who.text_width() + scale.px(14, 8)
        said = Label(
            self._said, start, base, left + room - start, size, self.theme.text, Weight.DemiBold
        )
        return [lesson, who, fitted(said, 11)]

    def _place_tiles(self, pad: int, top: int) -> None:
        gap, edge = self.scale.px(8, 4), self.scale.px(6, 4)
        top, high = max(top, edge), self.height() - max(top, edge) - edge
        tiles = [*self.hands.values(), self.finish]
        extra = self.scale.px(40, 16)
        room = self.width() - 2 * pad - gap * (len(tiles) - 1) - extra
        wide, left = room // len(tiles), pad
        self._name_hands(wide)
        if self._over:
            size = self.finish.scale.type(self.finish.look.size, 13)
            needed = text_width(self.finish.text(), size, Weight.DemiBold)
            left = self.width() - pad - max(wide, int(needed) + 2 * self.scale.px(24, 14))
            self.finish.setGeometry(left, top, self.width() - pad - left, high)
            return
        for tile in tiles[:-1]:
            tile.setGeometry(left, top, wide, high)
            left += wide + gap
        left += extra
        self.finish.setGeometry(left, top, self.width() - pad - left, high)

    def _name_hands(self, wide: int) -> None:
        """In so many words that none is cut, or much smaller; always all in the same manner."""
        room, size = wide - 2 * self.scale.px(18, 8), self.scale.type(HAND_SIZE * 0.85)
        whole = {deed: say(f"hand-{deed}") for deed in self.hands}
        fits = all(text_width(one, size, Weight.DemiBold) <= room for one in whole.values())
        for deed, tile in self.hands.items():
            tile.say(whole[deed] if fits else say(f"trigger-hand-{deed}"))
            tile.setAccessibleName(whole[deed])

    def paint_under(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), colour(self.theme.panel))
