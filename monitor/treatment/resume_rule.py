"""Whether an infusion that was paused at a very high pressure may go on.

Source: the clinic's rules on who and what is on a chair. It needs two readings below 160/100 with
a heart rate below 110, at least 5 min apart, and a provider's name; after more than 20 min of
pause in all, or at the second pause, the rules say to stop.

Rule 1: the rule holds for a pause at whose beginning a very high pressure stood (an open alarm, or
        the last valid cuff result), or in which one was measured.
Rule 2: readings since the pause count, by whichever hand; a bad one begins the counting anew, one
        that a repeat contradicted is no reading. The heart rate is what the monitors say at that
        moment, else the cuff's own pulse; without either a reading is not good, because what is
        unknown is not fine. So a pressure that was entered late can only be a bad one.
Rule 3: the bounds are fixed numbers: limits that were moved for this patient move them not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from monitor.alarm_table import EXTREME_ROWS, VERY_HIGH_ROWS
from monitor.chair_state import ChairState
from monitor.latest import Cuffed
from monitor.limits import LimitProfile
from monitor.outcomes import AlarmPhase, BaselineAccepted
from monitor.patient_limits import effective_limit
from monitor.picture import AlarmView
from monitor.treatment.view import ResumeView

BELOW_SBP, BELOW_DBP, BELOW_HR = 160.0, 100.0, 110.0
APART_S = 5 * 60.0
TERMINATE_AFTER_S = 20 * 60.0
TERMINATE_AT_PAUSE = 2
_SEVERE = frozenset(row.id for row in (*VERY_HIGH_ROWS, *EXTREME_ROWS))
_STANDS = frozenset(
    {AlarmPhase.SOUNDING, AlarmPhase.ACKNOWLEDGED, AlarmPhase.ESCALATED, AlarmPhase.REMINDED}
)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A cuff result of the pause, and the heart rate that went with it; None = not known."""

    cuffed: Cuffed
    hr: float | None

    @property
    def high(self) -> bool:
        return self.cuffed.result.sbp >= BELOW_SBP or self.cuffed.result.dbp >= BELOW_DBP

    @property
    def good(self) -> bool:
        return not self.high and self.hr is not None and self.hr < BELOW_HR


class ResumeRule:
    """Of one pause; made anew at the next. Moments are session seconds."""

    def __init__(self, state: ChairState, alarms: Sequence[AlarmView], paused_at: float) -> None:
        self._paused_at = paused_at
        self._heard = len(state.latest.cuffs)
        self._severe = severe(state, alarms)
        self._seen: list[_Seen] = []

    def hear(self, state: ChairState) -> None:
        """Cuff results may have come."""
        cuffs = state.latest.cuffs
        for cuffed in cuffs[self._heard :]:
            held = state.latest.heart()
            hr = cuffed.result.pulse if held is None else held.reading.value
            self._seen.append(_Seen(cuffed, hr))
        self._heard = len(cuffs)

    def view(self, state: ChairState, *, pauses: int, paused_s: float) -> ResumeView:
        believed = {cuffed.at for cuffed in state.latest.cuffs if cuffed.judgeable}
        seen = [one for one in self._seen if one.cuffed.judgeable and one.cuffed.at in believed]
        late = (_Seen(cuffed, None) for cuffed in state.latest.late)
        seen += [one for one in late if one.high and one.cuffed.at >= self._paused_at]
        seen.sort(key=lambda one: one.cuffed.at)
        severe_since = any(_very_high(one.cuffed, state.profile, state.baseline) for one in seen)
        needed = self._severe or severe_since
        terminate = paused_s > TERMINATE_AFTER_S or pauses >= TERMINATE_AT_PAUSE
        good, next_from_s = _counted(seen) if needed else (0, None)
        return ResumeView(needed, good, next_from_s, terminate)


def _counted(seen: Sequence[_Seen]) -> tuple[int, float | None]:
    """How many of two good readings there are, and from when the next one counts."""
    first: float | None = None
    good = 0
    for one in seen:
        if not one.good:
            first, good = None, 0
        elif first is None:
            first, good = one.cuffed.at, 1
        elif one.cuffed.at >= first + APART_S:
            good = 2
    return good, None if first is None else first + APART_S


def severe(state: ChairState, alarms: Sequence[AlarmView]) -> bool:
    """A very high pressure stands now: an open alarm of it, or the last valid result."""
    if any(_SEVERE & {one.alarm, *one.reasons} and one.state in _STANDS for one in alarms):
        return True
    valid = [cuffed for cuffed in state.latest.cuffs if cuffed.judgeable]
    return bool(valid) and _very_high(valid[-1], state.profile, state.baseline)


def _very_high(cuffed: Cuffed, profile: LimitProfile, baseline: BaselineAccepted | None) -> bool:
    limits = [effective_limit(row, profile, baseline) for row in VERY_HIGH_ROWS]
    values = (cuffed.result.sbp, cuffed.result.dbp)
    return any(
        limit is not None and value >= limit for value, limit in zip(values, limits, strict=True)
    )
