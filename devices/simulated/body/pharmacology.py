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

from devices.simulated.body.linear import Matrix, transition

KE0_HALF_LIFE_MIN = 5.0
KE0_PER_MIN = math.log(2.0) / KE0_HALF_LIFE_MIN
EC50_NG_PER_ML = 250.0
GAMMA = 1.6
EMAX_SBP, EMAX_DBP, EMAX_HR = 32.0, 20.0, 14.0
"""At full effect, on average: mmHg and 1/min."""

STEP_S = 1.0
"""A step is exact, however long it is; the rate of the pump changes between two of them."""

_State = tuple[float, float, float, float]
"""Concentrations in ng/mL: blood, second and third compartment, effect site."""
_Four = tuple[float, float, float, float]
_Step = tuple[_Four, _Four, _Four, tuple[float, float, float, float, float]]


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
    pressor = pressor_share(age, hypertension=hypertension)
    chronotropic = chronotropic_share(hypertension=hypertension, beta_blocker=beta_blocker)
    return Response(EMAX_SBP * pressor, EMAX_DBP * pressor, EMAX_HR * chronotropic)


def pressor_share(age: float, *, hypertension: bool) -> float:
    """How much more the pressure answers than in a healthy person of 45."""
    share = 1.0 + 0.08 * (age - 45.0) / 10.0 + (0.15 if hypertension else 0.0)
    return min(max(share, 0.3), 3.0)


def chronotropic_share(*, hypertension: bool, beta_blocker: bool) -> float:
    """How much of the usual answer the heart rate gives."""
    return (0.7 if beta_blocker else 1.0) * (0.8 if hypertension else 1.0)


def occupancy(effect_ng_per_ml: float, ec50_ng_per_ml: float = EC50_NG_PER_ML) -> float:
    """The share of the full effect, 0 to 1, at this effect-site concentration."""
    return occupancy_of(effect_ng_per_ml / ec50_ng_per_ml)


def occupancy_of(drive: float) -> float:
    """The same by the drive: concentrations as multiples of their EC50, added up."""
    power = math.pow(max(drive, 0.0), GAMMA)
    return power / (1.0 + power)


class DrugInBody:
    """The course of the concentrations while time and the pump go on."""

    def __init__(
        self, body: Compartments, ke0_per_min: float = KE0_PER_MIN, step_s: float = STEP_S
    ) -> None:
        self._rates = _rates(body, ke0_per_min)
        self._fed = ((1000.0 / body.v1_l,), (0.0,), (0.0,), (0.0,))
        self._step_s = step_s
        self._step = _unrolled(transition(self._rates, self._fed, step_s / 60.0))
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
        while self._now_s + self._step_s <= to_s:
            self._state = self._after(self._step)
            self._now_s += self._step_s
        if self._now_s < to_s:
            odd = transition(self._rates, self._fed, (to_s - self._now_s) / 60.0)
            self._state = self._after(_unrolled(odd))
            self._now_s = to_s

    def _after(self, step: _Step) -> _State:
        """One step; written out, because a session takes thousands of them."""
        blood, second, third, effect = self._state
        rate = self._rate_mg_per_min
        of_blood, of_second, of_third, of_effect = step
        b0, b1, b2, b3 = of_blood
        s0, s1, s2, s3 = of_second
        t0, t1, t2, t3 = of_third
        e0, e1, e2, e3, e4 = of_effect
        return (
            b0 * blood + b1 * second + b2 * third + b3 * rate,
            s0 * blood + s1 * second + s2 * third + s3 * rate,
            t0 * blood + t1 * second + t2 * third + t3 * rate,
            e0 * blood + e1 * second + e2 * third + e3 * effect + e4 * rate,
        )


def _rates(body: Compartments, ke0_per_min: float) -> Matrix:
    """1/min: what each concentration gains from each."""
    leaves = body.cl_l_per_min + body.q2_l_per_min + body.q3_l_per_min
    v1, q2, q3 = body.v1_l, body.q2_l_per_min, body.q3_l_per_min
    return (
        (-leaves / v1, q2 / v1, q3 / v1, 0.0),
        (q2 / body.v2_l, -q2 / body.v2_l, 0.0, 0.0),
        (q3 / body.v3_l, 0.0, -q3 / body.v3_l, 0.0),
        (ke0_per_min, 0.0, 0.0, -ke0_per_min),
    )


def _unrolled(step: tuple[Matrix, Matrix]) -> _Step:
    """Each row with the pump's share at its end; the effect site gives nothing back to others."""
    (blood, second, third, effect), fed = step
    return (
        (blood[0], blood[1], blood[2], fed[0][0]),
        (second[0], second[1], second[2], fed[1][0]),
        (third[0], third[1], third[2], fed[2][0]),
        (effect[0], effect[1], effect[2], effect[3], fed[3][0]),
    )


def occupancy_after(minutes: float, mg_per_min: float, weight_kg: float) -> float:
    """The typical share of the full effect after so many minutes of an unbroken infusion."""
    drug = DrugInBody(kamp(weight_kg))
    drug.set_rate(mg_per_min, 0.0)
    drug.advance(minutes * 60.0)
    return occupancy(drug.effect_ng_per_ml)
