"""A recording of another program (`ui/recording.py`) as a session that is marked as imported.

Rule 1: it was not watched here: there is no phase, no dose, no alarm in it, only what was measured
        and the gaps; each value has the source `imported`.
Rule 2: when it began is said by a person, and its seconds count from its first row.
Rule 3: it ends when its rows do, and is signed by nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from monitor.commands import EndSession
from monitor.entries import Anchor, AnchorReason, Entry
from monitor.events import DeviceFacts, Event, SessionOpened
from monitor.limits import PROFILES
from monitor.people import Patient
from monitor.plan import Plan
from monitor.vitals import VitalSign
from ui.opening import new_session_id
from ui.recording import SOURCE, Recording

_CUFF = (VitalSign.SBP, VitalSign.DBP, VitalSign.MAP)
_ARTERIAL = (VitalSign.ABP_SYS, VitalSign.ABP_DIA, VitalSign.ABP_MEAN)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a person says of a recording. `began` has a zone; `by` is who takes it in."""

    patient_id: str
    began: datetime
    by: str
    continuous_bp: bool = False


def foreign_session(recording: Recording, facts: Facts) -> tuple[list[Entry], Anchor]:
    """Its lines, and when it began."""
    session_id = new_session_id()
    first_s = recording.rows[0].t_s
    said: list[tuple[float, Event]] = [(0.0, _opened(session_id, recording, facts))]
    said += [
        (at_s - first_s, event)
        for at_s, event in recording.events(continuous_bp=facts.continuous_bp)
    ]
    last_s = max(at_s for at_s, _event in said)
    said.append((last_s, EndSession(facts.by)))
    entries = [
        Entry(session_id, seq, round(at_s, 3), event) for seq, (at_s, event) in enumerate(said)
    ]
    zone = facts.began.utcoffset()
    offset_min = 0 if zone is None else round(zone.total_seconds() / 60)
    began_s = facts.began.timestamp()
    return entries, Anchor(session_id, 0.0, began_s, offset_min, AnchorReason.START)


def _opened(session_id: str, recording: Recording, facts: Facts) -> SessionOpened:
    pressures = _ARTERIAL if facts.continuous_bp else _CUFF
    device = DeviceFacts(
        SOURCE,
        SOURCE,
        recording.fresh_for_s,
        recording.link_lost_after_s,
        frozenset({VitalSign.HR, VitalSign.SPO2, *pressures}),
    )
    return SessionOpened(
        session_id=session_id,
        chair=0,
        patient=Patient(facts.patient_id, None),
        plan=Plan(None, None, 40.0),
        profile=PROFILES["adult-iv"],
        devices=(device,),
        nibp_interval_s=300.0,
        simulated=False,
        by=facts.by,
        technical_alarms=False,
        arterial_judged=facts.continuous_bp,
    )
