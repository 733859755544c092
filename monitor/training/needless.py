"""What was done in a lesson although nothing in the record gave a reason for it. Pure.

Rule 1: the pump is stopped or paused, or an emergency begun, for a reason: an alarm of the patient
        of at least medium priority that is open or was within `LINGERS_S`, an emergency symptom,
        the end of the planned time, or because the lesson wants it.
Rule 2: an alarm is called an artefact against the truth when the patient really was beyond that
        limit then.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from monitor.alarm_spans import AlarmSpan, alarm_spans
from monitor.commands import Acknowledge, Action
from monitor.entries import Entry
from monitor.outcomes import Priority
from monitor.training.debrief import Finding, Needless, Verdict
from monitor.training.deeds import Done
from monitor.training.lesson import Deed
from monitor.training.staged import TrueState
from monitor.vitals import VitalSign

LINGERS_S = 120.0
TRUTH_OLD_S = 30.0
_COSTS: dict[Deed, float] = {Deed.PAUSE: 5.0, Deed.STOP: 10.0, Deed.EMERGENCY: 10.0}
DISMISSED_COSTS = 10.0


def needless_of(
    entries: Sequence[Entry], deeds: Iterable[Done], findings: Iterable[Finding]
) -> tuple[Needless, ...]:
    """In the order of time. What the lesson itself forbids is a finding, and not again here."""
    spans = [span for span in alarm_spans(entries) if not span.technical]
    judged = {one.wanted.deed for one in findings if one.verdict is not Verdict.NOT_NEEDED}
    found = [
        Needless(f"needless-{done.deed}", done.at_s, _COSTS[done.deed])
        for done in deeds
        if done.deed in _COSTS and not done.planned
        if not judged & _WANTED_BY[done.deed]
        if not _reason(spans, done.at_s)
    ]
    found += _dismissed(entries, spans)
    return tuple(sorted(found, key=lambda one: one.at_s))


_WANTED_BY: dict[Deed, set[Deed]] = {
    Deed.PAUSE: {Deed.PAUSE, Deed.LOWER_RATE},
    Deed.STOP: {Deed.STOP, Deed.PAUSE, Deed.LOWER_RATE},
    Deed.EMERGENCY: {Deed.EMERGENCY, Deed.CALL_PROVIDER},
}


def _reason(spans: Iterable[AlarmSpan], at_s: float) -> bool:
    return any(
        span.worst.priority >= Priority.MEDIUM
        and span.began_s <= at_s <= span.until_s(at_s) + LINGERS_S
        for span in spans
    )


def _dismissed(entries: Sequence[Entry], spans: Sequence[AlarmSpan]) -> Iterator[Needless]:
    """Rule 2."""
    truth = [(one.now_s, one.what) for one in entries if isinstance(one.what, TrueState)]
    moments = [at_s for at_s, _ in truth]
    for entry in entries:
        what = entry.what
        if not isinstance(what, Acknowledge) or what.action is not Action.ARTEFACT:
            continue
        span = next((one for one in reversed(spans) if _open(one, what.key, entry.now_s)), None)
        place = bisect_right(moments, entry.now_s) - 1
        if span is None or place < 0 or entry.now_s - moments[place] > TRUTH_OLD_S:
            continue
        if _beyond(span, truth[place][1]):
            yield Needless("needless-dismissed", entry.now_s, DISMISSED_COSTS)


def _open(span: AlarmSpan, key: str, at_s: float) -> bool:
    return span.key == key and span.began_s <= at_s <= span.until_s(at_s)


def _beyond(span: AlarmSpan, true: TrueState) -> bool:
    """The patient really was where the alarm said."""
    rung = span.rungs[-1]
    value = _value(true, rung.sign)
    if value is None or rung.limit is None or rung.value is None:
        return False
    high = rung.value >= rung.limit
    return value >= rung.limit if high else value < rung.limit


def _value(true: TrueState, sign: VitalSign | None) -> float | None:
    match sign:
        case VitalSign.SBP:
            return true.sbp
        case VitalSign.DBP:
            return true.dbp
        case VitalSign.HR | VitalSign.PULSE:
            return true.hr
        case VitalSign.SPO2:
            return true.spo2
        case VitalSign.RR:
            return true.rr
        case _:
            return None
