"""The alarms and events of a report, and which of them matter most. Pure, no Qt.

Rule: on one page the most important stand, in the order of time: first the course of the
      treatment, then what was an emergency or was amended after the session, drugs, symptoms,
      moved limits and handovers, and gaps; what was taken back last. What has its own place on the
      page (scores, criteria, readings) and what is only a setting is `ASIDE`: it stands on the
      detail pages alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from monitor.commands import (
    EMERGENCY_NOTES,
    BeginEmergency,
    EmergencyStamp,
    EndEmergency,
    Note,
)
from monitor.entries import Entry
from monitor.outcomes import LimitChanged
from monitor.taken import entries_taken
from monitor.treatment.commands import HandOver
from ui.chair.spans import minutes_text
from ui.report.parts import AlarmRow, EventRow
from ui.review.line import Clock, Kind, Line
from ui.words import say

COURSE, URGENT, DRUG, NOTED, MOVED, GAP, STRUCK, ASIDE = range(8)
"""Ranks: the lower, the more it matters."""
_RANKS = {
    Kind.COURSE: COURSE,
    Kind.DRUG: DRUG,
    Kind.NOTE: NOTED,
    Kind.GAP: GAP,
}
_Place = tuple[Kind, float]
"""A kind of line and its moment."""
_EMERGENCY = (BeginEmergency, EndEmergency, EmergencyStamp)


def alarm_rows(lines: Sequence[Line], clock: Clock) -> tuple[AlarmRow, ...]:
    return tuple(AlarmRow(one, clock(one.at_s)) for one in lines if one.kind is Kind.ALARM)


def event_rows(
    entries: Sequence[Entry], lines: Sequence[Line], clock: Clock, zero_s: float
) -> tuple[EventRow, ...]:
    urgent, moved = _places(entries)
    return tuple(
        EventRow(one, clock(one.at_s), minutes_text(one.at_s - zero_s), _rank(one, urgent, moved))
        for one in lines
        if one.kind is not Kind.ALARM
    )


def chosen_events(rows: Sequence[EventRow], most: int) -> list[EventRow]:
    """The most important, at most so many, oldest first."""
    worth = sorted(rows, key=lambda one: one.rank)[: max(0, most)]
    return sorted(worth, key=lambda one: one.line.at_s)


def chosen_alarms(rows: Sequence[AlarmRow], most: int) -> list[AlarmRow]:
    """The most urgent, at most so many, oldest first."""
    worth = sorted(rows, key=lambda one: (-one.priority, one.line.struck))[: max(0, most)]
    return sorted(worth, key=lambda one: one.line.at_s)


def worth_a_page(rows: Sequence[EventRow]) -> tuple[EventRow, ...]:
    return tuple(one for one in rows if one.rank < ASIDE)


def _rank(line: Line, urgent: frozenset[_Place], moved: frozenset[_Place]) -> int:
    place = (line.kind, line.at_s)
    if line.amended:
        return URGENT
    if place in urgent:
        return STRUCK if line.struck else URGENT
    if place in moved:
        return MOVED
    if line.text.startswith(_phase_words()):
        return ASIDE  # the ones that come by themselves; start, pause and end have words of theirs
    rank = _RANKS.get(line.kind, ASIDE)
    return STRUCK if line.struck and rank < ASIDE else rank


def _phase_words() -> str:
    return say("past-phase", "").strip()


def _places(entries: Sequence[Entry]) -> tuple[frozenset[_Place], frozenset[_Place]]:
    """Where lines of an emergency stand, and those of moved limits and handovers."""
    urgent, moved = set[_Place](), set[_Place]()
    for entry in entries_taken(entries):
        what = entry.what
        if isinstance(what, Note) and what.kind in EMERGENCY_NOTES:
            urgent.add((Kind.NOTE, entry.now_s))
        elif isinstance(what, _EMERGENCY):
            kind = Kind.NOTE if isinstance(what, EmergencyStamp) else Kind.COURSE
            urgent.add((kind, entry.now_s))
        elif isinstance(what, LimitChanged | HandOver):
            moved.add((Kind.SETTING, entry.now_s))
    return frozenset(urgent), frozenset(moved)
