"""Raw lines beside what was understood of each, the newest at the bottom.

Rule: a line that was understood is quiet; one that was not stands out, with the reason.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.page_kit import SMALL_PX
from ui.requests import RawLine
from ui.theme import Theme, colour, fixed_font, font
from ui.words import say

ROWS, LINE_PX, PAD_PX, GAP_PX = 7, 24, 10, 16
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class LineBoard(QWidget):
    """As many of the latest lines as there is room for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lines: tuple[RawLine, ...] = ()
        self.setFont(font(SMALL_PX))
        self.setMinimumHeight((ROWS + 1) * LINE_PX + PAD_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def show_lines(self, lines: tuple[RawLine, ...]) -> None:
        """Nothing is painted again when nothing new came."""
        if lines != self.lines:
            self.lines = lines
            self._name()
            self.update()

    def shown(self) -> tuple[RawLine, ...]:
        """Those that have room, the newest last."""
        return self.lines[-self._rows() :]

    def _rows(self) -> int:
        return max(1, (self.height() - PAD_PX) // self._line_px() - 1)

    def _line_px(self) -> int:
        return max(LINE_PX, round(self.font().pixelSize() * LINE_PX / SMALL_PX))

    def _name(self) -> None:
        """What a screen reader says: the newest line."""
        last = self.lines[-1] if self.lines else None
        told = say("line-said", last.raw, last.understood) if last else say("line-none")
        self.setAccessibleName(say("line-understood"))
        self.setAccessibleDescription(told)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        t, high = self._theme, self._line_px()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(t.background))
        painter.drawRoundedRect(self.rect(), 10, 10)
        inner = self.rect().adjusted(PAD_PX, PAD_PX // 2, -PAD_PX, 0)
        half = (inner.width() - GAP_PX) * 45 // 100
        left = QRect(inner.left(), inner.top(), half, high)
        right = QRect(left.right() + GAP_PX, inner.top(), inner.width() - half - GAP_PX, high)
        self._write(painter, left, say("line-raw"), t.text_2)
        self._write(painter, right, say("line-understood"), t.text_2)
        if not self.lines:
            self._write(painter, left.translated(0, high), say("line-none"), t.text_2)
        for place, line in enumerate(self.shown(), 1):
            below = place * high
            raw, understood = left.translated(0, below), right.translated(0, below)
            ink = (t.text_2, t.text) if line.good else (t.text, t.caution)
            self._write(painter, raw, line.raw, ink[0], fixed=True)
            self._write(painter, understood, line.understood, ink[1])
        painter.end()

    def _write(
        self, painter: QPainter, box: QRect, text: str, ink: str, *, fixed: bool = False
    ) -> None:
        kind = fixed_font(self.font().pixelSize()) if fixed else self.font()
        painter.setFont(kind)
        painter.setPen(colour(ink))
        end = QFontMetrics(kind).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, LEFT, end)
