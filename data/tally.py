"""What the library shows of a session, counted as its entries come in.

The same count is made again from the rows by `verify`, so that the line in the library cannot say
anything else than the session does.

Rule 1: a session has ended when it is signed. `EndSession` ends it too, unless the core refused
        it at that same moment.
Rule 2: peaks are those of cuff results that may be judged and of pressures that a person
        measured; a value from before the session is neither a peak nor counted. One that a repeat
        did not confirm is counted and no peak.
Rule 3: an alarm counts once when it begins to sound, and once more, under its new priority, when
        it escalates. Notes that were undone do not count.
Rule 4: the dose is that of the newest plan that the core took: the one of the opening, or one
        that was made at the chair.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from data.codec import What
from monitor.commands import EndSession, ManualCuff, Note, UndoNote
from monitor.events import SessionOpened
from monitor.outcomes import (
    AlarmChanged,
    AlarmPhase,
    CuffUnconfirmed,
    PhaseChanged,
    Priority,
    Refused,
)
from monitor.phases import Phase
from monitor.treatment import late_entries
from monitor.treatment.commands import SetPlan
from monitor.vitals import JUDGED, CuffResult, DeviceNote, DeviceNoteKind, Quality

MEMORY = "memory"
"""Marks a field that is no column."""
Changes = dict[str, Any]
ONSETS = frozenset({AlarmPhase.SOUNDING, AlarmPhase.ESCALATED})


@dataclass(frozen=True, slots=True)
class Measured:
    """A pressure that counts, mmHg. `sure` False: a repeat did not confirm it.

    `late`: it was entered too long after its measurement; no repeat is about it.
    """

    t_ms: int
    sbp: float
    dbp: float
    sure: bool = True
    late: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """The fields are columns of `sessions`, but for those marked. None = not known (yet)."""

    opened_ms: int | None = None
    ended_ms: int | None = None
    phase: str = Phase.PLANNED.value
    chair: int | None = None
    patient_id: str = ""
    initials: str = ""
    profile: str = ""
    driver: str = ""
    simulated: int = 0
    weight_kg: float | None = None
    mg_per_kg: float | None = None
    dose_mg: float | None = None
    minutes: float | None = None
    peak_sbp: float | None = None
    peak_dbp: float | None = None
    alarms_high: int = 0
    alarms_medium: int = 0
    cuff_count: int = 0
    notes: int = 0
    measured: tuple[Measured, ...] = field(default=(), metadata={MEMORY: True})
    """What the peaks are taken of: read from the entries again, never written."""
    plan_before: tuple[int, Changes] | None = field(default=None, metadata={MEMORY: True})
    """The moment of the newest plan, and what the dose was before it."""

    def after(self, t_ms: int, what: What) -> Tally:
        """The count one entry further; itself when the entry changes nothing."""
        counter = _COUNTERS.get(type(what))
        changes = counter(self, t_ms, what) if counter is not None else {}
        return replace(self, **changes) if changes else self


def _opening(tally: Tally, t_ms: int, opened: SessionOpened) -> Changes:
    if tally.opened_ms is not None:
        return {}
    plan, patient = opened.plan, opened.patient
    weight = patient.weight_kg if plan.weight_kg is None else plan.weight_kg
    sources = (device.source.removeprefix("device:") for device in opened.devices)
    return {
        "opened_ms": t_ms,
        "chair": opened.chair,
        "patient_id": _storable(patient.patient_id),
        "initials": _storable(patient.initials),
        "profile": _storable(opened.profile.name),
        "driver": _storable(", ".join(sources)),
        "simulated": int(opened.simulated),
        "weight_kg": _real(weight),
        "mg_per_kg": _real(plan.mg_per_kg),
        "dose_mg": _real(plan.dose_mg),
        "minutes": _real(plan.minutes),
    }


def _cuff(tally: Tally, t_ms: int, cuff: CuffResult) -> Changes:
    if cuff.quality not in JUDGED:
        return {}
    sure = cuff.quality is not Quality.UNCONFIRMED
    return _counted(tally, Measured(t_ms, float(cuff.sbp), float(cuff.dbp), sure))


def _manual(tally: Tally, t_ms: int, cuff: ManualCuff) -> Changes:
    if not late_entries.counts(cuff, t_ms / 1000.0):
        return {}
    late = late_entries.is_late(cuff)
    return _counted(tally, Measured(t_ms, float(cuff.sbp), float(cuff.dbp), late=late))


def _counted(tally: Tally, one: Measured) -> Changes:
    return {"cuff_count": tally.cuff_count + 1, **_peaks((*tally.measured, one))}


def _unconfirmed(tally: Tally, _t_ms: int, doubt: CuffUnconfirmed) -> Changes:
    """The first result of that moment that is not marked yet (see `monitor/doubted.py`)."""
    at_ms = round(doubt.at_s * 1000)
    measured = list(tally.measured)
    for place, one in enumerate(measured):
        if one.t_ms == at_ms and one.sure and not one.late:
            measured[place] = replace(one, sure=False)
            return _peaks(tuple(measured))
    return {}


def _peaks(measured: tuple[Measured, ...]) -> Changes:
    sure = [one for one in measured if one.sure]
    return {
        "measured": measured,
        "peak_sbp": _real(max((one.sbp for one in sure), default=None)),
        "peak_dbp": _real(max((one.dbp for one in sure), default=None)),
    }


def _alarm(tally: Tally, _t_ms: int, alarm: AlarmChanged) -> Changes:
    if alarm.state not in ONSETS:
        return {}
    if alarm.priority is Priority.HIGH:
        return {"alarms_high": tally.alarms_high + 1}
    if alarm.priority is Priority.MEDIUM:
        return {"alarms_medium": tally.alarms_medium + 1}
    return {}


def _phase(_tally: Tally, t_ms: int, changed: PhaseChanged) -> Changes:
    ended = {"ended_ms": t_ms} if changed.after is Phase.SIGNED else {}
    return {"phase": changed.after.value, **ended}


def _device_note(_tally: Tally, _t_ms: int, note: DeviceNote) -> Changes:
    """A session on a monitor's demonstration data is a simulated one, whoever opened it."""
    demo = note.kind is DeviceNoteKind.DEMO_MODE and bool(note.text)
    return {"simulated": 1} if demo else {}


def _end(tally: Tally, t_ms: int, _end: EndSession) -> Changes:
    return {"ended_ms": t_ms} if tally.ended_ms is None else {}


def _plan(tally: Tally, t_ms: int, said: SetPlan) -> Changes:
    before = {name: getattr(tally, name) for name in _PLANNED}
    plan = said.plan
    weight = tally.weight_kg if plan.weight_kg is None else plan.weight_kg
    return {
        "plan_before": (t_ms, before),
        "weight_kg": _real(weight),
        "mg_per_kg": _real(plan.mg_per_kg),
        "dose_mg": _real(plan.dose_mg),
        "minutes": _real(plan.minutes),
    }


def _refused(tally: Tally, t_ms: int, refused: Refused) -> Changes:
    if refused.command == _SET_PLAN:
        known = tally.plan_before
        same = known is not None and known[0] == t_ms
        return {**known[1], "plan_before": None} if known is not None and same else {}
    last = tally.measured[-1] if tally.measured else None
    if refused.command == _MANUAL and last is not None and last.t_ms == t_ms:
        return {"cuff_count": tally.cuff_count - 1, **_peaks(tally.measured[:-1])}
    signed = tally.phase == Phase.SIGNED.value
    return {"ended_ms": None} if tally.ended_ms == t_ms and not signed else {}


def _note(tally: Tally, t_ms: int, note: Note) -> Changes:
    return {"notes": tally.notes + 1} if late_entries.counts(note, t_ms / 1000.0) else {}


def _undone(tally: Tally, _t_ms: int, _undo: UndoNote) -> Changes:
    return {"notes": max(0, tally.notes - 1)}


_PLANNED = ("weight_kg", "mg_per_kg", "dose_mg", "minutes")
_SET_PLAN = "set-plan"
"""The command that a refused plan is named after."""
_MANUAL = "manual-cuff"
"""The same of a pressure that a person measured: after the end none is taken any more."""
_COUNTERS: dict[type, Callable[[Tally, int, Any], Changes]] = {
    SessionOpened: _opening,
    CuffResult: _cuff,
    ManualCuff: _manual,
    CuffUnconfirmed: _unconfirmed,
    AlarmChanged: _alarm,
    PhaseChanged: _phase,
    DeviceNote: _device_note,
    EndSession: _end,
    SetPlan: _plan,
    Refused: _refused,
    Note: _note,
    UndoNote: _undone,
}


def _real(value: float | None) -> float | None:
    return None if value is None else float(value) + 0.0


def _storable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
