"""What is read of a simulated person at the moments of a schedule, without the seconds between.

Rule 1: who comes, what the drug does and what the cuff makes of it are as in the other files
        of the population. Only the wandering differs: it goes from reading to reading in one exact
        step, so that a session costs a fraction of the second-by-second course and has the same
        distribution.
Rule 2: a reading here is one that somebody believed, as in a published group: it has the error of
        a cuff, but no gross outlier and no failed attempt is among them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from devices.simulated.body.noise import Wander
from devices.simulated.body.pharmacology import DrugInBody, occupancy
from devices.simulated.body.physiology import TEN_MINUTES_S
from devices.simulated.population.course import (
    DRIFT_MEMORY_S,
    INFUSION_MIN,
    LEAST_HR,
    LEAST_PULSE_PRESSURE,
    MG_PER_KG,
    START_S,
    USUAL_NOISE,
    expected_at,
)
from devices.simulated.population.measured import HR_ERROR, USUAL_ERRORS, cuff_value
from devices.simulated.population.population import Member

EVERY_MIN = 5
MINUTES = tuple(range(0, 125, EVERY_MIN))
"""Minutes of the infusion; the first reading is that before it."""
BELIEVED = replace(USUAL_ERRORS, outliers=0.0, failures=0.0)
_DRUG_STEP_S = 30.0
"""Exact to four digits of the effect, also in those in whom the drug moves fastest."""


@dataclass(frozen=True, slots=True)
class Readings:
    """One value for each of `MINUTES`: mmHg and 1/min."""

    sbp: tuple[float, ...]
    dbp: tuple[float, ...]
    hr: tuple[float, ...]


def effects_of(member: Member) -> tuple[float, ...]:
    """The share of the full drug effect at each of `MINUTES`; the same on every day."""
    drug = DrugInBody(member.body, member.response.ke0_per_min, _DRUG_STEP_S)
    drug.set_rate(MG_PER_KG * member.weight_kg / INFUSION_MIN, 0.0)
    effects: list[float] = []
    for minute in MINUTES:
        drug.advance(minute * 60.0)
        effects.append(occupancy(drug.effect_ng_per_ml, member.response.ec50_ng_per_ml))
        if minute == INFUSION_MIN:
            drug.set_rate(0.0, minute * 60.0)
    return tuple(effects)


def readings_of(member: Member, effects: tuple[float, ...]) -> Readings:
    """What is read on this day. `effects`: those of the person, see `effects_of`."""
    random = Random(f"readings {member.name}")
    memory = TEN_MINUTES_S / (EVERY_MIN * 60.0)
    sbp, dbp = Wander(random, USUAL_NOISE.sbp, memory), Wander(random, USUAL_NOISE.dbp, memory)
    hr = Wander(random, USUAL_NOISE.hr, memory)
    drift = Wander(random, USUAL_NOISE.drift_hr, DRIFT_MEMORY_S / (EVERY_MIN * 60.0))
    bias = (random.gauss(0.0, BELIEVED.bias_sbp), random.gauss(0.0, BELIEVED.bias_dbp))
    cuffs: list[tuple[float, float]] = []
    rates: list[float] = []
    for minute, effect in zip(MINUTES, effects, strict=True):
        systolic, diastolic, rate = expected_at(member, START_S + minute * 60.0, effect)
        systolic += sbp.step()
        diastolic = min(diastolic + dbp.step(), systolic - LEAST_PULSE_PRESSURE)
        cuffs.append(cuff_value((systolic, diastolic), bias, random, BELIEVED))
        rates.append(max(rate + hr.step() + drift.step(), LEAST_HR) + random.gauss(0.0, HR_ERROR))
    systolics, diastolics = zip(*cuffs, strict=True)
    return Readings(systolics, diastolics, tuple(float(round(rate)) for rate in rates))
