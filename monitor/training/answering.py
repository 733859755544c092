"""How soon the alarms of a lesson were answered, against what the protocol allows. Pure.

Rule 1: an alarm counts each time that it begins to sound, and again when it gets worse after it
        was answered. What makes no sound is not answered, and what the program has with itself
        (store, sound, screen, clock) is nobody's lesson.
Rule 2: an answer is an acknowledgement. At an alarm of the patient a hand on the pump, or an
        emergency, is one, too: that is what the alarm asks for.
Rule 3: what was over before its time had run out did not have to be answered.

Times allowed: a high alarm 60 s, after which it sounds at every seat; a medium one 120 s, the
longest that a sound may be paused and a repeat be waited for; a low one 5 min, within which a
"re-check" is wanted (clinical rules, sections 6 and 3). Only the first two count in the score.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from monitor.alarm_slot import SILENT_IDS
from monitor.alarm_table import CLOCK_ROW, PART_ROWS, TECHNICAL_IDS
from monitor.commands import Acknowledge
from monitor.entries import Entry
from monitor.outcomes import AlarmChanged, AlarmPhase, Priority
from monitor.taken import accepted
from monitor.training.debrief import AnsweredAlarm, Verdict
from monitor.training.deeds import Done
from monitor.training.lesson import Deed

ALLOWED_S: dict[Priority, float] = {
    Priority.HIGH: 60.0,
    Priority.MEDIUM: 120.0,
    Priority.LOW: 300.0,
}
WEIGHT: dict[Priority, float] = {Priority.HIGH: 2.0, Priority.MEDIUM: 1.0, Priority.LOW: 0.0}
NOT_TAUGHT = SILENT_IDS | {row.id for row in (*PART_ROWS, CLOCK_ROW)}
_OVER = frozenset({AlarmPhase.LATCHED, AlarmPhase.CLEARED, AlarmPhase.WITHDRAWN})
_HANDS: dict[Deed, str] = {
    Deed.PAUSE: "paused",
    Deed.STOP: "stopped",
    Deed.EMERGENCY: "emergency",
}


@dataclass(slots=True)
class _Open:
    """An alarm as it is followed; None = that did not happen yet."""

    change: AlarmChanged
    began_s: float
    due_s: float
    priority: Priority
    answered_s: float | None = None
    how: str = ""
    ended_s: float | None = None


def share_of(took_s: float, allowed_s: float) -> float:
    """What it is worth, 0 to 1: all in time, half just after, nothing at thrice the time."""
    if took_s <= allowed_s:
        return 1.0
    late = (took_s - allowed_s) / (2.0 * allowed_s)
    return max(0.0, 0.5 * (1.0 - late))


def answered(
    entries: Iterable[Entry], deeds: Iterable[Done], ended_s: float
) -> tuple[AnsweredAlarm, ...]:
    """The alarms of a lesson that was over at `ended_s`, in the order in which they began."""
    follower = _Follower([done for done in deeds if done.deed in _HANDS])
    for entry in accepted(entries):
        follower.take(entry)
    follower.hands_until(ended_s)
    return tuple(_judged(one, ended_s) for one in follower.all)


class _Follower:
    def __init__(self, hands: list[Done]) -> None:
        self._hands = hands
        self._open: dict[str, _Open] = {}
        self.all: list[_Open] = []

    def take(self, entry: Entry) -> None:
        now, what = entry.now_s, entry.what
        self.hands_until(now)
        if isinstance(what, Acknowledge):
            self._answer(what.key, now, "" if what.action is None else what.action)
        elif isinstance(what, AlarmChanged) and what.alarm not in NOT_TAUGHT:
            self._change(what, now)

    def hands_until(self, now: float) -> None:
        """Rule 2; what was done at the very moment comes after what sounded then."""
        while self._hands and self._hands[0].at_s < now:
            done = self._hands.pop(0)
            for key, one in self._open.items():
                if one.change.alarm not in TECHNICAL_IDS:
                    self._answer(key, done.at_s, _HANDS[done.deed])

    def _answer(self, key: str, now: float, how: str) -> None:
        one = self._open.get(key)
        if one is not None and one.answered_s is None:
            one.answered_s, one.how = now, how

    def _change(self, change: AlarmChanged, now: float) -> None:
        one = self._open.get(change.key)
        if change.state in _OVER:
            if one is not None:
                self._open.pop(change.key).ended_s = now
        elif change.state is AlarmPhase.SOUNDING:
            self._begin(change, now)
        elif change.state is AlarmPhase.ESCALATED:
            if one is None or one.answered_s is not None:
                self._begin(change, now)
            else:
                one.change = change
                one.priority = max(one.priority, change.priority)
                one.due_s = min(one.due_s, now + ALLOWED_S[change.priority])

    def _begin(self, change: AlarmChanged, now: float) -> None:
        before = self._open.get(change.key)
        if before is not None and before.ended_s is None:
            before.ended_s = now
        one = _Open(change, now, now + ALLOWED_S[change.priority], change.priority)
        self._open[change.key] = one
        self.all.append(one)


def _judged(one: _Open, ended_s: float) -> AnsweredAlarm:
    verdict = _verdict(one, ended_s)
    weight = WEIGHT[one.priority]
    worth = 0.0
    if verdict in {Verdict.MET, Verdict.LATE} and one.answered_s is not None:
        worth = weight * share_of(one.answered_s - one.began_s, one.due_s - one.began_s)
    change = one.change
    return AnsweredAlarm(
        change.key,
        change.alarm,
        change.sign,
        change.value,
        one.priority,
        one.began_s,
        one.due_s,
        one.answered_s,
        one.ended_s,
        one.how,
        verdict,
        worth,
        weight,
    )


def _verdict(one: _Open, ended_s: float) -> Verdict:
    if one.answered_s is not None:
        return Verdict.MET if one.answered_s <= one.due_s else Verdict.LATE
    if one.ended_s is not None and one.ended_s <= one.due_s:
        return Verdict.NOT_NEEDED
    return Verdict.UNDECIDED if ended_s < one.due_s else Verdict.MISSED
