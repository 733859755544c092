"""How long and how far the pressure was too high, when it was back, and what was left out.

Definitions (also shown on the page, ``mean-…`` of `ui/review_words.py`); the arithmetic is that of
`monitor.burden` and `monitor.alarm_report`:

* A pressure counts as in `statistics`: judged, confirmed or measured by a person.
* SBP above 140, 160, 180: on a straight line from one cuff value to the next, at most 15 min
  apart; the time, the area and the longest stretch.
* Above the limits: the same for either pressure over the limit that was active at each moment.
* Back at baseline: the first of two values behind the peak of SBP that are both, in SBP and in
  DBP, no more than 10 % or 10 mmHg (whichever is more) over baseline.
* Answered: from the first sound of an alarm of the patient to its first answer.
* Left out: cuff values by their quality, and the seconds of heart rate or SpO2 of poor quality.
Pure, no Qt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Any

import numpy as np

from data.counted import Run, as_counted, happened
from monitor.alarm_report import answers_of
from monitor.alarm_table import CUFF_ROWS
from monitor.burden import (
    Burden,
    LimitStep,
    Spans,
    burden,
    burden_of_steps,
    joined,
    spans_above_steps,
)
from monitor.commands import ManualCuff
from monitor.entries import Entry
from monitor.events import Numerics
from monitor.outcomes import BaselineAccepted, Priority
from monitor.patient_limits import effective_limit
from monitor.treatment.retold import GivenRetold
from monitor.vitals import JUDGED, CuffResult, Quality, VitalSign
from ui.review.statistics import SessionStatistics

LIMITS = (140.0, 160.0, 180.0)
NEAR_SHARE, NEAR_MMHG = 0.10, 10.0
_ROWS = {row.id: row for row in CUFF_ROWS}
_SHOWN = frozenset({VitalSign.HR, VitalSign.PULSE, VitalSign.SPO2})


@dataclass(frozen=True, slots=True)
class Active:
    """Over the limits that were in force: either pressure, s, and the areas, mmHg x min."""

    lasted_s: float
    sbp_area: float
    dbp_area: float


@dataclass(frozen=True, slots=True)
class Returned:
    """When the pressure was back, and how long after its peak; None = not within the record."""

    at_s: float | None
    after_s: float | None
    never_left: bool = False
    """The peak itself was within the band."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The times from onset to answer of one priority, s."""

    median_s: float
    worst_s: float
    count: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is in the record and in no number. `poor_s`: seconds of poor heart rate or SpO2."""

    cuffs: Counter[Quality] = field(default_factory=Counter)
    poor_s: int = 0

    @property
    def anything(self) -> bool:
        return bool(self.cuffs.total() or self.poor_s)


@dataclass(frozen=True, slots=True)
class Burdens:
    """See the definitions above. None = too few values to say so."""

    over: tuple[tuple[float, Burden | None], ...]
    active: Active | None
    returned: Returned | None
    answers: dict[Priority, Answers]
    left_out: LeftOut


def burdens(entries: Sequence[Entry], found: SessionStatistics) -> Burdens:
    tally = _Tally()
    for part in as_counted(entries).parts(()):
        if isinstance(part, Run):
            tally.seconds(part)
        else:
            tally.hear(part)
    tally.cuffs.sort()
    sbps = [(at_s, sbp) for at_s, sbp, _dbp in tally.cuffs]
    enough = len(sbps) > 1
    return Burdens(
        over=tuple((limit, burden(sbps, limit) if enough else None) for limit in LIMITS),
        active=_active(tally) if enough else None,
        returned=_returned(tally.cuffs, found),
        answers=_answers(happened(entries)),
        left_out=LeftOut(tally.left_out, tally.poor_s),
    )


class _Tally:
    def __init__(self) -> None:
        self.cuffs: list[tuple[float, float, float]] = []
        self.limits: dict[str, list[LimitStep]] = {"sbp-high": [], "dbp-high": []}
        self.left_out: Counter[Quality] = Counter()
        self.poor_s = 0
        self._given = GivenRetold()
        self._baseline: BaselineAccepted | None = None
        self._poor_second = -1

    def hear(self, entry: Entry) -> None:
        now_s, what = entry.now_s, entry.what
        handle = _HANDLERS.get(type(what))
        if handle is not None:
            handle(self, now_s, what)
        else:
            self._given.hear(what, now_s)
            self._follow(now_s)

    def numerics(self, now_s: float, what: Numerics) -> None:
        if int(now_s) != self._poor_second and any(
            reading.quality not in JUDGED and reading.sign in _SHOWN for reading in what.readings
        ):
            self._poor_second = int(now_s)
            self.poor_s += 1

    def seconds(self, run: Run) -> None:
        """The same of each row."""
        poor = np.zeros(run.end - run.first, dtype=np.bool_)
        for sign in _SHOWN & set(run.signs):
            there = np.isfinite(run.columns.values[sign][run.first : run.end])
            poor |= there & np.isnan(run.judged(sign))
        self.poor_s += int(poor.sum())

    def cuff(self, now_s: float, what: CuffResult) -> None:
        if what.quality in JUDGED and what.quality is not Quality.UNCONFIRMED:
            self.cuffs.append((now_s - (what.age_s or 0.0), what.sbp, what.dbp))
        else:
            self.left_out[what.quality] += 1

    def by_hand(self, now_s: float, what: ManualCuff) -> None:
        self.cuffs.append((now_s, what.sbp, what.dbp))

    def rested(self, now_s: float, what: BaselineAccepted) -> None:
        self._baseline = what
        self._follow(now_s)

    def _follow(self, now_s: float) -> None:
        """A limit may go with the resting value; it counts from the moment on which it came."""
        profile = self._given.profile
        if profile is None:
            return
        for row_id, steps in self.limits.items():
            limit = effective_limit(_ROWS[row_id], profile, self._baseline)
            if not steps or steps[-1][1] != limit:
                steps.append((now_s, limit))


_HANDLERS: dict[type, Callable[[_Tally, float, Any], None]] = {
    Numerics: _Tally.numerics,
    CuffResult: _Tally.cuff,
    ManualCuff: _Tally.by_hand,
    BaselineAccepted: _Tally.rested,
}


def _active(tally: _Tally) -> Active:
    sbps = [(at_s, sbp) for at_s, sbp, _dbp in tally.cuffs]
    dbps = [(at_s, dbp) for at_s, _sbp, dbp in tally.cuffs]
    of_sbp, of_dbp = tally.limits["sbp-high"], tally.limits["dbp-high"]
    either = joined((*spans_above_steps(sbps, of_sbp), *spans_above_steps(dbps, of_dbp)))
    return Active(
        _lasted(either),
        burden_of_steps(sbps, of_sbp).area,
        burden_of_steps(dbps, of_dbp).area,
    )


def _lasted(spans: Spans) -> float:
    return sum(end - begin for begin, end in spans)


def _returned(
    cuffs: Sequence[tuple[float, float, float]], found: SessionStatistics
) -> Returned | None:
    rest, peak = found.baseline, found.peak_sbp
    if rest is None or rest.sbp is None or rest.dbp is None or peak is None:
        return None
    most = tuple(value + max(NEAR_SHARE * value, NEAR_MMHG) for value in (rest.sbp, rest.dbp))
    near = [(at_s, sbp <= most[0] and dbp <= most[1]) for at_s, sbp, dbp in cuffs]
    if peak.value <= most[0] and all(one for _at_s, one in near):
        return Returned(None, None, never_left=True)
    behind = [one for one in near if one[0] > peak.at_s]
    for (at_s, first), (_next_s, second) in pairwise(behind):
        if first and second:
            return Returned(at_s, at_s - peak.at_s)
    return Returned(None, None)


def _answers(entries: Iterable[Entry]) -> dict[Priority, Answers]:
    times: dict[Priority, list[float]] = {}
    for priority, after_s in answers_of(entries):
        times.setdefault(priority, []).append(after_s)
    return {
        priority: Answers(median(several), max(several), len(several))
        for priority, several in times.items()
    }
