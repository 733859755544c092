"""What is computed from measured values, for the review and for the rows of `optional_rows.py`.

Rule 1: pure arithmetic. Pressures in mmHg, rates in 1/min, times in seconds; `at_s` is a moment.
Rule 2: nothing in, nothing out: a value that needs a missing one is None, never a zero.
Rule 3: a formula that stands in for a measurement says so (`MeanPressure.given`).

Sources: mean pressure by the one-third rule; rate-pressure product as in Circulation 1978;57:549;
shock index of 1967; NEWS2 of the Royal College of Physicians, 2017 (its partial form is ours);
slope and its standard error by least squares. Bands and thresholds are in `optional_rows.py`.
How long and how much a limit was exceeded is in `burden.py`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

SBP_SPREAD = 12.0
"""Standard deviation of the systolic pressure's change in a person under treatment, mmHg."""
READING_SPREAD = 5.8
"""Standard deviation of one cuff reading: the device's 5 and the person's 3 mmHg."""
TREND_READINGS = 4
"""Fewer say nothing: with three at 5 min the slope is uncertain by 0.8 mmHg/min."""
TREND_AT_MOST = 5
TREND_WITHIN_S = 25 * 60.0


@dataclass(frozen=True, slots=True)
class MeanPressure:
    """A mean pressure, mmHg. `given`: the monitor measured it; else it is (SBP + 2 DBP) / 3."""

    value: float
    given: bool


def mean_pressure(
    sbp: float | None, dbp: float | None, given: float | None = None
) -> MeanPressure | None:
    """The monitor's own value before the formula; None = there is neither."""
    if given is not None:
        return MeanPressure(given, given=True)
    if sbp is None or dbp is None:
        return None
    return MeanPressure((sbp + 2 * dbp) / 3, given=False)


def pulse_pressure(sbp: float | None, dbp: float | None) -> float | None:
    """SBP - DBP, mmHg; usually 30-60."""
    return None if sbp is None or dbp is None else sbp - dbp


def rate_pressure_product(rate: float | None, sbp: float | None) -> float | None:
    """Heart rate x SBP, mmHg/min: the work of the heart. At rest 6 000-9 000."""
    return None if rate is None or sbp is None else rate * sbp


def shock_index(rate: float | None, sbp: float | None) -> float | None:
    """Heart rate / SBP; usually 0.5-0.7. None without a pressure above nothing."""
    return None if rate is None or sbp is None or sbp <= 0 else rate / sbp


def z_score(
    value: float | None, resting: float | None, spread: float = SBP_SPREAD
) -> float | None:
    """How far from the person's own resting value, in standard deviations of `spread`."""
    return None if value is None or resting is None else (value - resting) / spread


# ---- NEWS2

_Bands = tuple[tuple[float, int], ...]
"""(up to and with this value, points), rising; the last one has no end."""
_END = math.inf
_RR: _Bands = ((8, 3), (11, 1), (20, 0), (24, 2), (_END, 3))
_SPO2: _Bands = ((91, 3), (93, 2), (95, 1), (_END, 0))
_SBP: _Bands = ((90, 3), (100, 2), (110, 1), (219, 0), (_END, 3))
_PULSE: _Bands = ((40, 3), (50, 1), (90, 0), (110, 1), (130, 2), (_END, 3))
_TEMP: _Bands = ((35.0, 3), (36.0, 1), (38.0, 0), (39.0, 1), (_END, 2))


@dataclass(frozen=True, slots=True)
class News2:
    """`total` and the `highest` points of one parameter; `missing` names what was not known.

    While something is missing the true score is at least `total`.
    """

    total: int
    highest: int
    missing: tuple[str, ...]


def news2(
    *,
    rr: float | None = None,
    spo2: float | None = None,
    on_oxygen: bool | None = None,
    sbp: float | None = None,
    pulse: float | None = None,
    alert: bool | None = None,
    temp: float | None = None,
) -> News2 | None:
    """The early warning score of what is known, SpO2 scale 1. None = no vital sign is known.

    `temp` in degrees Celsius. Values count in the score's own steps: whole numbers, and tenths
    of a degree.
    """
    points = {
        "rr": _points(rr, _RR),
        "spo2": _points(spo2, _SPO2),
        "on_oxygen": None if on_oxygen is None else 2 * on_oxygen,
        "sbp": _points(sbp, _SBP),
        "pulse": _points(pulse, _PULSE),
        "alert": None if alert is None else 3 * (not alert),
        "temp": _points(temp, _TEMP, 10.0),
    }
    known = {name: score for name, score in points.items() if score is not None}
    if not known.keys() - {"on_oxygen", "alert"}:
        return None
    missing = tuple(name for name in points if name not in known)
    return News2(sum(known.values()), max(known.values()), missing)


def _points(value: float | None, bands: _Bands, steps: float = 1.0) -> int | None:
    if value is None:
        return None
    counted = math.floor(value * steps + 0.5) / steps
    return next(points for upper, points in bands if counted <= upper)


# ---- where a pressure is going


@dataclass(frozen=True, slots=True)
class Trend:
    """A line through the last readings: `now` is its value at the last of them, mmHg.

    `slope` and its standard `error` in mmHg/min.
    """

    now: float
    slope: float
    error: float

    def minutes_to(self, limit: float) -> float | None:
        """Until the line meets the limit; 0 = it is there; None = it never will."""
        return _minutes(self.now, self.slope, limit)

    def slow_minutes_to(self, limit: float) -> float | None:
        """The same if the pressure rises more slowly by one standard error."""
        return _minutes(self.now, self.slope - self.error, limit)


def _minutes(now: float, slope: float, limit: float) -> float | None:
    if now >= limit:
        return 0.0
    return None if slope <= 0 else (limit - now) / slope


Point = tuple[float, float]
"""(at_s, value)"""


def trend(readings: Sequence[Point]) -> Trend | None:
    """Of the last `TREND_AT_MOST` readings of the 25 min before the last one, oldest first.

    None = there are fewer than `TREND_READINGS`, or they are of one moment.
    """
    recent = readings[-TREND_AT_MOST:]
    recent = [point for point in recent if recent[-1][0] - point[0] <= TREND_WITHIN_S]
    if len(recent) < TREND_READINGS:
        return None
    last_s = recent[-1][0]
    minutes = [(at_s - last_s) / 60.0 for at_s, _value in recent]
    middle = math.fsum(minutes) / len(minutes)
    mean = math.fsum(value for _at_s, value in recent) / len(recent)
    width = math.fsum((minute - middle) ** 2 for minute in minutes)
    if width <= 0:
        return None
    pairs = zip(minutes, (value for _at_s, value in recent), strict=True)
    slope = math.fsum((minute - middle) * (value - mean) for minute, value in pairs) / width
    return Trend(mean - slope * middle, slope, READING_SPREAD / math.sqrt(width))
