"""The cuff readings of one chair, and which of them an alarm has named.

Rule 1: a cuff reading is an event at the moment of its measurement, never joined to another.
Rule 2: whether a value is in breach is asked of `monitor.rules`, whether there is an alarm is
        told by `AlarmChanged`. A reading is coloured when both are so.
Rule 3: a reading that a repeat did not confirm (`CuffUnconfirmed`) is named by no alarm any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from monitor.alarm_table import CUFF_ROWS
from monitor.limits import LimitProfile
from monitor.optional_judging import cuff_value
from monitor.optional_rows import OPTIONAL_CUFF_ROWS
from monitor.outcomes import AlarmChanged, AlarmPhase, BaselineAccepted, Priority
from monitor.patient_limits import effective_limit
from monitor.rules import Verdict, judge
from monitor.vitals import JUDGED, CuffResult, Quality

SAME_S = 0.0005
"""Moments are whole milliseconds."""
_ROWS = (*CUFF_ROWS, *OPTIONAL_CUFF_ROWS)
CUFF_KEYS = frozenset(row.key for row in CUFF_ROWS)
OPEN = frozenset(
    {
        AlarmPhase.PENDING,
        AlarmPhase.SOUNDING,
        AlarmPhase.ACKNOWLEDGED,
        AlarmPhase.REMINDED,
        AlarmPhase.ESCALATED,
    }
)


@dataclass(frozen=True, slots=True)
class Cuff:
    """`at_s` is when it was measured, `came_s` when we heard of it; mmHg."""

    at_s: float
    came_s: float
    sbp: float
    dbp: float
    map: float | None
    quality: Quality
    manual: bool = False
    named: tuple[tuple[str, Priority], ...] = ()
    late: bool = False
    """Entered too long after its measurement to be judged."""

    @property
    def priority(self) -> Priority | None:
        """Of the worst alarm that named this reading."""
        return max((priority for _, priority in self.named), default=None)

    @property
    def judged(self) -> bool:
        return self.quality in JUDGED and not self.late

    def naming(self, key: str, priority: Priority | None) -> Cuff:
        others = tuple(pair for pair in self.named if pair[0] != key)
        return replace(self, named=others if priority is None else (*others, (key, priority)))


class Cuffs:
    def __init__(self) -> None:
        self._all: list[Cuff] = []
        self._open: dict[str, Priority] = {}
        self._profile: LimitProfile | None = None
        self._baseline: BaselineAccepted | None = None
        self.version = 0

    @property
    def all(self) -> Sequence[Cuff]:
        """In the order in which they came."""
        return self._all

    def judge_by(self, profile: LimitProfile, baseline: BaselineAccepted | None) -> None:
        self._profile, self._baseline = profile, baseline

    def add(self, cuff: Cuff) -> None:
        for key, priority in self._open.items():
            if self._breaches(cuff, key):
                cuff = cuff.naming(key, priority)
        self._all.append(cuff)
        self.version += 1

    def alarm(self, now_s: float, alarm: AlarmChanged) -> None:
        """`now_s` is the moment of the change: that of the reading that caused it, if one did."""
        if alarm.key not in CUFF_KEYS:
            return
        self.version += 1
        if alarm.state in OPEN:
            self._open[alarm.key] = alarm.priority
        else:
            self._open.pop(alarm.key, None)
        latest = self._latest_judged(len(self._all))
        if latest is None:
            return
        cuff = self._all[latest]
        if alarm.state in OPEN:
            if self._is_about(cuff, now_s, alarm):
                self._all[latest] = cuff.naming(alarm.key, alarm.priority)
            return
        if cuff.came_s == now_s:
            self._all[latest] = cuff.naming(alarm.key, None)

    def doubt(self, at_s: float) -> None:
        """The reading that came then was not confirmed; of several the first one not marked."""
        for place, cuff in enumerate(self._all):
            doubted = cuff.quality is Quality.UNCONFIRMED
            if cuff.judged and not doubted and abs(cuff.came_s - at_s) < SAME_S:
                self._all[place] = replace(cuff, quality=Quality.UNCONFIRMED, named=())
                self.version += 1
                return

    def before(self, at_s: float) -> Cuff | None:
        """The latest reading at or before a moment."""
        return max(
            (cuff for cuff in self._all if cuff.at_s <= at_s),
            key=lambda cuff: cuff.at_s,
            default=None,
        )

    def _is_about(self, cuff: Cuff, now_s: float, alarm: AlarmChanged) -> bool:
        """Raised by this reading, or borne by it and changed since."""
        if any(key == alarm.key for key, _ in cuff.named):
            return True
        if alarm.state in (AlarmPhase.ACKNOWLEDGED, AlarmPhase.REMINDED):
            return False
        return cuff.came_s == now_s or self._breaches(cuff, alarm.key)

    def _latest_judged(self, below: int) -> int | None:
        return next((i for i in range(below - 1, -1, -1) if self._all[i].judged), None)

    def _breaches(self, cuff: Cuff, key: str) -> bool:
        if not cuff.judged or self._profile is None:
            return False
        for row in _ROWS:
            if row.key != key or row.id not in self._profile.own:
                continue
            limit = effective_limit(row, self._profile, self._baseline)
            value = cuff_value(row, cuff.sbp, cuff.dbp, cuff.map)
            if limit is not None and judge(row, value, limit, in_breach=False) is Verdict.BREACH:
                return True
        return False


def cuff_of(now_s: float, result: CuffResult) -> Cuff:
    measured_s = now_s if result.age_s is None else now_s - result.age_s
    return Cuff(measured_s, now_s, result.sbp, result.dbp, result.map, result.quality)
