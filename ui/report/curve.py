"""The course of a session on paper: pressures, heart rate, SpO2, limits, drug, alarms, events.

Rule 1: a cuff reading is a stem between two carets at its moment, never joined to another; one
        that is in no number is dashed with open carets; one taken by hand has a ring.
Rule 2: a continuous sign is a line with true gaps, each in a field of its own kind: heart rate
        beside the pressures, SpO2 above them. Limits are dashed, the baseline dotted, all named at
        the right edge.
Rule 3: marks are letters (alarms, above) and numbers (events, below) of the lists on the page.

Lengths in mm of the page.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from monitor.outcomes import Priority
from monitor.vitals import VitalSign
from ui.chair.plan_draft import number_text
from ui.paper import BLACK, GREY
from ui.report.field import (
    Field,
    most_given,
    oxygen_range,
    spread,
    time_step,
    value_range,
    value_step,
)
from ui.report.ink import PALE, RULE, WHITE, Ink
from ui.report.parts import Course, Point, Stem
from ui.review.line import Clock
from ui.theme import LIGHT
from ui.words import say, sign_label

LEFT, RIGHT = 9.0, 21.0
"""Room for the numbers of the axis, and for the names of the lines."""
SPO2, DRUG, LANE, AXIS, LEGEND = 9.0, 6.4, 5.2, 7.6, 4.4
SMALL = 2.2
ABOVE_NEXT = 0.5
"""The lowest number of an axis stands so far above its end: the highest of the next one, which
stands beside its line, may begin 1 mm below."""
HEART, OXYGEN = QColor(LIGHT.hr), QColor(LIGHT.spo2)
LIMIT_DASH, REST_DOTS, DOUBT_DASH = (1.6, 0.9), (0.35, 0.7), (0.7, 0.5)


@dataclass(frozen=True, slots=True)
class Mark:
    """A letter or a number at a moment; `priority` None = it is no alarm."""

    at_s: float
    text: str
    priority: Priority | None = None


def draw_curve(ink: Ink, box: QRectF, course: Course, marks: Sequence[Mark], clock: Clock) -> None:
    """All of it within `box`."""
    _Drawing(ink, box, course, clock).draw(marks)


class _Drawing:
    def __init__(self, ink: Ink, box: QRectF, course: Course, clock: Clock) -> None:
        self._ink, self._course, self._clock = ink, course, clock
        left, wide = box.left() + LEFT, box.width() - LEFT - RIGHT
        top = box.top() + LEGEND
        main = top + LANE + SPO2 + 1.0
        bottom = box.bottom() - AXIS - DRUG - LANE
        self._top = box.top()
        self._lane = top
        self._spo2 = self._field(QRectF(left, top + LANE, wide, SPO2), *oxygen_range(course))
        self._main = self._field(QRectF(left, main, wide, bottom - main), *value_range(course))
        self._drug = self._field(QRectF(left, bottom + LANE, wide, DRUG), 0.0, most_given(course))
        self._edge = box.right()

    def _field(self, box: QRectF, low: float, high: float) -> Field:
        return Field(box, self._course.from_s, self._course.to_s, low, high)

    def draw(self, marks: Sequence[Mark]) -> None:
        self._legend()
        self._runs()
        self._grid()
        self._names()
        self._line(self._main, self._course.heart, HEART)
        self._line(self._spo2, self._course.spo2, OXYGEN)
        for stem in self._course.stems:
            self._stem(stem)
        self._dose()
        self._axis()
        self._marks([one for one in marks if one.priority is not None], below=False)
        self._marks([one for one in marks if one.priority is None], below=True)

    # ---- what stands behind

    def _legend(self) -> None:
        ink, y = self._ink, self._top + 2.4
        x = self._main.box.left()
        for name, text in (
            ("stem", say("chart-legend-cuff")),
            ("doubt", say("chart-legend-doubted")),
            ("hand", say("chart-legend-hand")),
            ("heart", say("chart-legend-heart", self._course.heart_name)),
            ("limit", say("chart-legend-limit")),
            ("rest", say("chart-legend-baseline")),
            ("run", say("chart-legend-drug")),
        ):
            shown = ink.fitted(text, 46.0, SMALL)
            if x + 6.4 + ink.width(shown, SMALL) > self._edge:
                return
            self._sample(name, x, y)
            ink.write(x + 6.4, y, shown, SMALL, ink=GREY)
            x += 6.4 + ink.width(shown, SMALL) + 3.2

    def _sample(self, name: str, x: float, y: float) -> None:
        ink, high = self._ink, y - 0.7
        match name:
            case "stem" | "doubt" | "hand":
                self._reading(x + 3.2, y - 2.2, y + 0.4, counted=name != "doubt")
                if name == "hand":
                    ink.disc(x + 3.2, high - 0.2, 0.55)
            case "heart":
                ink.stroke([(x, high), (x + 5.6, high)], HEART, 0.4)
            case "limit":
                ink.stroke([(x, high), (x + 5.6, high)], BLACK, 0.2, LIMIT_DASH)
            case "rest":
                ink.stroke([(x, high), (x + 5.6, high)], BLACK, 0.3, REST_DOTS)
            case _:
                ink.area(QRectF(x, y - 2.1, 5.6, 2.4), PALE)

    def _runs(self) -> None:
        for rate in self._course.rates:
            for field in (self._main, self._spo2):
                left, right = field.x(rate.from_s), field.x(rate.to_s)
                self._ink.area(
                    QRectF(left, field.box.top(), right - left, field.box.height()), PALE
                )

    def _grid(self) -> None:
        ink = self._ink
        for field in (self._main, self._spo2):
            step = value_step(field)
            box = field.box
            value = math.ceil(field.low / step) * step
            while value <= field.high:
                y = field.y(value)
                ink.rule(box.left(), box.right(), y)
                low = box.bottom() - ABOVE_NEXT
                ink.right(box.left() - 1.2, min(y + 0.8, low), f"{value:g}", SMALL, ink=GREY)
                value += step
            ink.area(box, None, RULE)
        ink.area(self._drug.box, None, RULE)

    def _names(self) -> None:
        """Limits and resting values: their lines, and their names at the right edge."""
        course, named = self._course, list[tuple[float, str]]()
        for limit in course.limits:
            field = self._spo2 if limit.sign is VitalSign.SPO2 else self._main
            if not field.low <= limit.value <= field.high:
                continue
            y = field.y(limit.value)
            self._ink.stroke(
                [(field.box.left(), y), (field.box.right(), y)], BLACK, 0.2, LIMIT_DASH
            )
            text = say("chart-line-limit", sign_label(limit.sign), f"{limit.value:.0f}")
            named.append((y, text))
        rest = course.baseline
        for sign, value in (
            ()
            if rest is None
            else (
                (VitalSign.SBP, rest.sbp),
                (VitalSign.DBP, rest.dbp),
            )
        ):
            if value is None or not self._main.low <= value <= self._main.high:
                continue
            y = self._main.y(value)
            box = self._main.box
            self._ink.stroke([(box.left(), y), (box.right(), y)], BLACK, 0.3, REST_DOTS)
            named.append((y, say("chart-line-rest", sign_label(sign), f"{value:.0f}")))
        self._name_all(sorted(named))

    def _name_all(self, named: Sequence[tuple[float, str]]) -> None:
        box, size = self._main.box, SMALL
        label = sign_label(VitalSign.SPO2)
        named = sorted([*named, (self._spo2.box.top() + 1.4, label)])
        places = spread(
            [y for y, _text in named], size * 1.25, self._spo2.box.top() + 1.0, box.bottom()
        )
        left, room = box.right() + 2.4, self._edge - box.right() - 2.4
        for (wanted, text), y in zip(named, places, strict=True):
            if text != label:
                self._ink.stroke([(box.right(), wanted), (left - 0.5, y)], RULE, 0.15)
            said = self._ink.fitted(text, room, size, bold=text == label)
            self._ink.write(left, y + 0.75, said, size, bold=text == label)

    # ---- what was measured

    def _line(self, field: Field, pieces: Sequence[Sequence[Point]], ink: QColor) -> None:
        for piece in pieces:
            points = [(field.x(at), field.y(value)) for at, value in piece]
            if len(points) == 1:
                points.append((points[0][0] + 0.3, points[0][1]))
            self._ink.stroke(points, ink, 0.28)

    def _stem(self, stem: Stem) -> None:
        x, top, bottom = (
            self._main.x(stem.at_s),
            self._main.y(stem.sbp),
            self._main.y(stem.dbp),
        )
        self._reading(x, top, bottom, counted=stem.counted)
        if stem.manual:
            self._ink.disc(x, (top + bottom) / 2.0, 0.6)

    def _reading(self, x: float, top: float, bottom: float, *, counted: bool) -> None:
        ink, side = self._ink, 0.75
        ink.stroke([(x, top), (x, bottom)], BLACK, 0.3, () if counted else DOUBT_DASH)
        fill = BLACK if counted else WHITE
        ink.shape([(x - side, top - side), (x + side, top - side), (x, top + 0.3)], fill, 0.15)
        ink.shape(
            [(x - side, bottom + side), (x + side, bottom + side), (x, bottom - 0.3)], fill, 0.15
        )

    # ---- what was given

    def _dose(self) -> None:
        ink, field = self._ink, self._drug
        free = field.box.left() + 0.6
        for rate in self._course.rates:
            left, right = field.x(rate.from_s), field.x(rate.to_s)
            top = field.y(rate.mg_per_min or field.high)
            ink.area(QRectF(left, top, right - left, field.box.bottom() - top), PALE, BLACK)
            known = rate.mg_per_min is not None
            text = say("rate-mg-min", number_text(rate.mg_per_min or 0.0, 2)) if known else "?"
            free = self._said(text, max(left + 0.8, free), right)
        for at, mg in self._course.doses:
            x = field.x(at)
            ink.stroke([(x, field.box.bottom()), (x, field.y(mg))], BLACK, 0.6)
            free = self._said(say("plan-mg", number_text(mg)), max(x + 0.8, free), self._edge)
        name = say("chart-axis-rate" if self._course.by_drip else "chart-axis-dose")
        left = field.box.right() + 2.4
        ink.write(
            left, field.box.bottom() - 0.8, ink.fitted(name, self._edge - left, SMALL), SMALL
        )

    def _said(self, text: str, left: float, right: float) -> float:
        """Words inside the strip, where they fit; from where on it is free."""
        wide = self._ink.width(text, SMALL)
        if left + wide > min(right, self._drug.box.right()):
            return left
        self._ink.write(left, self._drug.box.bottom() - 0.9, text, SMALL)
        return left + wide + 1.2

    # ---- when

    def _axis(self) -> None:
        ink, course, box = self._ink, self._course, self._drug.box
        step_s = time_step((course.to_s - course.from_s) / 60.0) * 60.0
        number = math.ceil((course.from_s - course.zero_s) / step_s)
        y = box.bottom()
        while course.zero_s + number * step_s <= course.to_s:
            at = course.zero_s + number * step_s
            x = self._drug.x(at)
            minutes = f"{number * step_s / 60.0:g}".replace("-", "−")
            ink.stroke([(x, y), (x, y + 0.9)], GREY, 0.15)
            ink.stroke([(x, self._main.box.top()), (x, self._main.box.bottom())], RULE, 0.1)
            ink.middle(x, y + 3.3, minutes, SMALL)
            ink.middle(x, y + 6.4, self._clock(at), SMALL, ink=GREY)
            number += 1
        left = box.right() + 8.0
        ink.write(
            left, y + 3.3, ink.fitted(say("chart-axis-min"), self._edge - left, SMALL), SMALL
        )
        clock = ink.fitted(say("chart-axis-clock"), self._edge - left, SMALL)
        ink.write(left, y + 6.4, clock, SMALL, ink=GREY)

    def _marks(self, marks: Sequence[Mark], *, below: bool) -> None:
        ink, box = self._ink, self._main.box
        in_order = sorted(marks, key=lambda one: one.at_s)
        exact = [self._main.x(one.at_s) for one in in_order]
        y = box.bottom() + LANE / 2.0 + 0.3 if below else self._lane + LANE / 2.0 - 0.3
        tip = box.bottom() if below else self._spo2.box.top()
        radius = 1.55
        apart = 2.0 * radius + 0.35
        for x, place, one in zip(
            exact, spread(exact, apart, box.left(), box.right()), in_order, strict=True
        ):
            near = y - radius if below else y + radius
            ink.stroke([(x, tip), (place, near)], GREY, 0.15)
            if below:
                ink.disc(place, y, radius)
                ink.middle(place, y + 0.72, one.text, 2.0)
            else:
                _alarm_shape(ink, place, y, radius, one)
                ink.stroke([(x, tip), (x, box.bottom())], GREY, 0.12, (0.3, 1.2))


def _alarm_shape(ink: Ink, x: float, y: float, radius: float, mark: Mark) -> None:
    """High: a black square. Medium: a white one with a thick edge. Low: a thin one."""
    square = [
        (x - radius, y - radius),
        (x + radius, y - radius),
        (x + radius, y + radius),
        (x - radius, y + radius),
    ]
    high = mark.priority is Priority.HIGH
    ink.shape(square, BLACK if high else WHITE, 0.45 if mark.priority is Priority.MEDIUM else 0.15)
    ink.middle(x, y + 0.75, mark.text, 2.1, bold=True, ink=WHITE if high else BLACK)
