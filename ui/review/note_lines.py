"""What people noted in a session, told afterwards: symptoms, other drugs, walks, and emergencies.

Rule 1: a note stands where it began and says how long it lasted; its end is a line too.
Rule 2: what was taken back stays, struck through, with its end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

from monitor.commands import (
    AnswerEmergency,
    BeginEmergency,
    EmergencyStamp,
    EndEmergency,
    Note,
    UndoNote,
    UndoStamp,
)
from monitor.emergency import Emergency, EmergencyCommand, StampView
from monitor.treatment.commands import (
    Distress,
    EndNote,
    GiveDrug,
    OffMonitor,
    SkipPrompt,
    StillPresent,
)
from monitor.treatment.late_entries import moment
from monitor.treatment.view import PromptKind
from ui.chair.spans import minutes_text, span_text
from ui.review.line import Book, Handler, Kind, joined
from ui.words import say, say_or

_EMERGENCY = {
    BeginEmergency: "past-emergency",
    AnswerEmergency: "past-emergency-answered",
    EndEmergency: "past-emergency-over",
}
_PROMPTS = {
    PromptKind.PAUSED.value: "past-prompt-paused",
    PromptKind.TERMINATE.value: "past-prompt-terminate",
}


def prompt_name(prompt: str) -> str:
    """What was asked for, of the id of a prompt."""
    kind = prompt.partition("@")[0].partition(":")[0]
    return say_or(_PROMPTS.get(kind, f"wait-{kind}"), kind)


def _why(reason: str) -> str:
    """In words, or an id of the screen."""
    return say_or(reason, reason) if reason.startswith("skip-") else reason


class NoteLines:
    def __init__(self, book: Book) -> None:
        self._book = book
        self._notes: dict[str, list[int]] = {}
        """The places of a note or a stamp and of its end: they are taken back together."""
        self._code = Emergency()
        self._away: int | None = None
        """The place of the walk that is not over."""

    def handlers(self) -> Mapping[type, Handler]:
        return {
            Note: self._note,
            UndoNote: self._undone,
            EndNote: self._ended,
            StillPresent: self._still,
            GiveDrug: self._drug,
            Distress: self._distress,
            OffMonitor: self._walk,
            SkipPrompt: self._skipped,
            **dict.fromkeys(get_args(EmergencyCommand), self._emergency),
        }

    def close(self) -> None:
        """Nothing stays open: a note without an end has none."""

    # ---- symptoms

    def _note(self, at_s: float, what: Note) -> None:
        by = self._book.by(what.by, at_s, at_s + what.ago_s)
        place = self._book.add(at_s, Kind.NOTE, say(f"note-{what.kind}"), what.text, by)
        self._notes[what.note_id] = [place]

    def _undone(self, _now_s: float, what: UndoNote) -> None:
        self._take_back(what.note_id, what.by)

    def _take_back(self, one_id: str, by: str) -> None:
        for place in self._notes.get(one_id, ()):
            self._book.strike(place, by)

    def _ended(self, now_s: float, what: EndNote) -> None:
        at_s = moment(what.ago_s, now_s)
        name = self._over(what.note_id, at_s)
        if name:
            place = self._book.late(now_s, Kind.NOTE, say("noted-over", name), what)
            self._notes[what.note_id].append(place)

    def _over(self, note_id: str, at_s: float) -> str:
        """The note says how long it lasted; its name, empty = there is none."""
        places = self._notes.get(note_id)
        if not places:
            return ""
        begun = self._book.line(places[0])
        lasted = say("past-for", span_text(at_s - begun.at_s))
        told = replace(begun, until_s=at_s, detail=joined(begun.detail, lasted))
        self._book.put(places[0], told)
        return begun.text

    def _still(self, now_s: float, what: StillPresent) -> None:
        places = self._notes.get(what.note_id)
        if not places:
            return
        name = self._book.line(places[0]).text if what.still else self._over(what.note_id, now_s)
        text = say("past-still-there" if what.still else "past-not-there", name)
        places.append(self._book.add(now_s, Kind.NOTE, text, self._book.by(what.by)))

    # ---- what else was done and seen

    def _drug(self, now_s: float, what: GiveDrug) -> None:
        whole = " ".join(part for part in (what.drug, what.dose, what.unit, what.route) if part)
        ordered = say("past-ordered", what.ordered_by) if what.ordered_by else ""
        self._book.late(now_s, Kind.DRUG, say("past-given", whole), what, ordered)

    def _distress(self, now_s: float, what: Distress) -> None:
        text = say("noted-calm" if what.over else "noted-distress")
        self._book.add(now_s, Kind.NOTE, text, self._book.by(what.by))

    def _walk(self, now_s: float, what: OffMonitor) -> None:
        """Off the monitor is a gap, from going to coming back."""
        by = self._book.by(what.by)
        if not what.back:
            self._away = self._book.add(now_s, Kind.GAP, say("noted-away"), by)
            return
        self._book.add(now_s, Kind.NOTE, say("noted-back"), by)
        if self._away is not None:
            gone = self._book.line(self._away)
            self._book.put(self._away, replace(gone, until_s=now_s))
            self._away = None

    def _skipped(self, now_s: float, what: SkipPrompt) -> None:
        text = say("past-skipped", prompt_name(what.prompt))
        self._book.add(now_s, Kind.NOTE, text, _why(what.reason), self._book.by(what.by))

    # ---- emergencies

    def _emergency(self, now_s: float, what: EmergencyCommand) -> None:
        before = self._code.view
        if self._code.obey(what, now_s) or self._code.view is None:
            return  # it was refused
        match what:
            case EmergencyStamp():
                self._notes[what.stamp_id] = [self._stamp(now_s, self._code.view.stamps[-1])]
            case UndoStamp():
                self._take_back(what.stamp_id, what.by)
            case _:
                again = isinstance(what, BeginEmergency) and before is not None and before.going
                words = "past-emergency-again" if again else _EMERGENCY[type(what)]
                self._book.add(now_s, Kind.COURSE, say(words), self._book.by(what.by))

    def _stamp(self, now_s: float, stamp: StampView) -> int:
        code = say("past-code", minutes_text(stamp.code_s))
        text = say(f"stamp-{stamp.stamp.kind.value}")
        by = self._book.by(stamp.stamp.by)
        return self._book.add(now_s, Kind.NOTE, text, stamp.stamp.text, code, by)
