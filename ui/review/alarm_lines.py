"""The alarms of a session, told afterwards.

Rule: an alarm is one line from its onset to its end, with who answered it and how. What was over
      before its delay was over never was an alarm, and is no line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from monitor.commands import Acknowledge
from monitor.outcomes import AlarmChanged, AlarmPhase, Priority
from monitor.vitals import SIGNS
from ui.chair.spans import span_text
from ui.review.line import Book, Handler, Kind, joined
from ui.words import figure, say, say_or, sign_label

BEGINNINGS = frozenset({AlarmPhase.PENDING, AlarmPhase.SOUNDING})


def alarm_title(alarm: AlarmChanged) -> str:
    """What the alarm was about: the value with its sign, or the condition's name."""
    if alarm.sign is None or alarm.value is None:
        return say_or(f"alarm-{alarm.alarm}", alarm.text or alarm.alarm)
    value = figure(f"{alarm.value:.{SIGNS[alarm.sign].decimals}f}")
    return say("past-value", sign_label(alarm.sign), value)


@dataclass(slots=True)
class _OpenAlarm:
    """An alarm that is on: its line's place, and what has become of it."""

    place: int
    first: AlarmChanged
    worst: Priority
    since_s: float
    sounded: bool = False
    answered: str = ""
    withdrawn: bool = False


class AlarmLines:
    def __init__(self, book: Book) -> None:
        self._book = book
        self._open: dict[str, _OpenAlarm] = {}
        self._answer: Acknowledge | None = None
        self._answered_by = ""

    def handlers(self) -> Mapping[type, Handler]:
        return {AlarmChanged: self._alarm, Acknowledge: self._acknowledge}

    def close(self) -> None:
        for key in list(self._open):
            self._close(key, self._book.now_s, say("past-still-on"))

    def _alarm(self, now_s: float, what: AlarmChanged) -> None:
        known = self._open.get(what.key)
        if known is None:
            if what.state not in BEGINNINGS:
                return
            place = self._book.add(now_s, Kind.ALARM, alarm_title(what))
            known = self._open[what.key] = _OpenAlarm(place, what, what.priority, now_s)
        if what.priority > known.worst:
            known.worst, known.first = what.priority, what
        known.sounded = known.sounded or what.state is AlarmPhase.SOUNDING
        known.withdrawn = known.withdrawn or what.state is AlarmPhase.WITHDRAWN
        if what.state is AlarmPhase.ACKNOWLEDGED and not known.answered:
            known.answered = self._answer_text(now_s - known.since_s, what.key)
        if what.state is AlarmPhase.CLEARED:
            self._close(what.key, now_s, say("past-over", span_text(now_s - known.since_s)))

    def _acknowledge(self, _now_s: float, what: Acknowledge) -> None:
        self._answer, self._answered_by = what, self._book.name(what.by)

    def _answer_text(self, after_s: float, key: str) -> str:
        given = self._answer if self._answer is not None and self._answer.key == key else None
        after, who = span_text(after_s), "" if given is None else self._answered_by
        told = (
            say("past-acknowledged", after, who) if who else say("past-acknowledged-nobody", after)
        )
        if given is None or given.action is None:
            return told
        return f"{told} ({say(f'mark-action-{given.action}')})"

    def _close(self, key: str, now_s: float, ending: str) -> None:
        known = self._open.pop(key)
        first = known.first
        if not known.sounded and not known.withdrawn:
            self._book.drop(known.place)
        detail = joined(
            "" if first.limit is None else say("past-limit", figure(f"{first.limit:g}")),
            say("past-withdrawn") if known.withdrawn else "",
            known.answered or say("past-unanswered"),
            ending,
        )
        line = replace(
            self._book.line(known.place),
            text=alarm_title(first),
            detail=detail,
            priority=known.worst,
            until_s=now_s,
        )
        self._book.put(known.place, line)
