"""Esketamine out of the nose: part is taken up there, the rest is swallowed and meets the liver.

    nose ──▶ [ blood ] ◀─Q1─▶ [ p1 ]
              ▲│   ╲◀─Q2─▶ [ p2 ]
              │▼ Qh
    gut ──▶ [ liver ] ──▶ made into something else

Source: Perez-Ruixo et al. 2020, 820 people: V 192, 143, 417 and (liver) 101 L; Q1 84.3, Q2 37.6,
Qh 151 L/h, from the liver 1.11 + 2.77 /h. Of the first device 54 % are taken up in the nose at
2.93 /h, of each further one 62 % of that; the rest is swallowed, arrives over 0.53 h and then at
1.45 /h, and 64 % pass the gut. Together 54 % of 56 mg and 51 % of 84 mg, 74 and 104 ng/mL at
about 40 min. Qh falls by 2.19 L/h a year above 60.

The effect fades faster than the level, by half-lives of what is made of it: exp(-t / 120 min)
(proposed, fitted to the published rise of the systolic pressure).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from devices.simulated.body.linear import Matrix, Row, moved, transition
from devices.simulated.body.pharmacology import KE0_PER_MIN

EC50_NG_PER_ML = 125.0
FADES_MIN = 120.0
NASAL_SHARE = 0.54
FURTHER_DEVICES = 0.62
NASAL_PER_MIN = 2.93 / 60.0
SWALLOWED_OVER_MIN = 0.53 * 60.0
SWALLOWED_PER_MIN = 1.45 / 60.0
PASSES_GUT = 0.64
STEP_S = 1.0
_NOTHING: Row = (0.0, 0.0, 0.0, 0.0, 0.0)
_V, _V1, _V2, _LIVER_L = 192.0, 143.0, 417.0, 101.0
_Q1, _Q2, _QH = 84.3 / 60.0, 37.6 / 60.0, 151.0 / 60.0
_LEAVES_LIVER = (1.11 + 2.77) / 60.0
_QH_LOST_A_YEAR = 2.19 / 60.0


@dataclass(frozen=True, slots=True)
class Spray:
    """One device: `mg` at session second `at_s`; `nth` of this treatment, from 1."""

    mg: float
    at_s: float
    nth: int

    def _nasal_mg(self) -> float:
        return self.mg * NASAL_SHARE * (1.0 if self.nth == 1 else FURTHER_DEVICES)

    def through_nose_mg(self, now_s: float) -> float:
        """What reached the blood by `now_s`."""
        minutes = max(0.0, now_s - self.at_s) / 60.0
        return self._nasal_mg() * -math.expm1(-NASAL_PER_MIN * minutes)

    def through_gut_mg(self, now_s: float) -> float:
        """What reached the liver by `now_s`."""
        minutes = max(0.0, now_s - self.at_s) / 60.0
        rate, over = SWALLOWED_PER_MIN, SWALLOWED_OVER_MIN
        in_gut = -math.expm1(-rate * min(minutes, over)) / rate
        if minutes < over:
            arrived = (minutes - in_gut) / over
        else:
            arrived = 1.0 - in_gut / over * math.exp(-rate * (minutes - over))
        return (self.mg - self._nasal_mg()) * PASSES_GUT * arrived


class NasalEsketamine:
    """One body with its sprays, made when the first one is given. Moments are whole seconds."""

    def __init__(self, now_s: float, age: float, ke0_per_min: float = KE0_PER_MIN) -> None:
        self._step = transition(*_flows(age, ke0_per_min), STEP_S / 60.0)
        self._state = _NOTHING
        self._now_s = now_s
        self._sprays: list[Spray] = []

    @property
    def plasma_ng_per_ml(self) -> float:
        return self._state[0]

    @property
    def effect_ng_per_ml(self) -> float:
        return self._state[4]

    @property
    def fading(self) -> float:
        """The share of its effect that is still to be had so long after the first device."""
        if not self._sprays:
            return 1.0
        since_s = max(0.0, self._now_s - self._sprays[0].at_s)
        return math.exp(-since_s / 60.0 / FADES_MIN)

    def spray(self, mg: float, at_s: float) -> None:
        """`at_s` lies within the second that goes on."""
        self._sprays.append(Spray(mg, at_s, len(self._sprays) + 1))

    def advance(self, to_s: float) -> None:
        while self._now_s + STEP_S <= to_s:
            from_s, self._now_s = self._now_s, self._now_s + STEP_S
            nasal = self._arrived(from_s, Spray.through_nose_mg)
            gut = self._arrived(from_s, Spray.through_gut_mg)
            self._state = moved(self._state, (nasal, gut), self._step)

    def _arrived(self, from_s: float, through: Callable[[Spray, float], float]) -> float:
        """mg/min during this step."""
        mg = sum(through(one, self._now_s) - through(one, from_s) for one in self._sprays)
        return mg * 60.0 / STEP_S


def _flows(age: float, ke0_per_min: float) -> tuple[Matrix, Matrix]:
    """Of concentrations in ng/mL, by 1/min; fed by mg/min through nose and gut."""
    qh = max(_QH - _QH_LOST_A_YEAR * max(0.0, age - 60.0), 0.3 * _QH)
    gained: Matrix = (
        (-(_Q1 + _Q2 + qh) / _V, _Q1 / _V, _Q2 / _V, qh / _V, 0.0),
        (_Q1 / _V1, -_Q1 / _V1, 0.0, 0.0, 0.0),
        (_Q2 / _V2, 0.0, -_Q2 / _V2, 0.0, 0.0),
        (qh / _LIVER_L, 0.0, 0.0, -qh / _LIVER_L - _LEAVES_LIVER, 0.0),
        (ke0_per_min, 0.0, 0.0, 0.0, -ke0_per_min),
    )
    fed: Matrix = (
        (1000.0 / _V, 0.0),
        (0.0, 0.0),
        (0.0, 0.0),
        (0.0, 1000.0 / _LIVER_L),
        (0.0, 0.0),
    )
    return gained, fed
