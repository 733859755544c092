"""Where the drug is and what it does: three compartments, an effect site and a pressor effect.

Racemic ketamine into a vein, at a rate that may change at any moment:

    pump ──▶ [ V1 blood ] ◀─Q2─▶ [ V2 ]        CL leaves V1; the effect site follows V1 with
                   ▲    ╲◀─Q3─▶ [ V3 ]         a half-life of 5 minutes and holds no drug
                   CL

Units: L, L/min, mg, mg/min; concentrations in ng/mL (1 mg/L = 1000 ng/mL); times in seconds at
the surface, minutes inside, because clearances are per minute.

Sources: Kamp et al. 2020 (Anesthesiology 133:1192), pooled model per 70 kg: CL 84, Q2 161,
Q3 79 L/h, V1 25, V2 56, V3 157 L; volumes scale with weight, clearances with weight^0.75.
Effect: sigmoid, gamma 1.6, EC50 250 ng/mL, calibrated against published mean rises of pressure
and rate at 0.5 mg/kg over 40 min (mean +13.5/+8.7 mmHg, +5/min).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

KE0_HALF_LIFE_MIN = 5.0
KE0_PER_MIN = math.log(2.0) / KE0_HALF_LIFE_MIN
EC50_NG_PER_ML = 250.0
GAMMA = 1.6

STEP_S = 1.0
"""Fastest rate constant is 0.22/min, so a Runge-Kutta step of 1 s is exact to many digits."""

_State = tuple[float, float, float, float]
"""Concentrations in ng/mL: blood, second and third compartment, effect site."""


@dataclass(frozen=True, slots=True)
class Compartments:
    """One body: volumes in L, clearances in L/min."""

    v1_l: float
    v2_l: float
    v3_l: float
    cl_l_per_min: float
    q2_l_per_min: float
    q3_l_per_min: float


def kamp(weight_kg: float) -> Compartments:
    """The typical adult of this weight."""
    volume = weight_kg / 70.0
    flow = math.pow(volume, 0.75) / 60.0
    return Compartments(
        v1_l=25.0 * volume,
        v2_l=56.0 * volume,
        v3_l=157.0 * volume,
        cl_l_per_min=84.0 * flow,
        q2_l_per_min=161.0 * flow,
        q3_l_per_min=79.0 * flow,
    )


@dataclass(frozen=True, slots=True)
class Response:
    """How one patient answers the drug: mmHg and 1/min at full effect; may be negative."""

    emax_sbp: float
    emax_dbp: float
    emax_hr: float
    ec50_ng_per_ml: float = EC50_NG_PER_ML
    ke0_per_min: float = KE0_PER_MIN


def typical_response(
    age: float, *, hypertension: bool = False, beta_blocker: bool = False
) -> Response:
    """The mean answer at this age, with what is known of hypertension and beta blockers."""
    pressor = 1.0 + 0.08 * (age - 45.0) / 10.0 + (0.15 if hypertension else 0.0)
    pressor = min(max(pressor, 0.3), 3.0)
    chronotropic = (0.7 if beta_blocker else 1.0) * (0.8 if hypertension else 1.0)
    return Response(32.0 * pressor, 20.0 * pressor, 14.0 * chronotropic)


def occupancy(effect_ng_per_ml: float, ec50_ng_per_ml: float = EC50_NG_PER_ML) -> float:
    """The share of the full effect, 0 to 1, at this effect-site concentration."""
    drive = math.pow(max(effect_ng_per_ml, 0.0) / ec50_ng_per_ml, GAMMA)
    return drive / (1.0 + drive)


class DrugInBody:
    """The course of the concentrations while time and the pump go on."""

    def __init__(
        self, body: Compartments, ke0_per_min: float = KE0_PER_MIN, step_s: float = STEP_S
    ) -> None:
        self._body = body
        self._step_s = step_s
        self._ke0 = ke0_per_min
        self._state: _State = (0.0, 0.0, 0.0, 0.0)
        self._now_s = 0.0
        self._rate_mg_per_min = 0.0

    @property
    def now_s(self) -> float:
        """The moment of these concentrations."""
        return self._now_s

    @property
    def rate_mg_per_min(self) -> float:
        return self._rate_mg_per_min

    @property
    def plasma_ng_per_ml(self) -> float:
        return self._state[0]

    @property
    def effect_ng_per_ml(self) -> float:
        return self._state[3]

    def set_rate(self, mg_per_min: float, now_s: float) -> None:
        """From `now_s` on the pump gives this much. `now_s` never goes back."""
        self.advance(now_s)
        self._rate_mg_per_min = mg_per_min

    def advance(self, to_s: float) -> None:
        """Let time go on to `to_s`; an earlier moment changes nothing."""
        while self._now_s < to_s:
            step_s = min(self._step_s, to_s - self._now_s)
            self._state = self._after(step_s / 60.0)
            self._now_s = to_s if step_s < self._step_s else self._now_s + step_s

    def _after(self, minutes: float) -> _State:
        """One step of the classical fourth-order Runge-Kutta method."""
        here = self._state
        k1 = self._slope(here)
        k2 = self._slope(_moved(here, k1, minutes / 2.0))
        k3 = self._slope(_moved(here, k2, minutes / 2.0))
        k4 = self._slope(_moved(here, k3, minutes))
        sixth = minutes / 6.0
        return (
            here[0] + sixth * (k1[0] + 2.0 * (k2[0] + k3[0]) + k4[0]),
            here[1] + sixth * (k1[1] + 2.0 * (k2[1] + k3[1]) + k4[1]),
            here[2] + sixth * (k1[2] + 2.0 * (k2[2] + k3[2]) + k4[2]),
            here[3] + sixth * (k1[3] + 2.0 * (k2[3] + k3[3]) + k4[3]),
        )

    def _slope(self, state: _State) -> _State:
        """ng/mL per minute."""
        blood, second, third, effect = state
        body = self._body
        to_second = body.q2_l_per_min * (blood - second)
        to_third = body.q3_l_per_min * (blood - third)
        pumped = self._rate_mg_per_min * 1000.0
        return (
            (pumped - body.cl_l_per_min * blood - to_second - to_third) / body.v1_l,
            to_second / body.v2_l,
            to_third / body.v3_l,
            self._ke0 * (blood - effect),
        )


def _moved(state: _State, slope: _State, minutes: float) -> _State:
    return (
        state[0] + minutes * slope[0],
        state[1] + minutes * slope[1],
        state[2] + minutes * slope[2],
        state[3] + minutes * slope[3],
    )


def occupancy_after(minutes: float, mg_per_min: float, weight_kg: float) -> float:
    """The typical share of the full effect after so many minutes of an unbroken infusion."""
    drug = DrugInBody(kamp(weight_kg))
    drug.set_rate(mg_per_min, 0.0)
    drug.advance(minutes * 60.0)
    return occupancy(drug.effect_ng_per_ml)
