"""The words of a debrief, the same on the page, on paper and on the command line. Pure, no Qt.

Rule 1: nothing is judged here; what `monitor/training/scoring.py` found is said.
Rule 2: times are those of the simulated clock; minutes count from the start of the treatment,
        where there was one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from monitor.commands import Action
from monitor.entries import Anchor
from monitor.outcomes import Priority
from monitor.training.debrief import AnsweredAlarm, Debrief, Finding, Verdict
from monitor.training.staged import StagedKind
from monitor.vitals import SIGNS
from ui.chair.spans import minutes_text
from ui.words import figure, say, say_or, sign_label

_HOW = frozenset({"paused", "stopped", "emergency"})


@dataclass(frozen=True, slots=True)
class WantedRow:
    """One wanted thing. `at_s` is the moment at which it was wanted; None = never."""

    verdict: Verdict
    deed: str
    why: str
    timing: str
    worth: str
    at_s: float | None
    done_s: float | None


@dataclass(frozen=True, slots=True)
class AlarmRow:
    """One alarm; `took_s` None = nobody answered, `allowed_s` is what the protocol gives."""

    verdict: Verdict
    priority: Priority
    alarm: str
    timing: str
    worth: str
    began: str
    took_s: float | None
    allowed_s: float


@dataclass(frozen=True, slots=True)
class Words:
    """Everything that is said of one lesson. `sum` says how the score comes about."""

    head: tuple[str, ...]
    cause: str
    score: int | None
    sum: str
    wanted: tuple[WantedRow, ...]
    alarms: tuple[AlarmRow, ...]
    needless: tuple[str, ...]
    notes: tuple[str, ...]


def words_of(debrief: Debrief, start: Anchor | None = None) -> Words:
    """`start` is where the session's clock began; None = nobody knows the day."""
    return Words(
        head=tuple(_head(debrief, start)),
        cause=say_or(debrief.facts.lesson.cause, debrief.facts.lesson.cause),
        score=debrief.score,
        sum=_sum(debrief),
        wanted=tuple(_wanted(one, debrief) for one in debrief.findings),
        alarms=tuple(_alarm(one, debrief) for one in debrief.alarms),
        needless=tuple(
            " · ".join(
                (
                    clock(one.at_s, debrief),
                    say(one.what),
                    say("needless-costs", number(one.points)),
                )
            )
            for one in debrief.needless
        ),
        notes=tuple(_notes(debrief)),
    )


def clock(at_s: float, debrief: Debrief) -> str:
    """A moment as minutes of the treatment, negative before it; without one, of the session."""
    return minutes_text(at_s - (debrief.began_s or 0.0))


def number(value: float) -> str:
    """Points: a whole number, or one decimal."""
    return figure(f"{value:.1f}".removesuffix(".0"))


def _head(debrief: Debrief, start: Anchor | None) -> list[str]:
    facts = debrief.facts
    ended = say(f"debrief-finished-{debrief.finished or 'broken'}")
    said = [say("debrief-lesson", facts.scenario), say("debrief-learner", facts.learner)]
    length = minutes_text(debrief.ended_s)
    if start is None:
        return [*said, length, ended]
    zone = timezone(timedelta(minutes=start.offset_min))
    day = datetime.fromtimestamp(start.utc_s, tz=UTC).astimezone(zone)
    return [*said, say("debrief-when", day.strftime("%Y-%m-%d %H:%M"), length), ended]


def _sum(debrief: Debrief) -> str:
    if debrief.score is None:
        return say("debrief-no-score")
    share = number(100.0 * debrief.earned / debrief.possible)
    points = number(debrief.earned), number(debrief.possible)
    if not debrief.lost:
        return say("debrief-sum", *points, share)
    return say("debrief-sum-lost", *points, share, number(debrief.lost))


def _notes(debrief: Debrief) -> list[str]:
    speeds = [
        float(staged.text)
        for _, staged in debrief.staged
        if staged.kind is StagedKind.PACE and staged.what == "speed"
    ]
    fastest = max([debrief.facts.speed, *speeds])
    return [say("debrief-speed", f"{fastest:g}")] if fastest > 1.0 else []


def _wanted(one: Finding, debrief: Debrief) -> WantedRow:
    wanted = one.wanted
    deed = say(f"deed-{wanted.deed}")
    return WantedRow(
        one.verdict,
        say("deed-never", deed) if wanted.never else deed,
        say_or(wanted.why, wanted.why),
        _timing(one, debrief),
        say("debrief-points", number(one.points), wanted.weight) if _scored(one.verdict) else "",
        one.since_s,
        one.done_s,
    )


def _scored(verdict: Verdict) -> bool:
    return verdict not in {Verdict.UNDECIDED, Verdict.NOT_NEEDED}


def _timing(one: Finding, debrief: Debrief) -> str:
    if one.since_s is None:
        return say("verdict-not-needed")
    said = [say("debrief-from", clock(one.since_s, debrief))]
    if one.wanted.never:
        kept = one.verdict is Verdict.MET
        said.append(say("verdict-kept") if kept else say(f"verdict-{one.verdict}"))
    else:
        if one.wanted.within_s is not None:
            said.append(say("debrief-within", minutes_text(one.wanted.within_s)))
        said.append(_taken(one))
    return " · ".join(said)


def _taken(one: Finding) -> str:
    if one.took_s is None:
        return say(f"verdict-{one.verdict}")
    if one.since_s is not None and one.done_s is not None and one.done_s < one.since_s:
        return say("debrief-before")
    return say("debrief-took", minutes_text(one.took_s))


def _alarm(one: AnsweredAlarm, debrief: Debrief) -> AlarmRow:
    scored = _scored(one.verdict) and one.weight > 0.0
    return AlarmRow(
        one.verdict,
        one.priority,
        _title(one),
        _answer(one),
        say("debrief-points", number(one.points), number(one.weight)) if scored else "",
        clock(one.began_s, debrief),
        one.took_s,
        one.allowed_s,
    )


def _title(one: AnsweredAlarm) -> str:
    """The value with its sign, or the condition's name, as in the review."""
    if one.sign is None or one.value is None:
        return say_or(f"alarm-{one.alarm}", one.alarm)
    value = figure(f"{one.value:.{SIGNS[one.sign].decimals}f}")
    return say("past-value", sign_label(one.sign), value)


def _answer(one: AnsweredAlarm) -> str:
    if one.took_s is not None:
        return say("debrief-answered", minutes_text(one.took_s), _how(one.how))
    if one.ended_s is not None and one.verdict is Verdict.NOT_NEEDED:
        return say("debrief-by-itself", minutes_text(one.ended_s - one.began_s))
    return say(f"verdict-{one.verdict}") if not _scored(one.verdict) else say("debrief-unanswered")


def _how(how: str) -> str:
    if how in set(Action):
        return say(f"mark-action-{how}")
    return say(f"debrief-how-{how}") if how in _HOW else say("debrief-how-plain")
