"""What marks a replay, so that nobody takes it for a chair: a striped frame, and its word.

Rule: neither is in a colour of an alarm, and both stand still.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from ui.ink import CENTRE, Board, Label, Weight, fitted, middle
from ui.theme import Theme, colour
from ui.words import say

STRIPE = 1.6
"""The width of a stripe, in thicknesses of the frame."""


def paint_stripes(painter: QPainter, box: QRectF, theme: Theme, wide: float) -> None:
    """Slanting stripes, light and dark in turns."""
    painter.save()
    painter.setClipRect(box)
    painter.fillRect(box, colour(theme.background))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(theme.infusion_edge, 0.75))
    high = box.height()
    x = box.left() - math.ceil(high / (2 * wide)) * 2 * wide
    while x < box.right():
        corners = (
            QPointF(x, box.bottom()),
            QPointF(x + wide, box.bottom()),
            QPointF(x + wide + high, box.top()),
            QPointF(x + high, box.top()),
        )
        painter.drawPolygon(QPolygonF(corners))
        x += 2 * wide
    painter.restore()


class Frame:
    """Four striped edges of a page; they are not painted again with what is inside."""

    def __init__(self, theme: Theme, page: QWidget) -> None:
        self._edges = tuple(_Edge(theme, page) for _edge in range(4))

    def place(self, width: int, high: int, thick: int) -> None:
        top, bottom, left, right = self._edges
        top.setGeometry(0, 0, width, thick)
        bottom.setGeometry(0, high - thick, width, thick)
        left.setGeometry(0, thick, thick, high - 2 * thick)
        right.setGeometry(width - thick, thick, thick, high - 2 * thick)


class _Edge(QWidget):
    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = min(self.width(), self.height()) * STRIPE
        paint_stripes(painter, QRectF(self.rect()), self._theme, wide)
        painter.end()


class ReplayMark(Board):
    """REPLAY in a block beside the bar, and below it of what."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.of = ""
        super().__init__(theme, parent)

    def show_of(self, of: str) -> None:
        if of != self.of:
            self.of = of
            self.relayout()

    def lay_out(self) -> list[Label]:
        pad, theme = self.scale.px(18, 10), self.theme
        size, small = self.scale.type(34, 19), self.scale.type(19, 12)
        room = self.width() - 2 * pad
        base = middle(self.height() * 0.1, self.height() * 0.5, size, Weight.Bold)
        below = middle(self.height() * 0.6, self.height() * 0.3, small)
        name = Label(say("replay-mark"), pad, base, room, size, theme.text, Weight.Bold, CENTRE)
        of = Label(self.of, pad, below, room, small, theme.text, align=CENTRE)
        return [fitted(name), fitted(of, 11)]

    def paint_under(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), colour(self.theme.infusion))
