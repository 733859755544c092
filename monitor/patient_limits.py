"""What a limit means for this patient: some rows follow the baseline, some what is known of her.

Rule: without a baseline a relative row has no limit, and a relative term drops out.
"""

from __future__ import annotations

from collections.abc import Callable

from monitor.derived import SBP_SPREAD
from monitor.limits import LimitProfile, Modifier
from monitor.outcomes import BaselineAccepted
from monitor.rules import Row

_Basis = tuple[float, BaselineAccepted, frozenset[Modifier]]
"""The profile's own number, the resting values, what is known of the patient."""
RAISED_AT_MOST = 170.0
NO_BASELINE = BaselineAccepted(None, None, None, None)


def _sbp_rise(basis: _Basis) -> float | None:
    own, resting, _ = basis
    if resting.sbp is None:
        return None
    return max(150.0, min(resting.sbp * (1 + own / 100), resting.sbp + 40))


def _sbp_z(basis: _Basis) -> float | None:
    own, resting, _ = basis
    return None if resting.sbp is None else max(150.0, resting.sbp + own * SBP_SPREAD)


def _dbp_rise(basis: _Basis) -> float | None:
    own, resting, _ = basis
    return None if resting.dbp is None else max(95.0, resting.dbp + own)


def _hr_rise(basis: _Basis) -> float | None:
    own, resting, _ = basis
    return None if resting.hr is None else max(100.0, resting.hr + own)


def _sbp_high(basis: _Basis) -> float | None:
    own, resting, modifiers = basis
    if Modifier.RAISED_BASELINE not in modifiers or resting.sbp is None:
        return own
    return max(own, min(RAISED_AT_MOST, resting.sbp + 20))


def _dbp_high(basis: _Basis) -> float | None:
    own, resting, _ = basis
    return own if resting.dbp is None else min(max(own, resting.dbp + 10), own + 5)


def _hr_low(basis: _Basis) -> float | None:
    own, resting, _ = basis
    if resting.hr is None or own < 40:
        return own
    return max(40.0, min(own, resting.hr - 8))


def _spo2_low(basis: _Basis) -> float | None:
    own, resting, modifiers = basis
    if Modifier.SEDATIVES not in modifiers:
        return own
    return max(90.0, 94.0 if resting.spo2 is None else min(94.0, resting.spo2 - 4))


_FOR_PATIENT: dict[str, Callable[[_Basis], float | None]] = {
    "sbp-rise": _sbp_rise,
    "sbp-z-high": _sbp_z,
    "dbp-rise": _dbp_rise,
    "hr-rise": _hr_rise,
    "sbp-high": _sbp_high,
    "dbp-high": _dbp_high,
    "hr-low": _hr_low,
    "spo2-low": _spo2_low,
}
"""The rows whose limit depends on the patient; of all others the profile's number is the limit."""
_ABSOLUTE_IF_MOVED = frozenset({"sbp-high", "spo2-low"})
"""A number that somebody set at the chair is meant as it stands."""


def effective_limit(
    row: Row, profile: LimitProfile, baseline: BaselineAccepted | None
) -> float | None:
    """The number that this row compares with for this patient; None = the row is not judged."""
    own = profile.limit(row.id)
    for_patient = _FOR_PATIENT.get(row.id)
    if for_patient is None or (row.id in _ABSOLUTE_IF_MOVED and row.id in profile.changed):
        return own
    return for_patient((own, baseline or NO_BASELINE, profile.modifiers))
