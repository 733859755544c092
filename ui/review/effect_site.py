"""The drug of a session over time: the rate as it was entered, and an estimate of its effect site.

Rule 1: the rate and the doses are those that people entered (`monitor/infusion.py`); the pump is
        not read. From the moment at which the syringe was empty the rate is nothing.
Rule 2: the effect site is an estimate for the typical adult of this weight, and is called so. It
        is given for racemic ketamine into a vein at known rates only; else is said why there is
        none. Model and parameters: `devices/simulated/body/pharmacology.py` (Kamp 2020, with a
        half-life of 5 min between blood and effect site).
Pure, no Qt.
"""

from __future__ import annotations

import itertools
import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from devices.simulated.body.pharmacology import DrugInBody, kamp
from monitor.infusion import InfusionClock
from monitor.plan import Drug
from monitor.routes import Route
from monitor.treatment.retold import GivenRetold

STEP_S = 10.0
"""The estimate is worked out and drawn in steps: a rate constant is 0.22/min at most."""


@dataclass(frozen=True, slots=True)
class DrugCourse:
    """`rates` hold from their moment on, mg/h; `effect` are points in ng/mL; moments in seconds.

    `doses`: mg at once, None = not known. `why` is the id of why there is no estimate; "" = there
    is one, or nothing was given.
    """

    rates: tuple[tuple[float, float], ...] = ()
    doses: tuple[tuple[float, float | None], ...] = ()
    effect: tuple[tuple[float, float], ...] = ()
    why: str = ""

    @property
    def anything(self) -> bool:
        return bool(self.rates or self.doses)

    @property
    def highest_rate(self) -> float:
        return max((rate for _at_s, rate in self.rates), default=0.0)

    @property
    def highest_effect(self) -> float:
        return max((level for _at_s, level in self.effect), default=0.0)

    def rate_at(self, at_s: float) -> float | None:
        """mg/h; None before the first rate."""
        place = bisect_right(self.rates, (at_s, math.inf)) - 1
        return self.rates[place][1] if place >= 0 else None

    def effect_at(self, at_s: float) -> float | None:
        """ng/mL between the two nearest points; None where there is no estimate."""
        place = bisect_right(self.effect, (at_s, math.inf))
        if not self.effect or place == 0:
            return None
        if place == len(self.effect):
            return self.effect[-1][1] if at_s - self.effect[-1][0] <= STEP_S else None
        (from_s, before), (to_s, after) = self.effect[place - 1], self.effect[place]
        return before + (after - before) * (at_s - from_s) / (to_s - from_s)


def drug_course(given: GivenRetold, weight_kg: float | None, until_s: float) -> DrugCourse:
    """Of everything that was given, up to the end of the record."""
    clock = given.clock
    rates = _rates(clock, until_s)
    doses = tuple(clock.doses)
    if clock.started_at is None:
        return DrugCourse()
    why = _why_not(given, weight_kg)
    if why or weight_kg is None:
        return DrugCourse(rates, doses, (), why)
    return DrugCourse(rates, doses, _effect(rates, weight_kg, until_s))


def _why_not(given: GivenRetold, weight_kg: float | None) -> str:
    if given.route is not Route.IV or given.plan.drug is not Drug.KETAMINE or given.clock.doses:
        return "effect-route"
    if weight_kg is None or weight_kg <= 0:
        return "effect-weight"
    if any(step.mg_per_min is None for step in given.clock.steps):
        return "effect-rate"
    return ""


def _rates(clock: InfusionClock, until_s: float) -> tuple[tuple[float, float], ...]:
    """In mg/h; where a rate is not known none is shown."""
    found: list[tuple[float, float]] = []
    for step in clock.steps:
        found.append((step.at, (step.mg_per_min or 0.0) * 60.0))
    empty_s = _empty_at(clock, until_s)
    if empty_s is not None and empty_s < until_s:
        found.append((empty_s, 0.0))
    return tuple(sorted(found))


def _empty_at(clock: InfusionClock, until_s: float) -> float | None:
    """When the syringe was empty though nobody said so; None = it was not."""
    if not clock.running or not clock.steps or clock.steps[-1].holds_mg is None:
        return None
    empty_s = clock.runs_out_at()
    return empty_s if empty_s is not None and empty_s <= until_s else None


def _effect(
    rates: Sequence[tuple[float, float]], weight_kg: float, until_s: float
) -> tuple[tuple[float, float], ...]:
    if not rates:
        return ()
    begin_s = rates[0][0]
    body = DrugInBody(kamp(weight_kg), step_s=STEP_S)
    points = [(begin_s, 0.0)]
    ends = [*(at_s for at_s, _rate in rates[1:]), until_s]
    for (from_s, rate), end_s in zip(rates, ends, strict=True):
        body.set_rate(rate / 60.0, from_s - begin_s)
        for at_s in _steps(from_s, end_s):
            body.advance(at_s - begin_s)
            points.append((at_s, body.effect_ng_per_ml))
    return tuple(points)


def _steps(from_s: float, to_s: float) -> list[float]:
    """Every `STEP_S` behind `from_s`, and `to_s` itself."""
    if to_s <= from_s:
        return []
    inner = itertools.takewhile(
        lambda at_s: at_s < to_s, (from_s + STEP_S * n for n in itertools.count(1))
    )
    return [*inner, to_s]
