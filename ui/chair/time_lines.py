"""Upright lines over the curves: now, and in review the cursor with its values.

Rule 1: now is not drawn over the lane, so that no word there is crossed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from ui.chair.painted import Painted
from ui.theme import Theme, colour, font
from ui.words import say

Weight = QFont.Weight


class NowLine(Painted):
    """A line with its word; it moves without being painted anew."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(z=20)
        self._theme = theme
        self._size = 11
        self._tall = 0.0
        self._word_left = False

    def show_at(self, at: float, area: QRectF, type_px: int) -> None:
        wide = QFontMetricsF(font(type_px)).horizontalAdvance(say("trend-now")) + type_px
        left = at + wide > area.right()
        state = (type_px, area.height(), left)
        if state != (self._size, self._tall, self._word_left):
            self._size, self._tall, self._word_left = state
            self.set_box(QRectF(-wide, 0, wide * 2, area.height()))
            self.changed()
        place = QPointF(round(at), area.top())
        if place != self.pos():
            self.setPos(place)

    def draw(self, painter: QPainter) -> None:
        ink = colour(self._theme.text, 0.75)
        painter.setPen(QPen(ink, max(1.0, self._size / 10)))
        painter.drawLine(QLineF(0, 0, 0, self._tall))
        set_in = font(self._size)
        metrics = QFontMetricsF(set_in)
        word = say("trend-now")
        x = self._size * 0.4
        if self._word_left:
            x = -x - metrics.horizontalAdvance(word)
        painter.setFont(set_in)
        painter.setPen(colour(self._theme.text_2))
        painter.drawText(QPointF(x, self._size * 1.25), word)


@dataclass(frozen=True, slots=True)
class ValueTag:
    """Words beside the cursor in one panel."""

    top: float
    text: str
    ink: str


class Cursor(Painted):
    def __init__(self, theme: Theme) -> None:
        super().__init__(z=30)
        self._theme = theme
        self._at = 0.0
        self._size = 11
        self._tags: tuple[ValueTag, ...] = ()

    @property
    def tags(self) -> Sequence[ValueTag]:
        return self._tags

    def show_at(self, at: float, tags: tuple[ValueTag, ...], area: QRectF, type_px: int) -> None:
        self._at, self._tags, self._size = at, tags, type_px
        self.set_box(area)
        self.changed()

    def draw(self, painter: QPainter) -> None:
        painter.setPen(QPen(colour(self._theme.text, 0.75), 1.2))
        painter.drawLine(QLineF(self._at, self.box.top(), self._at, self.box.bottom()))
        for tag in self._tags:
            self._tag(painter, tag)

    def _tag(self, painter: QPainter, tag: ValueTag) -> None:
        set_in = font(self._size, Weight.DemiBold)
        metrics = QFontMetricsF(set_in)
        pad = self._size * 0.45
        wide, tall = metrics.horizontalAdvance(tag.text) + 2 * pad, self._size * 1.6
        left = self._at + pad
        if left + wide > self.box.right():
            left = self._at - pad - wide
        box = QRectF(left, tag.top + pad, wide, tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._theme.raised, 0.94))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(set_in)
        painter.setPen(colour(tag.ink))
        baseline = box.center().y() + metrics.capHeight() / 2
        painter.drawText(QPointF(left + pad, baseline), tag.text)
