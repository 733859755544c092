"""How long ago it happened: now, or a few minutes earlier, one tap a step; nothing is typed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.controls import Look, Tile
from ui.ink import CENTRE, Board, Label, Scale, Weight, fill_round, fitted, middle
from ui.theme import Theme
from ui.words import say

MINUTES_AGO = (0, 1, 2, 5, 10, 15)
SHARES = (0.34, 0.38, 0.28)
"""Earlier, the moment itself, back to now."""


class WhenStep(Board):
    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._place = 0
        super().__init__(theme, parent)
        plain = Look(ink=theme.text, fill=theme.raised, size=22)
        self.earlier = Tile(theme, say("when-earlier"), self)
        self.earlier.clicked.connect(lambda: self._go(self._place + 1))
        self.now = Tile(theme, say("when-now"), self)
        self.now.clicked.connect(lambda: self._go(0))
        for tile in (self.earlier, self.now):
            tile.wear(plain)

    @property
    def ago_s(self) -> float:
        """How long before now, seconds."""
        return MINUTES_AGO[self._place] * 60.0

    @property
    def words(self) -> str:
        """``Now`` or ``5 min ago``."""
        minutes = MINUTES_AGO[self._place]
        return say("when-ago", minutes) if minutes else say("when-now")

    def reset(self) -> None:
        self._go(0)

    def _go(self, place: int) -> None:
        self._place = min(place, len(MINUTES_AGO) - 1)
        self.relayout()
        self.changed.emit()

    def set_scale(self, scale: Scale) -> None:
        for tile in (self.earlier, self.now):
            tile.set_scale(scale)
        super().set_scale(scale)

    def lay_out(self) -> list[Label]:
        width, high = self.width(), self.height()
        left = round(width * SHARES[0])
        middle_px = round(width * SHARES[1]) if self._place else width - left
        self.earlier.setGeometry(0, 0, left, high)
        self.now.setGeometry(left + middle_px, 0, width - left - middle_px, high)
        self.now.setVisible(self._place > 0)
        self.earlier.setEnabled(self._place < len(MINUTES_AGO) - 1)
        size = self.scale.type(23, 13)
        base = middle(0, high, size, Weight.DemiBold)
        pad = self.scale.px(8, 4)
        room = middle_px - 2 * pad
        ink = self.theme.text if self._place else self.theme.text_2
        label = Label(self.words, left + pad, base, room, size, ink, Weight.DemiBold, CENTRE)
        return [fitted(label, 11)]

    def paint_under(self, painter: QPainter) -> None:
        radius = self.scale.px(12, 6)
        fill_round(painter, QRectF(self.rect()), self.theme.background, radius)
