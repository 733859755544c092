"""Always on the screen while the room is quiet: where the sound is, who must say "I'm here"."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.chair.spans import minutes_text, span_text
from ui.controls import Look, Tile
from ui.doors import QuietView
from ui.ink import Board, Label, Scale, Weight, fitted, middle
from ui.theme import Theme, colour
from ui.words import say

SOON_S = 120.0
"""From here on the seconds are counted, and the tile is edged."""


class QuietStrip(Board):
    here_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.text = ""
        super().__init__(theme, parent)
        self.here = Tile(theme, say("quiet-here"), self)
        self.here.clicked.connect(self.here_pressed)
        self.hide()

    def set_scale(self, scale: Scale) -> None:
        self.here.set_scale(scale)
        super().set_scale(scale)

    def show_view(self, view: QuietView) -> bool:
        """Whether it came or went, so that the window must make room."""
        left = view.here_left_s
        if left is not None:
            spoken = minutes_text(left) if left < SOON_S else span_text(left)
            self._show_text(say("quiet-strip", view.output, spoken), soon=left < SOON_S)
        elif view.why:
            self._show_text(say("quiet-strip-over", say(view.why)), soon=False)
        shown = left is not None or bool(view.why)
        self.here.setVisible(left is not None)
        if self.isHidden() is shown:
            self.setVisible(shown)
            return True
        return False

    def _show_text(self, text: str, *, soon: bool) -> None:
        edge = self.theme.text if soon else None
        self.here.wear(Look(self.theme.text, self.theme.raised, edge=edge, edge_px=3, size=24))
        if text != self.text:
            self.text = text
            self.relayout()

    def lay_out(self) -> list[Label]:
        pad, wide = self.scale.px(32, 16), self.scale.px(190, 120)
        self.here.setGeometry(self.width() - pad - wide, 2, wide, self.height() - 4)
        size = self.scale.type(25, 14)
        base = middle(0, self.height(), size, Weight.Medium)
        room = self.width() - 3 * pad - wide
        return [
            fitted(Label(self.text, pad, base, room, size, self.theme.text, Weight.Medium), 11)
        ]

    def paint_under(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), colour(self.theme.infusion))
        painter.setPen(QPen(colour(self.theme.infusion_edge), 1.5))
        box = QRectF(self.rect()).adjusted(0, 0.75, 0, -0.75)
        painter.drawLine(box.topLeft(), box.topRight())
        painter.drawLine(box.bottomLeft(), box.bottomRight())
