"""The course of the truth for a small curve, with what was measured and what was staged. Pure.

Rule: it keeps the last half hour at most, however long a lesson is.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from devices.simulated.body.patient import Vitals
from monitor.picture import ChairPicture, Shown
from monitor.vitals import VitalSign

EVERY_S = 2.0
SPAN_S = 1800.0
READINGS_KEPT = 120
MARKS_KEPT = 200


@dataclass(frozen=True, slots=True)
class Reading:
    """A cuff result that the program took, mmHg, at its session second."""

    at_s: float
    sbp: float
    dbp: float


class TrueCourse:
    """`samples` are the truth, oldest first; `marks` the moments at which something was staged."""

    def __init__(self) -> None:
        self.samples: deque[Vitals] = deque(maxlen=round(SPAN_S / EVERY_S) + 1)
        self.readings: deque[Reading] = deque(maxlen=READINGS_KEPT)
        self.marks: deque[float] = deque(maxlen=MARKS_KEPT)

    @property
    def now_s(self) -> float:
        return self.samples[-1].at_s if self.samples else 0.0

    def look(self, truth: Vitals, picture: ChairPicture | None) -> None:
        """At most one sample for each two seconds is kept."""
        if not self.samples or truth.at_s - self.now_s >= EVERY_S:
            self.samples.append(truth)
        reading = None if picture is None else _reading(picture)
        if reading is not None and (
            not self.readings or reading.at_s > self.readings[-1].at_s + 1
        ):
            self.readings.append(reading)

    def mark(self, at_s: float) -> None:
        self.marks.append(at_s)

    def span(self) -> tuple[float, float]:
        """From when to when the curve goes; never less than five minutes."""
        end_s = self.now_s
        first_s = self.samples[0].at_s if self.samples else end_s
        return max(end_s - SPAN_S, min(first_s, end_s - 300.0)), end_s


def _reading(picture: ChairPicture) -> Reading | None:
    sbp = picture.numerals.get(VitalSign.SBP)
    dbp = picture.numerals.get(VitalSign.DBP)
    if sbp is None or dbp is None or sbp.shown not in {Shown.LIVE, Shown.AGED}:
        return None
    if sbp.value is None or dbp.value is None or sbp.age_s is None:
        return None
    return Reading(picture.now_s - sbp.age_s, sbp.value, dbp.value)
