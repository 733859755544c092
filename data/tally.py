"""What the library shows of a session, counted as its entries come in.

The same count is made again from the rows by `verify`, so that the line in the library cannot say
anything else than the session does.

Rule 1: a session has ended when it is signed. `EndSession` ends it too, unless the core refused
        it at that same moment.
Rule 2: peaks are those of cuff results that may be judged and of pressures that a person
        measured; a value from before the session is neither a peak nor counted.
Rule 3: an alarm counts once when it begins to sound, and once more, under its new priority, when
        it escalates. Notes that were undone do not count.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from data.codec import What
from monitor.events import (
    AlarmChanged,
    AlarmPhase,
    EndSession,
    ManualCuff,
    Note,
    PhaseChanged,
    Priority,
    Refused,
    SessionOpened,
    UndoNote,
)
from monitor.phases import Phase
from monitor.vitals import JUDGED, CuffResult

ONSETS = frozenset({AlarmPhase.SOUNDING, AlarmPhase.ESCALATED})


@dataclass(frozen=True, slots=True)
class Tally:
    """The fields are columns of `sessions`. None = not known (yet)."""

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

    def after(self, t_ms: int, what: What) -> Tally:
        """The count one entry further; itself when the entry changes nothing."""
        counter = _COUNTERS.get(type(what))
        changes = counter(self, t_ms, what) if counter is not None else {}
        return replace(self, **changes) if changes else self


Changes = dict[str, Any]


def _opening(tally: Tally, t_ms: int, opened: SessionOpened) -> Changes:
    if tally.opened_ms is not None:
        return {}
    plan, patient = opened.plan, opened.patient
    weight = patient.weight_kg if plan.weight_kg is None else plan.weight_kg
    source = opened.devices[0].source if opened.devices else ""
    return {
        "opened_ms": t_ms,
        "chair": opened.chair,
        "patient_id": _storable(patient.patient_id),
        "initials": _storable(patient.initials),
        "profile": _storable(opened.profile.name),
        "driver": _storable(source.removeprefix("device:")),
        "simulated": int(opened.simulated),
        "weight_kg": _real(weight),
        "mg_per_kg": _real(plan.mg_per_kg),
        "dose_mg": _real(plan.dose_mg),
        "minutes": _real(plan.minutes),
    }


def _cuff(tally: Tally, _t_ms: int, cuff: CuffResult | ManualCuff) -> Changes:
    if isinstance(cuff, CuffResult) and cuff.quality not in JUDGED:
        return {}
    return {
        "cuff_count": tally.cuff_count + 1,
        "peak_sbp": _higher(tally.peak_sbp, cuff.sbp),
        "peak_dbp": _higher(tally.peak_dbp, cuff.dbp),
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


def _end(tally: Tally, t_ms: int, _end: EndSession) -> Changes:
    return {"ended_ms": t_ms} if tally.ended_ms is None else {}


def _refused(tally: Tally, t_ms: int, _refused: Refused) -> Changes:
    signed = tally.phase == Phase.SIGNED.value
    return {"ended_ms": None} if tally.ended_ms == t_ms and not signed else {}


def _note(tally: Tally, _t_ms: int, _note: Note) -> Changes:
    return {"notes": tally.notes + 1}


def _undone(tally: Tally, _t_ms: int, _undo: UndoNote) -> Changes:
    return {"notes": max(0, tally.notes - 1)}


_COUNTERS: dict[type, Callable[[Tally, int, Any], Changes]] = {
    SessionOpened: _opening,
    CuffResult: _cuff,
    ManualCuff: _cuff,
    AlarmChanged: _alarm,
    PhaseChanged: _phase,
    EndSession: _end,
    Refused: _refused,
    Note: _note,
    UndoNote: _undone,
}


def _higher(peak: float | None, value: float) -> float | None:
    return _real(value if peak is None else max(peak, value))


def _real(value: float | None) -> float | None:
    return None if value is None else float(value) + 0.0


def _storable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
