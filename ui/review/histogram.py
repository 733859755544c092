"""How the values of many sessions are spread: calm bars, a line at the median, and how many.

Rule: too few values are said in words and never drawn.
"""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.ink import CENTRE, RIGHT, Label, Weight, draw_label, fill_round, fitted, mixed
from ui.review.clinic_figures import LEAST, MEASURES, Measure, Spread
from ui.theme import Theme, colour
from ui.trend_text import MINUS
from ui.words import figure, grouped, say

PAD, TITLE_BASE, TOP, BELOW = 18.0, 24.0, 40.0, 27.0
TITLE_PX, SMALL_PX = 14, 12
LABEL_APART = 46.0


class Histogram(QWidget):
    def __init__(self, theme: Theme, measure: Measure) -> None:
        super().__init__()
        self._theme = theme
        self.measure = measure
        self.growth = 1.0
        self.spread: Spread | None = None
        self.setMinimumSize(220, 112)
        self.show_spread(None)

    def show_spread(self, spread: Spread | None) -> None:
        self.spread = spread
        title = say(f"figures-{self.measure}")
        if spread is None:
            self.setAccessibleName(say("figures-said-few", title, LEAST))
        else:
            told = (self.text(one) for one in (spread.median, spread.lower, spread.upper))
            self.setAccessibleName(say("figures-said", title, grouped(spread.n), *told))
        self.update()

    def text(self, value: float) -> str:
        return figure(f"{value:.{MEASURES[self.measure].digits}f}").replace("-", MINUS)

    def edge_text(self, value: float) -> str:
        """A limit of a bar: no more digits than its width has."""
        return figure(f"{round(value, 6):g}").replace("-", MINUS)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill_round(painter, QRectF(self.rect()), self._theme.panel, 12 * self.growth)
        painter.scale(self.growth, self.growth)
        wide, high = self.width() / self.growth, self.height() / self.growth
        self._paint_title(painter, wide)
        box = QRectF(PAD, TOP, wide - 2 * PAD, high - TOP - BELOW)
        if self.spread is None:
            words, base = say("figures-few", LEAST), box.center().y() + 5
            few = Label(words, PAD, base, box.width(), 14, self._theme.text_3, align=CENTRE)
            draw_label(painter, fitted(few))
        else:
            self._paint_bars(painter, box, self.spread)
        painter.end()

    def _paint_title(self, painter: QPainter, wide: float) -> None:
        t, room = self._theme, wide - 2 * PAD
        told = ""
        if self.spread is not None:
            middle = self.text(self.spread.median)
            told = say("figures-median", grouped(self.spread.n), middle)
        rest = Label(told, PAD, TITLE_BASE, room, TITLE_PX, t.text, Weight.Medium, RIGHT)
        draw_label(painter, rest)
        left = room - rest.text_width() - 12
        title = Label(say(f"figures-{self.measure}"), PAD, TITLE_BASE, left, TITLE_PX, t.text_2)
        draw_label(painter, fitted(title, 11))

    def _paint_bars(self, painter: QPainter, box: QRectF, spread: Spread) -> None:
        t = self._theme
        step = min(64.0, box.width() / len(spread.counts))
        left = box.left() + (box.width() - step * len(spread.counts)) / 2
        unit = box.height() / max(spread.counts)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(mixed(t.infusion_edge, t.panel, 0.5)))
        for place, count in enumerate(spread.counts):
            tall = count * unit
            bar = QRectF(left + place * step + 1, box.bottom() - tall, step - 2, tall)
            painter.drawRoundedRect(bar, min(2.5, tall / 2), min(2.5, tall / 2))
        painter.setPen(QPen(colour(t.line), 1))
        painter.drawLine(QLineF(box.left(), box.bottom(), box.right(), box.bottom()))
        every = next(n for n in (1, 2, 5, 10, 20) if n * step >= LABEL_APART or n == 20)
        for place in range(0, len(spread.counts) + 1, every):
            text = self.edge_text(spread.begin + place * spread.bar)
            at = left + place * step
            base = box.bottom() + 18
            label = Label(text, at - 30, base, 60, SMALL_PX, t.text_2, align=CENTRE)
            draw_label(painter, label)
        middle = left + (spread.median - spread.begin) / spread.bar * step
        painter.setPen(QPen(colour(t.text), 2))
        painter.drawLine(QLineF(middle, box.top() - 4, middle, box.bottom()))
