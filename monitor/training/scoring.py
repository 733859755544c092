"""From the record of a lesson to what it was worth. Pure; the record alone decides.

Rule 1: what happened after the end of the lesson counts for nothing.
Rule 2: what was wanted counts with its weight, a high alarm with 2 points, a medium one with 1.
        In time is worth all of it, late less and less, and never more than in time (`share_of`).
Rule 3: what was never wanted, or could not be decided, is in no sum.
Rule 4: what nothing gave a reason for costs; together at most `MOST_LOST`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from monitor.entries import Entry
from monitor.events import SessionOpened
from monitor.outcomes import AlarmChanged, PhaseChanged
from monitor.phases import Phase
from monitor.training.answering import answered, share_of
from monitor.training.debrief import COUNTED, AnsweredAlarm, Debrief, Finding, Verdict
from monitor.training.deeds import Done, deeds_of
from monitor.training.lesson import LONGEST_S, Deed, Wanted
from monitor.training.moments import is_moment
from monitor.training.needless import needless_of
from monitor.training.staged import LessonBegun, Staged, StagedKind, TrueState

MOST_LOST = 25.0
GREATER: dict[Deed, frozenset[Deed]] = {
    Deed.PAUSE: frozenset({Deed.PAUSE, Deed.STOP}),
    Deed.LOWER_RATE: frozenset({Deed.LOWER_RATE, Deed.PAUSE, Deed.STOP}),
    Deed.CALL_PROVIDER: frozenset({Deed.CALL_PROVIDER, Deed.EMERGENCY}),
}
"""Who does more has done this, too."""
_PUMP = frozenset({Deed.START, Deed.RESUME, Deed.PAUSE, Deed.STOP})
_HELD = frozenset({Deed.PAUSE, Deed.STOP, Deed.LOWER_RATE})
_BEFORE_S: dict[Deed, float] = {
    Deed.CALL_PROVIDER: 300.0,
    Deed.OXYGEN: 300.0,
    Deed.NOTE_SYMPTOM: 300.0,
    Deed.RECORD_DRUG: 300.0,
    Deed.EMERGENCY: 3600.0,
}
"""Done so shortly before it was wanted, it was done."""


class NoLesson(ValueError):
    """The record is not that of a lesson."""


def debrief_of(entries: Iterable[Entry]) -> Debrief:
    """Raises `NoLesson`."""
    kept, finished = until_the_end(entries)
    facts = next((one.what for one in kept if isinstance(one.what, LessonBegun)), None)
    if facts is None or not isinstance(kept[0].what, SessionOpened):
        raise NoLesson("the record has no lesson")
    ended_s = kept[-1].now_s
    deeds = deeds_of(kept)
    findings = tuple(_finding(one, kept, deeds, ended_s) for one in facts.lesson.wanted)
    alarms = answered(kept, deeds, ended_s)
    needless = needless_of(kept, deeds, findings)
    earned, possible = _sum(findings, alarms)
    lost = min(MOST_LOST, sum(one.points for one in needless))
    return Debrief(
        facts=facts,
        session_id=kept[0].session_id,
        began_s=next((done.at_s for done in deeds if done.deed is Deed.START), None),
        ended_s=ended_s,
        finished=finished,
        findings=findings,
        alarms=alarms,
        needless=needless,
        staged=tuple((one.now_s, one.what) for one in kept if isinstance(one.what, Staged)),
        truth=tuple((one.now_s, one.what) for one in kept if isinstance(one.what, TrueState)),
        earned=earned,
        possible=possible,
        lost=lost,
        score=_score(earned, possible, lost),
    )


def until_the_end(entries: Iterable[Entry]) -> tuple[list[Entry], str]:
    """What counts (rule 1), and how the lesson ended; empty = the record breaks off."""
    kept: list[Entry] = []
    for entry in entries:
        kept.append(entry)
        if isinstance(entry.what, Staged) and entry.what.kind is StagedKind.FINISHED:
            return kept, entry.what.what
        if isinstance(entry.what, PhaseChanged) and entry.what.after is Phase.SIGNED:
            return kept, "signed"
    return kept, ""


def _sum(findings: Iterable[Finding], alarms: Iterable[AnsweredAlarm]) -> tuple[float, float]:
    """Points earned, and those that could have been."""
    counted = [(one.points, float(one.wanted.weight)) for one in findings if _counts(one.verdict)]
    counted += [(one.points, one.weight) for one in alarms if _counts(one.verdict)]
    return sum(points for points, _ in counted), sum(weight for _, weight in counted)


def _counts(verdict: Verdict) -> bool:
    return verdict in COUNTED


def _score(earned: float, possible: float, lost: float) -> int | None:
    if possible <= 0.0:
        return None
    return max(0, min(100, round(100.0 * earned / possible - lost)))


def _finding(
    wanted: Wanted, entries: Sequence[Entry], deeds: Sequence[Done], ended_s: float
) -> Finding:
    since = _moment(wanted, entries)
    if since is None or since[0] > ended_s:
        return Finding(wanted, Verdict.NOT_NEEDED, None, None, 0.0)
    since_s, key = since
    fit = [done for done in deeds if _fits(wanted, done, key)]
    if wanted.never:
        return _forbidden(wanted, fit, since_s, ended_s)
    done_s = _already(wanted.deed, deeds, fit, since_s)
    if done_s is None:
        done_s = next((done.at_s for done in fit if _after(done, since_s)), None)
    return _in_time(wanted, since_s, done_s, ended_s)


def _moment(wanted: Wanted, entries: Sequence[Entry]) -> tuple[float, str] | None:
    """When it began to be wanted, and the alarm of that moment; None = never."""
    for entry in entries:
        what = entry.what
        if is_moment(wanted.after, what):
            key = what.key if isinstance(what, AlarmChanged) else ""
            return entry.now_s + wanted.after.plus_s, key
    return None


def _fits(wanted: Wanted, done: Done, key: str) -> bool:
    if done.deed not in GREATER.get(wanted.deed, {wanted.deed}):
        return False
    if wanted.never and done.planned:
        return False
    if wanted.deed is Deed.ANSWER:
        return done.key == key
    return not wanted.kind or done.kind == wanted.kind


def _after(done: Done, since_s: float) -> bool:
    """The reading that raised an alarm is not the one that repeats it."""
    return done.at_s > since_s if done.deed is Deed.REMEASURE else done.at_s >= since_s


def _already(
    deed: Deed, deeds: Iterable[Done], fit: Iterable[Done], since_s: float
) -> float | None:
    """When it had been done before it was wanted, and still held; None = it had not."""
    if deed in _HELD:
        held = [done for done in deeds if done.deed in _PUMP and done.at_s < since_s]
        fits = GREATER.get(deed, frozenset({deed}))
        return held[-1].at_s if held and held[-1].deed in fits else None
    from_s = since_s - _BEFORE_S.get(deed, 0.0)
    return next((done.at_s for done in fit if from_s <= done.at_s < since_s), None)


def _forbidden(wanted: Wanted, fit: Iterable[Done], since_s: float, ended_s: float) -> Finding:
    until_s = ended_s if wanted.within_s is None else since_s + wanted.within_s
    done_s = next((done.at_s for done in fit if since_s <= done.at_s <= until_s), None)
    if done_s is not None:
        return Finding(wanted, Verdict.WRONG, since_s, done_s, 0.0)
    if until_s > ended_s:
        return Finding(wanted, Verdict.UNDECIDED, since_s, None, 0.0)
    return Finding(wanted, Verdict.MET, since_s, None, float(wanted.weight))


def _in_time(wanted: Wanted, since_s: float, done_s: float | None, ended_s: float) -> Finding:
    within_s = LONGEST_S if wanted.within_s is None else wanted.within_s
    if done_s is None:
        over = ended_s >= since_s + within_s
        verdict = Verdict.MISSED if over else Verdict.UNDECIDED
        return Finding(wanted, verdict, since_s, None, 0.0)
    share = share_of(max(0.0, done_s - since_s), within_s)
    verdict = Verdict.MET if share >= 1.0 else Verdict.LATE
    return Finding(wanted, verdict, since_s, done_s, share * wanted.weight)
