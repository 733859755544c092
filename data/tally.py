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
Rule 4: dose and route are those of the newest plan that the core took: the one of the opening, or
        one that was made at the chair.
Rule 5: a line that was corrected afterwards counts as corrected (`monitor/corrected.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from typing import Any

from data.codec import What
from data.measured import Measured
from monitor.amendments import Correct
from monitor.commands import EndSession, ManualCuff, Note, UndoNote
from monitor.corrected import corrected
from monitor.entries import Entry
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
from monitor.plan import Plan
from monitor.treatment import late_entries
from monitor.treatment.commands import SetPlan
from monitor.vitals import JUDGED, CuffResult, DeviceNote, DeviceNoteKind, Quality

MEMORY = "memory"
"""Marks a field that is no column."""
Changes = dict[str, Any]
ONSETS = frozenset({AlarmPhase.SOUNDING, AlarmPhase.ESCALATED})


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
    route: str | None = None
    """A name of `monitor.routes.Route`, also of a session in which nothing is given."""
    measured: tuple[Measured, ...] = field(default=(), metadata={MEMORY: True})
    """What the peaks are taken of: read from the entries again, never written."""
    plan_before: tuple[int, Changes] | None = field(default=None, metadata={MEMORY: True})
    """The moment of the newest plan, and what the dose was before it."""
    opening: tuple[int, SessionOpened] | None = field(default=None, metadata={MEMORY: True})
    plan: tuple[int, SetPlan] | None = field(default=None, metadata={MEMORY: True})
    """The newest that the core took, with its number; None = that of the opening."""
    said: tuple[Correct, ...] = field(default=(), metadata={MEMORY: True})
    """Corrections of opening and plan, oldest first."""

    def after(self, t_ms: int, what: What, seq: int = -1) -> Tally:
        """The count one entry further; itself when the entry changes nothing.

        `seq` is its number: without it no correction finds it.
        """
        numbered = _NUMBERED.get(type(what))
        if numbered is not None:
            changes = numbered(self, Entry("", seq, t_ms / 1000.0, what), what)
        else:
            counter = _COUNTERS.get(type(what))
            changes = counter(self, t_ms, what) if counter is not None else {}
        return replace(self, **changes) if changes else self

    def remembered(self) -> dict[str, Any]:
        """The fields that are no columns."""
        return {one.name: getattr(self, one.name) for one in fields(self) if one.metadata}


def _opening(tally: Tally, entry: Entry, opened: SessionOpened) -> Changes:
    if tally.opened_ms is not None:
        return {}
    plan, patient = opened.plan, opened.patient
    weight = patient.weight_kg if plan.weight_kg is None else plan.weight_kg
    sources = (device.source.removeprefix("device:") for device in opened.devices)
    return {
        "opening": (entry.seq, opened),
        "opened_ms": _ms(entry),
        "chair": opened.chair,
        "patient_id": _storable(patient.patient_id),
        "initials": _storable(patient.initials),
        "profile": _storable(opened.profile.name),
        "driver": _storable(", ".join(sources)),
        "simulated": int(opened.simulated),
        **_dose(plan, weight),
        "route": opened.profile.route.value,
    }


def _cuff(tally: Tally, entry: Entry, cuff: CuffResult) -> Changes:
    if cuff.quality not in JUDGED and cuff.quality is not Quality.ARTEFACT:
        return {}
    return _more(tally, Measured(_ms(entry), entry.seq, cuff))


def _manual(tally: Tally, entry: Entry, cuff: ManualCuff) -> Changes:
    if not late_entries.counts(cuff, entry.now_s):
        return {}
    return _more(tally, Measured(_ms(entry), entry.seq, cuff, late_entries.is_late(cuff)))


def _ms(entry: Entry) -> int:
    return round(entry.now_s * 1000.0)


def _more(tally: Tally, one: Measured) -> Changes:
    return _counted(tally, (*tally.measured, one.weighed()))


def _unconfirmed(tally: Tally, _t_ms: int, doubt: CuffUnconfirmed) -> Changes:
    """The first result of that moment that is not marked yet (see `monitor/doubted.py`)."""
    at_ms = round(doubt.at_s * 1000)
    measured = list(tally.measured)
    for place, one in enumerate(measured):
        if one.t_ms == at_ms and one.doubtable:
            measured[place] = replace(one, doubted=True).weighed()
            return _counted(tally, tuple(measured))
    return {}


def _counted(tally: Tally, measured: tuple[Measured, ...]) -> Changes:
    """The pressures are now these. The count goes on from what it was: a row may be unreadable."""
    sure = [one for one in measured if one.quality is Quality.GOOD]
    more = _judged(measured) - _judged(tally.measured)
    return {
        "measured": measured,
        "cuff_count": tally.cuff_count + more,
        "peak_sbp": _real(max((one.sbp for one in sure), default=None)),
        "peak_dbp": _real(max((one.dbp for one in sure), default=None)),
    }


def _judged(measured: tuple[Measured, ...]) -> int:
    return sum(one.quality in JUDGED for one in measured)


def _correct(tally: Tally, _entry: Entry, said: Correct) -> Changes:
    changes: Changes = {}
    if any(said.covers(one.seq) for one in tally.measured):
        changes |= _counted(
            tally,
            tuple(
                replace(one, said=(*one.said, said)).weighed() if said.covers(one.seq) else one
                for one in tally.measured
            ),
        )
    if any(plan is not None and said.covers(plan[0]) for plan in (tally.opening, tally.plan)):
        with_it = replace(tally, said=(*tally.said, said))
        changes |= {"said": with_it.said, **_dose_again(with_it)}
    return changes


def _dose_again(tally: Tally) -> Changes:
    """The dose of opening and newest plan, both as corrected."""
    if tally.opening is None:
        return {}
    opened: Any = _now(tally, *tally.opening)
    plan: Plan = opened.plan
    weight = opened.patient.weight_kg if plan.weight_kg is None else plan.weight_kg
    if tally.plan is not None:
        newest: Any = _now(tally, *tally.plan)
        plan = newest.plan
        weight = weight if plan.weight_kg is None else plan.weight_kg
    return _dose(plan, weight)


def _now(tally: Tally, seq: int, what: SessionOpened | SetPlan) -> What:
    about = [one for one in tally.said if one.covers(seq)]
    return corrected(Entry("", seq, 0.0, what), about).what


def _dose(plan: Plan, weight_kg: float | None) -> Changes:
    return {
        "weight_kg": _real(weight_kg),
        "mg_per_kg": _real(plan.mg_per_kg),
        "dose_mg": _real(plan.dose_mg),
        "minutes": _real(plan.minutes),
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


def _plan(tally: Tally, entry: Entry, said: SetPlan) -> Changes:
    before = {name: getattr(tally, name) for name in _PLANNED}
    plan = said.plan
    weight = tally.weight_kg if plan.weight_kg is None else plan.weight_kg
    return {
        "plan": (entry.seq, said),
        "plan_before": (_ms(entry), before),
        **_dose(plan, weight),
        "route": tally.route if said.profile is None else said.profile.route.value,
    }


def _refused(tally: Tally, t_ms: int, refused: Refused) -> Changes:
    if refused.command == _SET_PLAN:
        known = tally.plan_before
        same = known is not None and known[0] == t_ms
        return {**known[1], "plan_before": None} if known is not None and same else {}
    last = tally.measured[-1] if tally.measured else None
    if refused.command == _MANUAL and last is not None and last.t_ms == t_ms:
        return _counted(tally, tally.measured[:-1])
    signed = tally.phase == Phase.SIGNED.value
    return {"ended_ms": None} if tally.ended_ms == t_ms and not signed else {}


def _note(tally: Tally, t_ms: int, note: Note) -> Changes:
    return {"notes": tally.notes + 1} if late_entries.counts(note, t_ms / 1000.0) else {}


def _undone(tally: Tally, _t_ms: int, _undo: UndoNote) -> Changes:
    return {"notes": max(0, tally.notes - 1)}


_PLANNED = ("plan", "weight_kg", "mg_per_kg", "dose_mg", "minutes", "route")
_SET_PLAN = "set-plan"
"""The command that a refused plan is named after."""
_MANUAL = "manual-cuff"
"""The same of a pressure that a person measured: after the end none is taken any more."""
_NUMBERED: dict[type, Callable[[Tally, Entry, Any], Changes]] = {
    SessionOpened: _opening,
    CuffResult: _cuff,
    ManualCuff: _manual,
    SetPlan: _plan,
    Correct: _correct,
}
"""Those of lines that can be corrected, and of what corrects them."""
_COUNTERS: dict[type, Callable[[Tally, int, Any], Changes]] = {
    CuffUnconfirmed: _unconfirmed,
    AlarmChanged: _alarm,
    PhaseChanged: _phase,
    DeviceNote: _device_note,
    EndSession: _end,
    Refused: _refused,
    Note: _note,
    UndoNote: _undone,
}


def _real(value: float | None) -> float | None:
    return None if value is None else float(value) + 0.0


def _storable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
