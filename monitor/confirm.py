"""The repeat-reading ladder: when a high cuff value is believed, and how loudly until then.

Some cuff values are artefacts, so a single one is answered by a second:

* extreme: high at once. One repeat below the high limits within 120 s takes it back.
* very high: medium at once, and a repeat is asked for. It becomes high when the repeat agrees,
  does not come within 120 s or fails twice; at once when the reading before was high already or
  a symptom was entered. A repeat in between asks for a third reading, which makes it high from
  half-way between the high and the very high limits on; that is then the level that it holds at.
* high: a silent card, and a repeat is asked for. It becomes medium when the repeat agrees or does
  not come; it is taken back when the repeat is below the high limits.

"At or above" a level is true of either pressure, "below" of both. Levels are those of the *active*
limits.

Rule 1: everything that can move the ladder is in `TRANSITIONS`; what a moved limit does to it, in
        `MOVED`.
Rule 2: no answer counts as agreement.
Rule 3: what was confirmed holds until a reading is `SLACK` below its level; what was not is
        compared exactly.

How long an answer is waited for is in `repeat_time.py`.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from monitor.repeat_time import RepeatTime
from monitor.vitals import CuffResult

ANSWER_WITHIN_S = 120.0
"""For a repeat of an extreme or very high value."""
SLACK = 3.0
"""Hysteresis, mmHg."""


class Rung(enum.Enum):
    REST = enum.auto()
    CARD = enum.auto()
    """A high value was seen once: silent, a repeat is asked for."""
    ASK = enum.auto()
    """A very high value was seen once: medium, a repeat is asked for."""
    THIRD = enum.auto()
    """The repeat of a very high value was only high: medium, a third reading decides."""
    MEDIUM = enum.auto()
    UPHELD = enum.auto()
    """A very high value was upheld by a third reading that was not, or did not come: high."""
    HIGH = enum.auto()
    EXTREME = enum.auto()
    """An extreme value was seen once: high; one low repeat in time takes it back."""
    EXTREME_HELD = enum.auto()


class Answer(enum.Enum):
    """What a reading, or its absence, says to the ladder. Readings stand in order, worst last."""

    BELOW = enum.auto()
    RAISED = enum.auto()
    """At or above the high limits, below half-way to very high."""
    UPPER = enum.auto()
    """At or above half-way, below very high."""
    VERY_HIGH = enum.auto()
    VERY_HIGH_AGAIN = enum.auto()
    """The valid reading before it was high too, or a symptom stands."""
    EXTREME = enum.auto()
    SILENCE = enum.auto()
    """The time for the repeat is over."""
    FAILED_TWICE = enum.auto()
    SYMPTOM = enum.auto()


R, A = Rung, Answer

TRANSITIONS: dict[Rung, dict[Answer, Rung]] = {
    R.REST: {
        A.RAISED: R.CARD,
        A.UPPER: R.CARD,
        A.VERY_HIGH: R.ASK,
        A.VERY_HIGH_AGAIN: R.HIGH,
        A.EXTREME: R.EXTREME,
    },
    R.CARD: {
        A.BELOW: R.REST,
        A.RAISED: R.MEDIUM,
        A.UPPER: R.MEDIUM,
        A.VERY_HIGH: R.HIGH,
        A.VERY_HIGH_AGAIN: R.HIGH,
        A.EXTREME: R.EXTREME,
        A.SILENCE: R.MEDIUM,
    },
    R.ASK: {
        A.BELOW: R.REST,
        A.RAISED: R.THIRD,
        A.UPPER: R.THIRD,
        A.VERY_HIGH: R.HIGH,
        A.VERY_HIGH_AGAIN: R.HIGH,
        A.EXTREME: R.EXTREME,
        A.SILENCE: R.HIGH,
        A.FAILED_TWICE: R.HIGH,
        A.SYMPTOM: R.HIGH,
    },
    R.THIRD: {
        A.BELOW: R.REST,
        A.RAISED: R.MEDIUM,
        A.UPPER: R.UPHELD,
        A.VERY_HIGH: R.HIGH,
        A.VERY_HIGH_AGAIN: R.HIGH,
        A.EXTREME: R.EXTREME,
        A.SILENCE: R.UPHELD,
        A.FAILED_TWICE: R.UPHELD,
        A.SYMPTOM: R.UPHELD,
    },
    R.MEDIUM: {
        A.BELOW: R.REST,
        A.VERY_HIGH: R.ASK,
        A.VERY_HIGH_AGAIN: R.HIGH,
        A.EXTREME: R.EXTREME,
    },
    R.UPHELD: {
        A.BELOW: R.REST,
        A.RAISED: R.MEDIUM,
        A.VERY_HIGH: R.HIGH,
        A.VERY_HIGH_AGAIN: R.HIGH,
        A.EXTREME: R.EXTREME,
    },
    R.HIGH: {A.BELOW: R.REST, A.RAISED: R.MEDIUM, A.UPPER: R.MEDIUM, A.EXTREME: R.EXTREME},
    R.EXTREME: {
        A.BELOW: R.REST,
        A.RAISED: R.MEDIUM,
        A.UPPER: R.MEDIUM,
        A.VERY_HIGH: R.HIGH,
        A.VERY_HIGH_AGAIN: R.HIGH,
        A.EXTREME: R.EXTREME_HELD,
        A.SILENCE: R.EXTREME_HELD,
    },
    R.EXTREME_HELD: {
        A.BELOW: R.REST,
        A.RAISED: R.MEDIUM,
        A.UPPER: R.MEDIUM,
        A.VERY_HIGH: R.HIGH,
        A.VERY_HIGH_AGAIN: R.HIGH,
    },
}

_SEEN_ONCE = {
    A.BELOW: R.REST,
    A.RAISED: R.CARD,
    A.UPPER: R.CARD,
    A.VERY_HIGH: R.ASK,
    A.EXTREME: R.EXTREME,
}
_RAISED_STAYS = {A.RAISED: R.MEDIUM, A.UPPER: R.MEDIUM}
MOVED: dict[Rung, dict[Answer, Rung]] = {
    R.REST: _SEEN_ONCE,
    R.CARD: _SEEN_ONCE,
    R.ASK: _SEEN_ONCE,
    R.THIRD: _SEEN_ONCE | {A.RAISED: R.THIRD, A.UPPER: R.THIRD},
    R.MEDIUM: _SEEN_ONCE | _RAISED_STAYS,
    R.UPHELD: _SEEN_ONCE | {A.RAISED: R.MEDIUM, A.UPPER: R.UPHELD, A.VERY_HIGH: R.HIGH},
    R.HIGH: _SEEN_ONCE | _RAISED_STAYS | {A.VERY_HIGH: R.HIGH},
    R.EXTREME: _SEEN_ONCE,
    R.EXTREME_HELD: _SEEN_ONCE | _RAISED_STAYS | {A.VERY_HIGH: R.HIGH, A.EXTREME: R.EXTREME_HELD},
}
"""A limit was moved: where the last reading stands by the new ones. What had been confirmed stays
confirmed, what had been asked for is asked for still."""

ASKING = frozenset({R.CARD, R.ASK, R.THIRD, R.EXTREME})
"""A repeat is wanted."""
_DOUBTED = frozenset({R.CARD, R.ASK, R.EXTREME})
"""One reading alone stands for it; a next one below the high limits says that it was wrong."""


class Tier(enum.IntEnum):
    HIGH = 1
    VERY_HIGH = 2
    EXTREME = 3


_CONFIRMED = {
    R.MEDIUM: Tier.HIGH,
    R.UPHELD: Tier.VERY_HIGH,
    R.HIGH: Tier.VERY_HIGH,
    R.EXTREME_HELD: Tier.EXTREME,
}
"""The highest level that is believed on a rung."""
BELIEVED_BY_LESS = frozenset({R.UPHELD, R.HIGH})
"""Here a very high value may be believed although the last reading is below that level."""


@dataclass(frozen=True, slots=True)
class Levels:
    """The active limits of one patient, mmHg: (systolic, diastolic) of each level."""

    high: tuple[float, float]
    very_high: tuple[float, float]
    extreme: tuple[float, float]

    @property
    def half_way(self) -> tuple[float, float]:
        return (
            (self.high[0] + self.very_high[0]) / 2,
            (self.high[1] + self.very_high[1]) / 2,
        )

    def of(self, tier: Tier) -> tuple[float, float]:
        return {Tier.HIGH: self.high, Tier.VERY_HIGH: self.very_high, Tier.EXTREME: self.extreme}[
            tier
        ]


def reaches(result: CuffResult, level: tuple[float, float], slack: float = 0.0) -> bool:
    """Either pressure is at or above the level."""
    return result.sbp >= level[0] - slack or result.dbp >= level[1] - slack


class Ladder:
    """Where one chair stands."""

    def __init__(self) -> None:
        self.rung = Rung.REST
        self.time = RepeatTime()

    @property
    def deadline(self) -> float | None:
        """When the time for an answer is over; None = nothing is asked."""
        return self.time.by

    def slack(self, tier: Tier) -> float:
        """How far below a level a reading still counts as at it."""
        confirmed = _CONFIRMED.get(self.rung)
        return SLACK if confirmed is not None and confirmed >= tier else 0.0

    def answer(self, result: CuffResult, levels: Levels, *, again: bool) -> Answer:
        """What a reading says; `again`: the one before was high, or a symptom stands."""
        if reaches(result, levels.extreme, self.slack(Tier.EXTREME)):
            return Answer.EXTREME
        if reaches(result, levels.very_high, self.slack(Tier.VERY_HIGH)):
            return Answer.VERY_HIGH_AGAIN if again else Answer.VERY_HIGH
        upheld = SLACK if self.rung is Rung.UPHELD else 0.0
        if reaches(result, levels.half_way, upheld):
            return Answer.UPPER
        raised = reaches(result, levels.high, self.slack(Tier.HIGH))
        return Answer.RAISED if raised else Answer.BELOW

    def take(self, answer: Answer, now: float, recheck_by: float, *, cards: bool = True) -> bool:
        """One answer; whether it takes back what the reading before had said.

        `recheck_by` is when a merely high value must have been re-checked. Without `cards` a
        merely high value asks for nothing.
        """
        before = self.rung
        after = TRANSITIONS[before].get(answer, before)
        if after is Rung.CARD and not cards:
            return False
        self._go(after, now, recheck_by)
        return answer is Answer.BELOW and before in _DOUBTED

    def move(
        self, before: Answer, answer: Answer, now: float, recheck_by: float, *, cards: bool
    ) -> None:
        """Limits were moved: what the last reading said by the old ones, and says by the new.

        A limit that came nearer, or one of another sign, takes nothing back.
        """
        after = MOVED[self.rung][answer]
        if self.rung in BELIEVED_BY_LESS and after is Rung.MEDIUM and answer.value >= before.value:
            return
        if after is Rung.CARD and not cards:
            after = Rung.REST
        if after is not self.rung:
            self._go(after, now, recheck_by)

    def pass_time(self, now: float) -> None:
        if self.time.over(now):
            self.take(Answer.SILENCE, now, now)

    def _go(self, after: Rung, now: float, recheck_by: float) -> None:
        if after not in ASKING:
            self.time.drop()
        elif after is not self.rung:
            self.time.ask(recheck_by if after is Rung.CARD else now + ANSWER_WITHIN_S)
        self.rung = after
