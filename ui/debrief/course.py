"""The course of a lesson for a chart: how the patient was, what was shown, what was done. No Qt.

Rule: a line of what was shown breaks where nothing was shown; the truth never breaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from monitor.entries import Entry
from monitor.events import Numerics
from monitor.outcomes import Priority
from monitor.taken import entries_taken
from monitor.training.debrief import Debrief
from monitor.training.deeds import Done, deeds_of
from monitor.training.lesson import Deed
from monitor.training.scoring import until_the_end
from monitor.training.staged import Staged, StagedKind
from monitor.vitals import JUDGED, CuffResult, VitalSign
from ui.words import say, say_or

EVERY_S = 5.0
BREAKS_S = 15.0
SAME_S = 5.0
"""The same done for several alarms within so long is one word."""
_QUIET = frozenset({Deed.ANSWER, Deed.MARK_ARTEFACT, Deed.REMEASURE})
"""What a chart shows otherwise, or often."""

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """One word at a moment. `told` = the lesson or its instructor did it, else the learner."""

    at_s: float
    text: str
    told: bool


@dataclass(frozen=True, slots=True)
class AlarmBar:
    from_s: float
    to_s: float
    answered_s: float | None
    priority: Priority


@dataclass(frozen=True, slots=True)
class Course:
    """Moments are session seconds; `zero_s` is where the minutes count from."""

    zero_s: float
    from_s: float
    to_s: float
    true: dict[VitalSign, Points]
    shown: dict[VitalSign, tuple[Points, ...]]
    cuffs: tuple[tuple[float, float, float], ...]
    """(when, systolic, diastolic), mmHg."""
    alarms: tuple[AlarmBar, ...]
    flags: tuple[Flag, ...]


TRUE_SIGNS = (VitalSign.SBP, VitalSign.DBP, VitalSign.HR, VitalSign.SPO2)
SHOWN_SIGNS = (VitalSign.HR, VitalSign.SPO2)


def course_of(debrief: Debrief, entries: Sequence[Entry]) -> Course:
    lesson, _ended = until_the_end(entries)
    kept = list(entries_taken(lesson))
    began_s = debrief.began_s
    from_s = 0.0 if began_s is None else max(0.0, began_s - 300.0)
    return Course(
        zero_s=0.0 if began_s is None else began_s,
        from_s=from_s,
        to_s=max(debrief.ended_s, from_s + 60.0),
        true={
            VitalSign.SBP: tuple((at, one.sbp) for at, one in debrief.truth),
            VitalSign.DBP: tuple((at, one.dbp) for at, one in debrief.truth),
            VitalSign.HR: tuple((at, one.hr) for at, one in debrief.truth),
            VitalSign.SPO2: tuple((at, one.spo2) for at, one in debrief.truth),
        },
        shown={sign: _shown(sign, kept) for sign in SHOWN_SIGNS},
        cuffs=tuple(_cuffs(kept)),
        alarms=tuple(
            AlarmBar(
                one.began_s,
                debrief.ended_s if one.ended_s is None else one.ended_s,
                one.answered_s,
                one.priority,
            )
            for one in debrief.alarms
        ),
        flags=tuple(sorted(_flags(debrief, deeds_of(lesson)), key=lambda flag: flag.at_s)),
    )


def _shown(sign: VitalSign, entries: Iterable[Entry]) -> tuple[Points, ...]:
    runs: list[list[tuple[float, float]]] = []
    last_s = -BREAKS_S
    for entry in entries:
        if not isinstance(entry.what, Numerics):
            continue
        value = next((one.value for one in entry.what.readings if one.sign is sign), None)
        if value is None or entry.now_s - last_s < EVERY_S:
            continue
        if entry.now_s - last_s > BREAKS_S or not runs:
            runs.append([])
        runs[-1].append((entry.now_s, value))
        last_s = entry.now_s
    return tuple(tuple(run) for run in runs)


def _cuffs(entries: Iterable[Entry]) -> Iterable[tuple[float, float, float]]:
    for entry in entries:
        what = entry.what
        if isinstance(what, CuffResult) and what.quality in JUDGED:
            yield entry.now_s, what.sbp, what.dbp


def _flags(debrief: Debrief, deeds: Iterable[Done]) -> Iterable[Flag]:
    said: dict[Deed, float] = {}
    for done in deeds:
        again = done.at_s - said.get(done.deed, -SAME_S) < SAME_S
        said[done.deed] = done.at_s
        if done.deed not in _QUIET and not again:
            yield Flag(done.at_s, say(f"done-{done.deed}"), told=False)
    for at_s, staged in debrief.staged:
        text = _told(staged)
        if text:
            yield Flag(at_s, text, told=True)


def _told(staged: Staged) -> str:
    """The instructor's and the lesson's own; empty = it is no flag."""
    match staged.kind:
        case StagedKind.EVENT | StagedKind.ENDED:
            return say_or(f"mishap-{staged.what}", staged.what)
        case StagedKind.CUE:
            return staged.text or say_or(staged.what, staged.what)
        case _:
            return ""
