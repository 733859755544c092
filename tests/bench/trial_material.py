"""What every alarm system sees of one simulated session.

Rule: of the streams only values are handed on that some rule can tell from the one before, and
      one every 4 min. That changes no alarm of a device that is fresh for 5 min (a test compares
      it with every second) and makes a session 30 times cheaper.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from statistics import median

from devices.simulated.population.course import END_S, START_S, Course, course_of
from devices.simulated.population.measured import cuff_reading, shown
from devices.simulated.population.population import Member
from monitor.alarm_table import STREAM_ROWS
from monitor.events import Numerics
from monitor.limits import PROFILES
from monitor.vitals import Reading, VitalSign

SOURCE = "device:trial"
RESTING_S = (120.0, 360.0, 600.0)
EVERY_S = 300.0
REFRESH_S = 240.0
_TRIGGERS = {VitalSign.HR: (45.0, 131.0), VitalSign.SPO2: (88.0,)}


@dataclass(frozen=True, slots=True)
class Material:
    """What both alarm systems see of one session."""

    member: Member
    course: Course
    hr: list[int]
    spo2: list[int]


def material_of(member: Member) -> Material:
    course = course_of(member)
    return Material(member, course, *shown(member, course))


def resting_hr_of(material: Material) -> float:
    """The median of the last two minutes before the infusion, as the program takes it."""
    return median(material.hr[int(START_S) - 120 : int(START_S)])


def may_start(material: Material) -> bool:
    """The pressure at rest lets the infusion begin."""
    rest = [cuff_reading(material.member, material.course, at) for at in RESTING_S]
    return all(one is None or (one[0] <= 150.0 and one[1] <= 95.0) for one in rest[1:])


def scheduled() -> Iterator[float]:
    """When the monitor's own cycle ends a measurement."""
    yield from RESTING_S
    at = START_S + EVERY_S
    while at < END_S - EVERY_S:
        yield at
        at += EVERY_S


@cache
def _thresholds(sign: VitalSign, resting_hr: float) -> tuple[float, ...]:
    """Every number that some rule compares this sign with."""
    profile = PROFILES["adult-iv"]
    found = set(_TRIGGERS[sign])
    for row in STREAM_ROWS:
        if row.sign is sign:
            own = profile.limit(row.id)
            limits = {own}
            if row.id == "hr-low":
                limits |= {max(40.0, min(own, resting_hr - 8.0))}
            if row.id == "hr-rise":
                limits |= {max(100.0, resting_hr + own)}
            for limit in limits:
                found |= {limit - row.deadband, limit, limit + row.deadband}
    return tuple(sorted(found))


def streams(material: Material, *, thin: bool) -> Iterator[tuple[float, Numerics]]:
    resting_hr = resting_hr_of(material)
    classes = {
        sign: _Classes(_thresholds(sign, resting_hr)) for sign in (VitalSign.HR, VitalSign.SPO2)
    }
    last: tuple[object, ...] = ()
    sent_at = -REFRESH_S
    for second, (hr, spo2) in enumerate(zip(material.hr, material.spo2, strict=True)):
        here = (classes[VitalSign.HR].of(hr), classes[VitalSign.SPO2].of(spo2))
        if not thin or here != last or second - sent_at >= REFRESH_S:
            last, sent_at = here, float(second)
            yield (
                float(second),
                Numerics(
                    (
                        Reading(VitalSign.HR, float(hr), SOURCE),
                        Reading(VitalSign.SPO2, float(spo2), SOURCE),
                    )
                ),
            )


class _Classes:
    """Values that no rule can tell apart are of one class."""

    def __init__(self, thresholds: tuple[float, ...]) -> None:
        self._thresholds = thresholds
        self._known: dict[int, tuple[int, ...]] = {}

    def of(self, value: int) -> tuple[int, ...]:
        if value not in self._known:
            self._known[value] = tuple((value > t) - (value < t) for t in self._thresholds)
        return self._known[value]
