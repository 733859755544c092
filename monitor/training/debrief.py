"""What a lesson was worth: every wanted thing, every alarm, and the sum. Shapes only.

Rule: a moment is in session seconds, a span in seconds; None is said where it means something.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from monitor.outcomes import Priority
from monitor.training.lesson import Wanted
from monitor.training.staged import LessonBegun, Staged, TrueState
from monitor.vitals import VitalSign


class Verdict(enum.StrEnum):
    MET = "met"
    LATE = "late"
    MISSED = "missed"
    WRONG = "wrong"
    """It must not be done, and was."""
    UNDECIDED = "undecided"
    """The lesson ended before its time was over."""
    NOT_NEEDED = "not-needed"
    """Its moment never came, or it was over before it had to be answered."""


COUNTED = frozenset({Verdict.MET, Verdict.LATE, Verdict.MISSED, Verdict.WRONG})


@dataclass(frozen=True, slots=True)
class Finding:
    """One wanted thing. `since_s` None = its moment never came; `done_s` None = it was not done.

    `points` of `wanted.weight`; what does not count has none.
    """

    wanted: Wanted
    verdict: Verdict
    since_s: float | None
    done_s: float | None
    points: float

    @property
    def took_s(self) -> float | None:
        """None = not done; 0 = it was done before it was wanted."""
        if self.since_s is None or self.done_s is None:
            return None
        return max(0.0, self.done_s - self.since_s)


@dataclass(frozen=True, slots=True)
class AnsweredAlarm:
    """One alarm from its first sound on.

    `value` is that of its worst word, None where it has none. `due_s` is when the protocol
    wanted the answer at the latest; `answered_s` None = nobody answered. `how` is an `Action`, an
    id of what was done instead, or empty = acknowledged only.
    """

    key: str
    alarm: str
    sign: VitalSign | None
    value: float | None
    priority: Priority
    began_s: float
    due_s: float
    answered_s: float | None
    ended_s: float | None
    how: str
    verdict: Verdict
    points: float
    weight: float

    @property
    def took_s(self) -> float | None:
        return None if self.answered_s is None else max(0.0, self.answered_s - self.began_s)

    @property
    def allowed_s(self) -> float:
        return self.due_s - self.began_s


@dataclass(frozen=True, slots=True)
class Needless:
    """Something that nothing in the record gave a reason for; `what` is the id of a sentence."""

    what: str
    at_s: float
    points: float
    """What it costs, positive."""


@dataclass(frozen=True, slots=True)
class Debrief:
    """`score` is 0 to 100, or None where nothing was wanted.

    Its sum: `earned` of `possible` points as a share of 100, less `lost`.
    `ended_s`: when the lesson was over; `finished` by whom or why, empty = the record breaks off.
    """

    facts: LessonBegun
    session_id: str
    began_s: float | None
    """When the treatment was begun; None = it was not."""
    ended_s: float
    finished: str
    findings: tuple[Finding, ...]
    alarms: tuple[AnsweredAlarm, ...]
    needless: tuple[Needless, ...]
    staged: tuple[tuple[float, Staged], ...]
    truth: tuple[tuple[float, TrueState], ...]
    earned: float
    possible: float
    lost: float
    score: int | None
