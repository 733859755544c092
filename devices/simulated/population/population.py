"""Many patients at model level: who comes, and how each of them answers the drug.

Rule 1: the same seed and number give the same person; another visit is another day of theirs.
Rule 2: an outlier is a patient as any other whose pressure surges once, far more than the drug
        explains. The published shares hold without outliers; they are there to be found.

What happens to them is `course.py`, what is measured of it `measured.py`;
`drawn_person.py` seats one of them in a simulated chair.

Facts: the distributions of age, weight, resting values and random effects are those of the
calibrated model: log-normal body and pressor effects (CV 25-42 %), a normal effect on the heart
rate that may be negative, anticipation at the start. Who takes a beta blocker is assumed, and so
are the hour and the shape of a surge.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

from devices.simulated.body.pharmacology import (
    EMAX_DBP,
    EMAX_HR,
    EMAX_SBP,
    Compartments,
    Response,
    chronotropic_share,
    kamp,
    pressor_share,
)
from devices.simulated.body.physiology import USUAL_DIP

_HOURS = (8.5, 16.0)
"""When an infusion begins."""
_BLOCKED_OF_HYPERTENSIVES, _BLOCKED_OF_OTHERS = 0.25, 0.03
"""Who takes a beta blocker; assumed."""


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

    `rest_*`: mmHg and 1/min of that day; `anticipation`: mmHg systolic at the start; `hour`: of
    the day at the start, None = the day does nothing; `dip`: what SpO2 loses at the usual effect;
    `rest_rr`: breaths/min.
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
    beta_blocker: bool = False
    hour: float | None = None
    dip: float = USUAL_DIP[0]
    rest_rr: float = 15.0


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
    aside = Random(f"aside {seed} {number} {visit}")
    beta_blocker = _takes_beta_blocker(Random(f"treated {seed} {number}"), hypertension)
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
        response=_response(person, day, years, hypertension, beta_blocker),
        surge=_surge(day) if day.random() < outliers else None,
        beta_blocker=beta_blocker,
        hour=aside.uniform(*_HOURS),
        dip=aside.gauss(*USUAL_DIP),
        rest_rr=_breaths(Random(f"breaths {seed} {number}")),
    )


def _takes_beta_blocker(random: Random, hypertension: bool) -> bool:
    return random.random() < (_BLOCKED_OF_HYPERTENSIVES if hypertension else _BLOCKED_OF_OTHERS)


def _breaths(random: Random) -> float:
    """A minute, at rest; nobody of the population breathes as the ill do."""
    return min(max(random.gauss(15.0, 2.0), 10.0), 20.0)


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


def _response(
    person: Random, day: Random, age: float, hypertension: bool, beta_blocker: bool
) -> Response:
    """SBP and DBP effects correlate by 0.7, each with that on the heart rate by 0.3."""
    shared, systolic = person.gauss(0.0, 1.0), person.gauss(0.0, 1.0)
    diastolic, heart = person.gauss(0.0, 1.0), person.gauss(0.0, 1.0)
    pressor = pressor_share(age, hypertension=hypertension)
    pressor *= _log_normal(day.gauss(0.0, 1.0), 0.25)
    common, own = math.sqrt(0.7), math.sqrt(0.3)
    heart_common = 0.3 / common
    heart_own = math.sqrt(1.0 - heart_common * heart_common)
    hr = EMAX_HR + 12.0 * (heart_common * shared + heart_own * heart) + day.gauss(0.0, 6.0)
    usual = Response(0.0, 0.0, 0.0)
    # 32 and 20 mmHg are the means over patients and days; a log-normal factor has its median at 1.
    pressor /= math.sqrt((1.0 + 0.42 * 0.42) * (1.0 + 0.25 * 0.25))
    return Response(
        emax_sbp=EMAX_SBP * pressor * _log_normal(common * shared + own * systolic, 0.42),
        emax_dbp=EMAX_DBP * pressor * _log_normal(common * shared + own * diastolic, 0.42),
        emax_hr=hr * chronotropic_share(hypertension=hypertension, beta_blocker=beta_blocker),
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
