"""The last bytes of a line, as hexadecimal pairs and as what can be read of them.

Every byte stands in a cell of its own, so that columns hold without a font of equal widths.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.chair.device_text import BYTES_A_ROW, readable, tail_rows
from ui.ink import Board, Label, Weight, fill_round, text_width
from ui.theme import Theme, colour, font
from ui.words import say

MOST_ROWS = 14
WIDEST_PAIR, WIDEST_SIGN = "DD", "W"
LINE_SPACING = 1.3


class RawTail(Board):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.tail: tuple[tuple[str, bytes], ...] = ()
        super().__init__(theme, parent)

    def show_tail(self, tail: Sequence[tuple[str, bytes]]) -> None:
        if tuple(tail) != self.tail:
            self.tail = tuple(tail)
            self.relayout()

    def spoken(self) -> str:
        return say("devices-tail")

    def rows(self) -> list[tuple[str, bytes]]:
        """Those for which there is room."""
        return tail_rows(self.tail, min(MOST_ROWS, self.room_for()))

    def room_for(self) -> int:
        return max(1, int((self.height() - 2 * self._pad()) / self._step()))

    def _pad(self) -> int:
        return self.scale.px(12, 5)

    def _size(self) -> int:
        return self.scale.type(19)

    def _step(self) -> float:
        return self._size() * LINE_SPACING

    def lay_out(self) -> list[Label]:
        if self.tail:
            return []
        pad, size = self._pad(), self._size()
        words = say("devices-tail-none")
        room = self.width() - 2 * pad
        return [Label(words, pad, pad + size, room, size, self.theme.text_2)]

    def columns(self) -> tuple[float, list[float], list[float]]:
        """Left edges: of the direction, of the pairs, of the readable signs."""
        size, left = self._size(), float(self._pad())
        ways = (text_width(say(f"devices-{way}"), size, Weight.Medium) for way in ("rx", "tx"))
        pairs_at = left + max(ways) + size
        pair = text_width(WIDEST_PAIR, size) + size * 0.32
        half = size * 0.5
        pairs = [
            pairs_at + place * pair + (half if place >= BYTES_A_ROW // 2 else 0.0)
            for place in range(BYTES_A_ROW)
        ]
        sign = text_width(WIDEST_SIGN, size) * 0.82
        signs_at = pairs[-1] + pair + size
        signs = [signs_at + place * sign for place in range(BYTES_A_ROW)]
        return left, pairs, signs

    def paint_under(self, painter: QPainter) -> None:
        fill_round(painter, QRectF(self.rect()), self.theme.background, self.scale.px(10, 5))
        way_at, pairs, signs = self.columns()
        size, step, base = self._size(), self._step(), self._pad() + self._size() * 0.95
        cell = signs[1] - signs[0]
        plain, strong = font(size), font(size, Weight.Medium)
        for place, (way, data) in enumerate(self.rows()):
            line = base + place * step
            sent = way == "tx"
            painter.setFont(strong)
            painter.setPen(colour(self.theme.text if sent else self.theme.text_2))
            painter.drawText(QPointF(way_at, line), say(f"devices-{way}"))
            painter.setFont(strong if sent else plain)
            painter.setPen(colour(self.theme.text))
            for column, byte in enumerate(data):
                painter.drawText(QPointF(pairs[column], line), f"{byte:02X}")
            painter.setPen(colour(self.theme.text_2))
            for column, byte in enumerate(data):
                shown = readable(byte)
                middle = signs[column] + (cell - text_width(shown, size)) / 2
                painter.drawText(QPointF(middle, line), shown)
