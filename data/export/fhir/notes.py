"""What people noted: symptoms, remarks, and what was done in an emergency.

Rule 1: a note is an observation, not a communication: it is a finding about the patient at a
        moment and sent to nobody. It begins when the symptom did and ends when somebody said so.
Rule 2: what was taken back is `entered-in-error`; it stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data.export.fhir.codes import Json, category, own
from data.export.fhir.frame import Frame, people, plain
from monitor.commands import (
    BeginEmergency,
    EmergencyStamp,
    EndEmergency,
    Note,
    NoteKind,
    UndoNote,
    UndoStamp,
)
from monitor.entries import Entry
from monitor.treatment.commands import Distress, EndNote, OffMonitor, StillPresent
from monitor.treatment.late_entries import moment

_EXAM, _PROCEDURE = category("exam"), category("procedure")


class Notes:
    """`entries` are those of the whole session, as they count."""

    def __init__(self, frame: Frame, entries: Sequence[Entry]) -> None:
        self._frame = frame
        self._entries = entries
        self._undone: set[str] = set()
        self._ended: dict[str, float] = {}
        for entry in entries:
            self._hear(entry)

    def _hear(self, entry: Entry) -> None:
        match entry.what:
            case UndoNote(note_id=mark) | UndoStamp(stamp_id=mark):
                self._undone.add(mark)
            case EndNote(note_id=mark, ago_s=ago_s):
                self._ended.setdefault(mark, moment(ago_s, entry.now_s))
            case StillPresent(note_id=mark, still=False):
                self._ended.setdefault(mark, entry.now_s)
            case _:
                pass

    def told(self) -> Iterator[Json]:
        for entry in self._entries:
            what = entry.what
            if isinstance(what, Note):
                yield self._note(entry, what)
            elif isinstance(what, EmergencyStamp):
                yield self._stamp(entry, what)
        yield from self._spans()

    def _note(self, entry: Entry, said: Note) -> Json:
        frame, ended_s = self._frame, self._ended.get(said.note_id)
        text = plain(said.text)
        symptom = said.kind not in {NoteKind.FREE_TEXT, NoteKind.DRUG_GIVEN}
        if text:
            value: Json = {"valueString": text}
        else:
            value = {"valueBoolean": True} if symptom else {}
        if ended_s is None:
            when = frame.at("effectiveDateTime", entry.now_s)
        else:
            when = {"effectivePeriod": frame.period(entry.now_s, max(entry.now_s, ended_s))}
        return frame.observation(
            entry.seq,
            status=self._status(said.note_id),
            category=_EXAM,
            code=own("note", said.kind),
            performer=people(said.by),
            **value,
            **when,
        )

    def _stamp(self, entry: Entry, said: EmergencyStamp) -> Json:
        text = plain(said.text)
        return self._frame.observation(
            entry.seq,
            status=self._status(said.stamp_id),
            category=_PROCEDURE,
            code=own("emergency", said.kind),
            performer=people(said.by),
            **({"valueString": text} if text else {"valueBoolean": True}),
            **self._frame.at("effectiveDateTime", entry.now_s),
        )

    def _status(self, mark: str) -> str:
        return "entered-in-error" if mark in self._undone else "final"

    # ---- what began and was over

    def _spans(self) -> Iterator[Json]:
        began: dict[str, Entry] = {}
        for entry in self._entries:
            step = _step(entry.what)
            if step is None:
                continue
            code, begins = step
            if begins:
                began.setdefault(code, entry)
            elif code in began:
                yield self._span(code, began.pop(code), entry.now_s)
        for code, entry in began.items():
            yield self._span(code, entry, None)

    def _span(self, code: str, entry: Entry, until_s: float | None) -> Json:
        return self._frame.observation(
            entry.seq,
            status="preliminary" if until_s is None else "final",
            category=_EXAM,
            code=own("note", code),
            valueBoolean=True,
            effectivePeriod=self._frame.period(entry.now_s, until_s),
            performer=people(getattr(entry.what, "by", "")),
        )


def _step(what: object) -> tuple[str, bool] | None:
    """What it is about, and whether that begins; None = it is nothing that lasts."""
    match what:
        case BeginEmergency():
            return "emergency", True
        case EndEmergency():
            return "emergency", False
        case Distress(over=over):
            return "distress", not over
        case OffMonitor(back=back):
            return "off-monitor", not back
        case _:
            return None
