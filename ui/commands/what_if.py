"""`chairside replay SESSION --what-if LIMIT=VALUE`: both columns of alarms as JSON lines."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence

import click

from monitor.alarm_report import AlarmReport
from monitor.alarm_spans import AlarmSpan
from monitor.entries import Entry
from monitor.limits import LimitProfile, LimitRefused
from monitor.outcomes import Priority
from monitor.side_by_side import Pair
from monitor.what_if import Comparison, Limits, what_if
from ui.words import say

Single = tuple[str, float]


def limits_given(
    _context: click.Context, _option: click.Parameter, texts: tuple[str, ...]
) -> tuple[Single, ...]:
    """Of ``sbp-high=170``. Raises `BadParameter`."""
    return tuple(_single(text) for text in texts)


def _single(text: str) -> Single:
    rule, _equals, number = text.partition("=")
    try:
        value = float(number)
    except ValueError:
        value = math.nan
    if not rule or not math.isfinite(value):
        raise click.BadParameter(say("what-if-unfit", text))
    return rule, value


what_if_option = click.option(
    "--what-if",
    "single",
    multiple=True,
    callback=limits_given,
    metavar="LIMIT=VALUE",
    help="Compare a session with the same under another limit; may be given more than once.",
)


def side_by_side(
    entries: Sequence[Entry], profile: LimitProfile | None, single: Sequence[Single]
) -> Iterator[str]:
    """A line for each alarm, and one with the figures of both columns."""
    try:
        found = what_if(entries, Limits(profile, dict(single)))
    except LimitRefused as refused:
        raise click.UsageError(say(refused.reason, *refused.arguments)) from refused
    for pair in found.pairs:
        yield json.dumps(_pair(pair))
    yield json.dumps({"summary": _summary(found)})


def _pair(pair: Pair) -> dict[str, object]:
    return {
        "change": pair.change.value,
        "differs_s": pair.differs_s,
        "was": None if pair.was is None else _alarm(pair.was),
        "then": None if pair.then is None else _alarm(pair.then),
    }


def _alarm(alarm: AlarmSpan) -> dict[str, object]:
    """`until_s` None = it still held when the record ended."""
    worst = alarm.worst
    return {
        "t_s": alarm.began_s,
        "until_s": alarm.ended_s,
        "alarm": worst.alarm,
        "sign": None if worst.sign is None else worst.sign.value,
        "priority": worst.priority.word,
        "value": worst.value,
        "limit": worst.limit,
    }


def _summary(found: Comparison) -> dict[str, object]:
    return {
        "session": found.session_id,
        "first_difference_s": found.first_s,
        "was": _figures(found.was.report),
        "then": _figures(found.then.report),
        "dropped": len(found.dropped),
        "overruled": len(found.overruled),
        "faithful": found.faithful,
    }


def _figures(report: AlarmReport) -> dict[str, object]:
    """By priority, those of the equipment, and all of them an hour; None = no time went by."""
    counts: dict[str, object] = {
        priority.word: report.physiological[priority] for priority in reversed(Priority)
    }
    every = report.physiological.total() + report.technical.total()
    hour = round(every / report.hours, 3) if report.watched_s > 0.0 else None
    return {**counts, "technical": report.technical.total(), "per_hour": hour}
