"""Doses that are not pumped into a vein: how fast they reach the blood, by route.

Rule 1: each dose is a depot that empties at a constant rate; what reached the blood between two
        moments is exact, however far apart they are.
Rule 2: masses are those of racemic ketamine, because `pharmacology.py` is. Esketamine out of the
        nose is twice as potent and cleared faster; both are in the share of its route.

Facts: intramuscular, Clements 1982: share 0.93, 0.04-0.06/min, level highest after about 20 min.
Oral: share 0.20-0.25, 0.03/min after 5-10 min. Intranasal esketamine: share and rate are fitted
to the published rise of the systolic pressure by 84 mg in three devices: +9 at 40 min, +8 at 60,
+5 at 90. A dose pushed into a vein is in after a minute.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from monitor.routes import Route


@dataclass(frozen=True, slots=True)
class Uptake:
    """`share` of the dose reaches the blood: after `lag_s`, `per_min` of what is left a minute."""

    share: float
    per_min: float
    lag_s: float = 0.0


UPTAKES: dict[Route, Uptake] = {
    Route.IV: Uptake(share=1.0, per_min=3.0),
    Route.IM_SC: Uptake(share=0.93, per_min=0.05),
    Route.INTRANASAL: Uptake(share=0.42, per_min=0.028),
    Route.ORAL: Uptake(share=0.20, per_min=0.03, lag_s=7 * 60.0),
}


@dataclass(frozen=True, slots=True)
class _Dose:
    mg: float
    at_s: float
    uptake: Uptake

    def reached_mg(self, now_s: float) -> float:
        """What is in the blood, or was there, by `now_s`."""
        minutes = (now_s - self.at_s - self.uptake.lag_s) / 60.0
        if minutes <= 0.0:
            return 0.0
        return self.mg * self.uptake.share * -math.expm1(-self.uptake.per_min * minutes)


class Depots:
    """All doses of one patient. Moments are session seconds."""

    def __init__(self) -> None:
        self._doses: list[_Dose] = []

    @property
    def given_mg(self) -> float:
        return sum(dose.mg for dose in self._doses)

    def give(self, mg: float, route: Route, at_s: float) -> None:
        self._doses.append(_Dose(mg, at_s, UPTAKES[route]))

    def mg_per_min(self, from_s: float, to_s: float) -> float:
        """The mean rate at which the doses reach the blood between two moments."""
        if to_s <= from_s:
            return 0.0
        reached = sum(dose.reached_mg(to_s) - dose.reached_mg(from_s) for dose in self._doses)
        return reached / (to_s - from_s) * 60.0
