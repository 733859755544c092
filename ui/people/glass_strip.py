"""Always on the screen while somebody looks without a PIN: how long still, who, and the end."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.chair.spans import minutes_text
from ui.controls import Look, Tile
from ui.ink import Board, Label, Scale, Weight, fitted, middle
from ui.theme import Theme, colour
from ui.words import say


class GlassStrip(Board):
    end_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.left = self.whose = ""
        super().__init__(theme, parent)
        self.end = Tile(theme, say("glass-end"), self)
        self.end.wear(Look(ink=theme.text, fill=theme.raised, edge=theme.text_2, size=24))
        self.end.clicked.connect(self.end_pressed)
        self.hide()

    def set_scale(self, scale: Scale) -> None:
        self.end.set_scale(scale)
        super().set_scale(scale)

    def show_left(self, left_s: float, name: str) -> bool:
        """Whether it came or went, so that the window must make room. 0 s = nobody looks."""
        shown = left_s > 0
        if shown:
            left = say("glass-left", minutes_text(math.ceil(left_s)))
            whose = say("glass-of", name)
            if (left, whose) != (self.left, self.whose):
                self.left, self.whose = left, whose
                self.relayout()
        if self.isHidden() is shown:
            self.setVisible(shown)
            return True
        return False

    def lay_out(self) -> list[Label]:
        theme, pad, wide = self.theme, self.scale.px(32, 16), self.scale.px(240, 140)
        self.end.setGeometry(self.width() - pad - wide, 2, wide, self.height() - 4)
        size, small = self.scale.type(25, 14), self.scale.type(22, 13)
        room = self.width() - 3 * pad - wide
        base = middle(0, self.height(), size, Weight.DemiBold)
        head = fitted(Label(self.left, pad, base, room, size, theme.text, Weight.DemiBold), 11)
        start = pad + head.text_width() + pad
        rest = Label(self.whose, start, base, room + pad - start, small, theme.text)
        return [head, fitted(rest, 10)]

    def paint_under(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), colour(self.theme.panel))
        painter.setPen(QPen(colour(self.theme.text_2), 2))
        box = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        painter.drawLine(box.topLeft(), box.topRight())
        painter.drawLine(box.bottomLeft(), box.bottomRight())
