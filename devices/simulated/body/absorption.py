"""Doses that are not pumped into a vein: how fast they reach the blood, by the way they go.

Rule 1: each dose is a depot that empties at a constant rate; what reached the blood between two
        moments is exact, however far apart they are.
Rule 2: masses are those of racemic ketamine, because `pharmacology.py` is. Esketamine out of the
        nose goes a way of its own (`esketamine.py`); by any other way it is twice as potent.
Rule 3: the program knows four routes, a body more ways: what goes into a muscle and what under
        the skin is one route, and so are a swallowed dose and one under the tongue. A route is
        taken for its commoner way unless somebody says otherwise.

Facts: intramuscular, Clements 1982: share 0.93, 0.04-0.06/min, level highest after about 20 min;
under the skin slower, 0.03-0.04. Oral: share 0.20-0.25, 0.03/min after 5-10 min; under the tongue
0.30. Racemic by the nose: 0.11-0.17 in one study, highest after 14-23 min, 0.45 often quoted; that
share is used, and a rate by which the level is highest after 18. A dose pushed into a vein is in
after a minute.
"""

from __future__ import annotations

import enum
import math
from dataclasses import dataclass

from monitor.routes import Route

ESKETAMINE_POTENCY = 2.0
"""Against the racemate, mg for mg."""


class Way(enum.StrEnum):
    VEIN = "vein"
    MUSCLE = "muscle"
    SKIN = "skin"
    NOSE = "nose"
    MOUTH = "mouth"
    TONGUE = "tongue"


@dataclass(frozen=True, slots=True)
class Uptake:
    """`share` of the dose reaches the blood: after `lag_s`, `per_min` of what is left a minute."""

    share: float
    per_min: float
    lag_s: float = 0.0


UPTAKES: dict[Way, Uptake] = {
    Way.VEIN: Uptake(share=1.0, per_min=3.0),
    Way.MUSCLE: Uptake(share=0.93, per_min=0.06),
    Way.SKIN: Uptake(share=0.93, per_min=0.035),
    Way.NOSE: Uptake(share=0.45, per_min=0.025),
    Way.MOUTH: Uptake(share=0.20, per_min=0.03, lag_s=7 * 60.0),
    Way.TONGUE: Uptake(share=0.30, per_min=0.03, lag_s=5 * 60.0),
}

USUAL_WAYS: dict[Route, Way] = {
    Route.IV: Way.VEIN,
    Route.IM_SC: Way.MUSCLE,
    Route.INTRANASAL: Way.NOSE,
    Route.ORAL: Way.MOUTH,
}
ROUTE_OF: dict[Way, Route] = {
    **{way: route for route, way in USUAL_WAYS.items()},
    Way.SKIN: Route.IM_SC,
    Way.TONGUE: Route.ORAL,
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

    def __bool__(self) -> bool:
        return bool(self._doses)

    def give(self, mg: float, way: Way, at_s: float) -> None:
        self._doses.append(_Dose(mg, at_s, UPTAKES[way]))

    def mg_per_min(self, from_s: float, to_s: float) -> float:
        """The mean rate at which the doses reach the blood between two moments."""
        if to_s <= from_s:
            return 0.0
        reached = sum(dose.reached_mg(to_s) - dose.reached_mg(from_s) for dose in self._doses)
        return reached / (to_s - from_s) * 60.0
