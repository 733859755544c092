"""When a cuff measurement is wanted sooner than its rhythm would bring it, and why.

Sources: the clinic's rules on the schedule. A repeat that the ladder asks for; at once after a
heart rate below 45 or from 131 on, an oxygen saturation below 88, or an emergency symptom; every
2.5 min while a high alarm is open, until two results lie below the high limits, and for 15 min
at most.

Rule 1: a wish is an instruction for the nurse, and for a cuff that may be started; that it is not
        met is no alarm of its own.
Rule 2: the next valid result answers every wish that was made before it.
"""

from __future__ import annotations

import enum
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
    """`by_s`: when silence becomes an answer, session seconds; None = as soon as possible."""

    why: Why
    since_s: float
    by_s: float | None = None


def _trigger(sign: VitalSign, compare: Compare) -> Watch:
    row = Row(f"{sign}-asks", f"{sign}-asks", sign, compare, Priority.LOW, 0, delay_s=HELD_S)
    return Watch(row)


_TRIGGERS = (
    (VitalSign.HR, Compare.BELOW, 45.0, Why.HEART),
    (VitalSign.HR, Compare.AT_LEAST, 131.0, Why.HEART),
    (VitalSign.SPO2, Compare.BELOW, 88.0, Why.OXYGEN),
)


class Wishes:
    """What is wanted of one chair's cuff. Moments are session seconds."""

    def __init__(self) -> None:
        self._triggers = tuple(
            (_trigger(sign, compare), limit, why) for sign, compare, limit, why in _TRIGGERS
        )
        self._at_once: CuffWish | None = None
        self._often_since: float | None = None
        self._high = False
        self._calm = 0
        """So many results below the high limits came one after the other since a high alarm."""
        self._last_at: float | None = None

    def symptom(self, now: float) -> None:
        self._at_once = CuffWish(Why.SYMPTOM, now)

    def repeat(self, now: float) -> None:
        """Somebody took the last result for an artefact."""
        self._at_once = CuffWish(Why.REPEAT, now)

    def value(self, sign: VitalSign, value: float, now: float) -> None:
        """A judged heart rate or saturation."""
        for watch, limit, why in self._triggers:
            if watch.row.sign is not sign:
                continue
            held = watch.holds
            verdict = judge(watch.row, value, limit, in_breach=held)
            watch.feed(verdict, now)
            if watch.holds and not held:
                self._at_once = CuffWish(why, now)

    def unknown(self, sign: VitalSign, now: float) -> None:
        for watch, _limit, _why in self._triggers:
            if watch.row.sign is sign:
                watch.feed(Verdict.UNKNOWN, now)

    def result(self, now: float, *, below_high: bool) -> None:
        """A valid cuff result came."""
        self._at_once = None
        self._last_at = now
        self._calm = self._calm + 1 if below_high else 0
        if self._calm >= CALM_RESULTS:
            self._often_since = None

    def level(self, level: int, now: float) -> None:
        """The level of the open alarms; a high one asks for results more often."""
        if level >= Priority.HIGH and not self._high:
            self._often_since, self._calm = now, 0
        self._high = level >= Priority.HIGH

    def current(self, now: float, repeat_by: float | None) -> CuffWish | None:
        """What is wanted now, the most pressing first; None = the rhythm is enough."""
        if repeat_by is not None:
            return CuffWish(Why.REPEAT, self._last_at or 0.0, repeat_by)
        if self._at_once is not None:
            return self._at_once
        often_at = self.often_at()
        return None if often_at is None or often_at > now else CuffWish(Why.OFTEN, often_at)

    def often_at(self) -> float | None:
        """When the next result is wanted because of a high alarm; None = there is none."""
        if self._often_since is None:
            return None
        last = self._often_since if self._last_at is None else self._last_at
        at = whole_ms(last + OFTEN_EVERY_S)
        return at if at <= self._often_since + OFTEN_AT_MOST_S else None
