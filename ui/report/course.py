"""What the curve of a report draws, taken from the model of the screen's curve. Pure, no Qt.

Rule 1: the same model as on the screen (`ui/trend_model.py`), so that both show the same course.
Rule 2: a line has at most `MOST_STEPS` steps; of each step its lowest and highest value stay, so
        that a peak of one second is on paper too.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from monitor.entries import Entry
from monitor.infusion import InfusionClock
from monitor.vitals import JUDGED, Quality
from ui.report.parts import Course, Point, Rate, Stem
from ui.trend_cuffs import Cuff
from ui.trend_model import TrendModel

if TYPE_CHECKING:
    from ui.trend_buffer import TrendBuffer

MOST_STEPS = 340
SHORTEST_S = 600.0
"""An axis is at least that long."""


def model_of(entries: Sequence[Entry]) -> TrendModel:
    model = TrendModel()
    model.read(entries)
    return model


def counts(cuff: Cuff) -> bool:
    """It is in the numbers of the summary."""
    return cuff.quality in JUDGED and cuff.quality is not Quality.UNCONFIRMED


def course_of(model: TrendModel, clock: InfusionClock) -> Course:
    from_s, to_s = model.opened_s, max(model.last_s, model.opened_s + SHORTEST_S)
    stems = (
        Stem(one.at_s, one.sbp, one.dbp, counts(one), one.manual)
        for one in sorted(model.cuffs.all, key=lambda one: one.at_s)
    )
    step_s = (to_s - from_s) / MOST_STEPS
    return Course(
        from_s=from_s,
        to_s=to_s,
        zero_s=model.zero_s,
        stems=tuple(stems),
        heart=tuple(_lines(model.signals.rate.buffer, step_s)),
        heart_name=model.rate_label,
        spo2=tuple(_lines(model.signals.spo2.buffer, step_s)),
        limits=model.limit_lines(),
        baseline=model.baseline,
        rates=tuple(_rates(clock, to_s)),
        doses=tuple((at, mg) for at, mg in clock.doses if mg is not None),
        by_drip=clock.last_dose_at is None,
    )


def _lines(buffer: TrendBuffer, step_s: float) -> Iterator[tuple[Point, ...]]:
    """The curve without its gaps, each piece by itself."""
    x, y = (one.tolist() for one in buffer.view())
    points = zip(x, y, strict=True)
    for broken, piece in itertools.groupby(points, key=lambda one: math.isnan(one[1])):
        if not broken:
            yield tuple(_thinned(list(piece), step_s))


def _thinned(points: list[Point], step_s: float) -> Iterator[Point]:
    for _step, some in itertools.groupby(points, key=lambda one: int(one[0] / step_s)):
        bunch = list(some)
        ends = {min(bunch, key=_value), max(bunch, key=_value)}
        yield from sorted(ends)


def _value(point: Point) -> float:
    return point[1]


def _rates(clock: InfusionClock, to_s: float) -> Iterator[Rate]:
    for step, after in itertools.zip_longest(clock.steps, clock.steps[1:]):
        until = to_s if after is None else after.at
        if step.runs and until > step.at:
            yield Rate(step.at, until, step.mg_per_min)
