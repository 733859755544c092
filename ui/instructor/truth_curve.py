"""A small curve of the truth, the cuff readings that were taken of it, and what was staged.

Rule: one scale for all signs, as on a paper chart; it is there to see what came when, not to read
      a number from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from devices.simulated.body.patient import Vitals
from ui.chair.spans import span_text
from ui.ink import RIGHT, Label, Scale, Weight, draw_label, fill_round, middle
from ui.instructor.course import TrueCourse
from ui.theme import Theme, colour
from ui.words import say

LOWEST, HIGHEST = 30.0, 220.0
GRID = (50.0, 100.0, 150.0, 200.0)


class TruthCurve(QWidget):
    def __init__(self, theme: Theme, course: TrueCourse, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.course = theme, course
        self.scale = Scale()
        self._shown: tuple[float, int, int] = (-1.0, 0, 0)

    def set_scale(self, scale: Scale) -> None:
        self.scale = scale
        self.update()

    def look(self) -> None:
        """Paint anew when there is something new."""
        course = self.course
        now = (course.now_s, len(course.readings), len(course.marks))
        if now != self._shown:
            self._shown = now
            self.setAccessibleName(self._title())
            self.update()

    def _title(self) -> str:
        first_s, end_s = self.course.span()
        return say("truth-course", span_text(end_s - first_s))

    def plot(self) -> QRectF:
        """Where the curves are."""
        scale = self.scale
        return QRectF(self.rect()).adjusted(
            scale.px(60, 38), scale.px(46, 30), -scale.px(22, 12), -scale.px(16, 8)
        )

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill_round(painter, QRectF(self.rect()), self.theme.panel, self.scale.px(12, 6))
        box = self.plot()
        self._paint_frame(painter, box)
        first_s, end_s = self.course.span()
        wide = max(1.0, end_s - first_s)

        def place(at_s: float, value: float) -> QPointF:
            high = (value - LOWEST) / (HIGHEST - LOWEST)
            return QPointF(
                box.left() + box.width() * (at_s - first_s) / wide,
                box.bottom() - box.height() * min(max(high, 0.0), 1.0),
            )

        painter.setClipRect(box.adjusted(-2, -2, 2, 2))
        self._paint_marks(painter, box, place)
        self._paint_truth(painter, place)
        self._paint_readings(painter, place)
        painter.end()

    def _paint_frame(self, painter: QPainter, box: QRectF) -> None:
        theme, scale = self.theme, self.scale
        size, small = scale.type(17, 12), scale.type(14, 11)
        left = float(scale.px(22, 12))
        base = middle(0, box.top(), size)
        title = Label(
            self._title(), left, base, box.right() - left, size, theme.text_2, Weight.Medium
        )
        draw_label(painter, title)
        for value in GRID:
            high = box.bottom() - box.height() * (value - LOWEST) / (HIGHEST - LOWEST)
            painter.setPen(colour(theme.grid))
            painter.drawLine(QPointF(box.left(), high), QPointF(box.right(), high))
            number = Label(
                f"{value:.0f}",
                0,
                middle(high - small, 2 * small, small),
                box.left() - scale.px(10, 6),
                small,
                theme.text_3,
                align=RIGHT,
            )
            draw_label(painter, number)

    def _paint_marks(
        self, painter: QPainter, box: QRectF, place: Callable[[float, float], QPointF]
    ) -> None:
        painter.setPen(QPen(colour(self.theme.text_2, 0.7), 1.2, Qt.PenStyle.DotLine))
        for at_s in self.course.marks:
            x = place(at_s, LOWEST).x()
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))

    def _paint_truth(self, painter: QPainter, place: Callable[[float, float], QPointF]) -> None:
        theme, samples = self.theme, tuple(self.course.samples)
        upper = [place(one.at_s, one.sbp) for one in samples]
        lower = [place(one.at_s, one.dbp) for one in samples]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.nibp, 0.13))
        painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for points, hue in ((upper, theme.nibp), (lower, theme.nibp)):
            _line(painter, points, hue, 1.6)
        _line(painter, _points(samples, place, lambda one: one.hr), theme.hr, 2.0)
        _line(painter, _points(samples, place, lambda one: one.spo2), theme.spo2, 2.0)

    def _paint_readings(self, painter: QPainter, place: Callable[[float, float], QPointF]) -> None:
        half = self.scale.px(5, 3)
        painter.setPen(QPen(colour(self.theme.text), 2.0))
        for reading in self.course.readings:
            top, foot = place(reading.at_s, reading.sbp), place(reading.at_s, reading.dbp)
            painter.drawLine(top, foot)
            for end in (top, foot):
                painter.drawLine(
                    QPointF(end.x() - half, end.y()), QPointF(end.x() + half, end.y())
                )


def _points(
    samples: Iterable[Vitals],
    place: Callable[[float, float], QPointF],
    value: Callable[[Vitals], float],
) -> list[QPointF]:
    return [place(one.at_s, value(one)) for one in samples]


def _line(painter: QPainter, points: list[QPointF], hue: str, px: float) -> None:
    painter.setPen(QPen(colour(hue), px))
    painter.drawPolyline(QPolygonF(points))
