"""Scales of the curve on paper: where a value stands, which lines are drawn, what fits beside.

Lengths in mm of the page, moments in session seconds.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from monitor.vitals import VitalSign
from ui.report.parts import Course

_STEPS = (1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 720, 1440)
_MOST_TICKS = 13


@dataclass(frozen=True, slots=True)
class Field:
    """A rectangle with a scale of its own."""

    box: QRectF
    from_s: float
    to_s: float
    low: float
    high: float

    def x(self, at_s: float) -> float:
        share = (at_s - self.from_s) / (self.to_s - self.from_s)
        return self.box.left() + min(1.0, max(0.0, share)) * self.box.width()

    def y(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return self.box.bottom() - min(1.0, max(0.0, share)) * self.box.height()


def spread(wanted: Sequence[float], apart: float, low: float, high: float) -> list[float]:
    """Places as near as can be to the wanted ones (in order), at least so far apart.

    Neighbours that are too close become a group around their middle. Where there is no room for
    all, they stand closer.
    """
    count = len(wanted)
    apart = min(apart, (high - low) / max(1, count - 1))
    groups: list[tuple[float, int]] = []
    for place, one in enumerate(wanted):
        middle, size = one - place * apart, 1
        while groups and groups[-1][0] > middle:
            before, others = groups.pop()
            middle = (before * others + middle * size) / (others + size)
            size += others
        groups.append((middle, size))
    shifts = [middle for middle, size in groups for _one in range(size)]
    most = high - (count - 1) * apart
    return [min(max(one, low), most) + place * apart for place, one in enumerate(shifts)]


def value_range(course: Course) -> tuple[float, float]:
    values = [value for one in course.stems for value in (one.sbp, one.dbp)]
    values += [value for piece in course.heart for _at, value in piece]
    values += [one.value for one in course.limits if one.sign is not VitalSign.SPO2]
    low = min([50.0, *values])
    high = max([150.0, *values])
    return max(0.0, math.floor(low / 10.0) * 10.0), min(
        350.0, math.ceil((high + 4.0) / 10.0) * 10.0
    )


def oxygen_range(course: Course) -> tuple[float, float]:
    values = [value for piece in course.spo2 for _at, value in piece]
    return max(0.0, min(85.0, math.floor(min([85.0, *values]) / 5.0) * 5.0)), 100.0


def most_given(course: Course) -> float:
    rates = [one.mg_per_min for one in course.rates if one.mg_per_min is not None]
    return 1.25 * max([*rates, *(mg for _at, mg in course.doses)], default=1.0) or 1.0


def value_step(field: Field) -> float:
    """Lines at least 5 mm apart."""
    for step in (5.0, 10.0, 20.0, 25.0, 50.0):
        if field.box.height() * step / (field.high - field.low) >= 4.6:
            return step
    return 100.0


def time_step(minutes: float) -> float:
    return next((one for one in _STEPS if minutes / one <= _MOST_TICKS), minutes / 4.0)
