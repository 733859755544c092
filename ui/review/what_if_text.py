"""«What if» in words: an alarm in a line, how it differs, what follows from all. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from monitor.alarm_report import AlarmReport
from monitor.alarm_spans import AlarmSpan, Rung
from monitor.outcomes import Priority
from monitor.side_by_side import Change, Pair
from monitor.vitals import SIGNS
from monitor.what_if import Comparison
from ui.chair.spans import minutes_text, span_text
from ui.view_state import limit_name
from ui.words import figure, perhaps, say

Clock = Callable[[float], str]
"""From a session second to the time of day."""
COUNTED = (
    Change.SAME, Change.GONE, Change.NEW, Change.EARLIER, Change.LATER, Change.ALTERED
)  # fmt: skip
COLUMNS = (Priority.HIGH, Priority.MEDIUM, Priority.LOW)


@dataclass(frozen=True, slots=True)
class Cell:
    """One alarm in one column: what it was about, and when. Empty = there is none."""

    title: str = ""
    when: str = ""


def alarm_name(rung: Rung) -> str:
    """A row of the table by its limit, a condition by its own name."""
    return perhaps(f"alarm-{rung.alarm}") or limit_name(rung.alarm)


def title_of(rung: Rung) -> str:
    """With the value that it said, where it said one."""
    if rung.value is None:
        return alarm_name(rung)
    decimals = 0 if rung.sign is None else SIGNS[rung.sign].decimals
    return f"{alarm_name(rung)} · {figure(f'{rung.value:.{decimals}f}')}"


def cell(alarm: AlarmSpan | None, end_s: float, clock: Clock) -> Cell:
    if alarm is None:
        return Cell(say("what-if-none"))
    if alarm.ended_s is None:
        lasted = say("what-if-still")
    else:
        lasted = span_text(alarm.until_s(end_s) - alarm.began_s)
    return Cell(title_of(alarm.worst), say("what-if-span", clock(alarm.began_s), lasted))


def change_text(pair: Pair, end_s: float) -> str:
    """How the right column differs from the left one."""
    change, was, then = pair.change, pair.was, pair.then
    if was is None or then is None or change is Change.SAME:
        return say(f"what-if-{change.value}")
    parts: list[str] = []
    if change is not Change.ALTERED:
        moved_s = abs(then.began_s - was.began_s)
        parts.append(say(f"what-if-{change.value}", minutes_text(moved_s)))
    if then.worst.priority != was.worst.priority:
        worse = then.worst.priority > was.worst.priority
        parts.append(say("what-if-worse" if worse else "what-if-milder"))
    if change is Change.ALTERED and not parts:
        parts.append(_ending(was.until_s(end_s), then.until_s(end_s)))
    return ", ".join(parts)


def _ending(was_s: float, then_s: float) -> str:
    if then_s == was_s:
        return say("what-if-altered")
    longer = then_s > was_s
    return say(
        "what-if-longer" if longer else "what-if-shorter", minutes_text(abs(then_s - was_s))
    )


def count_line(report: AlarmReport) -> tuple[str, ...]:
    """High, medium, low, technical, and alarms per hour, of one side."""
    counts = [str(report.physiological[priority]) for priority in COLUMNS]
    sounding = report.physiological.total() + report.technical.total()
    hour = figure(f"{sounding / report.hours:.1f}") if report.watched_s > 0.0 else "–"
    return (*counts, str(report.technical.total()), hour)


def outcome_lines(found: Comparison, clock: Clock) -> tuple[str, ...]:
    """What has to be known of the comparison, the most important first."""
    lines = [_first(found, clock)]
    if found.first_s is not None:
        counts = Counter(pair.change for pair in found.pairs)
        parts = [say(f"what-if-count-{one}", counts[one]) for one in COUNTED if counts[one]]
        lines.append(" · ".join(parts))
    return tuple(lines)


def caution_lines(found: Comparison) -> tuple[str, ...]:
    """What limits the comparison."""
    lines = [] if found.faithful else [say("what-if-not-faithful")]
    for what, several in (("dropped", found.dropped), ("overruled", found.overruled)):
        if len(several) == 1:
            lines.append(say(f"what-if-{what}-one"))
        elif several:
            lines.append(say(f"what-if-{what}", len(several)))
    return (*lines, say("what-if-cuffs"))


def _first(found: Comparison, clock: Clock) -> str:
    if found.first_s is None:
        return say("what-if-no-difference")
    into = minutes_text(found.first_s - found.begin_s)
    return say("what-if-first", clock(found.first_s), into)


def pair_sentence(pair: Pair, end_s: float, clock: Clock) -> str:
    """For a screen reader."""
    was, then = cell(pair.was, end_s, clock), cell(pair.then, end_s, clock)
    sides = (
        f"{say('what-if-was')}: {was.title} {was.when}".strip(),
        f"{say('what-if-then')}: {then.title} {then.when}".strip(),
    )
    return "; ".join((*sides, change_text(pair, end_s)))
