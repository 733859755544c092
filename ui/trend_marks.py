"""What happened to one chair, as marks in the lane under the curves.

Rule 1: a mark is an id of `ui/words.py` with its arguments; `Mark.text` makes the words.
Rule 2: an undone note stays, struck through.
Rule 3: a command that was refused leaves no mark: the course of the infusion is told by
        `PhaseChanged`, not by what was asked for, and `refused` takes back what was.
Rule 4: what was entered late stands where it happened.
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
    PauseInfusion,
    ResumeInfusion,
    StartInfusion,
    StopInfusion,
    UndoNote,
    UndoStamp,
)
from monitor.emergency import Emergency, EmergencyCommand
from monitor.outcomes import AlarmChanged, AlarmPhase, LimitChanged, PhaseChanged, Priority
from monitor.phases import Phase
from monitor.treatment.commands import (
    ChangeRate,
    Distress,
    EndNote,
    GiveDose,
    GiveDrug,
    OffMonitor,
    StillPresent,
)
from monitor.treatment.late_entries import moment
from monitor.vitals import CuffFailed
from ui.words import figure, say, say_or

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
    minor: bool = False
    """An end: in the lane its words give way to all others."""

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
        self._before: tuple[Mark, ...] | None = None
        """The marks before what was said last changed them; None = it did not."""
        self._asked: tuple[float, float | None] | None = None
        """When a change of the course was asked for, and when it happened; None for the latter =
        the dose that made it has its own mark."""
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

    def phase(
        self, now_s: float, change: PhaseChanged, mg_per_min: float | None, *, drip: bool = True
    ) -> None:
        """`drip` False: by its route nothing runs in."""
        word = _COURSE.get((change.before, change.after))
        asked, self._asked = self._asked, None
        at_s: float | None = asked[1] if asked is not None and asked[0] == now_s else now_s
        if word is None or at_s is None:
            return
        if word == "mark-start" and mg_per_min is not None:
            self._add(Mark(at_s, "mark-start-at", (_mg_per_h(mg_per_min),)))
        else:
            self._add(Mark(at_s, "phase-recovery" if word == "mark-stop" and not drip else word))

    def limit(self, now_s: float, change: LimitChanged) -> None:
        name = say_or(f"limit-name-{change.rule}", change.rule)
        self._add(Mark(now_s, "mark-limit", (name, figure(f"{change.after:g}"))))

    def away(self, now_s: float, lasted: str) -> None:
        self._add(Mark(now_s, "mark-away", (lasted,)))

    def listen(self) -> None:
        """Something is said; what was said before it was not refused."""
        self._before = None

    def refused(self) -> None:
        """What was said last was refused."""
        self._asked = None
        if self._before is not None:
            self._marks = deque(self._before, maxlen=MARKS_KEPT)
            self._before = None
            self.version += 1

    def heard(self, now_s: float, what: object) -> None:
        """Take what leaves a mark; pass over all else. A note comes with its own moment."""
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
                self._of_treatment(now_s, what)

    def _of_treatment(self, now_s: float, what: object) -> None:
        match what:
            case StartInfusion() | PauseInfusion() | ResumeInfusion() | StopInfusion():
                self._asked = (now_s, moment(what.ago_s, now_s))
            case GiveDose():
                self._asked = (now_s, None)
                at_s = moment(what.ago_s, now_s)
                self._add(Mark(at_s, "mark-dose", (figure(f"{what.mg:g}"),)))
            case ChangeRate():
                at_s = moment(what.ago_s, now_s)
                self._add(Mark(at_s, "mark-rate", (_mg_per_h(what.mg_per_min),)))
            case GiveDrug():
                named = " ".join(part for part in (what.drug, what.dose, what.unit) if part)
                self._add(Mark(moment(what.ago_s, now_s), "mark-text", (named,)))
            case EndNote():
                self._over(what.note_id, moment(what.ago_s, now_s))
            case StillPresent(still=False):
                self._over(what.note_id, now_s)
            case Distress():
                word = "note-distress-over" if what.over else "note-distress"
                self._add(Mark(now_s, word, minor=what.over))
            case OffMonitor():
                word = "note-away-back" if what.back else "note-away"
                self._add(Mark(now_s, word, minor=what.back))
            case _:
                return

    def _over(self, note_id: str, at_s: float) -> None:
        begun = next((mark for mark in self._marks if mark.note_id == note_id), None)
        if begun is not None:
            self._add(Mark(at_s, "mark-over", (begun.text,), note_id=note_id, minor=True))

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
        self._remember()
        place = len(self._marks)
        while place and self._marks[place - 1].at_s > mark.at_s:
            place -= 1
        if place == len(self._marks):
            self._marks.append(mark)
        elif len(self._marks) < MARKS_KEPT:
            self._marks.insert(place, mark)
        elif place:
            self._marks.popleft()
            self._marks.insert(place - 1, mark)
        self.version += 1

    def _remember(self) -> None:
        """The marks as they are, before what is said now changes them."""
        if self._before is None:
            self._before = tuple(self._marks)

    def _strike(self, one_id: str) -> None:
        for index, mark in enumerate(self._marks):
            if one_id in (mark.note_id, mark.stamp_id):
                self._remember()
                self._marks[index] = replace(mark, struck=True)
                self.version += 1


def _mg_per_h(mg_per_min: float) -> str:
    return figure(f"{mg_per_min * 60:.1f}")


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
