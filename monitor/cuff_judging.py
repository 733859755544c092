"""A cuff result against the rows of the cuff: one result, one alarm a side.

How it goes: `judge` → the ladder (high side) and each row that asks for a repeat → their watches
→ `AlarmEngine.settle`. A result that contradicts the one before takes back what that one said.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from itertools import repeat

from monitor.alarm_slot import RowWatch
from monitor.alarm_table import (
    CONFIRMED_ROWS,
    EXTREME_ROWS,
    HIGH_ROWS,
    REPEAT_ROWS,
    VERY_HIGH_ROWS,
)
from monitor.alarms import AlarmEngine
from monitor.confirm import Answer, Levels, Rung, Tier, reaches
from monitor.cuff_watch import LadderSteps, RepeatWatch
from monitor.latest import Cuffed
from monitor.optional_judging import cuff_value
from monitor.outcomes import AlarmChanged, CuffUnconfirmed
from monitor.rules import Row, Verdict, judge
from monitor.vitals import CuffResult

RECHECK_WITHIN_S = 300.0
RECHECK_AFTER_DUE_S = 60.0
"""A repeat may take 5 min, or until 60 s after the next due cuff if that is later."""
HIGH_SIDE, LOW_SIDE = SIDES = ("bp/high", "bp/low")
_SOUND_DOUBTED = frozenset({Rung.ASK, Rung.EXTREME})
"""What sounds here rests on one reading; of a silent card nothing sounded that could be wrong."""
_TIERS = (
    *zip(HIGH_ROWS, repeat(Tier.HIGH)),
    *zip(VERY_HIGH_ROWS, repeat(Tier.VERY_HIGH)),
    *zip(CONFIRMED_ROWS, repeat(Tier.VERY_HIGH)),
    *zip(EXTREME_ROWS, repeat(Tier.EXTREME)),
)
LimitOf = Callable[[Row], float | None]
"""The active limit of a row; None = it is not judged now."""


def recheck_by(now: float, due_at: float | None) -> float:
    """When a high value that was seen at `now` must have been repeated."""
    soonest = now + RECHECK_WITHIN_S
    return soonest if due_at is None else max(soonest, due_at + RECHECK_AFTER_DUE_S)


class CuffJudge:
    """Owns the watches of the cuff rows, which are part of the engine's alarms.

    `optional` are the rows beside those of the alarm table that are judged too.
    """

    def __init__(self, engine: AlarmEngine, optional: Iterable[Row] = ()) -> None:
        self._engine = engine
        self._steps = LadderSteps(_TIERS)
        self._repeats = tuple(RepeatWatch(row) for row in (*REPEAT_ROWS, *optional))
        self._last: Cuffed | None = None
        watches: tuple[RowWatch, ...] = (*self._steps.watches, *self._repeats)
        for watch in watches:
            engine.join(watch)

    sides = frozenset(SIDES)
    """The keys of its two alarms."""

    def repeat_by(self) -> float | None:
        """When the repeat must have come that is asked for; None = none is."""
        asked = [self._steps.ladder.deadline, *(watch.asked_by for watch in self._repeats)]
        return min((by for by in asked if by is not None), default=None)

    def wait_for(self, running_until: float | None, now: float) -> None:
        """A measurement that is at work now (None: none is) answers before silence does."""
        for time in (self._steps.ladder.time, *(watch.time for watch in self._repeats)):
            time.wait_for(running_until, now)

    def judge(
        self, cuffed: Cuffed, levels: Levels, limit_of: LimitOf, by: float, *, symptom: bool
    ) -> list[AlarmChanged | CuffUnconfirmed]:
        """One valid result. `by` is when a repeat of it must have come."""
        now, result, before = cuffed.at, cuffed.result, self._last
        self._last = cuffed
        again = symptom or (before is not None and reaches(before.result, levels.high))
        cards = limit_of(HIGH_ROWS[0]) is not None
        held = {side for side in SIDES if self._engine.slot(side).holding()}
        sounded = self._steps.ladder.rung in _SOUND_DOUBTED
        contradicted = self._steps.take(result, levels, now, by, again=again, cards=cards)
        doubtful = {
            watch.row.key
            for watch in self._repeats
            if self._reading(watch, result, now, by, limit_of)
        }
        if contradicted:
            doubtful.add(HIGH_SIDE)
        said: list[AlarmChanged | CuffUnconfirmed] = []
        for side in SIDES:
            slot = self._engine.slot(side)
            stands = bool(slot.holding() or slot.pending())
            slot.readings = slot.readings + 1 if stands else 0
            aloud = contradicted and sounded and side == HIGH_SIDE
            if aloud or (side in doubtful and side not in held and not stands):
                marks = not stands and not any(isinstance(one, CuffUnconfirmed) for one in said)
                said += self._not_confirmed(side, before, result, marks=marks)
            said += self._engine.new_evidence(side, now)
        return said

    def _reading(
        self, watch: RepeatWatch, result: CuffResult, now: float, by: float, limit_of: LimitOf
    ) -> bool:
        """Feed one row; whether it takes back what the reading before had said."""
        limit = limit_of(watch.row)
        if limit is None:
            watch.drop()
            return False
        verdict, value = _verdict(watch, result, limit)
        return watch.take(verdict, value, limit, _answer_by(watch.row, now, by))

    def _not_confirmed(
        self, side: str, before: Cuffed | None, result: CuffResult, *, marks: bool
    ) -> list[CuffUnconfirmed]:
        """Both readings are named; the first is marked, unless something of it still stands."""
        if before is None:
            return []
        first = before.result
        text = f"{first.sbp:.0f}/{first.dbp:.0f} {result.sbp:.0f}/{result.dbp:.0f}"
        self._engine.take_back(side, text)
        return [CuffUnconfirmed(before.at)] if marks else []

    def limits_moved(
        self, now: float, levels: Levels, limit_of: LimitOf, by: float, *, raises: bool
    ) -> None:
        """The last result by the new limits. Without `raises` that can only end an alarm."""
        last = self._last
        if last is None:
            return
        cards = limit_of(HIGH_ROWS[0]) is not None
        if raises or self._steps.ladder.rung is not Rung.REST:
            self._steps.move(levels, now, by, cards=cards)
        for watch in self._repeats:
            if raises or not watch.rests:
                self._moved(watch, last.result, now, by, limit_of)

    def _moved(
        self, watch: RepeatWatch, result: CuffResult, now: float, by: float, limit_of: LimitOf
    ) -> None:
        limit = limit_of(watch.row)
        if limit is None:
            watch.drop()
            return
        verdict, value = _verdict(watch, result, limit)
        watch.move(verdict, value, limit, _answer_by(watch.row, now, by))

    def forget(self, strange: Collection[float]) -> None:
        """The readings of these moments were not this patient's: what rests on them is over."""
        if self._last is None or self._last.at not in strange:
            return
        self._last = None
        self._steps.rest()
        for watch in self._repeats:
            watch.drop()

    def hear(self, answer: Answer, now: float) -> None:
        """A symptom, or a second failure, while a repeat is waited for."""
        self._steps.hear(answer, now)

    def speak_again(self, now: float) -> list[AlarmChanged]:
        """What was acknowledged speaks again: a symptom, or the cuff is overdue."""
        return [change for side in SIDES for change in self._engine.speak_again(side, now)]


def _verdict(watch: RepeatWatch, result: CuffResult, limit: float) -> tuple[Verdict, float]:
    value = cuff_value(watch.row, result.sbp, result.dbp, result.map)
    return judge(watch.row, value, limit, in_breach=watch.holds), value


def _answer_by(row: Row, now: float, by: float) -> float:
    return by if row.repeat_within_s is None else now + row.repeat_within_s
