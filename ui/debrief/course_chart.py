"""The course of a lesson, drawn: the patient dashed, what was shown solid, and who did what.

From above: what the lesson and its instructor did, the pressures and the heart rate, SpO2, the
alarms with the moment of their answer, what the learner did, the minutes.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from monitor.vitals import VitalSign
from ui.debrief.course import Course, Flag, Points
from ui.debrief.marks import priority_colour
from ui.ink import RIGHT, Board, Label, Weight, fill_round, fitted, text_width
from ui.theme import Theme, colour
from ui.words import say, sign_label

PRESSURE = (40.0, 220.0, 40.0)
SPO2 = (80.0, 100.0, 20.0)
"""Lowest, highest, and the step of the grid; mmHg and 1/min, and %."""
TOLD_LINES, DONE_LINES = 2, 3
STEPS_MIN = (5, 10, 15, 20, 30, 60)


class CourseChart(Board):
    def __init__(self, theme: Theme) -> None:
        self._course: Course | None = None
        self._lanes: dict[Flag, float] = {}
        """How far the line of a flag goes towards its words; one without words is not here."""
        super().__init__(theme)

    def show_course(self, course: Course) -> None:
        self._course = course
        self.relayout()

    def wanted_height(self, _width: int) -> int:
        return self.scale.px(430, 312)

    # ---- where everything is

    @property
    def _pressure(self) -> tuple[float, float, float]:
        """As far up as this course goes."""
        course = self._course
        seen = [] if course is None else [value for _, value in course.true[VitalSign.SBP]]
        seen += [] if course is None else [sbp for _, sbp, _ in course.cuffs]
        low, high, step = PRESSURE
        return low, high + (step if max(seen, default=0.0) > high else 0.0), step

    @property
    def _saturation(self) -> tuple[float, float, float]:
        """As far down as this course goes, in steps of 20; only its ends have numbers."""
        low, high, step = SPO2
        true = [] if self._course is None else self._course.true[VitalSign.SPO2]
        while low > 0.0 and min((value for _, value in true), default=high) < low:
            low -= step
        return low, high, high - low

    @property
    def _size(self) -> int:
        return self.scale.type(17, 12)

    def _boxes(self) -> dict[str, QRectF]:
        """The lanes from above; all of them as wide as the curves."""
        size, pad = self._size, self.scale.px(26, 16)
        left, wide = pad + size * 3.4, self.width() - 2 * pad - size * 3.4
        head, lane = size * 3.5, size * 1.5
        top, bottom = head + TOLD_LINES * lane + size * 0.4, self.height() - pad - size * 1.0
        done = QRectF(left, bottom - size * 1.4 - DONE_LINES * lane, wide, DONE_LINES * lane)
        alarms = QRectF(left, done.top() - size * 1.5, wide, size * 0.9)
        curves = alarms.top() - size * 0.8 - top
        return {
            "told": QRectF(left, head, wide, TOLD_LINES * lane),
            "bp": QRectF(left, top, wide, curves * 0.70),
            "spo2": QRectF(left, top + curves * 0.79, wide, curves * 0.21),
            "alarms": alarms,
            "done": done,
            "time": QRectF(left, done.bottom(), wide, size * 1.4),
        }

    def _x(self, at_s: float, box: QRectF) -> float:
        course = self._course
        if course is None:
            return box.left()
        share = (at_s - course.from_s) / (course.to_s - course.from_s)
        return box.left() + box.width() * min(1.0, max(0.0, share))

    def lay_out(self) -> list[Label]:
        if self._course is None:
            return []
        boxes, size, theme = self._boxes(), self._size, self.theme
        pad, head = self.scale.px(26, 16), self.scale.type(24, 15)
        top = pad + head * 0.9
        wide = self.width() - 2 * pad
        title = Label(say("debrief-truth"), pad, top, wide, head, theme.text, Weight.DemiBold)
        labels = [title, *self._key(pad + wide, top)]
        for name, (low, high, step) in (("bp", self._pressure), ("spo2", self._saturation)):
            value = low + step if name == "bp" else low
            while value <= high:
                at = _y(value, boxes[name], low, high) + size * 0.36
                labels.append(
                    Label(f"{value:.0f}", pad, at, size * 2.8, size, theme.text_3, align=RIGHT)
                )
                value += step
        self._lanes = {}
        labels += self._minutes(boxes["time"])
        labels += self._flags(boxes["told"], told=True)
        labels += self._flags(boxes["done"], told=False)
        return labels

    def _key(self, right: float, base: float) -> list[Label]:
        """Which line is which; from the right."""
        theme, size, made = self.theme, self._size, []
        words = (
            (say("debrief-shown"), theme.text_2),
            (say("debrief-true"), theme.text_2),
            (sign_label(VitalSign.SPO2), theme.spo2),
            (sign_label(VitalSign.HR), theme.hr),
            (say("debrief-bp"), theme.nibp),
        )
        for number, (text, ink) in enumerate(words):
            wide = text_width(text, size, Weight.Medium)
            made.append(Label(text, right - wide, base, wide + 1, size, ink, Weight.Medium))
            right -= wide + size * (3.4 if number < 2 else 1.2)
        return made

    def _minutes(self, box: QRectF) -> list[Label]:
        course = self._course
        if course is None:
            return []
        size = self._size
        minutes = (course.to_s - course.from_s) / 60.0
        step = next((one for one in STEPS_MIN if minutes / one <= 10), STEPS_MIN[-1])
        first = -int((course.zero_s - course.from_s) // (60.0 * step)) * step
        labels, minute = [], first
        while course.zero_s + 60.0 * minute <= course.to_s:
            at = self._x(course.zero_s + 60.0 * minute, box)
            text = say("debrief-minute", minute) if minute == 0 else f"{minute}".replace("-", "−")
            wide = text_width(text, size)
            labels.append(
                Label(text, at - wide / 2, box.bottom() - 2, wide + 1, size, self.theme.text_3)
            )
            minute += step
        return labels

    def _flags(self, box: QRectF, *, told: bool) -> list[Label]:
        """Words beside their moments, in few lines; what finds no room is left to the list."""
        course = self._course
        if course is None:
            return []
        size = self._size
        lines = TOLD_LINES if told else DONE_LINES
        free = [box.left() - 1.0] * lines
        high = box.height() / lines
        labels: list[Label] = []
        for flag in course.flags:
            if flag.told is not told:
                continue
            at = self._x(flag.at_s, box)
            line = next((one for one in range(lines) if free[one] <= at), None)
            if line is None:
                continue
            room = min(box.width() * 0.5, box.right() - at - size * 0.5)
            wide = text_width(flag.text, size)
            before = at - size * 0.5 - wide
            if wide > room and before >= free[line]:  # at the right edge: before its moment
                left = before
            elif room < size * 4:
                continue
            else:
                left, wide = at + size * 0.5, min(wide, room)
            base = box.top() + (line + 0.75) * high
            self._lanes[flag] = box.top() + (line if told else line + 1) * high
            ink = self.theme.text_2 if told else self.theme.text
            labels.append(fitted(Label(flag.text, left, base, wide + 1, size, ink), size))
            free[line] = left + wide + size * 0.9
        return labels

    # ---- what is painted

    def paint_under(self, painter: QPainter) -> None:
        fill_round(painter, QRectF(self.rect()), self.theme.panel, 12)
        course = self._course
        if course is None:
            return
        boxes = self._boxes()
        self._grid(painter, boxes)
        self._moments(painter, boxes, course.flags)
        self._bands(painter, boxes["bp"], course)
        for sign, name, ink in (
            (VitalSign.SBP, "bp", self.theme.nibp),
            (VitalSign.DBP, "bp", self.theme.nibp),
            (VitalSign.HR, "bp", self.theme.hr),
            (VitalSign.SPO2, "spo2", self.theme.spo2),
        ):
            low, high, _step = self._saturation if name == "spo2" else self._pressure
            self._line(painter, boxes[name], course.true[sign], (low, high), ink, true=True)
            for run in course.shown.get(sign, ()):
                self._line(painter, boxes[name], run, (low, high), ink, true=False)
        self._cuffs(painter, boxes["bp"], course)
        self._alarms(painter, boxes["alarms"], course)
        self._key_lines(painter)

    def _grid(self, painter: QPainter, boxes: dict[str, QRectF]) -> None:
        painter.setPen(QPen(colour(self.theme.grid), 1))
        for name, (low, high, step) in (("bp", self._pressure), ("spo2", self._saturation)):
            box, value = boxes[name], low
            while value <= high:
                y = _y(value, box, low, high)
                painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
                value += step

    def _moments(self, painter: QPainter, boxes: dict[str, QRectF], flags: Iterable[Flag]) -> None:
        for flag in flags:
            box = boxes["told" if flag.told else "done"]
            x = self._x(flag.at_s, box)
            ink = self.theme.text_3 if flag.told else self.theme.infusion_edge
            painter.setPen(QPen(colour(ink, 0.55), 1, Qt.PenStyle.DotLine))
            bp, spo2 = boxes["bp"], boxes["spo2"]
            lane = self._lanes.get(flag, bp.top() if flag.told else spo2.bottom())
            top, bottom = (lane, spo2.bottom()) if flag.told else (bp.top(), lane)
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))

    def _bands(self, painter: QPainter, box: QRectF, course: Course) -> None:
        """Between the true pressures."""
        low, high, _step = self._pressure
        upper = self._points(course.true[VitalSign.SBP], box, low, high)
        lower = self._points(course.true[VitalSign.DBP], box, low, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self.theme.nibp, 0.07))
        painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _points(self, points: Points, box: QRectF, low: float, high: float) -> list[QPointF]:
        course = self._course
        if course is None:
            return []
        return [
            QPointF(self._x(at, box), _y(value, box, low, high))
            for at, value in points
            if at >= course.from_s
        ]

    def _line(
        self,
        painter: QPainter,
        box: QRectF,
        points: Points,
        bounds: tuple[float, float],
        ink: str,
        *,
        true: bool,
    ) -> None:
        drawn = self._points(points, box, *bounds)
        if len(drawn) < 2:
            return
        pen = QPen(colour(ink, 0.62 if true else 1.0), 1.3 if true else 2.0)
        if true:
            pen.setDashPattern([3.0, 3.0])
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(drawn))

    def _cuffs(self, painter: QPainter, box: QRectF, course: Course) -> None:
        low, high, _step = self._pressure
        half = self.scale.px(6, 4)
        painter.setPen(QPen(colour(self.theme.nibp), self.scale.px(3, 2)))
        for at_s, sbp, dbp in course.cuffs:
            if at_s < course.from_s:
                continue
            x, top, bottom = self._x(at_s, box), _y(sbp, box, low, high), _y(dbp, box, low, high)
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))
            painter.drawLine(QPointF(x - half, top), QPointF(x + half, top))
            painter.drawLine(QPointF(x - half, bottom), QPointF(x + half, bottom))

    def _alarms(self, painter: QPainter, box: QRectF, course: Course) -> None:
        """Bright until somebody answered, dull after that."""
        for one in sorted(course.alarms, key=lambda one: one.priority):
            ink = priority_colour(self.theme, one.priority)
            from_x, to_x = self._x(one.from_s, box), self._x(one.to_s, box)
            quiet_x = to_x if one.answered_s is None else self._x(one.answered_s, box)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(ink, 0.30))
            painter.drawRect(QRectF(from_x, box.top(), max(2.0, to_x - from_x), box.height()))
            painter.setBrush(colour(ink))
            painter.drawRect(QRectF(from_x, box.top(), max(2.0, quiet_x - from_x), box.height()))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _key_lines(self, painter: QPainter) -> None:
        """A piece of line before «true» and «shown»."""
        for text, true in ((say("debrief-true"), True), (say("debrief-shown"), False)):
            label = next((one for one in self.labels if one.text == text), None)
            if label is None:
                continue
            size = self._size
            y = label.baseline - size * 0.34
            pen = QPen(colour(self.theme.text_2), 1.4 if true else 2.2)
            if true:
                pen.setDashPattern([3.0, 3.0])
            painter.setPen(pen)
            left = label.left - size * 2.4
            painter.drawLine(QPointF(left, y), QPointF(left + size * 1.9, y))


def _y(value: float, box: QRectF, low: float, high: float) -> float:
    share = (min(high, max(low, value)) - low) / (high - low)
    return box.bottom() - share * box.height()
