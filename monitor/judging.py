"""Values and absences against the alarm table: which verdict goes to which watch.

Rule 1: only GOOD and UNCONFIRMED values are judged; all else is UNKNOWN, which never clears.
Rule 2: HR rows judge the ECG's rate, else the oximeter's pulse, never the cuff's.
Rule 3: what is outside the phases of `JUDGING` is not judged at all.

What a cuff result says is in `cuff_judging.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from monitor.alarm_table import (
    ARTERIAL_ROWS,
    ARTERIAL_SIGNS,
    EXTREME_ROWS,
    HIGH_ROWS,
    STREAM_ROWS,
    VERY_HIGH_ROWS,
)
from monitor.alarms import AlarmEngine
from monitor.chair_state import ChairState
from monitor.conditions import Conditions
from monitor.confirm import Answer, Levels, reaches
from monitor.cuff_judging import CuffJudge, recheck_by
from monitor.latest import Cuffed
from monitor.limits import LimitProfile
from monitor.optional_judging import OptionalJudge
from monitor.optional_rows import OPTIONAL, OPTIONAL_ARTERIAL_ROWS, OPTIONAL_CUFF_ROWS
from monitor.outcomes import AlarmChanged, BaselineAccepted, CuffUnconfirmed
from monitor.patient_limits import effective_limit
from monitor.phases import JUDGING, Phase
from monitor.rules import Row, Verdict, judge
from monitor.vitals import JUDGED, Reading, VitalSign
from monitor.watch import Watch

_BEFORE_TREATING = frozenset({Phase.PLANNED, Phase.SCREENING, Phase.BASELINE})
_HEART = frozenset({VitalSign.HR, VitalSign.PULSE})
_ROWS_OF: dict[VitalSign, tuple[Row, ...]] = {
    sign: tuple(row for row in STREAM_ROWS if row.sign is sign)
    for sign in (VitalSign.HR, VitalSign.SPO2, VitalSign.RR)
}
_ARTERIAL_ROWS_OF: dict[VitalSign, tuple[Row, ...]] = {
    arterial: tuple(row for row in ARTERIAL_ROWS if row.sign is sign)
    for arterial, sign in ARTERIAL_SIGNS.items()
}
_Basis = tuple[Phase, LimitProfile, BaselineAccepted | None]
FAILED_REPEATS = 2
"""So many failures in a row count as agreement with a very high value."""
_Judged = tuple[tuple[Watch, float | None], ...]
"""The rows of one sign with their limits; None = the row is not judged now."""


class Judge:
    """Owns the alarms of one chair; reads its state, changes nothing else."""

    def __init__(self, state: ChairState) -> None:
        self._state = state
        self.engine = AlarmEngine(STREAM_ROWS)
        self.cuffs = CuffJudge(self.engine, OPTIONAL_CUFF_ROWS)
        self.conditions = Conditions(state, self.engine)
        self._rows_of = _ROWS_OF
        self._basis: _Basis | None = None
        self._judged: dict[VitalSign, _Judged] = {}
        if state.opened.arterial_judged:
            for row in ARTERIAL_ROWS:
                self.engine.add(row)
            self._rows_of = _ROWS_OF | _ARTERIAL_ROWS_OF
            for sign, row in OPTIONAL_ARTERIAL_ROWS:
                self.engine.add(row)
                self._rows_of = self._rows_of | {sign: (*self._rows_of.get(sign, ()), row)}
        self._computed = OptionalJudge(state, self.engine, self._limit)

    @property
    def _optional(self) -> OptionalJudge | None:
        """None = no computed row is switched on, so that nothing has to be computed."""
        return self._computed if OptionalJudge.wanted(self._state.profile) else None

    # ---- values

    def streams(self, readings: Sequence[Reading], now: float) -> None:
        """Continuous values came together."""
        heart = False
        for reading in readings:
            if reading.sign in _HEART:
                heart = True
            elif reading.quality in JUDGED:
                self._value(reading.sign, reading.value, now)
            else:
                self._unknown(reading.sign, now)
        if heart:
            self._heart(now)
        if self._optional is not None:
            self._optional.streams(now)
        self.conditions.signals(now)

    def lost(self, sign: VitalSign, now: float) -> None:
        """A continuous sign has no value any more, or another device's: that one is judged."""
        held = self._state.latest.held.get(sign)
        if held is not None:
            self.streams((held.reading,), now)
        elif sign in _HEART:
            self._heart(now)
        else:
            self._unknown(sign, now)
        if self._optional is not None:
            self._optional.streams(now)
        self.conditions.signals(now)

    def _heart(self, now: float) -> None:
        held = self._state.latest.heart()
        if held is None:
            self._unknown(VitalSign.HR, now)
        else:
            self._value(VitalSign.HR, held.reading.value, now)

    def cuff(self, cuffed: Cuffed, now: float) -> list[AlarmChanged | CuffUnconfirmed]:
        """A cuff result came. Partial rows don't exist: a result has both pressures."""
        if not cuffed.judgeable:
            return []
        self.failed(0, now)
        if self._state.phase not in JUDGING:
            return []
        by = recheck_by(now, self._state.cuff_due_at())
        symptom = self._state.symptom_stands(now)
        levels = self._levels()
        self._state.wishes.result(now, below_high=not reaches(cuffed.result, levels.high))
        if self._optional is not None:
            self._optional.cuff(now)
        return self.cuffs.judge(cuffed, levels, self._limit, by, symptom=symptom)

    def _levels(self) -> Levels:
        """The active limits of the high side, whether or not each is an alarm in this phase."""
        high, very_high, extreme = (
            (self._effective(sbp), self._effective(dbp))
            for sbp, dbp in (HIGH_ROWS, VERY_HIGH_ROWS, EXTREME_ROWS)
        )
        return Levels(high, very_high, extreme)

    def _effective(self, row: Row) -> float:
        limit = effective_limit(row, self._state.profile, self._state.baseline)
        assert limit is not None, f"{row.id} needs no baseline"
        return limit

    def failed(self, in_a_row: int, now: float) -> None:
        self.conditions.failed(in_a_row, now)
        if in_a_row >= FAILED_REPEATS:
            self.cuffs.hear(Answer.FAILED_TWICE, now)

    def symptom(self, row: Row, now: float, text: str) -> list[AlarmChanged]:
        """Somebody saw a symptom: an alarm of its own, and evidence for what the cuff said."""
        self.cuffs.hear(Answer.SYMPTOM, now)
        return [*self.conditions.moment(row, now, text), *self.cuffs.speak_again(now)]

    def baseline_moved(self, now: float) -> None:
        """Relative limits follow an accepted baseline, which by itself never alarms."""
        self._cuff_limits(now, raises=False)
        self._streams_again(now)

    def limit_moved(self, now: float) -> None:
        """What is known now is judged by the new limits."""
        self._cuff_limits(now, raises=True)
        self._streams_again(now)

    def profile_replaced(self, now: float) -> None:
        """Another profile holds; rows that it does not switch on are no alarms any more."""
        self._computed.cuff(now)
        self.limit_moved(now)

    def _cuff_limits(self, now: float, *, raises: bool) -> None:
        by = recheck_by(now, self._state.cuff_due_at())
        self.cuffs.limits_moved(now, self._levels(), self._limit, by, raises=raises)
        if self._optional is not None:
            self._optional.cuff(now)

    def _streams_again(self, now: float) -> None:
        self.streams([held.reading for held in self._state.latest.held.values()], now)

    def _value(self, sign: VitalSign, value: float, now: float) -> None:
        self._state.wishes.value(sign, value, now)
        for watch, limit in self._judged_now(sign):
            if limit is None:
                watch.drop()
            else:
                verdict = judge(watch.row, value, limit, in_breach=watch.holds)
                watch.feed(verdict, now, value, limit)

    def counted(self, sign: VitalSign, value: float, now: float) -> None:
        """A person counted it: the counting was the delay, so that it is judged at once."""
        for watch, limit in self._judged_now(sign):
            if limit is not None:
                verdict = judge(watch.row, value, limit, in_breach=watch.holds)
                since = now - watch.delay_s if verdict is Verdict.BREACH else None
                watch.feed(verdict, now, value, limit, since)

    def _unknown(self, sign: VitalSign, now: float) -> None:
        self._state.wishes.unknown(sign, now)
        for watch, _limit in self._judged_now(sign):
            watch.feed(Verdict.UNKNOWN, now)

    def _judged_now(self, sign: VitalSign) -> _Judged:
        """Worked out anew only when something changed that limits rest on."""
        state = self._state
        basis = (state.phase, state.profile, state.baseline)
        if basis != self._basis:
            self._basis = basis
            self._judged = {
                measured: tuple((self.engine.watch_of(row), self._limit(row)) for row in rows)
                for measured, rows in self._rows_of.items()
            }
        return self._judged.get(sign, ())

    def _limit(self, row: Row) -> float | None:
        phase = self._state.phase
        colour_only = row.colour_only_before_treating and phase in _BEFORE_TREATING
        off = row.id in OPTIONAL and row.id not in self._state.profile.switched_on
        if phase not in JUDGING or colour_only or off:
            return None
        return effective_limit(row, self._state.profile, self._state.baseline)

    def end(self) -> None:
        """The session is over: nothing is judged any more."""
        self.engine.drop_all()
