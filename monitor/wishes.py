"""When a cuff measurement is wanted sooner than its rhythm would bring it, and why.

Sources: the clinic's rules on the schedule. A repeat that the ladder asks for; at once after a
heart rate below 45 or from 131 on, an oxygen saturation below 88, or an emergency symptom; every
2.5 min while a high alarm is open, until two results lie below the high limits, and for 15 min
at most.

Rule 1: a wish is an instruction for the nurse, and for a cuff that may be started; that it is not
        met is no alarm of its own.
Rule 2: the next valid result answers every wish that was made before it.
Rule 3: a wish that a note made ends when the note is taken back, unless another one stands.
"""

from __future__ import annotations

import enum
import math
from dataclasses import dataclass

from monitor.clock import whole_ms
from monitor.outcomes import Priority
from monitor.rules import Compare, Row, Verdict, judge
from monitor.vitals import VitalSign
from monitor.watch import Watch

OFTEN_EVERY_S = 150.0
OFTEN_AT_MOST_S = 900.0
CALM_RESULTS = 2
HELD_S = 10.0
"""A heart rate or saturation must have lasted so long to ask for a cuff."""


class Why(enum.StrEnum):
    REPEAT = "repeat"
    SYMPTOM = "symptom"
    HEART = "heart"
    OXYGEN = "oxygen"
    OFTEN = "often"


@dataclass(frozen=True, slots=True)
class CuffWish:
    why: Why
    since_s: float


def _trigger(sign: VitalSign, compare: Compare) -> Watch:
    row = Row(f"{sign}-asks", f"{sign}-asks", sign, compare, Priority.LOW, 0, delay_s=HELD_S)
    return Watch(row)


_TRIGGERS = (
    (VitalSign.HR, Compare.BELOW, 45.0, Why.HEART),
    (VitalSign.HR, Compare.AT_LEAST, 131.0, Why.HEART),
    (VitalSign.SPO2, Compare.BELOW, 88.0, Why.OXYGEN),
)


class _Often:
    """For a high alarm: a result every 2.5 min, until two are calm, for 15 min at most."""

    def __init__(self) -> None:
        self.since: float | None = None
        """None = nothing wants it."""
        self._calm = 0
        """So many results below the high limits came one after the other since it began."""

    def begin(self, now: float) -> None:
        self.since, self._calm = now, 0

    def end(self) -> None:
        self.since = None

    def result(self, *, below_high: bool) -> None:
        self._calm = self._calm + 1 if below_high else 0
        if self._calm >= CALM_RESULTS:
            self.end()

    def next_at(self, last_at: float | None) -> float | None:
        """When the next result is wanted, if it still is then."""
        if self.since is None:
            return None
        at = whole_ms((self.since if last_at is None else last_at) + OFTEN_EVERY_S)
        return at if at < self.ends_at() else None

    def ends_at(self) -> float:
        return math.inf if self.since is None else whole_ms(self.since + OFTEN_AT_MOST_S)


class Wishes:
    """What is wanted of one chair's cuff. Moments are session seconds."""

    def __init__(self) -> None:
        self._triggers = tuple(
            (_trigger(sign, compare), limit, why) for sign, compare, limit, why in _TRIGGERS
        )
        self._at_once: dict[tuple[Why, str], CuffWish] = {}
        """By what made them; of a symptom that is its note."""
        self._symptom_often, self._alarm_often = _Often(), _Often()
        self._high = False
        self._last_at: float | None = None

    def symptom(self, note_id: str, now: float) -> None:
        self._want(Why.SYMPTOM, now, note_id)
        self._symptom_often.begin(now)

    def symptom_undone(self, note_id: str, *, another_stands: bool) -> None:
        """Somebody took the note back; what others want is wanted still."""
        self._at_once.pop((Why.SYMPTOM, note_id), None)
        if not another_stands:
            self._symptom_often.end()

    def repeat(self, now: float) -> None:
        """Somebody took the last result for an artefact."""
        self._want(Why.REPEAT, now)

    def _want(self, why: Why, now: float, note_id: str = "") -> None:
        self._at_once.pop((why, note_id), None)
        self._at_once[why, note_id] = CuffWish(why, now)

    def value(self, sign: VitalSign, value: float, now: float) -> None:
        """A judged heart rate or saturation."""
        for watch, limit, why in self._triggers:
            if watch.row.sign is not sign:
                continue
            held = watch.holds
            verdict = judge(watch.row, value, limit, in_breach=held)
            watch.feed(verdict, now)
            if watch.holds and not held:
                self._want(why, now)

    def unknown(self, sign: VitalSign, now: float) -> None:
        for watch, _limit, _why in self._triggers:
            if watch.row.sign is sign:
                watch.feed(Verdict.UNKNOWN, now)

    def result(self, now: float, *, below_high: bool) -> None:
        """A valid cuff result came."""
        self._at_once.clear()
        self._last_at = now
        for often in (self._symptom_often, self._alarm_often):
            often.result(below_high=below_high)

    def level(self, level: int, now: float) -> None:
        """The level of the open alarms, those of symptoms apart; a high one begins anew."""
        if level >= Priority.HIGH and not self._high:
            self._alarm_often.begin(now)
        self._high = level >= Priority.HIGH

    def current(self, now: float, repeat_by: float | None) -> CuffWish | None:
        """What is wanted now, the most pressing first; None = the rhythm is enough."""
        if repeat_by is not None:
            return CuffWish(Why.REPEAT, self._last_at or 0.0)
        if self._at_once:
            return list(self._at_once.values())[-1]
        wanted = [often.next_at(self._last_at) for often in self._often_at(now)]
        at = min((at for at in wanted if at is not None and at <= now), default=None)
        return None if at is None else CuffWish(Why.OFTEN, at)

    def _often_at(self, now: float) -> list[_Often]:
        """Those that are not over at `now`."""
        both = (self._symptom_often, self._alarm_often)
        return [often for often in both if now < often.ends_at()]

    def turns_at(self, now: float) -> float | None:
        """When the next result is wanted because of a high alarm, or such a wish ends.

        None = there is no high alarm.
        """
        moments: list[float | None] = []
        for often in self._often_at(now):
            ends_at = often.ends_at()
            moments += [often.next_at(self._last_at), None if math.isinf(ends_at) else ends_at]
        return min((at for at in moments if at is not None and at > now), default=None)
