"""Two columns of alarms over one time axis: which belong together, and how they differ. Pure.

Rule 1: two alarms belong together when they are of one key and there was a moment at which both
        were on; each belongs to one other at most, the one that shares the most time with it.
Rule 2: what is left alone is gone, or new.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass

from monitor.alarm_spans import AlarmSpan


class Change(enum.StrEnum):
    SAME = "same"
    EARLIER = "earlier"
    LATER = "later"
    ALTERED = "altered"
    """It begins as it did, and is of another row or priority, or ends at another moment."""
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Pair:
    """An alarm as it was, and what it would have been; None = there is none. Never both None."""

    was: AlarmSpan | None
    then: AlarmSpan | None

    @property
    def change(self) -> Change:
        if self.was is None:
            return Change.NEW
        if self.then is None:
            return Change.GONE
        if self.then.began_s != self.was.began_s:
            earlier = self.then.began_s < self.was.began_s
            return Change.EARLIER if earlier else Change.LATER
        return Change.SAME if _told(self.was) == _told(self.then) else Change.ALTERED

    @property
    def at_s(self) -> float:
        """When the first of both began, session seconds."""
        return min(one.began_s for one in (self.was, self.then) if one is not None)

    @property
    def differs_s(self) -> float | None:
        """The first moment at which both differ, session seconds; None = they do not."""
        change = self.change
        if change is Change.SAME:
            return None
        if self.was is None or self.then is None or change is not Change.ALTERED:
            return self.at_s
        then = _told(self.then)
        told = [told for told in _told(self.was) if told not in then]
        told += [told for told in then if told not in _told(self.was)]
        return min((at_s for at_s, *_rest in told if at_s is not None), default=self.at_s)


def _told(alarm: AlarmSpan) -> list[tuple[float | None, str, int]]:
    """What is heard of it: when, which row and how urgent; the number of the limit is not."""
    rungs = [(rung.at_s, rung.alarm, int(rung.priority)) for rung in alarm.rungs]
    return [*rungs, (alarm.ended_s, "withdrawn" if alarm.withdrawn else "over", 0)]


def pairs_of(
    was: Sequence[AlarmSpan], then: Sequence[AlarmSpan], end_s: float
) -> tuple[Pair, ...]:
    """Every alarm of both columns once, in the order of time."""
    shared = [
        (_shared_s(one, other, end_s), here, there)
        for here, one in enumerate(was)
        for there, other in enumerate(then)
        if one.key == other.key
    ]
    mate: dict[int, int] = {}
    taken: set[int] = set()
    for seconds, here, there in sorted(shared, key=lambda one: (-one[0], one[1], one[2])):
        if seconds >= 0.0 and here not in mate and there not in taken:
            mate[here] = there
            taken.add(there)
    pairs = [Pair(one, then[mate[here]] if here in mate else None) for here, one in enumerate(was)]
    pairs += [Pair(None, other) for there, other in enumerate(then) if there not in taken]
    return tuple(sorted(pairs, key=lambda pair: (pair.at_s, _key(pair))))


def first_difference(pairs: Sequence[Pair]) -> float | None:
    """The first moment at which both columns differ; None = they never do."""
    moments = [pair.differs_s for pair in pairs]
    return min((at_s for at_s in moments if at_s is not None), default=None)


def _shared_s(one: AlarmSpan, other: AlarmSpan, end_s: float) -> float:
    """How long both were on; below 0 = never at the same moment."""
    began_s = max(one.began_s, other.began_s)
    return min(one.until_s(end_s), other.until_s(end_s)) - began_s


def _key(pair: Pair) -> str:
    alarm = pair.was or pair.then
    return "" if alarm is None else alarm.key
