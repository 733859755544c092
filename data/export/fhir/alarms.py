"""Alarms as observations, and their answers as audit events: R4 has no resource for an alarm.

Rule 1: an alarm is one observation each time that it begins, from then until what it stands for
        was over; its priority is the highest that it reached. What was over before its delay was
        over never was an alarm, and is none here.
Rule 2: an alarm that still stood at the end of the record is `preliminary`.
Rule 3: an answer is an audit event, with who gave it and what was done; it names the alarm.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.export.fhir.codes import HL7, Json, coding, concept, local, own, words
from data.export.fhir.frame import Frame, note, person, plain, quantity, ref, sign_quantity
from monitor.commands import Acknowledge
from monitor.entries import Entry
from monitor.outcomes import AlarmChanged, AlarmPhase, Priority

_BEGINS = frozenset({AlarmPhase.PENDING, AlarmPhase.SOUNDING, AlarmPhase.ESCALATED})
_ENDS = frozenset({AlarmPhase.LATCHED, AlarmPhase.CLEARED, AlarmPhase.WITHDRAWN})


@dataclass(slots=True)
class _Alarm:
    """`worst` is its line of the highest priority. `until_s` None = it stands still."""

    seq: int
    since_s: float
    worst: AlarmChanged
    sounded: bool = False
    withdrawn: bool = False
    until_s: float | None = None


class Alarms:
    """Hears a session in its order."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._all: list[_Alarm] = []
        self._open: dict[str, _Alarm] = {}
        self._last: dict[str, _Alarm] = {}
        """Of each key the newest, also when it is over: it may be answered then."""
        self._answers: list[tuple[Entry, Acknowledge, _Alarm | None]] = []

    def told(self, entries: Iterable[Entry]) -> Iterator[Json]:
        for entry in entries:
            if isinstance(entry.what, AlarmChanged):
                self._change(entry, entry.what)
            elif isinstance(entry.what, Acknowledge):
                self._answers.append((entry, entry.what, self._last.get(entry.what.key)))
        for alarm in self._all:
            if alarm.sounded or alarm.withdrawn:
                yield self._observation(alarm)
        for entry, answer, answered in self._answers:
            yield self._audit_event(entry, answer, answered)

    def _change(self, entry: Entry, change: AlarmChanged) -> None:
        alarm = self._open.get(change.key)
        if alarm is not None and alarm.sounded and change.state is AlarmPhase.SOUNDING:
            # An extreme was over and sounded on until somebody came; now it is there anew.
            alarm.until_s = entry.now_s
            alarm = None
        if alarm is None:
            if change.state not in _BEGINS:
                return
            alarm = _Alarm(entry.seq, entry.now_s, change)
            self._all.append(alarm)
            self._open[change.key] = self._last[change.key] = alarm
        if change.priority > alarm.worst.priority:
            alarm.worst = change
        alarm.sounded |= change.state in {AlarmPhase.SOUNDING, AlarmPhase.ESCALATED}
        if change.state in _ENDS:
            alarm.withdrawn = change.state is AlarmPhase.WITHDRAWN
            alarm.until_s = entry.now_s
            del self._open[change.key]

    def _observation(self, alarm: _Alarm) -> Json:
        frame, worst = self._frame, alarm.worst
        source = None
        if worst.sign is not None:
            source = frame.measured.latest(worst.sign, alarm.since_s)
        return frame.observation(
            "alarm",
            alarm.seq,
            status="preliminary" if alarm.until_s is None else "final",
            category=[own("category", "alarm")],
            code=own("alarm", plain(worst.alarm) or "unknown"),
            effectivePeriod=frame.period(alarm.since_s, alarm.until_s),
            interpretation=[concept(local("alarm-priority", _priority(worst)))],
            referenceRange=_limit(worst),
            derivedFrom=[] if source is None else [source],
            note=note(
                worst.text,
                "Also: " + ", ".join(map(words, worst.reasons)) if worst.reasons[1:] else "",
                _withdrawn(alarm),
            ),
            **_value(worst),
        )

    def _audit_event(self, entry: Entry, answer: Acknowledge, answered: _Alarm | None) -> Json:
        frame = self._frame
        known = answered is not None and (answered.sounded or answered.withdrawn)
        alarm = (
            ref(frame.id_of("Observation", "alarm", answered.seq)) if answered and known else {}
        )
        done = [{"type": "action", "valueString": str(answer.action)}] if answer.action else []
        return frame.resource(
            "AuditEvent",
            entry.seq,
            type=local("audit", "alarm-acknowledged"),
            action="E",
            outcome="0",
            agent=[{"who": person(answer.by) or {"display": "unknown"}, "requestor": True}],
            source={"observer": frame.device("") or {"display": "Chairside"}},
            entity=[
                {
                    "what": {**alarm, "display": words(answer.key)},
                    "type": coding(f"{HL7}audit-entity-type", "2", "System Object"),
                    "detail": done,
                }
            ],
            **frame.at("recorded", entry.now_s),
        )


def _withdrawn(alarm: _Alarm) -> str:
    if not alarm.withdrawn:
        return ""
    when = "Withdrawn" if alarm.sounded else "Withdrawn before it sounded"
    return f"{when}: a repeated measurement did not confirm it."


def _priority(change: AlarmChanged) -> str:
    return Priority(change.priority).word


def _value(change: AlarmChanged) -> Json:
    if change.sign is not None:
        return {"valueQuantity": sign_quantity(change.sign, change.value)}
    return {"valueQuantity": quantity(change.value, "1")}


def _limit(change: AlarmChanged) -> list[Json]:
    """The threshold that it was judged by; of two sides the one that it crossed."""
    if change.limit is None:
        return []
    bound = (
        quantity(change.limit, "1")
        if change.sign is None
        else sign_quantity(change.sign, change.limit)
    )
    if bound is None:
        return []
    side = "low" if change.key.endswith("/low") else "high"
    return [{side: bound, "text": "alarm limit in force"}]
