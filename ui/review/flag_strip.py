"""The thin row over the curve: phases, alarms, drugs, notes, scores and gaps on its axis.

Rule 1: shape and colour both say what a flag is: triangles and a circle are alarms by priority, a
        diamond is a drug, a square a note, a tick a measurement or a setting, words a score.
Rule 2: pressing a flag, or the arrow keys, go to its moment; pressed again, to the next one of
        several at one place. It follows the curve and moves nothing by itself.
Rule 3: a gap is hatched; its reason stands in the list and beside the cursor.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPen

from monitor.outcomes import Priority
from ui.chair.hatching import Hatching
from ui.ink import mixed
from ui.review.axis_pane import AxisPane
from ui.review.course_facts import PhaseSpan
from ui.review.flag_signs import BESIDE, draw_sign, sign_width
from ui.review.flags import ALARMS, Flag, Flags
from ui.review.line import Line
from ui.theme import Theme, colour, font
from ui.words import say

ROW = 1.5
"""Of the size of the type; there are two rows."""
NEAR_PX = 14.0
HATCH_PX = 6.0
DRUG_PHASES = frozenset({"treating", "paused"})


class FlagStrip(AxisPane):
    went = Signal(float)
    chosen = Signal(object)
    """The `Line` whose flag it was, behind `went`: several may stand at one moment."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._flags = Flags()
        self._phases: Sequence[PhaseSpan] = ()
        self._seen: list[Flag] | None = None
        self._hatching = Hatching(colour(theme.text_3, 0.75), HATCH_PX)
        self._shade = colour(mixed(theme.infusion, theme.panel, 0.55))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("flags-name"))
        self.fit()

    @property
    def seen(self) -> Sequence[Flag]:
        """The flags in sight, as they are painted."""
        if self._seen is None:
            self._seen = self._flags.seen(self.x_scale)
        return self._seen

    def show_lines(self, lines: Sequence[Line], phases: Sequence[PhaseSpan]) -> None:
        self._flags, self._phases = Flags(lines), phases
        self.fit()

    def fit(self) -> None:
        self.setFixedHeight(round(2 * ROW * self.type_px) + 4)
        self._flags.measure(lambda line: sign_width(line, self.type_px))
        self.change()

    def change(self) -> None:
        self._seen = None
        super().change()

    # ---- painting

    def draw(self, painter: QPainter) -> None:
        self._paint_phases(painter)
        self._paint_stretches(painter)
        for flag in self.seen:
            draw_sign(painter, flag, self._middle(flag.row), self.type_px, self.theme)
        painter.setFont(font(max(9, round(self.type_px * 0.72))))
        painter.setPen(colour(self.theme.text_2))
        for flag in self.seen:
            if len(flag.lines) > 1:
                base = self._middle(flag.row) - self.type_px * 0.1
                right = flag.left + flag.width - BESIDE * self.type_px
                painter.drawText(QPointF(right + 1, base), f"{len(flag.lines)}")

    def _middle(self, row: int) -> float:
        return 2 + self.type_px * ROW * (row + 0.5)

    def _paint_phases(self, painter: QPainter) -> None:
        """Colour while the drug ran, an edge at each change, the name where it fits."""
        words = font(self.type_px)
        metrics = QFontMetricsF(words)
        tall = self.type_px * ROW
        x = self.x_scale
        for span in self._phases:
            left = max(x.left, x.px(span.from_s))
            right = min(x.left + x.width, x.px(span.to_s))
            if right <= left:
                continue
            if span.phase in DRUG_PHASES:
                box = QRectF(left, 0, right - left, self.height())
                painter.fillRect(box.toRect(), self._shade)
            painter.setPen(QPen(colour(self.theme.line), 1.0))
            painter.drawLine(QLineF(left, 2, left, self.height() - 2))
            text = say(f"phase-{span.phase}")
            begin, wide = left + self.type_px * 0.4, metrics.horizontalAdvance(text)
            if begin + wide < right and not self._covers_alarm(begin, begin + wide):
                painter.setFont(words)
                painter.setPen(colour(self.theme.text_2))
                base = 2 + (tall + metrics.capHeight()) / 2
                painter.drawText(QPointF(begin, base), text)

    def _covers_alarm(self, left: float, right: float) -> bool:
        return any(
            flag.row == ALARMS and flag.left < right and flag.left + flag.width > left
            for flag in self.seen
        )

    def _paint_stretches(self, painter: QPainter) -> None:
        t = self.theme
        top, tall = 2 + self.type_px * ROW, self.type_px * ROW
        x = self.x_scale
        gaps = self._flags.gaps.seen(x)
        plot = QRectF(x.left, top, x.width + 2.0, tall)
        self._hatching.paint(painter, plot, ((a, max(b, a + 2.0)) for a, b in gaps))
        inks = {Priority.LOW: t.low, Priority.MEDIUM: t.medium, Priority.HIGH: t.high}
        below = round(self._middle(ALARMS) + self.type_px * 0.62)
        ratio = painter.device().devicePixelRatioF()
        pixels = np.zeros(round(x.width * ratio), dtype=np.uint32)
        for priority, ink in inks.items():
            pixels[self._flags.alarms[priority].columns(x, ratio, 1.0)] = colour(ink).rgba()
        row = QImage(pixels.data, len(pixels), 1, QImage.Format.Format_ARGB32)
        painter.drawImage(QRectF(x.left, below - 1, x.width, 2), row)

    # ---- a person

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.LeftButton:
            place = event.position()
            flag = self._at(place.x(), place.y())
            if flag is not None:
                self._go(flag.next_after(self.cursor_s))
            elif (at_s := self._gap_at(place.x())) is not None:
                self.went.emit(at_s)

    def _go(self, line: Line) -> None:
        self.went.emit(line.at_s)
        self.chosen.emit(line)

    def _at(self, left: float, top: float) -> Flag | None:
        """The flag that is meant: the nearest, those of the pressed row first."""

        def far(flag: Flag) -> float:
            return max(0.0, abs(flag.middle - left) - flag.width / 2)

        near = [flag for flag in self.seen if far(flag) <= NEAR_PX]
        row = ALARMS if top < 2 + self.type_px * ROW else ALARMS + 1
        return min(
            near, key=lambda flag: (far(flag) > 2, flag.row != row, far(flag)), default=None
        )

    def _gap_at(self, left: float) -> float | None:
        at_s, near_s = self.x_scale.seconds(left), 4 * self._seconds_a_px()
        for line in self._flags.gaps.lines:
            if line.until_s is not None and line.at_s - near_s <= at_s <= line.until_s + near_s:
                return line.at_s
        return None

    def _seconds_a_px(self) -> float:
        return (self.x_scale.to_s - self.x_scale.from_s) / self.x_scale.width

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        line = None if step is None else self._flags.beside(self.cursor_s, step)
        if line is not None:
            self._go(line)
        elif step is None:
            super().keyPressEvent(event)
