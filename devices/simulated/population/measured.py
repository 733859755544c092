"""What a cuff and a monitor make of a course of the population, as whole numbers.

Rule: a cuff reading depends on its moment only, so that two alarm systems that look at the same
      moment see the same.

Sizes and shares are those of `accuracy.py`. A burst of movement here falsifies heart rate or
saturation, each by itself; in a simulated chair it is one and spoils both (`artefacts.py`).
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass
from random import Random

from devices.simulated.body.wandering import MAYER_HZ
from devices.simulated.population.course import END_S, USUAL_NOISE, Course
from devices.simulated.population.population import Member
from devices.simulated.scenario import accuracy
from devices.simulated.scenario.accuracy import HR_KEEP, OXIMETER_AVERAGE_S

HR_ERROR = 1.0
"""1/min, standard deviation, of an electrocardiograph."""


@dataclass(frozen=True, slots=True)
class CuffErrors:
    """mmHg and shares."""

    sbp: float = accuracy.CUFF_SBP
    dbp: float = accuracy.CUFF_DBP
    bias_sbp: float = accuracy.BIAS_SBP
    bias_dbp: float = accuracy.BIAS_DBP
    outliers: float = accuracy.OUTLIERS
    failures: float = accuracy.FAILURES
    failures_again: float = accuracy.FAILURES_AGAIN


@dataclass(frozen=True, slots=True)
class Bursts:
    """False values while the patient moves: how many an hour."""

    hr_per_h: float = accuracy.BURSTS_PER_H
    spo2_per_h: float = accuracy.BURSTS_PER_H


USUAL_ERRORS = CuffErrors()
USUAL_BURSTS = Bursts()


def cuff_reading(
    member: Member,
    course: Course,
    at_s: float,
    errors: CuffErrors = USUAL_ERRORS,
    *,
    again: bool = False,
) -> tuple[float, float] | None:
    """mmHg, of a measurement that ends at `at_s`; None = it failed. `again`: the last one did."""
    session, reading = Random(f"bias {member.name}"), Random(f"cuff {member.name} {at_s:.0f}")
    if reading.random() < (errors.failures_again if again else errors.failures):
        return None
    bias = (session.gauss(0.0, errors.bias_sbp), session.gauss(0.0, errors.bias_dbp))
    return cuff_value((course.sbp[int(at_s)], course.dbp[int(at_s)]), bias, reading, errors)


def cuff_value(
    true: tuple[float, float], bias: tuple[float, float], reading: Random, errors: CuffErrors
) -> tuple[float, float]:
    """What the cuff says of a true SBP and DBP. `bias`: its error throughout this session."""
    sbp = true[0] + bias[0] + reading.gauss(0.0, errors.sbp)
    dbp = true[1] + bias[1] + reading.gauss(0.0, errors.dbp)
    if reading.random() < errors.outliers:
        sbp += reading.gauss(*accuracy.OUTLIER_MMHG)
    return float(round(sbp)), float(round(min(dbp, sbp - accuracy.LEAST_PULSE_PRESSURE)))


def shown(
    member: Member, course: Course, bursts: Bursts = USUAL_BURSTS
) -> tuple[list[int], list[int]]:
    """Heart rate and saturation as a monitor shows them, one value a second: whole and averaged.

    The heart rate with a memory of about 5 s, the saturation over 8 s.
    """
    random = Random(f"sensors {member.name}")
    phase = random.random()
    hr = [
        value
        + USUAL_NOISE.mayer_hr * math.sin(math.tau * (MAYER_HZ * second + phase))
        + random.gauss(0.0, HR_ERROR)
        for second, value in enumerate(course.hr)
    ]
    spo2 = list(course.spo2)
    for begin, end in _bursts(random, bursts.hr_per_h):
        factor = random.choice((0.5, 2.0, random.uniform(1.2, 1.8)))
        hr[begin:end] = [hr[begin] * factor] * (end - begin)
    for begin, end in _bursts(random, bursts.spo2_per_h):
        spo2[begin:end] = [random.uniform(*accuracy.FALSE_SPO2)] * (end - begin)
    return _remembered(hr), _averaged(spo2)


def _remembered(values: list[float]) -> list[int]:
    shown_now, said = values[0], []
    for value in values:
        shown_now += (1.0 - HR_KEEP) * (value - shown_now)
        said.append(round(shown_now))
    return said


def _averaged(values: list[float]) -> list[int]:
    last = deque([values[0]] * OXIMETER_AVERAGE_S, maxlen=OXIMETER_AVERAGE_S)
    total, said = sum(last), []
    for value in values:
        total += value - last[0]
        last.append(value)
        said.append(min(100, round(total / OXIMETER_AVERAGE_S)))
    return said


def _bursts(random: Random, per_hour: float) -> list[tuple[int, int]]:
    """The seconds from (included) to (excluded) in which the patient moves."""
    found: list[tuple[int, int]] = []
    if per_hour <= 0.0:
        return found
    at_s = random.expovariate(per_hour / 3600.0)
    while at_s < END_S:
        lasts = random.uniform(*accuracy.BURST_S)
        found.append((int(at_s), min(int(at_s + lasts), int(END_S))))
        at_s += lasts + random.expovariate(per_hour / 3600.0)
    return found
