"""The drug on the axis of the curve: the rate as a surface, the estimated effect site as a line.

Rule 1: the estimate is dashed and is called an estimate; where there is none the pane says why.
Rule 2: it draws `DrugCourse` and works nothing out.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from ui.review.axis_pane import AxisPane
from ui.review.effect_site import DrugCourse
from ui.theme import Theme, colour, font
from ui.words import figure, say

Floats = npt.NDArray[np.float64]
DASH_PX = 5.0
HEADROOM = 1.18
"""Of the highest value, so that nothing touches the edge."""
NOTHING: Floats = np.empty(0, dtype=np.float64)


class DosePane(AxisPane):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._drug = DrugCourse()
        self._at: Floats = NOTHING
        self._level: Floats = NOTHING
        self._until_s = 0.0
        self._highest_rate = self._highest_effect = 0.0
        """mg/h and ng/mL; looked for once, not at every frame."""
        self.setAccessibleName(say("dose-pane"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def drug(self) -> DrugCourse:
        return self._drug

    def words(self) -> str:
        """What stands there instead of an estimate; empty = there is one."""
        if not self._drug.anything:
            return say("dose-none")
        return say(self._drug.why) if self._drug.why else ""

    def show_drug(self, drug: DrugCourse, until_s: float) -> None:
        self._drug, self._until_s = drug, until_s
        self._highest_rate, self._highest_effect = drug.highest_rate, drug.highest_effect
        self._at = np.array([at_s for at_s, _level in drug.effect], dtype=np.float64)
        self._level = np.array([level for _at_s, level in drug.effect], dtype=np.float64)
        self.setAccessibleDescription(self.words())
        self.change()

    # ---- painting

    def draw(self, painter: QPainter) -> None:
        plot = QRectF(self.x_scale.left, 0, self.x_scale.width, self.height())
        painter.save()
        painter.setClipRect(plot)
        self._paint_rates(painter)
        self._paint_doses(painter)
        self._paint_effect(painter)
        painter.restore()
        self._paint_words(painter, plot)

    def _level_px(self, value: float, highest: float) -> float:
        room = self.height() - 4.0
        return self.height() - 2.0 - room * value / (highest * HEADROOM)

    def _paint_rates(self, painter: QPainter) -> None:
        rates, highest = self._drug.rates, self._highest_rate
        if highest <= 0:
            return
        ends = [*(at_s for at_s, _rate in rates[1:]), self._until_s]
        edge = QPen(colour(self.theme.infusion_edge, 0.7), 1.4)
        for (from_s, rate), to_s in zip(rates, ends, strict=True):
            if rate <= 0 or to_s < self.x_scale.from_s or from_s > self.x_scale.to_s:
                continue
            left, right = self.x_scale.px(from_s), self.x_scale.px(to_s)
            top = self._level_px(rate, highest)
            box = QRectF(left, top, right - left, self.height() - 2.0 - top)
            painter.fillRect(box.toRect(), colour(self.theme.infusion))
            painter.setPen(edge)
            painter.drawLine(QLineF(left, top, right, top))

    def _paint_doses(self, painter: QPainter) -> None:
        if not self._drug.doses:
            return
        set_in = font(self.type_px)
        painter.setFont(set_in)
        for at_s, mg in self._drug.doses:
            if not self.x_scale.shows(at_s):
                continue
            at = self.x_scale.px(at_s)
            painter.setPen(QPen(colour(self.theme.infusion_edge), 2.0))
            painter.drawLine(QLineF(at, self.height() * 0.3, at, self.height() - 2))
            if mg is not None:
                painter.setPen(colour(self.theme.text))
                text = say("dose-mg", figure(f"{mg:g}"))
                painter.drawText(QPointF(at + 4, self.height() * 0.3 + self.type_px), text)

    def _paint_effect(self, painter: QPainter) -> None:
        highest = self._highest_effect
        if highest <= 0 or len(self._at) < 2:
            return
        x = self.x_scale
        moments = np.linspace(x.from_s, x.to_s, max(2, int(x.width / DASH_PX)))
        levels = np.interp(moments, self._at, self._level, left=np.nan, right=np.nan)
        room = self.height() - 4.0
        down = self.height() - 2.0 - room * levels / (highest * HEADROOM)
        right = (x.left + (moments - x.from_s) * (x.width / (x.to_s - x.from_s))).tolist()
        painter.setPen(QPen(colour(self.theme.text, 0.85), 1.4))
        down_px = down.tolist()
        dashes = [
            QLineF(right[n], down_px[n], right[n + 1], down_px[n + 1])
            for n in range(0, len(right) - 1, 2)
            if math.isfinite(down_px[n]) and math.isfinite(down_px[n + 1])
        ]
        painter.drawLines(dashes)

    def _paint_words(self, painter: QPainter, plot: QRectF) -> None:
        t, size = self.theme, self.type_px
        set_in = font(size)
        metrics = QFontMetricsF(set_in)
        painter.setFont(set_in)
        left = 0.7 * size
        if self._highest_rate > 0:
            top = self._level_px(self._highest_rate, self._highest_rate)
            value = figure(f"{self._highest_rate:.3g}")
            painter.setPen(colour(t.text_2))
            wide = metrics.horizontalAdvance(value)
            painter.drawText(QPointF(plot.left() - wide - size * 0.7, top + size * 0.75), value)
        painter.setPen(colour(t.infusion_edge))
        unit = say("dose-rate" if self._drug.rates or not self._drug.doses else "dose-doses")
        painter.drawText(QPointF(left, self.height() - size * 0.45), unit)
        words = self.words()
        if words:
            painter.setPen(colour(t.text_2))
            room = plot.width() - size
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            wide = metrics.horizontalAdvance(shown)
            base = (self.height() + metrics.capHeight()) / 2
            painter.drawText(QPointF(plot.right() - wide - size * 0.5, base), shown)
            return
        self._paint_estimate_words(painter, plot)

    def _paint_estimate_words(self, painter: QPainter, plot: QRectF) -> None:
        """In the margin at the right, where no value is ever drawn."""
        size, highest = self.type_px, self._highest_effect
        lines: tuple[str, ...] = (
            say("dose-effect-max", f"{highest:.0f}"),
            say("dose-effect-short"),
        )
        painter.setPen(colour(self.theme.text_2))
        step = size * 1.25
        if self.height() < 2 * step + size * 0.4:
            lines = lines[:1]
        top = (self.height() - step * len(lines)) / 2
        for place, text in enumerate(lines):
            base = top + step * place + size
            painter.drawText(QPointF(plot.right() + size * 0.6, base), text)
