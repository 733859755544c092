"""The numbers of one session, worked out of its record. Pure, no Qt.

Definitions (also shown on the page, ``mean-…`` of `ui/review_words.py`):

* Baseline: the resting values that were accepted last.
* Peaks, lowest: over the whole session, from judged values (`monitor.vitals.JUDGED`) and from
  pressures that a person measured. Of several equal ones the first. `change` is from baseline.
  A cuff result that a repeat did not confirm is counted, but is neither a peak nor a time above.
* Heart rate is the ECG's; the oximeter's pulse only in a session without a rate from the ECG.
* BP above: time in which the last cuff value breached the row `sbp-high` or `dbp-high`, by
  `monitor.rules` with the limits active at the time. A cuff value stands until the next one, at
  most `CUFF_STANDS` cuff intervals: after that the screen showed dashes.
* HR above, SpO2 below: the same for `hr-high` and `spo2-low`; a value stands until the next one,
  at most as long as its device calls it fresh.
* Alarms: every onset (`sounding`) once, under the worst priority it reached (`escalated`).
* Given: the rates as they were entered, each over the time in which it ran, or the doses; that is
  calculated. The pump's own volume goes before it where that was entered.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from data.counted import Run, as_counted
from monitor.commands import ManualCuff
from monitor.entries import Entry
from monitor.events import Numerics, SessionOpened
from monitor.limits import PROFILES
from monitor.outcomes import (
    AlarmChanged,
    AlarmPhase,
    BaselineAccepted,
    LimitChanged,
    PhaseChanged,
    Priority,
)
from monitor.phases import Phase
from monitor.routes import Route
from monitor.treatment.commands import SetPlan
from monitor.treatment.retold import GivenRetold
from monitor.vitals import JUDGED, CuffFailed, CuffResult, Quality, VitalSign
from ui.review.measures import Best, Beyond, Extreme, highest, lowest

CUFF_STANDS = 2.0
FRESH_FOR_S = 5.0
_CHANGING = frozenset({SessionOpened, SetPlan, LimitChanged, BaselineAccepted, Numerics})
"""What changes how the values of a second are judged, or is one."""
_A_SECOND = Numerics(())
"""Whatever its values: what was said before it was not refused."""


class GivenBy(enum.Enum):
    CALCULATED = "calculated"
    PUMP = "pump"
    DOSES = "doses"
    """Each was entered."""


@dataclass(frozen=True, slots=True)
class SessionStatistics:
    """See the definitions above. Times in session seconds; None = there is no such value."""

    length_s: float
    baseline: BaselineAccepted | None
    infusion_started_s: float | None
    infusion_ended_s: float | None
    infusion_ran_s: float
    mg_given: float | None
    dose_mg: float | None
    peak_sbp: Extreme | None
    peak_dbp: Extreme | None
    peak_hr: Extreme | None
    lowest_spo2: Extreme | None
    bp_above_s: float
    hr_above_s: float
    spo2_below_s: float
    cuffs: int
    cuffs_failed: int
    longest_without_cuff_s: float | None
    alarms: dict[Priority, int]
    alarms_per_hour: float | None
    given_by: GivenBy = GivenBy.CALCULATED
    """How `mg_given` is known."""


def statistics(entries: Sequence[Entry]) -> SessionStatistics:
    """Everything in one pass over the record, in its order."""
    tally = _Tally()
    for entry in as_counted(entries).parts(_CHANGING):
        if isinstance(entry, Run):
            tally.seconds(entry)
            continue
        handle = _HANDLERS.get(type(entry.what))
        tally.now_s = max(tally.now_s, entry.now_s)
        if tally.given.hear(entry.what, entry.now_s):
            tally.follow()
        if handle is not None:
            handle(tally, entry.now_s, entry.what)
    return tally.result()


@dataclass(slots=True)
class _Rate:
    """One source of a heart rate: its peak, and its time beyond the limit of the rate."""

    best: Best = field(default_factory=highest)
    beyond: Beyond = field(default_factory=lambda: Beyond("hr-high"))


class _Tally:
    def __init__(self) -> None:
        self.now_s = 0.0
        self.given = GivenRetold()
        self.over_s: float | None = None
        """When the treatment was over; None = it was not, or there was none."""
        self.cuff_stands_s = CUFF_STANDS * 300.0
        self.fresh_for_s: dict[str, float] = {}
        self.baseline: BaselineAccepted | None = None
        self.sbp, self.dbp = highest(), highest()
        self.spo2 = lowest()
        self.rates = {VitalSign.HR: _Rate(), VitalSign.PULSE: _Rate()}
        self.bp_above, self.spo2_below = Beyond("sbp-high", "dbp-high"), Beyond("spo2-low")
        self.cuffs = self.cuffs_failed = 0
        self.last_cuff_s: float | None = None
        self.longest_s: float | None = None
        self.onsets: dict[str, Priority] = {}
        self.alarms = dict.fromkeys(reversed(Priority), 0)

    def opened(self, _now_s: float, what: SessionOpened) -> None:
        self.cuff_stands_s = CUFF_STANDS * what.nibp_interval_s
        self.fresh_for_s = {device.source: device.fresh_for_s for device in what.devices}
        self.follow()

    def phase(self, now_s: float, what: PhaseChanged) -> None:
        clock = self.given.clock
        under_way = what.after in {Phase.TREATING, Phase.PAUSED}
        if clock.started_at is None or under_way or self.over_s is not None:
            return
        dripped = clock.last_dose_at is None and clock.ended_at is not None
        self.over_s = clock.ended_at if dripped else now_s
        self._without_cuff(now_s if self.over_s is None else self.over_s)

    def numerics(self, now_s: float, what: Numerics) -> None:
        for reading in what.readings:
            if reading.quality not in JUDGED:
                continue
            stands_s = self.fresh_for_s.get(reading.source, FRESH_FOR_S)
            rate = self.rates.get(reading.sign)
            if rate is not None:
                rate.best.hear(reading.value, now_s)
                above = rate.beyond.breached(VitalSign.HR, reading.value)
                rate.beyond.hear(now_s, above, stands_s)
            elif reading.sign is VitalSign.SPO2:
                self.spo2.hear(reading.value, now_s)
                below = self.spo2_below.breached(VitalSign.SPO2, reading.value)
                self.spo2_below.hear(now_s, below, stands_s)

    def seconds(self, run: Run) -> None:
        """The same as `numerics` for each row."""
        began_s, ended_s = float(run.now_s[0]), float(run.now_s[-1])
        if self.given.hear(_A_SECOND, began_s):
            self.follow()
        self.now_s = max(self.now_s, ended_s)
        stands_s = run.by_source(lambda source: self.fresh_for_s.get(source, FRESH_FOR_S))
        streams = [(sign, VitalSign.HR, one.best, one.beyond) for sign, one in self.rates.items()]
        streams.append((VitalSign.SPO2, VitalSign.SPO2, self.spo2, self.spo2_below))
        for sign, judged_as, best, beyond in streams:
            values = run.judged(sign)
            there = ~np.isnan(values)
            values, now_s = values[there], run.now_s[there]
            best.hear_all(values, now_s)
            beyond.hear_all(now_s, beyond.all_breached(judged_as, values), stands_s[there])

    def cuff(self, now_s: float, what: CuffResult) -> None:
        at_s = now_s - (what.age_s or 0.0)
        if what.quality is Quality.UNCONFIRMED:
            self._measured(at_s)
        elif what.quality in JUDGED:
            self._pressure(at_s, what.sbp, what.dbp)

    def by_hand(self, now_s: float, what: ManualCuff) -> None:
        self._pressure(now_s, what.sbp, what.dbp)

    def failed(self, _now_s: float, _what: CuffFailed) -> None:
        self.cuffs_failed += 1

    def rested(self, _now_s: float, what: BaselineAccepted) -> None:
        self.baseline = what
        self.follow()

    def alarm(self, _now_s: float, what: AlarmChanged) -> None:
        if what.state is AlarmPhase.SOUNDING:
            self.onsets[what.key] = what.priority
            self.alarms[what.priority] += 1
        elif what.state is AlarmPhase.ESCALATED and what.priority > self.onsets.get(
            what.key, Priority.HIGH
        ):
            self.alarms[self.onsets[what.key]] -= 1
            self.alarms[what.priority] += 1
            self.onsets[what.key] = what.priority

    def result(self) -> SessionStatistics:
        clock, rest = self.given.clock, self.baseline
        rate = self.rates[
            VitalSign.PULSE if self.rates[VitalSign.HR].best.value is None else VitalSign.HR
        ]
        for beyond in (self.bp_above, self.spo2_below, rate.beyond):
            beyond.settle(self.now_s)
        if self.over_s is None:
            self._without_cuff(self.now_s)
        hours = self.now_s / 3600.0
        return SessionStatistics(
            length_s=self.now_s,
            baseline=rest,
            infusion_started_s=clock.started_at,
            infusion_ended_s=clock.ended_at,
            infusion_ran_s=clock.ran_s(self.now_s),
            mg_given=self.given.mg_given(self.now_s),
            dose_mg=clock.plan.dose_mg,
            peak_sbp=self.sbp.against(rest.sbp if rest else None),
            peak_dbp=self.dbp.against(rest.dbp if rest else None),
            peak_hr=rate.best.against(rest.hr if rest else None),
            lowest_spo2=self.spo2.against(rest.spo2 if rest else None),
            bp_above_s=self.bp_above.total_s,
            hr_above_s=rate.beyond.total_s,
            spo2_below_s=self.spo2_below.total_s,
            cuffs=self.cuffs,
            cuffs_failed=self.cuffs_failed,
            longest_without_cuff_s=self.longest_s,
            alarms=self.alarms,
            alarms_per_hour=sum(self.alarms.values()) / hours if hours > 0 else None,
            given_by=self._given_by(),
        )

    def _given_by(self) -> GivenBy:
        if self.given.route is not Route.IV:
            return GivenBy.DOSES
        return GivenBy.CALCULATED if self.given.pump_ml is None else GivenBy.PUMP

    def follow(self) -> None:
        rates = (rate.beyond for rate in self.rates.values())
        for beyond in (self.bp_above, self.spo2_below, *rates):
            beyond.follow(self.given.profile or PROFILES["adult-iv"], self.baseline)

    def _pressure(self, at_s: float, sbp: float, dbp: float) -> None:
        self._measured(at_s)
        self.sbp.hear(float(sbp), at_s)
        self.dbp.hear(float(dbp), at_s)
        above = self.bp_above.breached(VitalSign.SBP, sbp)
        above = above or self.bp_above.breached(VitalSign.DBP, dbp)
        self.bp_above.hear(at_s, above, self.cuff_stands_s)

    def _measured(self, at_s: float) -> None:
        self.cuffs += 1
        self._without_cuff(at_s)
        self.last_cuff_s = at_s

    def _without_cuff(self, now_s: float) -> None:
        """Only what lies within the infusion counts."""
        started_s = self.given.clock.started_at
        if started_s is None or (self.over_s is not None and now_s > self.over_s):
            return
        since_s = max(started_s, self.last_cuff_s or started_s)
        self.longest_s = max(self.longest_s or 0.0, now_s - since_s)


_HANDLERS: dict[type, Callable[[_Tally, float, Any], None]] = {
    SessionOpened: _Tally.opened,
    PhaseChanged: _Tally.phase,
    Numerics: _Tally.numerics,
    CuffResult: _Tally.cuff,
    ManualCuff: _Tally.by_hand,
    CuffFailed: _Tally.failed,
    BaselineAccepted: _Tally.rested,
    AlarmChanged: _Tally.alarm,
}
