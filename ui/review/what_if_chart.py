"""Both columns of alarms over one time axis: a row an alarm, as it was above, what if below.

Rule 1: colour and height say the priority; what is not there on one side is a gap on that side.
Rule 2: the chosen alarm has a line through both; nothing else is marked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from monitor.alarm_spans import AlarmSpan
from monitor.outcomes import Priority
from monitor.what_if import Comparison
from ui.chair.spans import minutes_text
from ui.ink import CENTRE, Board, Label, Scale, Weight, fitted, middle, text_width
from ui.replay.scrub_bar import alarm_hue
from ui.theme import Theme, colour
from ui.words import perhaps, say

AXIS_PX, ROW_PX, NAMES_PX = 30, 64, 210
TICKS = (60.0, 300.0, 600.0, 900.0, 1800.0, 3600.0, 7200.0)
MOST_TICKS = 9


@dataclass(frozen=True, slots=True)
class Lane:
    """One kind of alarm on both sides."""

    key: str
    was: tuple[AlarmSpan, ...]
    then: tuple[AlarmSpan, ...]


def lanes_of(found: Comparison) -> tuple[Lane, ...]:
    """In the order of their first alarm."""
    both = (*found.was.alarms, *found.then.alarms)
    first: dict[str, float] = {}
    for alarm in both:
        first[alarm.key] = min(alarm.began_s, first.get(alarm.key, alarm.began_s))
    return tuple(
        Lane(key, _of(found.was.alarms, key), _of(found.then.alarms, key))
        for key in sorted(first, key=lambda key: (first[key], key))
    )


def _of(alarms: Sequence[AlarmSpan], key: str) -> tuple[AlarmSpan, ...]:
    return tuple(alarm for alarm in alarms if alarm.key == key)


class WhatIfChart(Board):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.found: Comparison | None = None
        self.lanes: tuple[Lane, ...] = ()
        self.chosen_s: float | None = None
        super().__init__(theme, parent)

    def show_found(self, found: Comparison) -> None:
        self.found, self.lanes, self.chosen_s = found, lanes_of(found), None
        self.setFixedHeight(self.wanted_height())
        self.relayout()

    def choose(self, at_s: float | None) -> None:
        if at_s != self.chosen_s:
            self.chosen_s = at_s
            self.update()

    def set_scale(self, scale: Scale) -> None:
        super().set_scale(scale)
        self.setFixedHeight(self.wanted_height())

    def wanted_height(self) -> int:
        rows = max(1, len(self.lanes))
        return rows * self.scale.px(ROW_PX, 46) + self.scale.px(AXIS_PX, 24)

    # ---- where things are

    def _left(self) -> float:
        return self.scale.px(NAMES_PX, 150)

    def x_of(self, at_s: float) -> float:
        found = self.found
        if found is None:
            return 0.0
        length = max(1e-3, found.end_s - found.begin_s)
        room = self.width() - self._left() - self.scale.px(16, 10)
        return self._left() + room * (at_s - found.begin_s) / length

    def row_box(self, place: int) -> QRectF:
        high = self.scale.px(ROW_PX, 46)
        return QRectF(0, place * high, self.width(), high)

    # ---- words

    def lay_out(self) -> list[Label]:
        if self.found is None:
            return []
        made: list[Label] = []
        size, small = self.scale.type(20, 13), self.scale.type(17, 11)
        for place, lane in enumerate(self.lanes):
            box = self.row_box(place)
            made += self._row_words(lane, box, size, small)
        base = middle(
            self.height() - self.scale.px(AXIS_PX, 24), self.scale.px(AXIS_PX, 24), small
        )
        for at_s in self.ticks():
            text = minutes_text(at_s - self.found.begin_s)
            x = min(self.x_of(at_s), self.width() - text_width(text, small) / 2 - 2)
            made.append(Label(text, x - 40, base, 80, small, self.theme.text_2, align=CENTRE))
        return made

    def _row_words(self, lane: Lane, box: QRectF, size: int, small: int) -> list[Label]:
        pad, theme = self.scale.px(14, 8), self.theme
        name = lane_name(lane.key)
        split = self._left() * 0.56
        upper = middle(box.top(), box.height() / 2, small)
        lower = middle(box.center().y(), box.height() / 2, small)
        base = middle(box.top(), box.height(), size, Weight.Medium)
        room = self._left() - split - 8
        return [
            fitted(Label(name, pad, base, split - pad - 6, size, theme.text, Weight.Medium), 11),
            fitted(Label(say("what-if-was"), split, upper, room, small, theme.text_2), 10),
            fitted(Label(say("what-if-then"), split, lower, room, small, theme.text_2), 10),
        ]

    def spoken(self) -> str:
        return say("what-if-chart")

    def ticks(self) -> list[float]:
        found = self.found
        if found is None:
            return []
        length = found.end_s - found.begin_s
        step = next((one for one in TICKS if length / one <= MOST_TICKS), TICKS[-1])
        count = int(length // step)
        return [found.begin_s + step * nth for nth in range(count + 1)]

    # ---- shapes

    def paint_under(self, painter: QPainter) -> None:
        if self.found is None:
            return
        bottom = self.height() - self.scale.px(AXIS_PX, 24)
        painter.setPen(QPen(colour(self.theme.grid), 1))
        for at_s in self.ticks():
            painter.drawLine(QPointF(self.x_of(at_s), 0), QPointF(self.x_of(at_s), bottom))
        for place, lane in enumerate(self.lanes):
            self._paint_lane(painter, lane, self.row_box(place))
        if self.chosen_s is not None:
            painter.setPen(QPen(colour(self.theme.text), 2))
            x = self.x_of(self.chosen_s)
            painter.drawLine(QPointF(x, 0), QPointF(x, bottom))

    def _paint_lane(self, painter: QPainter, lane: Lane, box: QRectF) -> None:
        painter.setPen(QPen(colour(self.theme.line), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        half = box.height() / 2
        for alarms, top in ((lane.was, box.top()), (lane.then, box.center().y())):
            for alarm in alarms:
                self._paint_alarm(painter, alarm, top + half - 3, half - 6)

    def _paint_alarm(self, painter: QPainter, alarm: AlarmSpan, base: float, most: float) -> None:
        """Every word of it is a step: it may have grown worse."""
        end_s = 0.0 if self.found is None else self.found.end_s
        ends = [rung.at_s for rung in alarm.rungs[1:]] + [alarm.until_s(end_s)]
        painter.setPen(Qt.PenStyle.NoPen)
        for rung, until_s in zip(alarm.rungs, ends, strict=True):
            share = {Priority.HIGH: 1.0, Priority.MEDIUM: 0.72}.get(rung.priority, 0.45)
            left, right = self.x_of(rung.at_s), self.x_of(until_s)
            high = most * share
            bar = QRectF(left, base - high, max(3.0, right - left), high)
            painter.fillRect(bar, colour(alarm_hue(self.theme, rung.priority)))


def lane_name(key: str) -> str:
    """What a key of the alarm engine is about: a sign and a side, or a condition."""
    name = key.split("/", maxsplit=1)[0] if key.endswith(("/high", "/low")) else key
    side = key.removeprefix(name).strip("/")
    sign = perhaps(f"what-if-sign-{name}") or perhaps(f"label-{name}")
    if sign is None:
        return perhaps(f"alarm-{name}") or key
    return say(f"what-if-lane-{side}", sign) if side else sign
