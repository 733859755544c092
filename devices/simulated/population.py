"""Many patients at model level: who comes, how each answers the drug, and what is measured of it.

Rule 1: no bytes, no window, no thread; the same seed and number give the same person, and the same
        person and visit the same course.
Rule 2: `Course` is the truth, second by second; what a cuff and the sensors make of it are
        `cuff_reading` and `shown`. A reading depends on its moment only, so that two alarm systems
        that look at the same moment see the same.
Rule 3: an outlier is a patient as any other whose pressure surges once, far more than the drug
        explains. The published shares hold without outliers; they are there to be found.

Facts: the distributions of age, weight, resting values and random effects are those of the
calibrated model: log-normal body and pressor effects (CV 25-42 %), a normal effect on the heart
rate that may be negative, anticipation that wears off in 20 min, wandering over 10 min. Cuff:
5/4 mmHg a reading, 3/2 mmHg a session, 2 % of readings N(20, 15) too high, 3 % of first attempts
fail and a quarter of the attempts after a failure. Movement: a burst of false heart rate and one
of false saturation every two hours are assumed, 3-12 s each.
"""

from __future__ import annotations

import math
from array import array
from collections import deque
from dataclasses import dataclass
from random import Random

from devices.simulated.measurement import HR_KEEP, OXIMETER_AVERAGE_S
from devices.simulated.noise import Wander
from devices.simulated.pharmacology import Compartments, DrugInBody, Response, kamp, occupancy

START_S = 12 * 60.0
"""The infusion begins here; before it the patient rests."""
INFUSION_MIN = 40.0
AFTER_MIN = 80.0
END_S = START_S + (INFUSION_MIN + AFTER_MIN) * 60.0
MG_PER_KG = 0.5
USUAL_PEAK = 0.47
"""Occupancy at the end of the infusion in the typical patient."""
_DRUG_STEP_S = 10.0
"""The fastest rate constant is about 0.5/min, so that a step of 10 s is exact to six digits."""
_ANTICIPATION_WEARS_OFF_S = 20 * 60.0
_TEN_MINUTES_S = 600.0


@dataclass(frozen=True, slots=True)
class Surge:
    """Minutes of the infusion, mmHg above what the drug does."""

    at_min: float
    rise_min: float
    hold_min: float
    fall_min: float
    sbp: float
    dbp: float

    def share(self, minute: float) -> float:
        """How much of it is there, 0 to 1."""
        since = minute - self.at_min
        if since <= 0.0:
            return 0.0
        if since < self.rise_min:
            return since / self.rise_min
        over = since - self.rise_min - self.hold_min
        return max(0.0, 1.0 - max(0.0, over) / self.fall_min)


@dataclass(frozen=True, slots=True)
class Member:
    """One person on one day. `name` seeds everything random that happens on it.

    `rest_*`: mmHg and 1/min of that day; `anticipation`: mmHg systolic at the start.
    """

    name: str
    age: float
    weight_kg: float
    hypertension: bool
    rest_sbp: float
    rest_dbp: float
    rest_hr: float
    rest_spo2: float
    anticipation: float
    body: Compartments
    response: Response
    surge: Surge | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """The truth of one session, one value for each whole second from 0 to `END_S`."""

    sbp: array[float]
    dbp: array[float]
    hr: array[float]
    spo2: array[float]


@dataclass(frozen=True, slots=True)
class CuffErrors:
    """mmHg and shares."""

    sbp: float = 5.0
    dbp: float = 4.0
    bias_sbp: float = 3.0
    bias_dbp: float = 2.0
    outliers: float = 0.02
    failures: float = 0.03
    failures_again: float = 0.25


@dataclass(frozen=True, slots=True)
class Bursts:
    """False values while the patient moves: how many an hour."""

    hr_per_h: float = 0.5
    spo2_per_h: float = 0.5


USUAL_ERRORS = CuffErrors()
USUAL_BURSTS = Bursts()


# ---- who comes ----------------------------------------------------------------------------------


def drawn(
    seed: int, number: int, *, visit: int = 0, outliers: float = 0.0, age: float | None = None
) -> Member:
    """Person `number` on day `visit`. `outliers`: share of days with a surge; `age` None = any."""
    person = Random(f"person {seed} {number}")
    day = Random(f"day {seed} {number} {visit}")
    years = person.gauss(45.0, 13.0) if age is None else person.gauss(age, 4.0)
    years = min(max(years, 18.0), 80.0)
    weight_kg = min(max(person.gauss(80.0, 18.0), 45.0), 140.0)
    hypertension = person.random() < 0.22 + 0.008 * (years - 45.0)
    systolic, diastolic = _related(person, 0.6)
    rest_sbp = 120.0 + 0.30 * (years - 45.0) + 8.0 * hypertension + 10.0 * systolic
    rest_dbp = 76.0 + 0.05 * (years - 45.0) + 4.0 * hypertension + 6.5 * diastolic
    return Member(
        name=f"{seed} {number} {visit}",
        age=years,
        weight_kg=weight_kg,
        hypertension=hypertension,
        rest_sbp=rest_sbp + day.gauss(0.0, 6.0),
        rest_dbp=rest_dbp + day.gauss(0.0, 4.0),
        rest_hr=74.0 - 0.08 * (years - 45.0) + person.gauss(0.0, 10.0) + day.gauss(0.0, 5.0),
        rest_spo2=min(person.gauss(97.5, 1.0), 99.5),
        anticipation=max(0.0, day.gauss(3.0, 3.0)),
        body=_body(person, weight_kg),
        response=_response(person, day, years, hypertension=hypertension),
        surge=_surge(day) if day.random() < outliers else None,
    )


def _related(random: Random, r: float) -> tuple[float, float]:
    """Two standard normal numbers with this correlation."""
    one, other = random.gauss(0.0, 1.0), random.gauss(0.0, 1.0)
    return one, r * one + math.sqrt(1.0 - r * r) * other


def _log_normal(standard: float, cv: float) -> float:
    """A factor with the median 1 and this coefficient of variation."""
    return math.exp(standard * math.sqrt(math.log(1.0 + cv * cv)))


def _body(person: Random, weight_kg: float) -> Compartments:
    usual = kamp(weight_kg)
    factor = [_log_normal(person.gauss(0.0, 1.0), cv) for cv in (0.30, 0.30, 0.35, 0.25, 0.3, 0.3)]
    return Compartments(
        v1_l=usual.v1_l * factor[0],
        v2_l=usual.v2_l * factor[1],
        v3_l=usual.v3_l * factor[2],
        cl_l_per_min=usual.cl_l_per_min * factor[3],
        q2_l_per_min=usual.q2_l_per_min * factor[4],
        q3_l_per_min=usual.q3_l_per_min * factor[5],
    )


def _response(person: Random, day: Random, age: float, *, hypertension: bool) -> Response:
    """SBP and DBP effects correlate by 0.7, each with that on the heart rate by 0.3."""
    shared, systolic = person.gauss(0.0, 1.0), person.gauss(0.0, 1.0)
    diastolic, heart = person.gauss(0.0, 1.0), person.gauss(0.0, 1.0)
    pressor = 1.0 + 0.08 * (age - 45.0) / 10.0 + 0.15 * hypertension
    pressor = min(max(pressor, 0.3), 3.0) * _log_normal(day.gauss(0.0, 1.0), 0.25)
    common, own = math.sqrt(0.7), math.sqrt(0.3)
    heart_common = 0.3 / common
    heart_own = math.sqrt(1.0 - heart_common * heart_common)
    hr = 14.0 + 12.0 * (heart_common * shared + heart_own * heart) + day.gauss(0.0, 6.0)
    usual = Response(0.0, 0.0, 0.0)
    return Response(
        emax_sbp=32.0 * pressor * _log_normal(common * shared + own * systolic, 0.42),
        emax_dbp=20.0 * pressor * _log_normal(common * shared + own * diastolic, 0.42),
        emax_hr=hr * (0.8 if hypertension else 1.0),
        ec50_ng_per_ml=usual.ec50_ng_per_ml * _log_normal(person.gauss(0.0, 1.0), 0.30),
        ke0_per_min=usual.ke0_per_min * _log_normal(person.gauss(0.0, 1.0), 0.35),
    )


def _surge(day: Random) -> Surge:
    return Surge(
        at_min=day.uniform(3.0, 45.0),
        rise_min=day.uniform(2.0, 10.0),
        hold_min=day.uniform(4.0, 25.0),
        fall_min=day.uniform(4.0, 12.0),
        sbp=day.uniform(25.0, 80.0),
        dbp=day.uniform(12.0, 42.0),
    )


# ---- what happens -------------------------------------------------------------------------------


def course_of(member: Member) -> Course:
    """The whole session: rest, infusion, recovery."""
    random = Random(f"course {member.name}")
    sbp, dbp = Wander(random, 3.0, _TEN_MINUTES_S), Wander(random, 2.2, _TEN_MINUTES_S)
    hr, drift = Wander(random, 2.5, _TEN_MINUTES_S), Wander(random, 1.5, 50.0)
    spo2 = Wander(random, 0.4, 30.0)
    dip = random.gauss(0.5, 0.7)
    effects = _effects(member)
    course = Course(array("d"), array("d"), array("d"), array("d"))
    for second in range(int(END_S) + 1):
        effect, answer = effects[second], member.response
        minute = (second - START_S) / 60.0
        wears_off = math.exp(-max(0.0, second - START_S) / _ANTICIPATION_WEARS_OFF_S)
        nervous = member.anticipation * wears_off
        surge = 0.0 if member.surge is None else member.surge.share(minute)
        high_sbp, high_dbp = (
            (0.0, 0.0) if member.surge is None else (member.surge.sbp, member.surge.dbp)
        )
        systolic = member.rest_sbp + nervous + answer.emax_sbp * effect + surge * high_sbp
        diastolic = member.rest_dbp + 0.5 * nervous + answer.emax_dbp * effect + surge * high_dbp
        rate = member.rest_hr + 0.7 * nervous + answer.emax_hr * effect
        course.sbp.append(systolic + sbp.step())
        course.dbp.append(min(diastolic + dbp.step(), course.sbp[-1] - 10.0))
        course.hr.append(max(rate + hr.step() + drift.step(), 30.0))
        course.spo2.append(min(member.rest_spo2 - dip * effect / USUAL_PEAK + spo2.step(), 100.0))
    return course


def _effects(member: Member) -> list[float]:
    """The share of the full drug effect at each second."""
    drug = DrugInBody(member.body, member.response.ke0_per_min, _DRUG_STEP_S)
    rate = MG_PER_KG * member.weight_kg / INFUSION_MIN
    stop_s = START_S + INFUSION_MIN * 60.0
    effects: list[float] = []
    for second in range(0, int(END_S) + 1, int(_DRUG_STEP_S)):
        if second == START_S:
            drug.set_rate(rate, second)
        elif second == stop_s:
            drug.set_rate(0.0, second)
        drug.advance(float(second))
        effect = occupancy(drug.effect_ng_per_ml, member.response.ec50_ng_per_ml)
        effects += [effect] * int(_DRUG_STEP_S)
    return effects


# ---- what is measured of it ---------------------------------------------------------------------


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
    second = int(at_s)
    sbp = course.sbp[second] + session.gauss(0.0, errors.bias_sbp)
    dbp = course.dbp[second] + session.gauss(0.0, errors.bias_dbp)
    sbp += reading.gauss(0.0, errors.sbp)
    dbp += reading.gauss(0.0, errors.dbp)
    if reading.random() < errors.outliers:
        sbp += reading.gauss(20.0, 15.0)
    return float(round(sbp)), float(round(min(dbp, sbp - 8.0)))


def shown(
    member: Member, course: Course, bursts: Bursts = USUAL_BURSTS
) -> tuple[list[int], list[int]]:
    """Heart rate and saturation as a monitor shows them, one value a second: whole and averaged.

    The heart rate with a memory of about 5 s, the saturation over 8 s.
    """
    random = Random(f"sensors {member.name}")
    phase = random.random()
    hr = [
        value + 2.0 * math.sin(math.tau * (0.1 * second + phase)) + random.gauss(0.0, 1.0)
        for second, value in enumerate(course.hr)
    ]
    spo2 = list(course.spo2)
    for begin, end in _bursts(random, bursts.hr_per_h):
        factor = random.choice((0.5, 2.0, random.uniform(1.2, 1.8)))
        hr[begin:end] = [hr[begin] * factor] * (end - begin)
    for begin, end in _bursts(random, bursts.spo2_per_h):
        spo2[begin:end] = [random.uniform(80.0, 91.0)] * (end - begin)
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
        lasts = random.uniform(3.0, 12.0)
        found.append((int(at_s), min(int(at_s + lasts), int(END_S))))
        at_s += lasts + random.expovariate(per_hour / 3600.0)
    return found
