"""What a chair has measured of the patient at rest, for the decision before the drug.

Rule: what was given by hand stands; the rest is as the baseline of the session will be accepted
      (`baseline.py`). A cuff's pulse and counted breaths stand in where no device gives the sign.
"""

from __future__ import annotations

from statistics import fmean

from monitor import baseline
from monitor.chair_state import ChairState
from monitor.latest import Cuffed
from monitor.treatment.decision import APART, Rested
from monitor.treatment.leaving_facts import gives
from monitor.vitals import VitalSign

COUNTED_S = 30 * 60.0
"""So long counted breaths stand for the patient at rest, seconds."""


def rested(
    state: ChairState, moaas: int | None, breaths: tuple[float, float] | None, now: float
) -> Rested:
    """Up to `now`, which may lie back: a start is entered late.

    `moaas` is the last score, `breaths` (when, how many) were counted last; None = never.
    """
    cuffs = [one for one in state.resting_cuffs() if one.judgeable and one.at <= now]
    given = state.baseline
    known = baseline.filled(given, state.resting.accept(cuffs, now))
    has_heart = gives(state, VitalSign.HR, VitalSign.PULSE)
    has_spo2 = gives(state, VitalSign.SPO2)
    wanted = {"hr": has_heart, "spo2": has_spo2}
    counted = None
    if breaths is not None and 0.0 <= now - breaths[0] <= COUNTED_S:
        counted = breaths[1]
    rr = state.resting.rr(now)
    return Rested(
        sbp=known.sbp,
        dbp=known.dbp,
        hr=_cuff_pulse(cuffs) if known.hr is None and not has_heart else known.hr,
        spo2=known.spo2,
        rr=counted if rr is None else rr,
        moaas=moaas,
        wanted=frozenset(sign for sign, has in wanted.items() if has),
        readings=len(cuffs),
        agree=_agree(cuffs),
        by_hand=given is not None and given.sbp is not None and given.dbp is not None,
    )


def _agree(cuffs: list[Cuffed]) -> bool:
    """The last two differ by at most 15 mmHg."""
    if len(cuffs) < 2:
        return True
    one, other = cuffs[-2].result, cuffs[-1].result
    return max(abs(one.sbp - other.sbp), abs(one.dbp - other.dbp)) <= APART


def _cuff_pulse(cuffs: list[Cuffed]) -> float | None:
    found = [cuffed.result.pulse for cuffed in cuffs[-2:] if cuffed.result.pulse is not None]
    return round(fmean(found), 1) if found else None
