"""The table of published figures that the simulated population has to meet, and how it is met.

Rule 1: a row is said once, here; the quick test and the bench use the same rows and differ only in
        how many people come and in how much of the sampling error they allow.
Rule 2: only infusions that may begin count: with the reading before it at or below 150/95. A
        patient comes twice; a change is against the reading before that infusion.
Rule 3: the sampling error is computed from the people themselves, by leaving out every twentieth
        in turn (delete-a-group jackknife): visits of one person are not independent.

Bands: published groups and meta-analyses of 0.5 mg/kg over 40 min. "SIM" is what the model's first
calibration gave, for comparison; it is no evidence.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from devices.simulated.population.population import drawn
from devices.simulated.population.readings import MINUTES, effects_of, readings_of

Floats = NDArray[np.floating[Any]]
Flags = NDArray[np.bool_]

VISITS = 2
GROUPS = 20
GO_SBP, GO_DBP = 150, 95


@dataclass(frozen=True, slots=True)
class Cohort:
    """Readings by person, visit and moment; `minutes` are those of the moments."""

    minutes: NDArray[np.int_]
    sbp: Floats
    dbp: Floats
    hr: Floats

    @property
    def go(self) -> Flags:
        """By person and visit: this infusion may begin."""
        return np.asarray((self.sbp[:, :, 0] <= GO_SBP) & (self.dbp[:, :, 0] <= GO_DBP))

    @property
    def sessions(self) -> int:
        return int(self.go.size)

    def every_ten(self) -> Cohort:
        """As if only every other reading had been taken."""
        return Cohort(
            self.minutes[::2], self.sbp[:, :, ::2], self.dbp[:, :, ::2], self.hr[:, :, ::2]
        )

    def without(self, group: int) -> Cohort:
        """All but every twentieth person, of whom `group` is the first."""
        stay = np.arange(len(self.sbp)) % GROUPS != group
        return Cohort(self.minutes, self.sbp[stay], self.dbp[stay], self.hr[stay])


Sign = Callable[[Cohort], Floats]
Statistic = Callable[[Cohort], float]


def cohort_of(seed: int, people: int, age: float | None = None) -> Cohort:
    """`age` None = as they come."""
    values = np.empty((3, people, VISITS, len(MINUTES)))
    for number in range(people):
        effects = effects_of(drawn(seed, number, age=age))
        for visit in range(VISITS):
            read = readings_of(drawn(seed, number, visit=visit, age=age), effects)
            values[:, number, visit] = read.sbp, read.dbp, read.hr
    return Cohort(np.array(MINUTES), *values)


def pooled(cohorts: list[Cohort]) -> Cohort:
    return Cohort(
        cohorts[0].minutes,
        np.concatenate([cohort.sbp for cohort in cohorts]),
        np.concatenate([cohort.dbp for cohort in cohorts]),
        np.concatenate([cohort.hr for cohort in cohorts]),
    )


# ---- statistics ---------------------------------------------------------------------------------


def sbp(cohort: Cohort) -> Floats:
    return cohort.sbp


def dbp(cohort: Cohort) -> Floats:
    return cohort.dbp


def hr(cohort: Cohort) -> Floats:
    return cohort.hr


def baseline(sign: Sign) -> Sign:
    return lambda cohort: sign(cohort)[cohort.go][:, 0]


def change_at(sign: Sign, minute: int) -> Sign:
    def changes(cohort: Cohort) -> Floats:
        values = sign(cohort)[cohort.go]
        return np.asarray(values[:, int(np.argmax(cohort.minutes == minute))] - values[:, 0])

    return changes


def largest(sign: Sign) -> Sign:
    """The highest value of each infusion after the reading before it."""
    return lambda cohort: np.asarray(sign(cohort)[cohort.go][:, 1:].max(axis=1))


def largest_change(sign: Sign) -> Sign:
    return lambda cohort: np.asarray(largest(sign)(cohort) - baseline(sign)(cohort))


def mean(values: Sign) -> Statistic:
    return lambda cohort: float(values(cohort).mean())


def sd(values: Sign) -> Statistic:
    return lambda cohort: float(values(cohort).std(ddof=1))


def share_falling(values: Sign) -> Statistic:
    return lambda cohort: 100.0 * float((values(cohort) < 0).mean())


def share_from(values: Sign, limit: float) -> Statistic:
    """% of infusions that reach `limit`."""
    return lambda cohort: 100.0 * float((values(cohort) >= limit).mean())


def share_above(values: Sign, limit: float) -> Statistic:
    return lambda cohort: 100.0 * float((values(cohort) > limit).mean())


def median_time_of_highest(cohort: Cohort) -> float:
    after = cohort.sbp[cohort.go][:, 1:]
    return float(np.median(cohort.minutes[1:][after.argmax(axis=1)]))


def share_severe(cohort: Cohort) -> float:
    severe = (largest(sbp)(cohort) >= 180) | (largest(dbp)(cohort) >= 110)
    return 100.0 * float(severe.mean())


def patients_beyond(cohort: Cohort) -> float:
    """% of those treated at least once who had one reading > 180/100 or a rate > 110."""
    after = slice(1, None)
    beyond = (
        (cohort.sbp[:, :, after] > 180)
        | (cohort.dbp[:, :, after] > 100)
        | (cohort.hr[:, :, after] > 110)
    ).any(axis=2)
    treated = cohort.go.any(axis=1)
    return 100.0 * float((beyond & cohort.go).any(axis=1)[treated].mean())


def share_not_begun(cohort: Cohort) -> float:
    return 100.0 * float((~cohort.go).mean())


def sampling_error(statistic: Statistic, cohort: Cohort) -> float:
    """One standard error of the statistic, from people left out in groups."""
    each = [statistic(cohort.without(group)) for group in range(GROUPS)]
    centre = math.fsum(each) / GROUPS
    squares = math.fsum((one - centre) ** 2 for one in each)
    return math.sqrt((GROUPS - 1) / GROUPS * squares)


# ---- the table ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Row:
    """`low` and `high`: the band, both included; infinite = none, the row is shown only."""

    what: str
    low: float
    high: float
    statistic: Statistic
    sim: float
    published: str = ""
    q5: bool = False
    """Read every 5 minutes instead of every 10."""
    old: bool = False
    """In the cohort of age 70 ± 4."""

    def value(self, cohort: Cohort) -> float:
        return self.statistic(self._read(cohort))

    def error(self, cohort: Cohort) -> float:
        return sampling_error(self.statistic, self._read(cohort))

    def met(self, value: float, allowance: float = 0.0) -> bool:
        return self.low - allowance <= value <= self.high + allowance

    def _read(self, cohort: Cohort) -> Cohort:
        return cohort if self.q5 else cohort.every_ten()


_AT_40 = {"sbp": change_at(sbp, 40), "dbp": change_at(dbp, 40), "hr": change_at(hr, 40)}
_YALE, _WAN = "Yale +16.0 ± 11.2 / +11.0 ± 8.45 at peak", "Wan +19.6 ± 12.8 / +13.4 ± 9.8"
_TRIALS = "trial groups"
_NONE = math.inf

ROWS = (
    Row("baseline SBP, mmHg", 120, 127, mean(baseline(sbp)), 123.2, _TRIALS),
    Row("baseline SBP, SD", 11, 15, sd(baseline(sbp)), 12.9, _TRIALS),
    Row("baseline DBP, mmHg", 74, 79, mean(baseline(dbp)), 77.5, _TRIALS),
    Row("baseline DBP, SD", 8, 10, sd(baseline(dbp)), 8.4, _TRIALS),
    Row("baseline HR, 1/min", 72, 78, mean(baseline(hr)), 76.3, _TRIALS),
    Row("baseline HR, SD", 10, 13, sd(baseline(hr)), 11.7, _TRIALS),
    Row("SBP at 40 min, change", 10.4, 16, mean(_AT_40["sbp"]), 13.5, "VANK21 +12.6, " + _YALE),
    Row("SBP at 40 min, SD of it", 10, 13.5, sd(_AT_40["sbp"]), 12.5, _YALE),
    Row("DBP at 40 min, change", 6.9, 11, mean(_AT_40["dbp"]), 8.7, "VANK21 +8.5"),
    Row("DBP at 40 min, SD of it", 7.5, 10, sd(_AT_40["dbp"]), 8.7, _YALE),
    Row("HR at 40 min, change", 0.6, 7.6, mean(_AT_40["hr"]), 4.8, "VANK21 +4.1"),
    Row("HR at 40 min, SD of it", 6, 10, sd(_AT_40["hr"]), 7.9),
    Row("HR falls by 40 min, %", 15, 35, share_falling(_AT_40["hr"]), 27),
    Row("SBP falls by 40 min, %", 5, 20, share_falling(_AT_40["sbp"]), 12),
    Row("highest SBP, change, q5", 17, 22, mean(largest_change(sbp)), 20.5, _WAN, q5=True),
    Row("highest SBP, SD of it, q5", 10, 13, sd(largest_change(sbp)), 10.8, _WAN, q5=True),
    Row("highest DBP, change, q5", 12, 15, mean(largest_change(dbp)), 14.5, _WAN, q5=True),
    Row("highest DBP, SD of it, q5", 7, 10, sd(largest_change(dbp)), 7.2, _WAN, q5=True),
    Row("highest SBP at, min (median)", 30, 45, median_time_of_highest, 40, "30-40 min"),
    Row("SBP at 60 min, change", 3, 8, mean(change_at(sbp, 60)), 5.8),
    Row("SBP at 80 min, change", 1, 5, mean(change_at(sbp, 80)), 2.7),
    Row("SBP at 100 min, change", -_NONE, 3, mean(change_at(sbp, 100)), 1.1, "Fang: baseline"),
    Row("SBP ≥ 180, % of infusions", 0.5, 2, share_from(largest(sbp), 180), 1.1, "Yale 0.98"),
    Row("SBP ≥ 180 or DBP ≥ 110, %", 1, 4, share_severe, 2.8),
    Row("patients > 180/100 or HR > 110, %", 20, 35, patients_beyond, 24, "Wan ~30"),
    Row("the same, q5", 20, 35, patients_beyond, 29, "Wan ~30", q5=True),
    Row("HR > 110, % of infusions", 1, 5, share_above(largest(hr), 110), 2.1),
    Row("HR > 120, % of infusions", 0, 1, share_above(largest(hr), 120), 0.3),
    Row("not begun: above 150/95, %", 5, 12, share_not_begun, 6.7),
    Row("age 70: SBP at 40 min, change", 15, 20, mean(_AT_40["sbp"]), 18.0, old=True),
    Row("age 70: SBP ≥ 180, %", 0, _NONE, share_from(largest(sbp), 180), 4.4, old=True),
    Row(
        "age 70: SBP rises by ≥ 40, %",
        0,
        _NONE,
        share_from(largest_change(sbp), 40),
        8,
        "label, 8 doses IN: 17 of patients",
        old=True,
    ),
)
