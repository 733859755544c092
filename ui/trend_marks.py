"""What happened to one chair, as marks in the lane under the curves.

Rule 1: a mark is an id of `ui/words.py` with its arguments; `Mark.text` makes the words.
Rule 2: an undone note stays, struck through.
Rule 3: a command that was refused leaves no mark: the course of the infusion is told by
        `PhaseChanged`, not by what was asked for.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

from monitor.commands import (
    Acknowledge,
    BeginEmergency,
    EmergencyStamp,
    EndEmergency,
    Note,
    NoteKind,
    UndoNote,
    UndoStamp,
)
from monitor.emergency import Emergency, EmergencyCommand
from monitor.outcomes import AlarmChanged, AlarmPhase, LimitChanged, PhaseChanged, Priority
from monitor.phases import Phase
from monitor.vitals import CuffFailed
from ui.words import say

MARKS_KEPT = 2_000
ONSETS = frozenset({AlarmPhase.SOUNDING, AlarmPhase.ESCALATED})
_COURSE: dict[tuple[Phase, Phase], str] = {
    (Phase.BASELINE, Phase.TREATING): "mark-start",
    (Phase.TREATING, Phase.PAUSED): "mark-pause",
    (Phase.PAUSED, Phase.TREATING): "mark-resume",
    (Phase.TREATING, Phase.RECOVERY): "mark-stop",
    (Phase.PAUSED, Phase.RECOVERY): "mark-stop",
    (Phase.RECOVERY, Phase.DISCHARGE): "mark-discharge",
}


@dataclass(frozen=True, slots=True)
class Mark:
    at_s: float
    word: str
    arguments: tuple[str, ...] = ()
    struck: bool = False
    note_id: str = ""
    stamp_id: str = ""
    """Of an emergency; empty = it is no stamp."""

    @property
    def text(self) -> str:
        return say(self.word, *self.arguments).strip()


@dataclass(frozen=True, slots=True)
class AlarmMark:
    """One step in the life of an alarm."""

    at_s: float
    key: str
    alarm: str
    priority: Priority
    state: AlarmPhase

    @property
    def onset(self) -> bool:
        return self.state in ONSETS


class Marks:
    def __init__(self) -> None:
        self._marks: deque[Mark] = deque(maxlen=MARKS_KEPT)
        self._alarms: deque[AlarmMark] = deque(maxlen=MARKS_KEPT)
        self._emergency = Emergency()
        self.version = 0

    @property
    def marks(self) -> Sequence[Mark]:
        """In the order of time."""
        return self._marks

    @property
    def alarms(self) -> Sequence[AlarmMark]:
        return self._alarms

    def alarm(self, now_s: float, alarm: AlarmChanged) -> None:
        mark = AlarmMark(now_s, alarm.key, alarm.alarm, alarm.priority, alarm.state)
        self._alarms.append(mark)
        self.version += 1

    def phase(self, now_s: float, change: PhaseChanged, mg_per_min: float | None) -> None:
        word = _COURSE.get((change.before, change.after))
        if word == "mark-start" and mg_per_min is not None:
            self._add(Mark(now_s, "mark-start-at", (f"{mg_per_min * 60:.1f}",)))
        elif word is not None:
            self._add(Mark(now_s, word))

    def limit(self, now_s: float, change: LimitChanged) -> None:
        name = say(f"limit-name-{change.rule}")
        self._add(Mark(now_s, "mark-limit", (name, f"{change.after:g}")))

    def away(self, now_s: float, lasted: str) -> None:
        self._add(Mark(now_s, "mark-away", (lasted,)))

    def heard(self, now_s: float, what: object) -> None:
        """Take what leaves a mark; pass over all else."""
        match what:
            case Note():
                self._add(_note(now_s, what))
            case UndoNote():
                self._strike(what.note_id)
            case Acknowledge(action=action) if action is not None:
                self._add(Mark(now_s, f"mark-action-{action.value}"))
            case CuffFailed():
                self._add(Mark(now_s, "mark-cuff-failed"))
            case BeginEmergency() | EndEmergency() | EmergencyStamp() | UndoStamp():
                self._emergency_mark(now_s, what)
            case _:
                return

    def _emergency_mark(self, now_s: float, what: EmergencyCommand) -> None:
        before = self._emergency.view
        if self._emergency.obey(what, now_s):
            return
        match what:
            case BeginEmergency() if before is None or not before.going:
                self._add(Mark(now_s, "mark-emergency"))
            case EndEmergency():
                self._add(Mark(now_s, "mark-emergency-over"))
            case EmergencyStamp():
                self._add(_stamp(now_s, what))
            case UndoStamp():
                self._strike(what.stamp_id)
            case _:
                return

    def _add(self, mark: Mark) -> None:
        self._marks.append(mark)
        self.version += 1

    def _strike(self, one_id: str) -> None:
        for index, mark in enumerate(self._marks):
            if one_id in (mark.note_id, mark.stamp_id):
                self._marks[index] = replace(mark, struck=True)
                self.version += 1


def _note(now_s: float, note: Note) -> Mark:
    text = note.text.strip()
    if note.kind is NoteKind.FREE_TEXT and text:
        return Mark(now_s, "mark-text", (text,), note_id=note.note_id)
    kind = say(f"note-{note.kind.value}")
    if kind.lower() in text.lower():  # "Headache severe headache" says it twice
        return Mark(now_s, "mark-text", (text[:1].upper() + text[1:],), note_id=note.note_id)
    return Mark(now_s, "mark-note", (kind, text), note_id=note.note_id)


def _stamp(now_s: float, stamp: EmergencyStamp) -> Mark:
    arguments = (say(f"stamp-{stamp.kind.value}"), stamp.text.strip())
    return Mark(now_s, "mark-note", arguments, stamp_id=stamp.stamp_id)
