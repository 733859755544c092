"""What was entered later than it happened: when it happened, and what that means. Pure.

Rule 1: an entry may lie up to 12 h back and never before its session began; else it is refused
        with one sentence. 0 s ago is now.
Rule 2: an emergency symptom that began up to 15 min ago, and of which nobody said that it is over,
        is taken as there: it is judged now. Of an older one it is asked whether it is still there.
Rule 3: a symptom stands from when somebody last said that it is there, for 15 min; not after its
        end, and not once it was taken back.
Rule 4: a pressure that was measured more than a minute before it was entered, or before the newest
        reading came, is never the current one. It belongs where it was measured.

Source: the clinic's rules on late entries.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from monitor.clock import whole_ms
from monitor.commands import EMERGENCY_NOTES, ManualCuff, Note
from monitor.entries import Entry
from monitor.outcomes import Refused
from monitor.picture import NoteView

LONGEST_S = 12 * 3600.0
JUDGED_UP_TO_S = 15 * 60.0
CURRENT_UP_TO_S = 60.0
_MAY_BE_LATE = (ManualCuff, Note)


def trouble(ago_s: float, now: float, opened_at: float = 0.0) -> str:
    """Why nothing can have happened so long before `now`: an id of `ui/words.py`; "" = it can."""
    if not ago_s >= 0.0:  # so that what is no number is caught too
        return "late-not-past"
    if ago_s > LONGEST_S:
        return "late-too-long"
    return "late-before-session" if moment(ago_s, now) < opened_at else ""


def refused(command: str, ago_s: float, now: float, opened_at: float) -> Refused | None:
    """None = it fits. The argument of the sentence is the age in minutes."""
    reason = trouble(ago_s, now, opened_at)
    return Refused(command, reason, (f"{ago_s / 60.0:.0f}",)) if reason else None


def moment(ago_s: float, now: float) -> float:
    """When it happened, session seconds."""
    return whole_ms(now - ago_s)


# ---- symptoms -----------------------------------------------------------------------------------


def noted(note: Note, now: float) -> NoteView:
    """A note as it is kept."""
    began = moment(note.ago_s, now)
    if note.kind not in EMERGENCY_NOTES:
        return NoteView(began, note, undone=False)
    fresh = note.ago_s <= JUDGED_UP_TO_S
    return NoteView(began, note, False, said_s=now if fresh else None, asks=not fresh)


def answered(line: NoteView, now: float, *, still: bool) -> NoteView:
    """Somebody says at `now` whether it is still there; if not, it is over at the latest now."""
    if still:
        return replace(line, asks=False, said_s=now)
    return replace(line, asks=False, ended_s=now)


def ended(line: NoteView, ended_s: float) -> NoteView:
    return replace(line, asks=False, ended_s=ended_s)


def taken_back(line: NoteView) -> NoteView:
    return replace(line, undone=True, asks=False)


def stands(line: NoteView, now: float) -> bool:
    """An emergency symptom counts as being there."""
    if line.undone or line.ended_s is not None or line.said_s is None:
        return False
    return now - line.said_s <= JUDGED_UP_TO_S


# ---- pressures ----------------------------------------------------------------------------------


def is_late(cuff: ManualCuff) -> bool:
    return cuff.ago_s > CURRENT_UP_TO_S


def measured_at(cuff: ManualCuff, now: float) -> float:
    """The moment to which a pressure belongs that was entered at `now`."""
    return moment(cuff.ago_s, now)


def is_current(cuff: ManualCuff, now: float, last_at: float | None = None) -> bool:
    """It is judged as a result that came at `now`.

    `last_at` is when the newest reading before it came, None = there was none: what was measured
    before that one says nothing against it.
    """
    fits = not is_late(cuff) and not trouble(cuff.ago_s, now)
    return fits and (last_at is None or measured_at(cuff, now) >= last_at)


# ---- a record that is read again ----------------------------------------------------------------


def counts(what: object, now: float) -> bool:
    """False for an entry of a record that was refused because of its moment."""
    return not isinstance(what, _MAY_BE_LATE) or not trouble(what.ago_s, now)


def entries_placed(entries: Iterable[Entry]) -> list[Entry]:
    """A record in the order of what happened: notes and pressures where they belong."""
    placed = [
        replace(entry, now_s=moment(entry.what.ago_s, entry.now_s))
        if isinstance(entry.what, _MAY_BE_LATE) and entry.what.ago_s
        else entry
        for entry in entries
    ]
    return sorted(placed, key=lambda entry: entry.now_s)
