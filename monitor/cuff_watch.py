"""What stands in a cuff row's place instead of a delay: a second reading.

Rule 1: a row that is true once is *pending*: nothing sounds, a repeat is asked for. True again in
        the next reading, or no reading in time: it holds. Not true in the next: it is taken back.
Rule 2: the rows of the high levels follow the ladder of `confirm.py` together: they are one
        question about one pressure.
"""

from __future__ import annotations

from monitor.confirm import (
    BELIEVED_BY_LESS,
    Answer,
    Ladder,
    Levels,
    Rung,
    Tier,
    reaches,
)
from monitor.outcomes import Priority
from monitor.repeat_time import RepeatTime
from monitor.rules import Row, Verdict
from monitor.vitals import CuffResult, VitalSign


class RepeatWatch:
    """One row that asks for a repeat. `holds`: confirmed; `pending`: seen once."""

    provisional = False

    def __init__(self, row: Row) -> None:
        self.row = row
        self.holds = False
        self.pending = False
        self.value: float | None = None
        self.limit: float | None = None
        self.time = RepeatTime()

    @property
    def rests(self) -> bool:
        return not self.holds and not self.pending

    def take(self, verdict: Verdict, value: float, limit: float, answer_by: float) -> bool:
        """A reading; whether it takes back what the one before had said.

        A row that needs no repeat holds at once. `answer_by`: when silence means agreement.
        """
        taken_back = self.pending and verdict is Verdict.WITHIN
        if verdict is Verdict.WITHIN:
            self.drop()
            return taken_back
        self.value, self.limit = value, limit
        if self.holds:
            return False
        if self.pending or not self.row.repeats:
            self._confirm()
        else:
            self.pending = True
            self.time.ask(answer_by)
        return False

    def move(self, verdict: Verdict, value: float, limit: float, answer_by: float) -> None:
        """The limit was moved; the last reading by the new one confirms nothing."""
        if verdict is Verdict.WITHIN:
            self.drop()
        elif self.rests:
            self.take(verdict, value, limit, answer_by)
        else:
            self.value, self.limit = value, limit

    def drop(self) -> None:
        """The row is not judged any more, or its condition is over."""
        self.holds = self.pending = False
        self.time.drop()

    @property
    def asked_by(self) -> float | None:
        return self.time.by

    def due_at(self) -> float | None:
        return self.time.by

    def pass_time(self, now: float) -> None:
        if self.time.over(now):
            self._confirm()

    def _confirm(self) -> None:
        self.holds, self.pending = True, False
        self.time.drop()


class LadderWatch:
    """One row of the ladder, as the ladder has placed it."""

    def __init__(self, row: Row, tier: Tier, steps: LadderSteps) -> None:
        self.row = row
        self.tier = tier
        self.holds = False
        self.pending = False
        self.provisional = False
        self.value: float | None = None
        self.limit: float | None = None
        self._steps = steps

    @property
    def rests(self) -> bool:
        return self._steps.ladder.rung is Rung.REST and not self.holds

    def place(self, *, holds: bool, pending: bool, provisional: bool) -> None:
        self.holds, self.pending, self.provisional = holds, pending, provisional

    def drop(self) -> None:
        self._steps.rest()

    @property
    def asked_by(self) -> float | None:
        return self._steps.ladder.deadline

    def due_at(self) -> float | None:
        return self._steps.ladder.deadline

    def pass_time(self, now: float) -> None:
        self._steps.pass_time(now)


_HOLDING: dict[Rung, tuple[Tier, ...]] = {
    Rung.REST: (),
    Rung.CARD: (),
    Rung.ASK: (Tier.VERY_HIGH, Tier.HIGH),
    Rung.THIRD: (Tier.HIGH,),
    Rung.MEDIUM: (Tier.HIGH,),
    Rung.UPHELD: (Tier.VERY_HIGH, Tier.HIGH),
    Rung.HIGH: (Tier.VERY_HIGH, Tier.HIGH),
    Rung.EXTREME: (Tier.EXTREME, Tier.VERY_HIGH, Tier.HIGH),
    Rung.EXTREME_HELD: (Tier.EXTREME, Tier.VERY_HIGH, Tier.HIGH),
}
"""Which levels sound on a rung; on CARD the high rows are pending."""
_LOUD = frozenset({Rung.UPHELD, Rung.HIGH, Rung.EXTREME, Rung.EXTREME_HELD})
"""Here a very high value has the priority high."""


class LadderSteps:
    """Puts the rows of the high levels where the ladder stands."""

    def __init__(self, rows: tuple[tuple[Row, Tier], ...]) -> None:
        self.ladder = Ladder()
        self.watches = tuple(LadderWatch(row, tier, self) for row, tier in rows)
        self._judged: tuple[CuffResult, Levels] | None = None
        self._cards = True

    def take(
        self,
        result: CuffResult,
        levels: Levels,
        now: float,
        recheck_by: float,
        *,
        again: bool,
        cards: bool,
    ) -> bool:
        """A reading; whether it takes back what the one before had said.

        `cards` False: merely high values are no alarm now.
        """
        answer = self.ladder.answer(result, levels, again=again)
        self._judged, self._cards = (result, levels), cards
        taken_back = self.ladder.take(answer, now, recheck_by, cards=cards)
        self._place()
        return taken_back

    def move(self, levels: Levels, now: float, recheck_by: float, *, cards: bool) -> None:
        """Limits were moved: the last reading is judged by the new ones."""
        self._cards = cards
        if self._judged is not None:
            result, old = self._judged
            self._judged = (result, levels)
            before = self.ladder.answer(result, old, again=False)
            answer = self.ladder.answer(result, levels, again=False)
            self.ladder.move(before, answer, now, recheck_by, cards=cards)
            self._place()

    def hear(self, answer: Answer, now: float) -> None:
        """Something other than a reading: a symptom, a second failure."""
        self.ladder.take(answer, now, now)
        self._place()

    def pass_time(self, now: float) -> None:
        before = self.ladder.rung
        self.ladder.pass_time(now)
        if self.ladder.rung is not before:
            self._place()

    def rest(self) -> None:
        """Nothing is judged any more."""
        self.ladder = Ladder()
        self._judged = None
        self._place()

    def _place(self) -> None:
        rung = self.ladder.rung
        for watch in self.watches:
            reached = self._reached(watch)
            quiet = rung is Rung.MEDIUM and not self._cards
            loud = (watch.row.priority is Priority.HIGH) is (rung in _LOUD)
            right = watch.tier in _HOLDING[rung] and (loud or watch.tier is not Tier.VERY_HIGH)
            watch.place(
                holds=reached and right and not quiet,
                pending=reached and rung is Rung.CARD and watch.tier is Tier.HIGH,
                provisional=rung is Rung.EXTREME,
            )

    def _reached(self, watch: LadderWatch) -> bool:
        """Whether the row is true of the last reading; its value and limit with it."""
        if self._judged is None:
            return False
        result, levels = self._judged
        sbp = watch.row.sign is VitalSign.SBP
        level = self._level(watch.tier, result, levels)
        watch.value = result.sbp if sbp else result.dbp
        watch.limit = level[0] if sbp else level[1]
        return watch.value >= watch.limit - self.ladder.slack(watch.tier)

    def _level(self, tier: Tier, result: CuffResult, levels: Levels) -> tuple[float, float]:
        """What the row is compared with: a very high value may have been confirmed by less."""
        level = levels.of(tier)
        if tier is not Tier.VERY_HIGH or self.ladder.rung not in BELIEVED_BY_LESS:
            return level
        slack = self.ladder.slack(tier)
        confirmed_by = (level, levels.half_way, levels.high)
        return next((lower for lower in confirmed_by if reaches(result, lower, slack)), level)
