"""What happens to somebody of the population in a session: the truth, second by second.

Rule 1: no bytes, no window, no thread; the same person on the same day has the same course.
Rule 2: what drug, fear and hour do is `physiology.py`'s, as for the patient in a simulated chair;
        here nobody does anything but infuse 0.5 mg/kg in 40 minutes.

Facts: values wander over 10 min; the sizes are the defaults of `Noise`.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from random import Random

from devices.simulated.body.noise import Wander
from devices.simulated.body.pharmacology import DrugInBody, occupancy
from devices.simulated.body.physiology import (
    TEN_MINUTES_S,
    USUAL_PEAK,
    day_share,
    nervous,
    raised,
)
from devices.simulated.population.population import Member
from devices.simulated.scenario.parts import Noise

START_S = 12 * 60.0
"""The infusion begins here; before it the patient rests."""
INFUSION_MIN = 40.0
AFTER_MIN = 80.0
END_S = START_S + (INFUSION_MIN + AFTER_MIN) * 60.0
MG_PER_KG = 0.5
_DRUG_STEP_S = 10.0
"""The fastest rate constant is about 0.5/min, so that a step of 10 s is exact to six digits."""
LEAST_HR, LEAST_PULSE_PRESSURE = 30.0, 10.0
"""1/min and mmHg; nobody of the population comes below."""
DRIFT_MEMORY_S = 50.0
"""Of the slow drift of the heart rate; the model has one in place of three."""
USUAL_NOISE = Noise()


@dataclass(frozen=True, slots=True)
class Course:
    """The truth of one session, one value for each whole second from 0 to `END_S`."""

    sbp: array[float]
    dbp: array[float]
    hr: array[float]
    spo2: array[float]


def course_of(member: Member) -> Course:
    """The whole session: rest, infusion, recovery."""
    random = Random(f"course {member.name}")
    sbp = Wander(random, USUAL_NOISE.sbp, TEN_MINUTES_S)
    dbp = Wander(random, USUAL_NOISE.dbp, TEN_MINUTES_S)
    hr = Wander(random, USUAL_NOISE.hr, TEN_MINUTES_S)
    drift = Wander(random, USUAL_NOISE.drift_hr, DRIFT_MEMORY_S)
    spo2 = Wander(random, USUAL_NOISE.spo2, 30.0)
    effects = _effects(member)
    course = Course(array("d"), array("d"), array("d"), array("d"))
    for second in range(int(END_S) + 1):
        effect = effects[second]
        systolic, diastolic, rate = expected_at(member, second, effect)
        course.sbp.append(systolic + sbp.step())
        course.dbp.append(min(diastolic + dbp.step(), course.sbp[-1] - LEAST_PULSE_PRESSURE))
        course.hr.append(max(rate + hr.step() + drift.step(), LEAST_HR))
        saturation = member.rest_spo2 - member.dip * effect / USUAL_PEAK + spo2.step()
        course.spo2.append(min(saturation, 100.0))
    return course


def expected_at(member: Member, at_s: float, effect: float) -> tuple[float, float, float]:
    """SBP, DBP and heart rate at this share of the full drug effect, without the wandering."""
    since_s = at_s - START_S
    fear = nervous(member.anticipation, since_s)
    day = day_share(member.hour, since_s)
    sbp, dbp, hr = raised(member.response, effect, fear, day)
    if member.surge is not None:
        share = member.surge.share(since_s / 60.0)
        sbp += share * member.surge.sbp
        dbp += share * member.surge.dbp
    return member.rest_sbp + sbp, member.rest_dbp + dbp, member.rest_hr + hr


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
