"""Notes with their onset and end, and pressures that a person measured: one function a command.

Rule 1: an emergency symptom alarms when it is entered, or when somebody says that an old one is
        still there (`late_entries.py`). Neither an undo nor an end clears an alarm that stands.
Rule 2: a pressure older than a minute, or than the newest reading, is kept with its moment
        (`Latest.late`) and nothing else follows from it: no numeral, no alarm, no answer to a
        repeat, no step of the schedule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from monitor import hearing
from monitor.alarm_table import SYMPTOM_ROW
from monitor.commands import EMERGENCY_NOTES, ManualCuff, Note, UndoNote
from monitor.outcomes import Outcome, Refused
from monitor.picture import NoteView
from monitor.treatment import late_entries
from monitor.treatment.commands import EndNote, StillPresent
from monitor.treatment.read_only import Handler, while_open
from monitor.vitals import CuffResult

if TYPE_CHECKING:
    from monitor.core import MonitorCore

MANUAL = "manual"
"""The source of a pressure that a person measured."""


def note(core: MonitorCore, event: Note, now: float) -> list[Outcome]:
    state = core.state
    refused = late_entries.refused("note", event.ago_s, now, state.opened_at)
    if refused is not None:
        return [refused]
    line = late_entries.noted(event, now)
    state.notes[event.note_id] = line
    return [] if line.said_s is None else _symptom(core, line, now)


def _symptom(core: MonitorCore, line: NoteView, now: float) -> list[Outcome]:
    """Somebody says that it is there: an alarm, and a wish for a cuff."""
    core.state.wishes.symptom(line.note.note_id, now)
    return core.heard(core.judge.symptom(SYMPTOM_ROW, now, line.note.kind.value))


def undo_note(core: MonitorCore, event: UndoNote, now: float) -> list[Outcome]:
    line = core.state.notes.get(event.note_id)
    if line is None or line.undone:
        return [Refused("undo", "nothing-to-undo", ())]
    core.state.notes[event.note_id] = late_entries.taken_back(line)
    if line.note.kind in EMERGENCY_NOTES:
        stands = core.state.symptom_stands(now)
        core.state.wishes.symptom_undone(event.note_id, another_stands=stands)
    return []


def _end_note(core: MonitorCore, event: EndNote, now: float) -> list[Outcome]:
    """Said again, the newest end counts."""
    line = core.state.notes.get(event.note_id)
    if line is None or line.undone:
        return [Refused("end-note", "note-unknown", ())]
    refused = late_entries.refused("end-note", event.ago_s, now, core.state.opened_at)
    if refused is not None:
        return [refused]
    at = late_entries.moment(event.ago_s, now)
    if at < line.at_s:
        return [Refused("end-note", "note-end-before-begin", ())]
    core.state.notes[event.note_id] = late_entries.ended(line, at)
    return []


def _still_present(core: MonitorCore, event: StillPresent, now: float) -> list[Outcome]:
    line = core.state.notes.get(event.note_id)
    if line is None or not line.asks:
        return [Refused("still-present", "nothing-asked", ())]
    line = late_entries.answered(line, now, still=event.still)
    core.state.notes[event.note_id] = line
    return _symptom(core, line, now) if event.still else []


def manual_cuff(core: MonitorCore, event: ManualCuff, now: float) -> list[Outcome]:
    state = core.state
    refused = late_entries.refused("manual-cuff", event.ago_s, now, state.opened_at)
    if refused is not None:
        return [refused]
    result = CuffResult(event.sbp, event.dbp, None, None, MANUAL)
    if late_entries.is_current(event, now, state.latest.last_judged_cuff_at()):
        return hearing.cuff(core, result, now)
    state.latest.take_late(result, late_entries.measured_at(event, now))
    return []


NOTED: dict[type, Handler] = {
    EndNote: while_open("end-note", _end_note),
    StillPresent: while_open("still-present", _still_present),
}
"""Note, UndoNote and ManualCuff are older than the treatment: they stand in `OBEYED`."""
