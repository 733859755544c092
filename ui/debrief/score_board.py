"""The score with its sum, and what hid behind the lesson."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.debrief.facts import Words
from ui.ink import CENTRE, Board, Label, Weight, fill_round, middle, wrapped
from ui.theme import Theme, colour
from ui.words import say

RING_PX, RING_WIDE_PX = 190, 16


class ScoreBoard(Board):
    def __init__(self, theme: Theme) -> None:
        self._words: Words | None = None
        super().__init__(theme)

    def show_words(self, words: Words) -> None:
        self._words = words
        self.relayout()

    def wanted_height(self, width: int) -> int:
        return round(self._texts(width)[1] + self.scale.px(22, 14))

    def _ring(self) -> QRectF:
        side = self.scale.px(RING_PX, 120)
        return QRectF((self.width() - side) / 2, self.scale.px(26, 16), side, side)

    def lay_out(self) -> list[Label]:
        return self._texts(self.width())[0]

    def _texts(self, width: int) -> tuple[list[Label], float]:
        """The words, and how far down they go."""
        words, scale, theme = self._words, self.scale, self.theme
        if words is None:
            return [], 0.0
        pad = scale.px(26, 16)
        ring = self._ring()
        big, small = scale.type(68, 40), scale.type(20, 13)
        base = middle(ring.top(), ring.height() * 0.88, big, Weight.DemiBold)
        number = "–" if words.score is None else str(words.score)
        labels = [
            Label(number, 0, base, width, big, theme.text, Weight.DemiBold, CENTRE),
            Label(
                say("debrief-of-100"), 0, base + small * 1.5, width, small, theme.text_2,
                align=CENTRE,
            ),
        ]  # fmt: skip
        down = ring.bottom() + small * 1.8
        room = width - 2 * pad
        for line in wrapped(words.sum, room, small, Weight.Normal):
            labels.append(Label(line, 0, down, width, small, theme.text_2, align=CENTRE))
            down += small * 1.4
        down += small * 0.9
        labels.append(
            Label(say("debrief-cause"), pad, down, room, small, theme.text_2, Weight.DemiBold)
        )
        size = scale.type(22, 14)
        for line in wrapped(words.cause, room, size, Weight.Normal):
            down += size * 1.42
            labels.append(Label(line, pad, down, room, size, theme.text))
        for note in words.notes:
            down += small * 0.5
            for line in wrapped(note, room, small, Weight.Normal):
                down += small * 1.4
                labels.append(Label(line, pad, down, room, small, theme.text_2))
        return labels, down

    def paint_under(self, painter: QPainter) -> None:
        fill_round(painter, QRectF(self.rect()), self.theme.panel, 12)
        wide = self.scale.px(RING_WIDE_PX, 10)
        box = self._ring().adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(colour(self.theme.raised), wide)
        painter.setPen(pen)
        painter.drawEllipse(box)
        score = None if self._words is None else self._words.score
        if score:
            pen.setColor(colour(self.theme.infusion_edge))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(box, 90 * 16, -round(score * 3.6 * 16))
